import { createHash } from 'node:crypto';
import type { Codewaarde, Matchgraad } from '../../kit/index.ts';

/**
 * From the pools of the partners to one ranked offer. What the rank rests on is all that comes in here:
 * grades for five criteria. No benefit, no municipality of residence, no name and no pool outweighs another.
 */

export const criteria = ['beroep', 'uren', 'reisafstand', 'niveau', 'taal'] as const;
export type Criterium = (typeof criteria)[number];

/** A candidate as one pool offers it. */
export type Poolmatch = {
  readonly clientnummer: string;
  readonly beschikbaarVanaf?: string | null;
  readonly instrumenten: readonly Codewaarde[];
} & Readonly<Record<Criterium, Matchgraad>>;

/** A pool: the source that offers, and whom. */
export type Pool = { readonly bron: string; readonly kandidaten: readonly Poolmatch[] };

/** Why a candidate stands where it stands: one criterion, its grade, and the sources that gave that grade. */
export type Rangreden = {
  readonly criterium: Criterium;
  readonly graad: Matchgraad;
  readonly volgens: readonly string[];
};

export type Kandidaat = {
  readonly clientnummer: string;
  /** One for each criterion, in the order of `criteria`. */
  readonly redenen: readonly Rangreden[];
  readonly beschikbaarVanaf: string | null;
  readonly instrumenten: readonly Codewaarde[];
};

/**
 * A person known to several partners, once. Of each criterion the best grade that a source could establish
 * counts, with the sources that say so; not known gives way to any other. The instruments are those of all,
 * the day of availability the latest that a source gives: from then on all agree.
 */
export function voegSamen(pools: readonly Pool[]): readonly Kandidaat[] {
  const perClient = new Map<string, { readonly bron: string; readonly match: Poolmatch }[]>();
  for (const { bron, kandidaten } of pools) {
    for (const match of kandidaten) {
      const eerder = perClient.get(match.clientnummer);
      if (eerder === undefined) perClient.set(match.clientnummer, [{ bron, match }]);
      else eerder.push({ bron, match });
    }
  }
  return [...perClient].map(([clientnummer, aanbod]) => ({
    clientnummer,
    redenen: criteria.map((criterium) => {
      const graad = sterksteVan(aanbod.map(({ match }) => match[criterium]));
      const volgens = aanbod.filter(({ match }) => match[criterium] === graad).map(({ bron }) => bron);
      return { criterium, graad, volgens: [...new Set(volgens)].sort() };
    }),
    beschikbaarVanaf:
      aanbod
        .flatMap(({ match }) => match.beschikbaarVanaf ?? [])
        .sort()
        .at(-1) ?? null,
    instrumenten: perCode(aanbod.flatMap(({ match }) => match.instrumenten)),
  }));
}

/** What counts when sources say different things: what one established goes before what another did not. */
const bewijskracht: readonly Matchgraad[] = ['VOLDOET', 'DEELS', 'VOLDOET_NIET', 'ONBEKEND'];

function sterksteVan(graden: readonly Matchgraad[]): Matchgraad {
  return bewijskracht.find((graad) => graden.includes(graad)) ?? 'ONBEKEND';
}

/** Each code once, in the order of the codes; a meaning goes before none. */
function perCode(codes: readonly Codewaarde[]): readonly Codewaarde[] {
  const uniek = new Map<string, Codewaarde>();
  for (const waarde of codes) {
    const eerder = uniek.get(waarde.code);
    if (eerder?.omschrijving == null) uniek.set(waarde.code, waarde);
  }
  return [...uniek.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** What a criterion weighs: the profession as much as hours and travel together, those as much as the rest. */
const gewichten: Readonly<Record<Criterium, number>> = {
  beroep: 4,
  uren: 2,
  reisafstand: 2,
  niveau: 1,
  taal: 1,
};

/** What a grade is worth: what is not known may turn out well, so it stands above what does not meet. */
const waarden: Readonly<Record<Matchgraad, number>> = { VOLDOET: 3, DEELS: 2, ONBEKEND: 1, VOLDOET_NIET: 0 };

/** How well a candidate fits: 0 (meets nothing) to 30 (meets everything). A better grade never gives less. */
export function punten(redenen: readonly Pick<Rangreden, 'criterium' | 'graad'>[]): number {
  return redenen.reduce((som, { criterium, graad }) => som + gewichten[criterium] * waarden[graad], 0);
}

/** Where a candidate stands: by points, the most first; equals by a number that means nothing. */
export type Plaats = { readonly punten: number; readonly loting: string };

/**
 * The lot of a candidate for one vacancy: a hash of both, so that it stays the same between questions,
 * says nothing of the person, and favours nobody in every vacancy.
 */
export function loting(vacatureId: string, clientnummer: string): string {
  return createHash('sha256').update(`${vacatureId}:${clientnummer}`).digest('hex').slice(0, 32);
}

export function plaatsVan(vacatureId: string, { clientnummer, redenen }: Kandidaat): Plaats {
  return { punten: punten(redenen), loting: loting(vacatureId, clientnummer) };
}

/** Negative when `a` stands before `b`. */
export function vergelijkPlaats(a: Plaats, b: Plaats): number {
  if (a.punten !== b.punten) return b.punten - a.punten;
  return a.loting < b.loting ? -1 : a.loting > b.loting ? 1 : 0;
}

/** The candidates in their order. */
export function rangschik(
  vacatureId: string,
  kandidaten: readonly Kandidaat[],
): readonly { readonly kandidaat: Kandidaat; readonly plaats: Plaats }[] {
  return kandidaten
    .map((kandidaat) => ({ kandidaat, plaats: plaatsVan(vacatureId, kandidaat) }))
    .sort((a, b) => vergelijkPlaats(a.plaats, b.plaats));
}
