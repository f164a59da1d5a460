import type { Rol } from '../gateway/access/index.ts';
import { type Regionaam, regios } from '../subgraphs/population/index.ts';
import type { Ontwikkelpersoon, organisaties } from './development-issuer.ts';

type Rolpersoon = {
  readonly naam: string;
  readonly organisatie: (typeof organisaties)[number];
  /** Numbers that the population gives workers of this role: the first, and how many follow each other. */
  readonly nummers?: readonly [prefix: string, eerste: number, aantal: number];
  /** Has no mandate for any municipality: sees no persons. */
  readonly zonderMandaat?: true;
};

/**
 * One person for each role of workers. Those with a number are the first of their role in the default population
 * (Westland, seed 1), where they have a caseload.
 */
export const rolpersonen: Readonly<Record<Exclude<Rol, 'client'>, Rolpersoon>> = {
  balie: { naam: 'Janneke Vlietstra', organisatie: 'werkplein' },
  intaker: { naam: 'Ruben Heemsbergen', organisatie: 'werkplein' },
  klantmanager: { naam: 'Berend Cramwinckel', organisatie: 'gemeente', nummers: ['KM', 1, 12] },
  werkcoach: { naam: 'Yolande Ypenga', organisatie: 'uwv', nummers: ['WC', 19, 8] },
  inkomensconsulent: { naam: 'Suzan Aalderink', organisatie: 'gemeente', nummers: ['IC', 13, 6] },
  consulent_bbz: { naam: 'Annelies Dorrestein', organisatie: 'gemeente' },
  consulent_schuldhulp: { naam: 'Hugo Wijnbergen', organisatie: 'gemeente' },
  consulent_inburgering: { naam: 'Samira Elzinga', organisatie: 'gemeente' },
  matchmaker: { naam: 'Evelien Goudriaan', organisatie: 'wsp', nummers: ['MM', 35, 5] },
  // The caseload of the SW company is kept by its consulenten.
  arbeidsbemiddelaar: { naam: 'Berend Mosterdijk', organisatie: 'sw', nummers: ['SW', 27, 5] },
  inkoopmakelaar: { naam: 'Pepijn Rozendal', organisatie: 'gemeente' },
  handhaver: { naam: 'Marga Steenhuizen', organisatie: 'gemeente' },
  management: { naam: 'Leonie Bartelink', organisatie: 'werkplein' },
  beheerder: { naam: 'Thijs Oldenkamp', organisatie: 'werkplein', zonderMandaat: true },
  partner_it: { naam: 'Noor Kuiperij', organisatie: 'uwv', zonderMandaat: true },
};

/** How many persons have a role. */
export const aantalPersonen = (rol: Exclude<Rol, 'client'>): number => rolpersonen[rol].nummers?.[2] ?? 1;

/** The municipalities of a region, which its workers are mandated for. */
export function mandatenVan(regio: Regionaam): readonly string[] {
  return regios[regio].gemeenten.filter(({ buitenRegio }) => buitenRegio !== true).map(({ code }) => code);
}

/**
 * The n-th person of a role, from 1.
 *
 * @param mandaten what a person of this role is mandated for, where the role has mandates
 */
export function medewerkerVan(
  rol: Exclude<Rol, 'client'>,
  n: number,
  mandaten: readonly string[],
): Ontwikkelpersoon & { readonly kind: 'medewerker' } {
  const { organisatie, nummers, zonderMandaat } = rolpersonen[rol];
  const nummer =
    nummers === undefined ? undefined : `${nummers[0]}-${String(nummers[1] + n - 1).padStart(3, '0')}`;
  return {
    kind: 'medewerker',
    sub: `${rol}-${n}`,
    rollen: [rol],
    organisatie,
    mandaten: zonderMandaat === true ? [] : mandaten,
    ...(nummer === undefined ? {} : { medewerkernummer: nummer }),
  };
}
