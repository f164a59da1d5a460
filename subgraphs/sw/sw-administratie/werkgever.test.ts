import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createBronverbruik,
  createHttpBron,
  createLogger,
  createPseudonimiseerder,
  type Raadpleging,
  type StubFault,
  startStubs,
} from '../../kit/index.ts';
import { createBevolking } from '../../population/index.ts';
import { mapPlaatsingenBijWerkgever } from './map.ts';
import { createAdministratieStub } from './stub.ts';
import { werkgeverplaatsingRij } from './werkgever-messages.ts';
import { createWerkgevervraag, werkgeverPad } from './werkgever-source.ts';

const pseudoniem = createPseudonimiseerder('5a'.repeat(32), 'westland');
const bevolking = createBevolking();
const raadpleging: Raadpleging = {
  correlationId: 'test',
  signal: new AbortController().signal,
  now: () => new Date('2026-11-01T09:00:00Z'),
  logger: createLogger('test', { level: 'silent' }),
  verbruik: createBronverbruik(),
};
const plaatsingen = bevolking.personen.flatMap((persoon) =>
  (persoon.swDienstverband?.plaatsingen ?? []).map((plaatsing) => ({ persoon, plaatsing })),
);
const kvkNummers = bevolking.werkgevers.map(({ kvkNummer }) => kvkNummer);
const metPlaatsing =
  plaatsingen.find(({ plaatsing }) => plaatsing.kvkNummer !== undefined)?.plaatsing.kvkNummer ?? '';

let stubs: Awaited<ReturnType<typeof startStubs>>;
let http: ReturnType<typeof createHttpBron>;
beforeAll(async () => {
  stubs = await startStubs([createAdministratieStub({ bevolking, ...pseudoniem, now: raadpleging.now })]);
  const token = `<token><version>1</version><data>${'ab'.repeat(32)}</data></token>`;
  http = createHttpBron({
    bron: 'SW_ADMINISTRATIE',
    url: new URL(stubs.bronnen['SW_ADMINISTRATIE']?.url ?? ''),
    timeoutMs: 1500,
    maxGelijktijdig: 4,
    headers: { authorization: `AfasToken ${Buffer.from(token).toString('base64')}` },
  });
});
afterAll(async () => {
  await http.sluit();
  await stubs.stop();
});
beforeEach(async () => {
  await stubs.bronnen['SW_ADMINISTRATIE']?.setFault('none');
  stubs.bronnen['SW_ADMINISTRATIE']?.reset();
});

const vraag = (isUitgegeven: (nummer: string) => boolean = () => true) =>
  createWerkgevervraag(http, isUitgegeven);

describe('the placements at employers', () => {
  test('of all employers of the region come back, in two calls', async () => {
    const antwoorden = [
      ...(await vraag()(kvkNummers.slice(0, 100), raadpleging)),
      ...(await vraag()(kvkNummers.slice(100), raadpleging)),
    ];
    expect(antwoorden.map((a) => ('gegevens' in a ? a.gegevens.length : 0))).toEqual(
      kvkNummers.map((kvk) => plaatsingen.filter(({ plaatsing }) => plaatsing.kvkNummer === kvk).length),
    );
    expect(Object.values(stubs.bronnen['SW_ADMINISTRATIE']?.calls() ?? {})).toEqual([2]);
  });

  test('say who, as what and how many hours, and nothing more of a person', async () => {
    const [antwoord] = await vraag()([metPlaatsing], raadpleging);
    const eigen = plaatsingen.filter(({ plaatsing }) => plaatsing.kvkNummer === metPlaatsing);
    const gemapt =
      antwoord && 'gegevens' in antwoord ? mapPlaatsingenBijWerkgever(antwoord.gegevens) : undefined;
    expect({
      ...gemapt,
      plaatsingen: gemapt?.plaatsingen.map((p) => [p.client.clientnummer, p.functie]).sort(),
    }).toEqual({
      aantal: eigen.length,
      aantalZonderEinddatum: eigen.filter(({ plaatsing }) => plaatsing.einddatum === undefined).length,
      plaatsingen: eigen
        .map(({ persoon, plaatsing }) => [pseudoniem.clientnummerVan(persoon.bsn), plaatsing.functie])
        .sort(),
    });
  });

  test('of a client who was not issued a number here are left out, and that is said', async () => {
    const [antwoord] = await vraag(() => false)([metPlaatsing], raadpleging);
    expect(antwoord).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVOLLEDIG' });
  });

  test('are not asked for what cannot be a KvK number', async () => {
    const antwoorden = await vraag()(['1234567', '12345678;1'], raadpleging);
    expect(antwoorden.map(({ uitkomst }) => uitkomst)).toEqual(['FOUT', 'FOUT']);
    expect(stubs.bronnen['SW_ADMINISTRATIE']?.calls()).toEqual({});
  });

  const uitkomsten: readonly (readonly [StubFault, string])[] = [
    ['nothing-found', 'NIETS_GEVONDEN'],
    ['warning', 'GEDEELTELIJK'],
    ['server-error', 'FOUT'],
    ['malformed', 'FOUT'],
    ['wrong-shape', 'FOUT'],
    ['refused', 'BRON_NIET_BESCHIKBAAR'],
    ['hang', 'BRON_NIET_BESCHIKBAAR'],
    ['maintenance', 'BRON_NIET_BESCHIKBAAR'],
    ['rate-limited', 'BRON_NIET_BESCHIKBAAR'],
  ];
  test.each(uitkomsten)('under %s are %s', async (fault, uitkomst) => {
    await stubs.bronnen['SW_ADMINISTRATIE']?.setFault(fault);
    const antwoorden = await vraag()([metPlaatsing], raadpleging);
    expect(antwoorden.map((a) => a.uitkomst)).toEqual([uitkomst]);
  });
});

test('codes that are not known and dates that are partial survive', () => {
  const rij = werkgeverplaatsingRij.parse({
    Werkpleinnummer: 'w1.abc',
    KvK_nummer: '01234567',
    Soort_plaatsing: 'WERKERVARING',
    Functie: ' ',
    Uren_per_week: null,
    Begindatum: '20150300',
    Einddatum: null,
  });
  expect(mapPlaatsingenBijWerkgever([rij])).toEqual({
    aantal: 1,
    aantalZonderEinddatum: 1,
    plaatsingen: [
      {
        client: { clientnummer: 'w1.abc' },
        soort: { code: 'WERKERVARING', omschrijving: null },
        functie: null,
        urenPerWeek: null,
        begindatum: '2015-03-XX',
        einddatum: null,
      },
    ],
  });
});

test('100 employers make a URL of less than 8 KB', () => {
  expect(werkgeverPad(kvkNummers.slice(0, 100), 0).length).toBeLessThan(8_192);
});
