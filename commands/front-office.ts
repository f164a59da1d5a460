/**
 * The named documents of the front office (`schema/operations`), each with the input its golden answer is of:
 * the first client, open vacancy and klantmanager of the population, its largest employer, the year 2026, and for
 * the signals beside the first client one for whom each kind of term ends.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Bevolking, Persoon } from '../subgraphs/population/index.ts';
import type { LopendWerkplein } from './in-one-process.ts';

/** An answer of the whole Westland Werkplein with every source well, and what was asked. */
export type Golden = {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
};

/** The moment of every golden answer: on the day around which terms of the synthetic population end. */
export const goldenMoment = () => new Date('2026-11-05T10:00:00Z');

const map = new URL('../schema/operations/', import.meta.url);

/** Every document of the front office, by file name. */
export const documenten: readonly string[] = namen('./', '.graphql');

/** The documents that have a golden answer. */
export const metGolden = (): readonly string[] => namen('golden/', '.json');

export const goldenBestand = (naam: string) => new URL(`golden/${naam}.json`, map);

export const leesDocument = (naam: string) => readFileSync(new URL(`${naam}.graphql`, map), 'utf8');

/** @throws when the document has no golden answer; `npm run golden` writes it */
export const leesGolden = (naam: string) => JSON.parse(readFileSync(goldenBestand(naam), 'utf8')) as Golden;

/**
 * What each document is asked with.
 *
 * @throws when there is a document without input here, or when the population lacks a first of something
 */
export function invoerVan({ bevolking, pseudoniem }: Pick<LopendWerkplein, 'bevolking' | 'pseudoniem'>) {
  const { personen, werkgevers, vacatures } = bevolking;
  const client = eerste('person', personen);
  const clientnummer = pseudoniem.clientnummerVan(client.bsn);
  const open = vacatures.filter(({ status }) => status === 'OPEN');
  const vacature = eerste('open vacancy', open);
  // Large enough that no part of its page is empty, and that its employment may be counted.
  const { kvkNummer } = eerste(
    'employer',
    werkgevers.toSorted((a, b) => b.werkzamePersonen - a.werkzamePersonen),
  );
  const { klantmanager } = eerste(
    'client file',
    personen.flatMap(({ klantdossier }) => klantdossier ?? []),
  );
  const nummers = (mensen: readonly Persoon[]) => mensen.map(({ bsn }) => pseudoniem.clientnummerVan(bsn));
  const vanKlantmanager = personen
    .filter(({ klantdossier }) => klantdossier?.klantmanager.nummer === klantmanager.nummer)
    .slice(0, 5);
  const caseload = { rol: 'KLANTMANAGER', medewerkernummer: klantmanager.nummer, first: 10 };
  const periode = { periode: '2026-10', jaar: 2025 };
  const invoer: Readonly<Record<string, Golden['variables']>> = {
    balie: { clientnummer },
    caseload,
    'caseload-keuze': { ...caseload, filter: { doelgroepen: ['BEPERKT', 'BESCHUT'] } },
    'caseload-signalen': caseload,
    clientprofiel: { clientnummer },
    diagnose: { clientnummer },
    'eigen-dossier': { clientnummer, ...periode },
    inkomenstoets: { clientnummer, ...periode },
    intake: { clientnummer },
    matching: { id: vacature.id, first: 10 },
    nazorg: { clientnummer },
    signalen: { clientnummers: nummers([client, ...vanElkeTermijn(bevolking)]) },
    tijdlijn: { clientnummer, first: 100 },
    vacatures: { first: 5 },
    verantwoording: { van: '2026-01-01', tot: '2026-12-31' },
    werkgever: { kvkNummer },
    werkvoorraad: { clientnummers: nummers(vanKlantmanager) },
    'zoek-client': { geslachtsnaam: client.naam.geslachtsnaam, geboortedatum: client.geboortedatum },
  };
  return (naam: string): Golden['variables'] => {
    const variables = invoer[naam];
    if (variables === undefined) throw new Error(`no input for the document ${naam}`);
    return variables;
  };
}

/** The first client of each kind of life in which a term ends: for that one it ends on the golden day, or comes. */
function vanElkeTermijn({ personen, levenslopen = [] }: Bevolking): readonly Persoon[] {
  const soorten = levenslopen.map(({ regels }) => regels.join());
  return levenslopen.flatMap(({ volgnummer }, i) =>
    soorten.indexOf(soorten[i] ?? '') === i ? (personen[volgnummer] ?? []) : [],
  );
}

function eerste<T>(wat: string, lijst: readonly T[]): T {
  const [element] = lijst;
  if (element === undefined) throw new Error(`the population has no ${wat}`);
  return element;
}

function namen(submap: string, extensie: string): readonly string[] {
  return readdirSync(new URL(submap, map))
    .filter((bestand) => bestand.endsWith(extensie))
    .map((bestand) => bestand.slice(0, -extensie.length))
    .sort();
}
