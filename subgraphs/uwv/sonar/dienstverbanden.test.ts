import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bronuitkomst,
  createLogger,
  createPseudonimiseerder,
  json,
  type LopendeStubs,
  type StubFault,
  startStubs,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking } from '../../population/index.ts';
import { leesConfig } from '../config.ts';
import { open } from '../context.ts';
import { ontwikkelOmgeving } from '../stub.ts';
import { mapDienstverbanden } from './dienstverbanden-map.ts';
import { createSonarStub } from './stub.ts';

const map = new URL('./fixtures/dienstverbanden/', import.meta.url);
const _lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));

describe('counts of SONAR', () => {
  it('hold back every count of one to four, and what it could be worked out from', () => {
    for (let lopend = 0; lopend <= 20; lopend += 1) {
      for (let werkzoekenden = 0; werkzoekenden <= lopend; werkzoekenden += 1) {
        const { aantalLopend, aantalWerkzoekenden } = mapDienstverbanden({
          rsin: '808080808',
          lopend,
          werkzoekenden,
        });
        const getoond = [aantalLopend, aantalWerkzoekenden];
        if (typeof aantalLopend === 'number' && typeof aantalWerkzoekenden === 'number') {
          getoond.push(aantalLopend - aantalWerkzoekenden);
        }
        expect(getoond.filter((aantal) => typeof aantal === 'number' && aantal > 0 && aantal < 5)).toEqual(
          [],
        );
      }
    }
  });
});

const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const raak = bevolking.werkgevers.map(({ fiscaalNummer }) => fiscaalNummer);
/** Counts of the population, by fiscal number. */
const lopendBij = (rsin: string) =>
  bevolking.personen
    .flatMap(({ inkomstenverhoudingen }) => inkomstenverhoudingen)
    .filter((i) => i.werkgever.fiscaalNummer === rsin && i.einddatum === undefined).length;
const [metWerk = ''] = raak.filter((rsin) => lopendBij(rsin) > 0);

let stubs: LopendeStubs;
let anders: ReturnType<typeof json> | undefined;
const gezien: { readonly pad: string; readonly body: string }[] = [];
let subgraph: ReturnType<typeof open>;

beforeAll(async () => {
  const gewoon = createSonarStub({ bevolking, ...pseudoniem, now: () => new Date('2026-11-05T10:00:00Z') });
  stubs = await startStubs([
    {
      ...gewoon,
      antwoord: (request) => {
        gezien.push({ pad: request.path + String(request.query), body: request.body });
        return anders ?? gewoon.antwoord(request);
      },
    },
  ]);
  const url = stubs.bronnen['SONAR']?.url ?? '';
  const bronnen = [
    'SUWINET_WERKNEMERSVERZEKERINGEN',
    'SUWINET_INKOMSTEN',
    'SUWINET_WERKZOEKENDE',
    'SUWINET_DOELGROEPREGISTER',
    'SUWINET_AANVRAAGSTATUS',
    'INDICATIES',
    'SONAR',
  ];
  subgraph = open(
    leesConfig({
      ...ontwikkelOmgeving,
      PSEUDONIEM_SLEUTEL: '0f'.repeat(32),
      WERKPLEIN_REGIO: 'westland',
      UWV_SONAR_TIMEOUT_MS: '500',
      ...Object.fromEntries(bronnen.map((bron) => [`UWV_${bron}_URL`, url])),
    }),
    { logger: createLogger('test', { level: 'silent' }) },
  );
});
beforeEach(async () => {
  anders = undefined;
  gezien.length = 0;
  await stubs.bronnen['SONAR']?.setFault('none');
});
afterAll(async () => {
  await subgraph.sluit();
  await stubs.stop();
});

const inschrijving = (rsin: string | null, uitkomst: Bronuitkomst = 'GEVONDEN') => ({
  bron: { uitkomst },
  rsin,
});
/** Outcome, reason and count of each employer, all asked by one request. */
async function vraag(...inschrijvingen: readonly (ReturnType<typeof inschrijving> | null)[]) {
  const { telDienstverbanden } = subgraph.context(proefraadpleging());
  const antwoorden = await Promise.all(inschrijvingen.map((i) => telDienstverbanden(i)));
  return antwoorden.map((antwoord) => [
    antwoord.uitkomst,
    'reden' in antwoord ? antwoord.reden : null,
    'gegevens' in antwoord ? antwoord.gegevens.lopend : null,
  ]);
}

describe('employment at an employer', () => {
  it('is counted as in the population; a hundred employers are two calls, without persons', async () => {
    const honderd = raak.slice(0, 100);
    expect(await vraag(...honderd.map((rsin) => inschrijving(rsin)))).toEqual(
      honderd.map((rsin) =>
        lopendBij(rsin) === 0 ? ['NIETS_GEVONDEN', null, null] : ['GEVONDEN', null, lopendBij(rsin)],
      ),
    );
    expect(gezien.map(({ pad, body }) => [pad, Object.keys(JSON.parse(body) as object)])).toEqual([
      ['/sonar/v1/dienstverbanden', ['rsin']],
      ['/sonar/v1/dienstverbanden', ['rsin']],
    ]);
  });

  it.each([
    [inschrijving(null), 'NIET_GERECHTIGD'],
    [inschrijving(null, 'GEDEELTELIJK'), 'NIET_GERECHTIGD'],
    [inschrijving(null, 'NIETS_GEVONDEN'), 'FOUT'],
    [inschrijving(null, 'NIET_GERECHTIGD'), 'FOUT'],
    [inschrijving(null, 'FOUT'), 'FOUT'],
    [inschrijving(null, 'BRON_NIET_BESCHIKBAAR'), 'BRON_NIET_BESCHIKBAAR'],
    [null, 'BRON_NIET_BESCHIKBAAR'],
  ])('is not asked for when the register gave no RSIN: %j', async (zonder, uitkomst) => {
    expect(await vraag(zonder)).toEqual([[uitkomst, 'RSIN_ONBEKEND', null]]);
    expect(gezien).toEqual([]);
  });

  it.each(['8080808080', '80808080', ''])('is not asked with %j, which is no RSIN', async (nummer) => {
    const [eigen, ander] = await vraag(inschrijving(nummer), inschrijving(metWerk));
    expect([eigen, ander?.[0]]).toEqual([['FOUT', 'SLEUTEL_ONGELDIG', null], 'GEVONDEN']);
    expect(gezien.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ rsin: [metWerk] }]);
  });

  it.each([
    ['nothing-found', 'NIETS_GEVONDEN', null],
    ['warning', 'GEDEELTELIJK', 'WAARSCHUWING'],
    ['server-error', 'FOUT', 'BRONFOUT'],
    ['wrong-shape', 'FOUT', 'ONVERWACHTE_VORM'],
    ['malformed', 'FOUT', 'ONLEESBAAR'],
    ['maintenance', 'BRON_NIET_BESCHIKBAAR', 'ONDERHOUD'],
    ['rate-limited', 'BRON_NIET_BESCHIKBAAR', 'BEGRENSD'],
    ['hang', 'BRON_NIET_BESCHIKBAAR', 'TE_LAAT'],
    ['refused', 'BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR'],
  ] as const satisfies readonly (readonly [StubFault, string, string | null])[])(
    'under %s: %s',
    async (fault, uitkomst, reden) => {
      await stubs.bronnen['SONAR']?.setFault(fault);
      const lopend = fault === 'warning' ? lopendBij(metWerk) : null;
      expect(await vraag(inschrijving(metWerk))).toEqual([[uitkomst, reden, lopend]]);
    },
  );

  const rij = { rsin: metWerk, lopend: 6, werkzoekenden: 1 };
  it.each([
    ['an employer nobody asked about', [rij, { ...rij, rsin: '808080808' }]],
    ['an employer twice', [rij, rij]],
    ['more jobseekers than employments', [{ ...rij, werkzoekenden: 7 }]],
    ['a count below zero', [{ ...rij, werkzoekenden: -1 }]],
    ['a count as text', [{ ...rij, lopend: '6' }]],
  ])('is not believed from an answer with %s', async (_wat, dienstverbanden) => {
    anders = json(200, { dienstverbanden });
    expect(await vraag(inschrijving(metWerk))).toEqual([['FOUT', 'ONVERWACHTE_VORM', null]]);
  });

  it('that is missing under a warning is no proof of nothing', async () => {
    anders = { ...json(200, { dienstverbanden: [] }), headers: { warning: '199 - "loopt achter"' } };
    expect(await vraag(inschrijving(metWerk))).toEqual([['FOUT', 'ONVOLLEDIG', null]]);
  });
});
