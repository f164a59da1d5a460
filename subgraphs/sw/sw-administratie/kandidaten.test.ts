import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createPseudonimiseerder,
  json,
  type LopendeStubs,
  type StubFault,
  startStubs,
  type Vacatureprofiel,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking } from '../../population/index.ts';
import { matchSwKandidaat } from './kandidaten-match.ts';
import { kandidaatRij } from './kandidaten-messages.ts';
import { createAdministratie } from './source.ts';
import { createAdministratieStub } from './stub.ts';

const map = new URL('./fixtures/kandidaten/', import.meta.url);
type Geval = {
  readonly profiel: Vacatureprofiel;
  readonly kandidaat: Readonly<Record<string, unknown>>;
};
const lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));
const leesGeval = (geval: string) => lees(`${geval}.input.json`) as Geval;

describe('a row of Werkplein_Kandidaten against a vacancy', () => {
  it('a vacancy that asks nothing is met in nothing that is known', () => {
    const { kandidaat } = leesGeval('kan-naar-buiten');
    const niets = {
      beroepcode: null,
      urenPerWeek: null,
      plaats: null,
      postcodegebied: null,
      niveau: null,
      talen: [],
    };
    const { beroep, uren, reisafstand } = matchSwKandidaat(niets, kandidaatRij.parse(kandidaat));
    expect([beroep, uren, reisafstand]).toEqual(['ONBEKEND', 'ONBEKEND', 'ONBEKEND']);
  });
});

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const nummer = (index: number) => pseudoniem.clientnummerVan(bevolking.personen[index]?.bsn ?? '');
const rij = (Werkpleinnummer: string, deel: object = {}) => ({
  ...leesGeval('kan-naar-buiten').kandidaat,
  Werkpleinnummer,
  ...deel,
});

describe('hostile rows are refused, not mended', () => {
  it.each([
    ['hours as text', { Uren_per_week: 'veel' }],
    ['more hours than a week has', { Uren_per_week: 169 }],
    ['a day at another hour than midnight', { Beschikbaar_vanaf: '2026-12-01T09:00:00Z' }],
    ['a day that does not exist', { Beschikbaar_vanaf: '2026-02-30T00:00:00Z' }],
    ['a column that was renamed', { Werkgebied: undefined }],
    ['places that are a list', { Werkgebied: ['Monster'] }],
  ])('%s', (_wat, afwijking) => {
    expect(kandidaatRij.safeParse(rij(nummer(0), afwijking)).success).toBe(false);
  });
});

let stubs: LopendeStubs;
let anders: ReturnType<typeof json> | undefined;
const gezien: string[] = [];

beforeAll(async () => {
  const gewoon = createAdministratieStub({
    bevolking,
    ...pseudoniem,
    now: () => new Date('2026-11-05T10:00:00Z'),
  });
  stubs = await startStubs([
    {
      ...gewoon,
      antwoord: (request) => {
        gezien.push(`${request.path}?${String(request.query)}`);
        return anders ?? gewoon.antwoord(request);
      },
    },
  ]);
});
beforeEach(async () => {
  anders = undefined;
  gezien.length = 0;
  await stubs.bronnen['SW_ADMINISTRATIE']?.setFault('none');
});
afterAll(() => stubs.stop());

async function vraag() {
  const url = new URL(stubs.bronnen['SW_ADMINISTRATIE']?.url ?? '');
  const administratie = createAdministratie(
    { url, timeoutMs: 500, maxGelijktijdig: 4, token: 'A'.repeat(64) },
    pseudoniem.bsnVan,
  );
  const raadpleging = proefraadpleging();
  try {
    const antwoord = await administratie
      .kandidaten(raadpleging)
      .catch((error: unknown) => error as { reden: string });
    return { antwoord, log: raadpleging.log() };
  } finally {
    await administratie.sluit();
  }
}

const kort = (antwoord: object) => [
  'uitkomst' in antwoord ? antwoord.uitkomst : null,
  'reden' in antwoord ? antwoord.reden : null,
  'gegevens' in antwoord && Array.isArray(antwoord.gegevens) ? antwoord.gegevens.length : null,
];
const pagina = (rows: readonly unknown[], take = 101) => json(200, { skip: 0, take, rows });

describe('the search', () => {
  it('gives workers inside who are able to leave, in one call', async () => {
    const { antwoord } = await vraag();
    const binnen = bevolking.personen.filter(
      ({ swDienstverband: d, loonwaardemetingen }) =>
        d !== undefined &&
        d.einddatum === undefined &&
        d.plaatsingen.at(-1)?.soort === 'BESCHUT_BINNEN' &&
        (loonwaardemetingen.at(-1)?.percentage ?? 0) >= 30,
    );
    expect(kort(antwoord)).toEqual(['GEVONDEN', null, binnen.length]);
    const nummers = 'gegevens' in antwoord ? antwoord.gegevens.map(({ clientnummer }) => clientnummer) : [];
    expect(nummers).toEqual(binnen.map(({ bsn }) => pseudoniem.clientnummerVan(bsn)).sort());
    expect(gezien).toHaveLength(1);
  });

  it('is cut at a hundred: one row more was asked to know it', async () => {
    anders = pagina(Array.from({ length: 101 }, (_, i) => rij(nummer(i))));
    expect(kort((await vraag()).antwoord)).toEqual(['GEDEELTELIJK', 'ONVOLLEDIG', 100]);
    anders = pagina(Array.from({ length: 100 }, (_, i) => rij(nummer(i))));
    expect(kort((await vraag()).antwoord)).toEqual(['GEVONDEN', null, 100]);
    anders = pagina([rij(nummer(0)), rij(nummer(1))], 2);
    expect(kort((await vraag()).antwoord)).toEqual(['GEDEELTELIJK', 'ONVOLLEDIG', 2]);
  });

  it('leaves out rows that cannot be read or were not issued here, and says so without the person', async () => {
    const vreemd = `w1.${'A'.repeat(34)}`;
    anders = pagina([rij(nummer(0)), rij(vreemd), rij(nummer(1), { Uren_per_week: 'veel' })]);
    const { antwoord, log } = await vraag();
    expect(kort(antwoord)).toEqual(['GEDEELTELIJK', 'ONVERWACHTE_VORM', 1]);
    expect(log).toContain('one candidate of the source could not be read');
    expect(log).not.toContain(vreemd);
  });

  it.each([
    ['more rows than fit the page', pagina([rij(nummer(0)), rij(nummer(1))], 1)],
    ['a page from the middle', json(200, { skip: 5, take: 101, rows: [] })],
    ['rows without a client', pagina([{ Beroepscodes: '' }])],
    ['a bare list', json(200, [])],
  ])('%s is not believed', async (_wat, antwoord) => {
    anders = antwoord;
    expect(kort((await vraag()).antwoord)).toEqual(['FOUT', 'ONVERWACHTE_VORM', null]);
  });

  it.each<[StubFault, readonly unknown[]]>([
    ['nothing-found', ['NIETS_GEVONDEN', null, null]],
    ['warning', ['GEDEELTELIJK', 'WAARSCHUWING', expect.any(Number)]],
    ['server-error', ['FOUT', 'BRONFOUT', null]],
    ['malformed', ['FOUT', 'ONLEESBAAR', null]],
    ['wrong-shape', ['FOUT', 'ONVERWACHTE_VORM', null]],
    ['refused', ['BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR', null]],
    ['hang', ['BRON_NIET_BESCHIKBAAR', 'TE_LAAT', null]],
    ['maintenance', ['BRON_NIET_BESCHIKBAAR', 'ONDERHOUD', null]],
    ['rate-limited', ['BRON_NIET_BESCHIKBAAR', 'BEGRENSD', null]],
  ])('under %s', async (fault, verwacht) => {
    await stubs.bronnen['SW_ADMINISTRATIE']?.setFault(fault);
    const { antwoord, log } = await vraag();
    expect(kort(antwoord)).toEqual(verwacht);
    expect(log).not.toContain('INTERN');
  });
});
