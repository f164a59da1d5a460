/**
 * What came of asking a source: the six outcomes of `Bronuitkomst` as a discriminated union.
 * A source that fails is a value, never an exception that empties a profile.
 */

import type { Betrokkene } from './betrokkene.ts';

/** Why a source gave no (complete) answer. A closed list; `meldingen` has a sentence for each. */
export type Bronreden =
  | 'ONBEREIKBAAR'
  | 'TE_LAAT'
  | 'TIJD_OP'
  | 'ONDERHOUD'
  | 'BEGRENSD'
  | 'BRONFOUT'
  | 'AANMELDING_GEWEIGERD'
  | 'ONLEESBAAR'
  | 'ONVERWACHTE_VORM'
  | 'WAARSCHUWING'
  | 'ONVOLLEDIG'
  | 'EERDERE_LEVERING'
  | 'GEWEIGERD'
  | 'CLIENTNUMMER_ONBEKEND'
  | 'KANTOOR_ONBEKEND'
  | 'BUITEN_WERKGEBIED'
  | 'RSIN_ONBEKEND'
  | 'SLEUTEL_ONGELDIG';

export type Bronuitkomst =
  | 'GEVONDEN'
  | 'NIETS_GEVONDEN'
  | 'GEDEELTELIJK'
  | 'NIET_GERECHTIGD'
  | 'BRON_NIET_BESCHIKBAAR'
  | 'FOUT';

type Inhoud<T> = {
  readonly gegevens: T;
  readonly actueelPer?: string;
  /** Others than who was asked about, of whom there are data in the answer. */
  readonly derden?: readonly Betrokkene[];
};

/** What a source function returns: the part of the answer that only it can know. */
export type Bronresultaat<T> =
  | (Inhoud<T> & { readonly uitkomst: 'GEVONDEN' })
  | (Inhoud<T> & { readonly uitkomst: 'GEDEELTELIJK'; readonly reden: Bronreden })
  | { readonly uitkomst: 'NIETS_GEVONDEN'; readonly actueelPer?: string }
  | { readonly uitkomst: 'NIET_GERECHTIGD'; readonly reden: Bronreden }
  | { readonly uitkomst: 'BRON_NIET_BESCHIKBAAR'; readonly reden: Bronreden }
  | { readonly uitkomst: 'FOUT'; readonly reden: Bronreden };

/** A result with its provenance: which source, asked when (ISO 8601, UTC). */
export type Bronantwoord<T> = Bronresultaat<T> & {
  readonly bron: string;
  readonly geraadpleegdOp: string;
};

/**
 * The source answered with `gegevens`, completely.
 * @param actueelPer the day the source itself says its data are of (EDTF), when it says so
 */
export function gevonden<T>(gegevens: T, actueelPer?: string): Bronresultaat<T> {
  return actueelPer === undefined
    ? { uitkomst: 'GEVONDEN', gegevens }
    : { uitkomst: 'GEVONDEN', gegevens, actueelPer };
}

/** The source answered with data and a reservation (an FWI warning, a page that did not come). */
export function gedeeltelijk<T>(gegevens: T, reden: Bronreden, actueelPer?: string): Bronresultaat<T> {
  return actueelPer === undefined
    ? { uitkomst: 'GEDEELTELIJK', gegevens, reden }
    : { uitkomst: 'GEDEELTELIJK', gegevens, reden, actueelPer };
}

/** The same result, with whose data came along in it. */
export function metDerden<T>(resultaat: Bronresultaat<T>, derden: readonly Betrokkene[]): Bronresultaat<T> {
  return 'gegevens' in resultaat && derden.length > 0 ? { ...resultaat, derden } : resultaat;
}

/** The source answered that it knows nothing of this key: not an error and not "has no benefit". */
export function nietsGevonden<T>(actueelPer?: string): Bronresultaat<T> {
  return actueelPer === undefined
    ? { uitkomst: 'NIETS_GEVONDEN' }
    : { uitkomst: 'NIETS_GEVONDEN', actueelPer };
}

/** Thrown inside a source to say that it failed, and how; `raadpleeg` turns it into an outcome. */
export class BronFout extends Error {
  override readonly name = 'BronFout';
  readonly uitkomst: 'NIET_GERECHTIGD' | 'BRON_NIET_BESCHIKBAAR' | 'FOUT';
  readonly reden: Bronreden;

  /** @param cause the underlying error, for the log only: it never reaches a client */
  constructor(
    uitkomst: 'NIET_GERECHTIGD' | 'BRON_NIET_BESCHIKBAAR' | 'FOUT',
    reden: Bronreden,
    cause?: unknown,
  ) {
    super(`source failed: ${reden}`, cause === undefined ? undefined : { cause });
    this.uitkomst = uitkomst;
    this.reden = reden;
  }
}

const meldingen: Readonly<Record<Bronreden, string>> = {
  ONBEREIKBAAR: 'De bron is niet bereikbaar.',
  TE_LAAT: 'De bron heeft niet op tijd geantwoord.',
  TIJD_OP: 'De tijd voor deze vraag was op; de bron is niet meer gevraagd.',
  ONDERHOUD: 'De bron is tijdelijk gesloten voor onderhoud.',
  BEGRENSD: 'De bron neemt op dit moment geen vragen meer aan.',
  BRONFOUT: 'De bron meldt een fout.',
  AANMELDING_GEWEIGERD: 'De bron accepteert onze aanmelding niet.',
  ONLEESBAAR: 'Het antwoord van de bron is onleesbaar.',
  ONVERWACHTE_VORM: 'Het antwoord van de bron heeft een onverwachte vorm.',
  WAARSCHUWING: 'De bron geeft gegevens met een waarschuwing; ze zijn mogelijk niet volledig.',
  ONVOLLEDIG: 'De bron heeft een deel van de gegevens niet geleverd.',
  EERDERE_LEVERING:
    'De bron levert nu geen bruikbare gegevens; dit zijn die van de laatste volledige levering.',
  GEWEIGERD: 'De bron weigert deze gegevens te verstrekken.',
  CLIENTNUMMER_ONBEKEND: 'Dit clientnummer is niet door dit Werkplein uitgegeven.',
  KANTOOR_ONBEKEND: 'Niet vast te stellen is welk kantoor deze gegevens heeft; er is geen kantoor gevraagd.',
  BUITEN_WERKGEBIED:
    'Deze persoon staat ingeschreven in een gemeente die dit Werkplein niet bedient; de bron is niet gevraagd.',
  RSIN_ONBEKEND:
    'Het Handelsregister geeft geen RSIN van deze werkgever waarmee gevraagd mag worden; de bron is niet gevraagd.',
  SLEUTEL_ONGELDIG: 'Dit nummer heeft niet de vorm die de bron kent; de bron is niet gevraagd.',
};

/** The sentence for people that belongs to a reason; never the source's own text. */
export function meldingVan(reden: Bronreden): string {
  return meldingen[reden];
}

/** `Bronvermelding` of `gedeeld.graphql`. */
export type Bronvermelding = {
  readonly bron: string;
  readonly uitkomst: Bronuitkomst;
  readonly geraadpleegdOp: string;
  readonly actueelPer: string | null;
  readonly melding: string | null;
};

/** The provenance part of an answer, as the graph shows it. */
export function bronvermelding(antwoord: Bronantwoord<unknown>): Bronvermelding {
  return {
    bron: antwoord.bron,
    uitkomst: antwoord.uitkomst,
    geraadpleegdOp: antwoord.geraadpleegdOp,
    actueelPer: 'actueelPer' in antwoord ? (antwoord.actueelPer ?? null) : null,
    melding: 'reden' in antwoord ? meldingVan(antwoord.reden) : null,
  };
}

/**
 * A slice: the mapped data under their provenance. Every other field is absent (GraphQL null)
 * unless the source gave data, so that "not asked" and "not there" cannot be confused.
 */
export function slice<T, S extends object>(
  antwoord: Bronantwoord<T>,
  map: (gegevens: T) => S,
): { readonly bron: Bronvermelding } & Partial<S> {
  const bron = bronvermelding(antwoord);
  if (antwoord.uitkomst === 'GEVONDEN' || antwoord.uitkomst === 'GEDEELTELIJK') {
    return { ...map(antwoord.gegevens), bron };
  }
  return { bron } as { readonly bron: Bronvermelding } & Partial<S>;
}

/** From best to worst; an aggregate over several calls shows the worst. */
const ernst: readonly Bronuitkomst[] = [
  'GEVONDEN',
  'NIETS_GEVONDEN',
  'GEDEELTELIJK',
  'NIET_GERECHTIGD',
  'BRON_NIET_BESCHIKBAAR',
  'FOUT',
];

/** The graver of two outcomes. "Nothing found" beside "found" is found: the source worked. */
export function ergsteUitkomst(a: Bronuitkomst, b: Bronuitkomst): Bronuitkomst {
  if (ernst.indexOf(a) <= 1 && ernst.indexOf(b) <= 1) {
    return a === 'GEVONDEN' || b === 'GEVONDEN' ? 'GEVONDEN' : 'NIETS_GEVONDEN';
  }
  return ernst.indexOf(a) >= ernst.indexOf(b) ? a : b;
}
