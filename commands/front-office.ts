/**
 * The named documents of the front office (`schema/operations`), each with the input its golden answer is of:
 * the first client, open vacancy and klantmanager of the population, its richest employer, and the year 2026.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { LopendWerkplein } from './in-one-process.ts';

/** An answer of the whole Westland Werkplein with every source well, and what was asked. */
export type Golden = {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
};

/** The moment of every golden answer: shortly after the day the synthetic population is of. */
export const goldenMoment = () => new Date('2026-11-05T10:00:00Z');

/** The first employer of whom no part of the page is empty: vacancies, placements, other regions, approached twice. */
const rijksteWerkgever = '90002453';

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
export function invoerVan({ bevolking, pseudoniem }: LopendWerkplein) {
  const { personen, werkgevers, vacatures } = bevolking;
  const client = eerste('person', personen);
  const clientnummer = pseudoniem.clientnummerVan(client.bsn);
  const open = vacatures.filter(({ status }) => status === 'OPEN');
  const vacature = eerste('open vacancy', open);
  const { kvkNummer } = eerste(
    'employer that is known for everything',
    werkgevers.filter((w) => w.kvkNummer === rijksteWerkgever),
  );
  const { klantmanager } = eerste(
    'client file',
    personen.flatMap(({ klantdossier }) => klantdossier ?? []),
  );
  const clientnummers = personen
    .filter(({ klantdossier }) => klantdossier?.klantmanager.nummer === klantmanager.nummer)
    .slice(0, 5)
    .map(({ bsn }) => pseudoniem.clientnummerVan(bsn));
  const caseload = { rol: 'KLANTMANAGER', medewerkernummer: klantmanager.nummer, first: 10 };
  const periode = { periode: '2026-10', jaar: 2025 };
  const invoer: Readonly<Record<string, Golden['variables']>> = {
    balie: { clientnummer },
    caseload,
    'caseload-signalen': caseload,
    clientprofiel: { clientnummer },
    diagnose: { clientnummer },
    'eigen-dossier': { clientnummer, ...periode },
    inkomenstoets: { clientnummer, ...periode },
    intake: { clientnummer },
    matching: { id: vacature.id, first: 10 },
    nazorg: { clientnummer },
    signalen: { clientnummers },
    tijdlijn: { clientnummer, first: 100 },
    vacatures: { first: 5 },
    verantwoording: { van: '2026-01-01', tot: '2026-12-31' },
    werkgever: { kvkNummer },
    werkvoorraad: { clientnummers },
    'zoek-client': { geslachtsnaam: client.naam.geslachtsnaam, geboortedatum: client.geboortedatum },
  };
  return (naam: string): Golden['variables'] => {
    const variables = invoer[naam];
    if (variables === undefined) throw new Error(`no input for the document ${naam}`);
    return variables;
  };
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
