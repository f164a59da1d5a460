/** The citizen sees the own file, and who looked into it: not what is confidential, and nothing of anybody else. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lees, leesElk, toetsmoment } from '../operations.ts';
import { type GeslotenWerkplein, startGesloten } from './gesloten-werkplein.ts';

let werkplein: GeslotenWerkplein;
let bsn: string;
let ander: string;

beforeAll(async () => {
  werkplein = await startGesloten({ now: toetsmoment });
  const [een, twee] = werkplein.bevolking.personen.filter(({ bijstand }) => bijstand !== undefined);
  bsn = een?.bsn ?? '';
  ander = twee?.bsn ?? '';
}, 60_000);
afterAll(async () => {
  await werkplein.stop();
});

const nummer = (van: string) => werkplein.pseudoniem.clientnummerVan(van);
const verwerkingen = `query Mijn($first: Int, $after: String, $van: Date, $tot: Date) {
  mijnVerwerkingen(first: $first, after: $after, van: $van, tot: $tot) {
    totaal pageInfo { hasNextPage endCursor }
    edges { node { tijdstip bron isGelukt doel partner verantwoordelijke grondslagen } } } }`;

describe('a citizen', () => {
  it('opens the own file without knowing a number', async () => {
    const { data, errors } = await werkplein.vraag(
      '{ mijnDossier { clientnummer persoon { bron { uitkomst } } } }',
      {},
      await werkplein.alsClient(bsn),
    );
    expect([data, errors]).toEqual([
      { mijnDossier: { clientnummer: nummer(bsn), persoon: { bron: { uitkomst: 'GEVONDEN' } } } },
      undefined,
    ]);
  });

  it('sees who asked which source for what, and no investigation', async () => {
    const vraag = 'query V($c: ID!) { client(clientnummer: $c) { bijstand { bron { uitkomst } } } }';
    for (const [rol, doel, wie] of [
      ['intaker', 'intake', bsn],
      ['inkomensconsulent', 'inkomen', bsn],
      ['handhaver', 'handhaving', bsn],
      ['inkomensconsulent', 'inkomen', ander],
    ] as const) {
      await werkplein.vraag(vraag, { c: nummer(wie) }, await werkplein.als(rol, doel));
    }
    const { data, errors } = await werkplein.vraag(verwerkingen, {}, await werkplein.alsClient(bsn));
    expect(errors).toBeUndefined();
    const nodes = leesElk(data, 'mijnVerwerkingen.edges', 'node') as readonly {
      readonly doel: string;
      readonly bron: string;
    }[];
    expect([...new Set(nodes.map(({ doel }) => doel))].sort()).toEqual(['inkomen', 'intake', 'inzage']);
    expect(nodes.find(({ doel, bron }) => doel === 'intake' && bron === 'SUWI_BIJSTAND')).toEqual({
      tijdstip: toetsmoment().toISOString(),
      bron: 'SUWI_BIJSTAND',
      isGelukt: true,
      doel: 'intake',
      partner: 'gemeente',
      verantwoordelijke: expect.stringContaining('college') as string,
      grondslagen: expect.arrayContaining(['AVG art. 6 lid 1 onder e']) as string[],
    });
    // No worker in it, and nobody else's.
    expect(JSON.stringify(data)).not.toMatch(/actor|rollen|w1\./);
    expect(lees(data, 'mijnVerwerkingen.totaal')).toBe(nodes.length);
  });

  it('pages through them', async () => {
    const headers = await werkplein.alsClient(bsn);
    const heel = await werkplein.vraag(verwerkingen, { first: 100 }, headers);
    const eerste = await werkplein.vraag(verwerkingen, { first: 2 }, headers);
    const after = lees(eerste.data, 'mijnVerwerkingen.pageInfo.endCursor');
    const tweede = await werkplein.vraag(verwerkingen, { first: 2, after }, headers);
    const van = (antwoord: typeof heel) => leesElk(antwoord.data, 'mijnVerwerkingen.edges', 'node');
    expect([...van(eerste), ...van(tweede)]).toEqual(van(heel).slice(0, 4));
  });

  it('has nothing in a time without records', async () => {
    const { data } = await werkplein.vraag(
      verwerkingen,
      { van: '2026-01-01', tot: '2026-01-31' },
      await werkplein.alsClient(bsn),
    );
    expect(data).toMatchObject({ mijnVerwerkingen: { totaal: 0, edges: [] } });
  });
});

describe('a worker', () => {
  it.each(['{ mijnDossier { clientnummer } }', '{ mijnVerwerkingen { totaal } }'])(
    'has no file of the own: %s',
    async (vraag) => {
      const { data, errors } = await werkplein.vraag(
        vraag,
        {},
        await werkplein.als('klantmanager', 'intake'),
      );
      expect(Object.values(data ?? {})).toEqual([null]);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['NIET_GERECHTIGD']);
    },
  );
});

describe('the documents of the citizen’s app', () => {
  const map = new URL('../../schema/operations/burger/', import.meta.url);
  const onjuistheid = {
    gegeven: 'Geboortedatum',
    toelichting: 'De dag en de maand zijn omgedraaid.',
    idempotentiesleutel: '7d3c1f0a-5f4e-4c55-9d35-0c0a3c1b2d4e',
  };
  const invoer: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'mijn-dossier': {},
    'mijn-verwerkingen': { first: 5 },
    'meld-onjuistheid-bij-gemeente': { bron: 'BRP', onjuistheid },
    'meld-onjuistheid-bij-uwv': { bron: 'SUWINET_INKOMSTEN', onjuistheid },
    'meld-onjuistheid-bij-sw': { bron: 'SW_ADMINISTRATIE', onjuistheid },
  };

  it('are these', () => {
    expect(readdirSync(map).map((bestand) => bestand.replace('.graphql', ''))).toEqual(
      Object.keys(invoer).sort(),
    );
  });

  it.each(Object.keys(invoer))('%s is trusted, and answered by its name', async (documentId) => {
    const response = await fetch(werkplein.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await werkplein.alsClient(bsn)) },
      body: JSON.stringify({ documentId, variables: invoer[documentId] }),
    });
    const { data, errors } = (await response.json()) as Awaited<ReturnType<typeof werkplein.vraag>>;
    expect([response.status, errors]).toEqual([200, undefined]);
    expect(Object.values(data ?? {})).toEqual([expect.any(Object)]);
  });
});
