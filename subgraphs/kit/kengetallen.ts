import { type Codetabel, type Codewaarde, codewaarde } from './codewaarde.ts';
import { GraafFout } from './errors.ts';
import type { VerantwoordingSleutel } from './sleutels.ts';

/**
 * Figures for accountability (verantwoording): counts of cases, never persons. What a partner's source
 * counted, by scheme and municipality, becomes the shapes of `gedeeld.graphql` here, under one rule for
 * small numbers.
 */

/** Counts of persons below this are not shown in a breakdown, and no average is given over fewer cases. */
export const kleinAantal = 5;

/** Longest period of a report, years. */
const maxJaren = 5;

const dag = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The period of a report, both days included.
 * @throws GraafFout ONGELDIGE_INVOER when a day does not exist, the end is before the begin, or it is longer than five years
 */
export function leesVerantwoordingsperiode({ van, tot }: VerantwoordingSleutel): VerantwoordingSleutel {
  if (!isDag(van) || !isDag(tot)) {
    throw new GraafFout('ONGELDIGE_INVOER', 'van en tot moeten bestaande dagen zijn (JJJJ-MM-DD).');
  }
  if (tot < van) throw new GraafFout('ONGELDIGE_INVOER', 'tot mag niet voor van liggen.');
  // The same day five years on is the first day too many; 29 February counts as 1 March there.
  const grens = `${String(Number(van.slice(0, 4)) + maxJaren).padStart(4, '0')}${van.slice(4)}`;
  if (tot >= grens) {
    throw new GraafFout('ONGELDIGE_INVOER', `Een verantwoording gaat over hoogstens ${maxJaren} jaar.`);
  }
  return { van, tot };
}

function isDag(waarde: string): boolean {
  if (!dag.test(waarde) || waarde.startsWith('0000')) return false;
  const moment = new Date(`${waarde}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(waarde);
}

/** What a source counted of one scheme in one municipality. */
export type Stroomregel = {
  readonly regeling: Codewaarde;
  /** Municipality of residence; null when the source does not know it. */
  readonly gemeente: Codewaarde | null;
  readonly instroom: number;
  /** Null when the source keeps no history of what ended. */
  readonly uitstroom: number | null;
  readonly bestand: number;
  /** Days that the cases of `uitstroom` took, together. */
  readonly dagenBeeindigd: number;
};

/** `Stroomcijfers` of `gedeeld.graphql`. */
export type Stroomcijfers = {
  readonly instroom: number;
  readonly uitstroom: number | null;
  readonly bestand: number;
  readonly doorlooptijdDagen: number | null;
};

/**
 * The lines together; null when there are none, since what a source does not count is not a zero. The
 * average, days to one decimal, is that of all cases that ended; it is not given when of any scheme only a
 * few did, whose length could then be worked out from the others.
 */
export function telStromen(regels: readonly Stroomregel[]): Stroomcijfers | null {
  return regels.length === 0 ? null : tel(regels);
}

function tel(regels: readonly Stroomregel[]): Stroomcijfers {
  const uitstroom = regels.some((regel) => regel.uitstroom === null) ? null : beeindigd(regels);
  const teWeinig = perRegeling(regels).some((groep) => isKlein(beeindigd(groep)));
  return {
    instroom: som(regels, (regel) => regel.instroom),
    uitstroom,
    bestand: som(regels, (regel) => regel.bestand),
    doorlooptijdDagen:
      uitstroom === null || teWeinig
        ? null
        : gemiddelde(
            som(regels, (regel) => regel.dagenBeeindigd),
            uitstroom,
          ),
  };
}

function beeindigd(regels: readonly Stroomregel[]): number {
  return som(regels, ({ uitstroom }) => uitstroom ?? 0);
}

/** Whether a count is of so few persons that it tells of them. */
function isKlein(aantal: number): boolean {
  return aantal > 0 && aantal < kleinAantal;
}

function perRegeling(regels: readonly Stroomregel[]): readonly (readonly Stroomregel[])[] {
  const codes = [...new Set(regels.map(({ regeling }) => regeling.code))].sort(opTekst);
  return codes.map((code) => regels.filter(({ regeling }) => regeling.code === code));
}

/** An average to one decimal; null over fewer than `kleinAantal` cases, where it would tell of persons. */
export function gemiddelde(totaal: number, aantal: number): number | null {
  return aantal < kleinAantal ? null : Math.round((totaal * 10) / aantal) / 10;
}

/** Figures by scheme, over all municipalities, in the order of the codes. */
export function cijfersPerRegeling(
  regels: readonly Stroomregel[],
): readonly { readonly regeling: Codewaarde; readonly cijfers: Stroomcijfers }[] {
  return perRegeling(regels).flatMap((groep) =>
    groep[0] === undefined ? [] : [{ regeling: groep[0].regeling, cijfers: tel(groep) }],
  );
}

/**
 * The caseload of each scheme in each municipality, in the order of the codes. Cases of which the
 * municipality is not known are in the totals only.
 */
export function bestandPerGemeente(
  regels: readonly Stroomregel[],
): readonly { readonly gemeente: Codewaarde; readonly regeling: Codewaarde; readonly bestand: number }[] {
  const bestanden = new Map<string, ReturnType<typeof bestandPerGemeente>[number]>();
  for (const { gemeente, regeling, bestand } of regels) {
    if (gemeente === null) continue;
    const sleutel = `${gemeente.code}/${regeling.code}`;
    const eerder = bestanden.get(sleutel)?.bestand ?? 0;
    bestanden.set(sleutel, { gemeente, regeling, bestand: eerder + bestand });
  }
  return [...bestanden.values()].sort(
    (a, b) => opTekst(a.gemeente.code, b.gemeente.code) || opTekst(a.regeling.code, b.regeling.code),
  );
}

/** `Telling` of `gedeeld.graphql`. */
export type Telling = {
  readonly code: Codewaarde;
  readonly aantal: number | null;
  readonly onderdrukt: boolean;
};

type Aantal = { readonly code: string; readonly aantal: number };

/**
 * The counts of each category together, in the order in which the categories come first: several offices or
 * municipalities may each count their own.
 */
function perCode(rijen: readonly Aantal[]): readonly Aantal[] {
  const aantallen = new Map<string, number>();
  for (const { code, aantal } of rijen) aantallen.set(code, (aantallen.get(code) ?? 0) + aantal);
  return [...aantallen].map(([code, aantal]) => ({ code, aantal }));
}

/** All counts together; null when there are none, since what a source does not count is not a zero. */
export function telSamen(aantallen: readonly number[]): number | null {
  return aantallen.length === 0 ? null : som(aantallen, (aantal) => aantal);
}

/** Counts by category of what is no person (vacancies): shown as they are. */
export function tellingen(rijen: readonly Aantal[], tabel: Codetabel = {}): readonly Telling[] {
  return perCode(rijen).map(({ code, aantal }) => ({
    code: codewaarde(code, tabel),
    aantal,
    onderdrukt: false,
  }));
}

/**
 * Counts of persons by category, with those from 1 to 4 hidden. Totals stand elsewhere in the report, so
 * one hidden count could be worked out from the others: as long as fewer than two are hidden, or those
 * hidden are together fewer than `kleinAantal`, the smallest that is still shown is hidden too. A zero is
 * about nobody; it is hidden only for that.
 */
export function tellingenVanPersonen(delen: readonly Aantal[], tabel: Codetabel = {}): readonly Telling[] {
  const rijen = perCode(delen);
  const verborgen = new Set(rijen.filter(({ aantal }) => isKlein(aantal)));
  const zichtbaar = rijen
    .filter((rij) => !verborgen.has(rij))
    .toSorted((a, b) => a.aantal - b.aantal || opTekst(a.code, b.code));
  for (const rij of zichtbaar) {
    if (verborgen.size === 0) break;
    if (verborgen.size > 1 && som([...verborgen], ({ aantal }) => aantal) >= kleinAantal) break;
    verborgen.add(rij);
  }
  return rijen.map((rij) => {
    const onderdrukt = verborgen.has(rij);
    return { code: codewaarde(rij.code, tabel), aantal: onderdrukt ? null : rij.aantal, onderdrukt };
  });
}

function som<T>(rijen: readonly T[], waarde: (rij: T) => number): number {
  return rijen.reduce((totaal, rij) => totaal + waarde(rij), 0);
}

function opTekst(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
