import type { Maand } from './dates.ts';
import type { Datum, Werkgever } from './facts.ts';
import type { Regio } from './regions.ts';
import type { Personeel } from './staff.ts';

/** What every part of one population shares. */
export type Kader = {
  readonly regio: Regio;
  /** Names the random streams: region and seed. */
  readonly seedText: string;
  readonly peildatum: Datum;
  /** The three whole months before the reference date. */
  readonly maanden: readonly Maand[];
  readonly personeel: Personeel;
  readonly werkgevers: readonly Werkgever[];
  readonly lengteWachtlijst: number;
};
