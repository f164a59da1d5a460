import type { Doel, Rol } from '../policy/rollen.ts';

/** Rights that an issuer may give beside roles. */
export const rechten = ['vertrouwelijk'] as const;
export type Recht = (typeof rechten)[number];

/** Who asks, on whose behalf, and for what. Holds no BSN and nothing of the token itself; frozen. */
export type Identity = {
  /** The `iss` of the token. */
  readonly issuer: string;
  /** Pseudonym of the person who signed in: the same on every visit, for this issuer. */
  readonly actor: string;
  readonly rollen: readonly Rol[];
  /** The organisation that the issuer speaks for. */
  readonly organisatie: string;
  /** Municipalities that the person is mandated for, as CBS codes of four digits. */
  readonly mandaten: readonly string[];
  /** Number of the worker at the own organisation, for caseloads. */
  readonly medewerkernummer?: string;
  /** The citizen who signed in: the one client that may be looked at. */
  readonly clientnummer?: string;
  /** What the worker may do beyond the role: `vertrouwelijk` opens confidential files. */
  readonly rechten?: readonly Recht[];
  readonly doel: Doel;
};
