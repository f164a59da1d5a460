import { loopt } from './counts.ts';
import type { Bevolking, Datum, Periode, Persoon } from './facts.ts';

/** Counts of a population over a period, for the simulated sources that report on it. */

/** One case of a person: under which scheme, and when. */
export type Geval = { readonly regeling: string; readonly periode: Periode };

/** Cases of one scheme in one municipality. */
export type Stroomtelling = {
  readonly regeling: string;
  readonly gemeentecode: string;
  readonly gemeentenaam: string;
  readonly instroom: number;
  readonly uitstroom: number;
  readonly bestand: number;
  /** Days that the cases that ended took, first and last included. */
  readonly dagenBeeindigd: number;
};

/** Whether a case still runs when the day is over. */
export function looptNa(periode: Periode, dag: Datum): boolean {
  return loopt(periode, dag) && periode.einddatum !== dag;
}

export function binnen(datum: Datum | undefined, van: Datum, tot: Datum): boolean {
  return datum !== undefined && datum >= van && datum <= tot;
}

/** Counts by scheme and municipality of residence; a municipality without any case has no line. */
export function telGevallen(
  { personen }: Pick<Bevolking, 'personen'>,
  gevallenVan: (persoon: Persoon) => readonly Geval[],
  van: Datum,
  tot: Datum,
): readonly Stroomtelling[] {
  const tellingen = new Map<string, Stroomtelling>();
  for (const persoon of personen) {
    for (const { regeling, periode } of gevallenVan(persoon)) {
      const { gemeentecode, gemeentenaam } = persoon.adres;
      const sleutel = `${regeling}/${gemeentecode}`;
      const eerder = tellingen.get(sleutel);
      const ten = binnen(periode.einddatum, van, tot);
      tellingen.set(sleutel, {
        regeling,
        gemeentecode,
        gemeentenaam,
        instroom: (eerder?.instroom ?? 0) + Number(binnen(periode.begindatum, van, tot)),
        uitstroom: (eerder?.uitstroom ?? 0) + Number(ten),
        bestand: (eerder?.bestand ?? 0) + Number(looptNa(periode, tot)),
        dagenBeeindigd: (eerder?.dagenBeeindigd ?? 0) + (ten ? duur(periode) : 0),
      });
    }
  }
  return [...tellingen.values()];
}

/** How many persons each code is true of; codes in the order of `codes`, also those of nobody. */
export function telCodes<C extends string>(
  codes: readonly C[],
  personen: readonly Persoon[],
  codesVan: (persoon: Persoon) => readonly C[],
): readonly { readonly code: C; readonly aantal: number }[] {
  const aantallen = new Map<C, number>(codes.map((code) => [code, 0]));
  for (const persoon of personen) {
    for (const code of new Set(codesVan(persoon))) aantallen.set(code, (aantallen.get(code) ?? 0) + 1);
  }
  return [...aantallen].map(([code, aantal]) => ({ code, aantal }));
}

function duur({ begindatum, einddatum = begindatum }: Periode): number {
  return Math.round((Date.parse(einddatum) - Date.parse(begindatum)) / 86_400_000) + 1;
}
