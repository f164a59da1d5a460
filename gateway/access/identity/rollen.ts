/** Roles of the front office. A token may carry these and no other. */
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

/** Purposes (doelbinding). Every request states one of these. */
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

export function isRol(naam: string): naam is Rol {
  return rollen.some((rol) => rol === naam);
}

export function isDoel(naam: string): naam is Doel {
  return doelen.some((doel) => doel === naam);
}
