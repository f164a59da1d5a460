/**
 * The roles of the front office and the purposes that a request may state (doelbinding). A field names both apart
 * (`@requiresScopes`, `@policy`); which purposes belong to the task of a role stands here, so that a list of roles
 * beside a list of purposes never lets a role look for a purpose that is not its own.
 */
export const rollen = [
  'balie',
  'intaker',
  'klantmanager',
  'werkcoach',
  'inkomensconsulent',
  'consulent_bbz',
  'consulent_schuldhulp',
  'consulent_inburgering',
  'matchmaker',
  'arbeidsbemiddelaar',
  'inkoopmakelaar',
  'handhaver',
  'client',
  'management',
  'beheerder',
  'partner_it',
] as const;

export type Rol = (typeof rollen)[number];

export const doelen = [
  'intake',
  'diagnose',
  'inkomen',
  'reintegratie',
  'bemiddeling',
  'nazorg',
  'handhaving',
  'inzage',
  'verantwoording',
  'beheer',
] as const;

export type Doel = (typeof doelen)[number];

/** For which purposes each role may look at all. */
export const doelenVanRol: Readonly<Record<Rol, readonly Doel[]>> = {
  balie: ['intake'],
  intaker: ['intake', 'diagnose'],
  klantmanager: ['intake', 'diagnose', 'reintegratie', 'bemiddeling', 'nazorg'],
  werkcoach: ['intake', 'diagnose', 'reintegratie', 'bemiddeling', 'nazorg'],
  inkomensconsulent: ['inkomen'],
  consulent_bbz: ['inkomen'],
  consulent_schuldhulp: ['reintegratie'],
  consulent_inburgering: ['reintegratie'],
  matchmaker: ['bemiddeling', 'nazorg'],
  arbeidsbemiddelaar: ['reintegratie', 'bemiddeling', 'nazorg'],
  inkoopmakelaar: ['reintegratie'],
  handhaver: ['handhaving'],
  client: ['inzage'],
  management: ['verantwoording'],
  beheerder: ['beheer'],
  partner_it: ['beheer'],
};

export function isRol(naam: string): naam is Rol {
  return rollen.some((rol) => rol === naam);
}

export function isDoel(naam: string): naam is Doel {
  return doelen.some((doel) => doel === naam);
}
