import type { Bronreden } from './bronantwoord.ts';
import type { Werkvoorraadgegevens } from './werkvoorraad.ts';

/** A person whose data a source was asked for or gave, by a number that is no BSN. */
export type Betrokkene = {
  /** `CLIENTNUMMER`, or `CRM_CONTACT`: the id of somebody at an employer in the CRM. */
  readonly soort: 'CLIENTNUMMER' | 'CRM_CONTACT';
  readonly id: string;
};

/**
 * Whose data a question is about. Each of them gets a processing record, whatever comes of the question.
 * @param gegevens what the source gave; undefined when it gave nothing
 */
export type Betreft<K, T> = (sleutel: K, gegevens: T | undefined) => readonly Betrokkene[];

/** The client with this number. */
export const client = (clientnummer: string): Betrokkene => ({ soort: 'CLIENTNUMMER', id: clientnummer });

/** A question that is keyed on clientnummer, and about nobody else. */
export const deClient = (clientnummer: string): readonly Betrokkene[] => [client(clientnummer)];

/** A question about no person: figures, employers, vacancies. */
export const niemand = (): readonly Betrokkene[] => [];

type Clienten = readonly { readonly clientnummer: string }[];

/** A question that gives a list of clients. */
export const deClienten = (gegevens: Clienten | undefined): readonly Betrokkene[] =>
  (gegevens ?? []).map(({ clientnummer }) => client(clientnummer));

/** A question for a caseload: everyone in it. */
export const deWerkvoorraad = (
  _medewerkernummer: string,
  gegevens: Werkvoorraadgegevens | undefined,
): readonly Betrokkene[] => deClienten(gegevens?.clienten);

/** One line of `extensions.verwerkingen`: one person, one source. Times in milliseconds since 1970. */
export type Verwerkingsmelding = Betrokkene & {
  readonly bron: string;
  readonly begin: number;
  readonly einde: number;
  /** Whether the source answered; with nothing is answered too. */
  readonly gelukt: boolean;
};

const nietGevraagd: readonly Bronreden[] = [
  'TIJD_OP',
  'CLIENTNUMMER_ONBEKEND',
  'KANTOOR_ONBEKEND',
  'BUITEN_WERKGEBIED',
  'RSIN_ONBEKEND',
  'SLEUTEL_ONGELDIG',
];

/** Whether a source that gave this reason was not asked at all, so that nothing of a person was processed. */
export const isNietGevraagd = (reden: Bronreden): boolean => nietGevraagd.includes(reden);
