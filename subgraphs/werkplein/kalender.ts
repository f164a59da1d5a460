import { type DatumOnvolledig, grenzen, overlap, type Periode } from '../kit/index.ts';

/** A whole calendar day in the Netherlands, `JJJJ-MM-DD`. */
export type Dag = string;

const klok = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Europe/Amsterdam at a moment: terms run in days of the Netherlands, not of UTC. */
export function amsterdamseDag(moment: Date): Dag {
  return klok.format(moment);
}

/** The calendar day in Europe/Amsterdam of an RFC 3339 moment; null when the text is no moment. */
export function dagVanTijdstip(tijdstip: string): Dag | null {
  const moment = new Date(tijdstip);
  return Number.isNaN(moment.getTime()) ? null : amsterdamseDag(moment);
}

export function plusDagen(dag: Dag, dagen: number): Dag {
  const moment = new Date(`${dag}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + dagen);
  return dagVan(moment);
}

/** A day after the last one that can be written in four digits of a year counts as that one. */
function dagVan(moment: Date): Dag {
  return moment.getUTCFullYear() > 9999 ? '9999-12-31' : moment.toISOString().slice(0, 10);
}

/** The same day so many months on; the last day of that month when it has no such day (31 January → 28 February). */
export function plusMaanden(dag: Dag, maanden: number): Dag {
  const [jaar = 0, maand = 1, dagnummer = 1] = dag.split('-').map(Number);
  const eersteVanMaand = new Date(Date.UTC(2000, maand - 1 + maanden, 1));
  eersteVanMaand.setUTCFullYear(jaar + (eersteVanMaand.getUTCFullYear() - 2000));
  const laatste = new Date(eersteVanMaand);
  laatste.setUTCMonth(laatste.getUTCMonth() + 1, 0);
  eersteVanMaand.setUTCDate(Math.min(dagnummer, laatste.getUTCDate()));
  return dagVan(eersteVanMaand);
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
