import { readFileSync } from 'node:fs';
import type { LopendWerkplein } from '../../commands/in-one-process.ts';
import type { Persoon, Werkgever } from '../../subgraphs/population/index.ts';

/** A query of docs/systemen.md: under which heading, what its variables stand for, and its text. */
export type Voorbeeld = { readonly titel: string; readonly voor: string; readonly query: string };

/** Reads every query of the page. @throws when a block does not say what its variables stand for */
export function leesVoorbeelden(): readonly Voorbeeld[] {
  const tekst = readFileSync(new URL('../../docs/systemen.md', import.meta.url), 'utf8');
  return tekst.split(/^#{2,3} /m).flatMap((deel) => {
    const titel = deel.slice(0, deel.indexOf('\n'));
    return [...deel.matchAll(/^```graphql\n([\s\S]*?)^```/gm)].map(([, query = '']) => {
      const voor = /^# (.+)\n/.exec(query)?.[1];
      if (voor === undefined)
        throw new Error(`${titel}: the query does not say what its variables stand for`);
      return { titel, voor, query };
    });
  });
}

/** Who is meant on the page: the first of the population for whom it holds. */
const clienten: Readonly<Record<string, (persoon: Persoon) => boolean>> = {
  client: () => true,
  'client met maatregel': ({ bijstand }) => bijstand?.maatregel !== undefined,
  'client met Work First': ({ klantdossier }) => klantdossier?.workFirst?.gestartOp !== undefined,
  'client met inburgering': ({ klantdossier, inburgering }) =>
    klantdossier !== undefined && inburgering?.aangemeldOp !== undefined,
  'client met kinderopvang': ({ klantdossier }) => (klantdossier?.kinderopvang ?? []).length > 0,
  'client met plaatsing': ({ swDienstverband }) =>
    swDienstverband?.plaatsingen.some(({ kvkNummer }) => kvkNummer !== undefined) === true,
  'client met plaatsingsafspraak': ({ voorstellen }) =>
    voorstellen.some(({ plaatsingsafspraken }) => (plaatsingsafspraken ?? []).length > 0),
};
const werkgevers: Readonly<Record<string, (werkgever: Werkgever) => boolean>> = {
  werkgever: () => true,
  'werkgever met zoekopdracht': ({ zoekopdrachten }) => (zoekopdrachten ?? []).length > 0,
  'werkgever met contact elders': ({ contactenElders }) => (contactenElders ?? []).length > 0,
};

/** Values for what the first line of a query names. @throws when it names nothing that the population has */
export function variabelenVoor(
  voor: string,
  { bevolking, pseudoniem }: LopendWerkplein,
): Readonly<Record<string, string>> {
  const { personen, vacatures } = bevolking;
  const variabelen = {
    clientnummer: personen
      .filter(clienten[voor] ?? geen)
      .map(({ bsn }) => pseudoniem.clientnummerVan(bsn))[0],
    kvkNummer: bevolking.werkgevers.find(werkgevers[voor] ?? geen)?.kvkNummer,
    id: voor === 'vacature' ? vacatures.find(({ status }) => status === 'OPEN')?.id : undefined,
    bsn: voor === 'bsn' ? personen[0]?.bsn : undefined,
    medewerkernummer: voor === 'klantmanager' ? personen[0]?.klantdossier?.klantmanager.nummer : undefined,
    // A year to the day that the population is of.
    van: voor === 'periode' ? '2025-11-02' : undefined,
    tot: voor === 'periode' ? '2026-11-01' : undefined,
  };
  const gegeven = Object.entries(variabelen).filter(
    (paar): paar is [string, string] => paar[1] !== undefined,
  );
  if (gegeven.length === 0 && voor !== 'niets') throw new Error(`nobody is meant by "${voor}"`);
  return Object.fromEntries(gegeven);
}

function geen(): boolean {
  return false;
}
