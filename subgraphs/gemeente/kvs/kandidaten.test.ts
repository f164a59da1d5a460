import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type BronStub,
  createPseudonimiseerder,
  json,
  type LopendeStubs,
  type StubFault,
  startStubs,
  type Vacatureprofiel,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { type Bevolking, createBevolking } from '../../population/index.ts';
import { kvsKandidaat } from './kandidaten-messages.ts';
import { createKvsSource } from './source.ts';
import { createKvsStub } from './stub.ts';

const map = new URL('./fixtures/kandidaten/', import.meta.url);
type Geval = {
  readonly profiel: Vacatureprofiel;
  readonly kandidaat: Readonly<Record<string, unknown>>;
};
const lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));
const leesGeval = (geval: string) => lees(`${geval}.input.json`) as Geval;

const { kandidaat: goed, profiel } = leesGeval('volledig');

describe('hostile candidates are refused, not mended', () => {
  it.each([
    ['who is not ready for outflow', { dossierstatus: 'TRAJECT' }],
    ['with hours as text', { urenPerWeek: '20' }],
    ['with negative hours', { urenPerWeek: -1 }],
    ['with a date that does not exist', { beschikbaarVanaf: '2026-02-30' }],
    ['with professions that are no list', { beroepen: { code: '1', gezocht: true } }],
    ['without instruments', { instrumenten: undefined }],
  ])('%s', (_wie, afwijking) => {
    expect(kvsKandidaat.safeParse({ ...goed, ...afwijking }).success).toBe(false);
  });
});

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const bladzijde = (results: readonly unknown[]) => json(200, { count: results.length, next: null, results });
const stubVan = (deze: Bevolking): BronStub =>
  createKvsStub({ bevolking: deze, ...pseudoniem, now: () => new Date('2026-11-05T10:00:00Z') });

let stubs: LopendeStubs;
let anders: ReturnType<typeof json> | undefined;
const gezien: { readonly path: string; readonly body: string }[] = [];

beforeAll(async () => {
  const gewoon = stubVan(bevolking);
  stubs = await startStubs([
    {
      ...gewoon,
      antwoord: (request) => {
        gezien.push({ path: request.path + String(request.query), body: request.body });
        return anders ?? gewoon.antwoord(request);
      },
    },
  ]);
});
beforeEach(async () => {
  anders = undefined;
  gezien.length = 0;
  await stubs.bronnen['KVS']?.setFault('none');
});
afterAll(() => stubs.stop());

async function vraag(van: Vacatureprofiel = profiel) {
  const kvs = createKvsSource(
    { url: new URL(stubs.bronnen['KVS']?.url ?? ''), timeoutMs: 500, maxGelijktijdig: 4, token: 'geheim' },
    pseudoniem,
  );
  const raadpleging = proefraadpleging();
  try {
    const antwoord = await kvs
      .kandidaten(van, raadpleging)
      .catch((error: unknown) => error as { reden: string });
    return { antwoord, log: raadpleging.log() };
  } finally {
    await kvs.sluit();
  }
}

const kort = (antwoord: object) => [
  'uitkomst' in antwoord ? antwoord.uitkomst : null,
  'reden' in antwoord ? antwoord.reden : null,
  'gegevens' in antwoord && Array.isArray(antwoord.gegevens) ? antwoord.gegevens.length : null,
];

describe('the search', () => {
  it('gives clients who are ready and not placed, by pseudonym, in one call without a person in the question', async () => {
    const { antwoord } = await vraag({ ...profiel, beroepcode: null });
    const gereed = bevolking.personen.filter(
      ({ klantdossier, voorstellen }) =>
        klantdossier?.status === 'GEREED_VOOR_UITSTROOM' &&
        !voorstellen.some((v) => v.status === 'GEPLAATST'),
    );
    expect(kort(antwoord)).toEqual(['GEVONDEN', null, gereed.length]);
    const nummers = 'gegevens' in antwoord ? antwoord.gegevens.map(({ clientnummer }) => clientnummer) : [];
    expect(nummers).toEqual(gereed.map(({ bsn }) => pseudoniem.clientnummerVan(bsn)));
    expect(gezien.map(({ path }) => path)).toEqual(['/klantinteracties/api/v1/kandidaten/_zoek']);
    expect(gezien[0]?.body).not.toMatch(/\b\d{9}\b/);
  });

  it('narrows to the profession, and keeps those of whom none is recorded', async () => {
    const { antwoord } = await vraag();
    const feiten = 'gegevens' in antwoord ? antwoord.gegevens.map((kandidaat) => kandidaat.feiten) : [];
    expect(feiten.length).toBeGreaterThan(0);
    for (const { beroepen } of feiten) {
      expect(beroepen.length === 0 || beroepen.some(({ code }) => code === profiel.beroepcode)).toBe(true);
    }
  });

  it('is cut at a hundred by the source, and says so', async () => {
    const [een] = bevolking.personen.filter((p) => p.klantdossier?.status === 'GEREED_VOOR_UITSTROOM');
    if (een === undefined) throw new Error('nobody is ready');
    const allen = bevolking.personen.slice(0, 150).map((persoon) => ({ ...een, bsn: persoon.bsn }));
    const veel = stubVan({ ...bevolking, personen: allen });
    anders = await veel.antwoord({
      method: 'POST',
      path: '/klantinteracties/api/v1/kandidaten/_zoek',
      query: new URLSearchParams(),
      headers: { authorization: 'Token geheim', 'content-type': 'application/json' },
      body: JSON.stringify({
        dossierstatus: 'GEREED_VOOR_UITSTROOM',
        werkplaats: { plaats: 'Poeldijk' },
        pageSize: 100,
      }),
      origin: 'http://127.0.0.1',
    });
    expect(kort((await vraag()).antwoord)).toEqual(['GEDEELTELIJK', 'ONVOLLEDIG', 100]);
  });

  it('leaves out a record that cannot be read, and says so without the person', async () => {
    anders = bladzijde([goed, { ...goed, dossierstatus: 'NAZORG' }, { ...goed, partijIdentificator: null }]);
    const { antwoord, log } = await vraag();
    expect(kort(antwoord)).toEqual(['GEDEELTELIJK', 'ONVERWACHTE_VORM', 1]);
    expect(log).toContain('one candidate of the source could not be read');
    expect(log).not.toContain('999900006');
  });

  it.each([
    ['nobody', bladzijde([]), ['NIETS_GEVONDEN', null, null]],
    ['the same person twice', bladzijde([goed, goed]), ['GEDEELTELIJK', 'WAARSCHUWING', 1]],
    ['only bad records', bladzijde([{ naam: 'J. Jansen' }]), ['FOUT', 'ONVERWACHTE_VORM', null]],
    [
      'a number that is no BSN',
      bladzijde([{ ...goed, partijIdentificator: { codeSoortObjectId: 'bsn', objectId: '123456789' } }]),
      ['FOUT', 'ONVERWACHTE_VORM', null],
    ],
    ['no page', json(200, []), ['FOUT', 'ONVERWACHTE_VORM', null]],
  ])('%s', async (_wat, antwoord, verwacht) => {
    anders = antwoord;
    expect(kort((await vraag()).antwoord)).toEqual(verwacht);
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
    await stubs.bronnen['KVS']?.setFault(fault);
    const { antwoord, log } = await vraag();
    expect(kort(antwoord)).toEqual(verwacht);
    expect(log).not.toContain('INTERN');
  });
});
