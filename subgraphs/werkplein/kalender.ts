import {
  amsterdamseDag,
  type Dag,
  type DatumOnvolledig,
  grenzen,
  overlap,
  type Periode,
} from '../kit/index.ts';

export { amsterdamseDag, type Dag, plusDagen, plusMaanden } from '../kit/index.ts';

/** The calendar day in Europe/Amsterdam of an RFC 3339 moment; null when the text is no moment. */
export function dagVanTijdstip(tijdstip: string): Dag | null {
  const moment = new Date(tijdstip);
  return Number.isNaN(moment.getTime()) ? null : amsterdamseDag(moment);
}

/** Yes, no, or depends on what is not known. */
export type Drie = 'JA' | 'MOGELIJK' | 'NEE';

/** Whether at least one of these holds. */
export function eenVan(waarden: readonly Drie[]): Drie {
  if (waarden.includes('JA')) return 'JA';
  return waarden.includes('MOGELIJK') ? 'MOGELIJK' : 'NEE';
}

/** Whether all of these hold. */
export function allemaal(waarden: readonly Drie[]): Drie {
  if (waarden.includes('NEE')) return 'NEE';
  return waarden.includes('MOGELIJK') ? 'MOGELIJK' : 'JA';
}

/** Whether a dated event took place by a day; no date: it did not. */
export function gebeurdOp(datum: DatumOnvolledig | null | undefined, vandaag: Dag): Drie {
  if (datum === null || datum === undefined) return 'NEE';
  const { eerste, laatste } = grenzen(datum);
  if (laatste <= vandaag) return 'JA';
  return eerste <= vandaag ? 'MOGELIJK' : 'NEE';
}

/** Whether a date lies on or after a day. */
export function opOfNa(datum: DatumOnvolledig, dag: Dag): Drie {
  const { eerste, laatste } = grenzen(datum);
  if (eerste >= dag) return 'JA';
  return laatste >= dag ? 'MOGELIJK' : 'NEE';
}

/** Whether a date lies on or after another. */
export function nietVoor(datum: DatumOnvolledig, ander: DatumOnvolledig): Drie {
  if (opOfNa(datum, grenzen(ander).laatste) === 'JA') return 'JA';
  return opOfNa(datum, grenzen(ander).eerste) === 'NEE' ? 'NEE' : 'MOGELIJK';
}

/** Whether a period with possibly partial ends includes a day. */
export function looptOp(periode: Partial<Periode>, dag: Dag): Drie {
  return overlap(
    { begindatum: periode.begindatum ?? null, einddatum: periode.einddatum ?? null },
    { begindatum: dag, einddatum: dag },
  );
}
