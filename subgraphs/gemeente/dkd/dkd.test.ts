import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type BronStub,
  createPseudonimiseerder,
  isBsn,
  json,
  type LopendeStubs,
  type StubFault,
  type StubResponse,
  startStubs,
} from '../../kit/index.ts';
import { alleTestBsns, proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking, type Persoon } from '../../population/index.ts';
import { mapDocumenten } from './map.ts';
import { dkdDocument } from './messages.ts';
import { createDkdSource, type DkdSource } from './source.ts';
import { createDkdStub } from './stub.ts';

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const { clientnummerVan } = pseudoniem;
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const now = () => new Date('2026-11-01T08:00:00Z');
const zoekPath = '/documenten/api/v1/enkelvoudiginformatieobjecten/_zoek';
const zoek = `POST ${zoekPath}`;

const metDocumenten = bevolking.personen.filter((p) => p.documenten !== undefined);
const zonderDocumenten = bevolking.personen.filter((p) => p.documenten === undefined);
const eerste = bevolking.personen[0] as Persoon;
const tweede = metDocumenten[1] as Persoon;
const nummer = ({ bsn }: Persoon) => clientnummerVan(bsn);

const geraadpleegd = { bron: 'DKD', geraadpleegdOp: '2025-03-03T08:00:00.000Z' };
const vanAantal = (lengte: number) => ({
  ...geraadpleegd,
  uitkomst: 'GEVONDEN',
  gegevens: expect.toSatisfy((d: unknown) => Array.isArray(d) && d.length === lengte) as unknown,
});
const gevonden = ({ documenten = [] }: Persoon) => vanAantal(documenten.length);

const gezond = createDkdStub({ bevolking, ...pseudoniem, now });
/** What a page says instead of what the healthy source would, when a test sets it. */
let anders: ((antwoord: StubResponse, pagina: number) => StubResponse | undefined) | undefined;
const haperend: BronStub = {
  ...gezond,
  antwoord: async (request) => {
    const antwoord = await gezond.antwoord(request);
    return anders?.(antwoord, Number(request.query.get('page') ?? '1')) ?? antwoord;
  },
};

let stubs: LopendeStubs;
let dkd: DkdSource;
const stub = () => {
  const lopend = stubs.bronnen['DKD'];
  if (lopend === undefined) throw new Error('no DKD stub');
  return lopend;
};

beforeAll(async () => {
  stubs = await startStubs([haperend]);
});
beforeEach(async () => {
  await stub().setFault('none');
  stub().reset();
  anders = undefined;
  const config = { url: new URL(stub().url), timeoutMs: 500, maxGelijktijdig: 4, token: 'geheim' };
  dkd = createDkdSource(config, pseudoniem);
  return () => dkd.sluit();
});
afterAll(() => stubs.stop());

const vraag = (personen: readonly Persoon[]) => dkd.documenten(personen.map(nummer), proefraadpleging());

describe('messages that only look right', () => {
  const goed = {
    uuid: '5d7f1c4e-96d0-4b8e-a1c1-0d7c9c5d8f01',
    identificatie: 'DOC-1',
    creatiedatum: '2026-03-02',
    vertrouwelijkheidaanduiding: 'intern',
    _expand: { informatieobjecttype: { omschrijving: 'Plan' } },
  };
  test('what the standard leaves optional may be absent', () => {
    expect(dkdDocument.safeParse(goed).success).toBe(true);
  });
  test.each([
    ['a day that does not exist', { ...goed, creatiedatum: '2026-02-30' }],
    ['a date in part', { ...goed, creatiedatum: '2026-02' }],
    ['a size below nothing', { ...goed, bestandsomvang: -1 }],
    ['a size as text', { ...goed, bestandsomvang: '12 kB' }],
    ['no level of confidentiality', { ...goed, vertrouwelijkheidaanduiding: '' }],
    ['a kind that was not expanded', { ...goed, _expand: {} }],
    ['a title as a list', { ...goed, titel: ['Plan'] }],
  ])('%s is refused', (_geval, document) => {
    expect(dkdDocument.safeParse(document).success).toBe(false);
  });
});

describe('documents by clientnummer', () => {
  test('one call brings the documents of several clients, and nothing of their content', async () => {
    const vreemde = zonderDocumenten[0] as Persoon;
    const raadpleging = proefraadpleging();
    const antwoorden = await dkd.documenten([nummer(eerste), nummer(vreemde), 'w1.verzonnen'], raadpleging);
    expect(antwoorden).toEqual([
      gevonden(eerste),
      { ...geraadpleegd, uitkomst: 'NIETS_GEVONDEN' },
      { ...geraadpleegd, uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' },
    ]);
    expect(stub().calls()).toEqual({ [zoek]: 1 });
    expect(JSON.stringify(antwoorden)).not.toMatch(/download|inhoud|http/);
    expect(raadpleging.log()).not.toContain(eerste.bsn);
  });

  test('the first client has documents, of which the confidential ones have no title', async () => {
    const [antwoord] = await vraag([eerste]);
    const { documenten } = mapDocumenten(antwoord && 'gegevens' in antwoord ? antwoord.gegevens : []);
    const perTitel = documenten?.map(({ titel, vertrouwelijkheid }) => [titel, vertrouwelijkheid.code]);
    expect(perTitel).toContainEqual(['Beschikking bijstand', 'zaakvertrouwelijk']);
    expect(perTitel).toContainEqual([null, 'vertrouwelijk']);
    expect(perTitel).toContainEqual([null, 'geheim']);
  });

  test('a hundred clients are one search, of as many pages as their documents fill', async () => {
    const honderd = metDocumenten.slice(0, 100);
    expect(await vraag(honderd)).toEqual(honderd.map(gevonden));
    const aantal = honderd.reduce((som, { documenten = [] }) => som + documenten.length, 0);
    expect(aantal).toBeGreaterThan(100);
    expect(stub().calls()).toEqual({ [zoek]: Math.ceil(aantal / 100) });
  });

  test('without one clientnummer of ours the system is not asked', async () => {
    await dkd.documenten(['w1.verzonnen'], proefraadpleging());
    expect(stub().calls()).toEqual({});
  });
});

describe('when the digital client file fails', () => {
  const verwacht: Readonly<Record<Exclude<StubFault, 'none'>, object>> = {
    'nothing-found': { uitkomst: 'NIETS_GEVONDEN' },
    warning: { uitkomst: 'GEDEELTELIJK', reden: 'WAARSCHUWING', gegevens: expect.anything() as unknown },
    'server-error': { uitkomst: 'FOUT', reden: 'BRONFOUT' },
    malformed: { uitkomst: 'FOUT', reden: 'ONLEESBAAR' },
    'wrong-shape': { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' },
    refused: { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONBEREIKBAAR' },
    hang: { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'TE_LAAT' },
    maintenance: { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONDERHOUD' },
    'rate-limited': { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'BEGRENSD' },
  };
  test.each(Object.entries(verwacht))('%s is an outcome', async (fault, uitkomst) => {
    await stub().setFault(fault as StubFault);
    expect(await vraag([eerste])).toEqual([{ ...geraadpleegd, ...uitkomst }]);
  });

  const onvolledig = { ...geraadpleegd, uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG' };
  const vanVorm = { ...geraadpleegd, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' };
  type Bladzijde = { next: string | null; count: number; results: Record<string, unknown>[] };
  const herschrijf = (antwoord: StubResponse, wijzig: (bladzijde: Bladzijde) => object) =>
    json(200, wijzig(JSON.parse(antwoord.body) as Bladzijde));

  test('who was seen may have more on the page that did not come; who was not seen is not "nothing found"', async () => {
    anders = (_antwoord, pagina) => (pagina === 2 ? json(503, {}) : undefined);
    const honderd = metDocumenten.slice(0, 100);
    const uitkomsten = (await vraag(honderd)).map(({ uitkomst }) => uitkomst);
    expect(uitkomsten[0]).toBe('GEDEELTELIJK');
    expect(uitkomsten.at(-1)).toBe('BRON_NIET_BESCHIKBAAR');
    expect(new Set(uitkomsten)).toEqual(new Set(['GEDEELTELIJK', 'BRON_NIET_BESCHIKBAAR']));
  });

  test.each([
    ['that goes nowhere', 'volgende'],
    ['that points back', 'http://127.0.0.1/_zoek?page=1'],
    ['that skips a page', 'http://127.0.0.1/_zoek?page=3'],
  ])('a next page %s ends the reading', async (_geval, next) => {
    anders = (antwoord) => herschrijf(antwoord, (bladzijde) => ({ ...bladzijde, next }));
    expect(await vraag([eerste, zonderDocumenten[0] as Persoon])).toMatchObject([onvolledig, vanVorm]);
    expect(stub().calls()).toEqual({ [zoek]: 1 });
  });

  test('a next page elsewhere is asked from the system itself, never from there', async () => {
    anders = (antwoord, pagina) =>
      pagina === 1
        ? herschrijf(antwoord, (b) => ({ ...b, next: 'http://kwaadwillend.example/?page=2' }))
        : undefined;
    await vraag([eerste]);
    expect(stub().calls()).toEqual({ [zoek]: 2 });
  });

  test('a list that holds less than it counts is not whole', async () => {
    anders = (antwoord) => herschrijf(antwoord, (b) => ({ ...b, count: b.count + 1 }));
    expect(await vraag([eerste])).toMatchObject([onvolledig]);
  });

  test('a record that cannot be read makes that client incomplete and leaves the others alone', async () => {
    anders = (antwoord) =>
      herschrijf(antwoord, (b) => ({
        ...b,
        results: b.results.map((document, i) =>
          i === 0 ? { ...document, creatiedatum: 'gisteren' } : document,
        ),
      }));
    expect(await vraag([eerste, tweede])).toMatchObject([onvolledig, { uitkomst: 'GEVONDEN' }]);
  });

  test('a client of whom no record can be read has an error, not an empty file', async () => {
    anders = (antwoord) =>
      herschrijf(antwoord, (b) => ({ ...b, results: b.results.map((d) => ({ ...d, uuid: 'kapot' })) }));
    expect(await vraag([eerste])).toEqual([vanVorm]);
  });

  test('a document that comes twice is one document', async () => {
    anders = (antwoord) => herschrijf(antwoord, (b) => ({ ...b, results: [...b.results, b.results[0]] }));
    expect(await vraag([eerste])).toEqual([gevonden(eerste)]);
  });

  test('an answer about someone who was not asked for is not believed at all', async () => {
    const vreemde = alleTestBsns(isBsn).find((bsn) => ![eerste.bsn, tweede.bsn].includes(bsn));
    anders = (antwoord) =>
      herschrijf(antwoord, (b) => ({
        ...b,
        results: [
          ...b.results,
          { ...b.results[0], betrokkene: { codeSoortObjectId: 'bsn', objectId: vreemde } },
        ],
      }));
    expect(await vraag([eerste, tweede])).toEqual([vanVorm, vanVorm]);
  });
});

describe('the simulated digital client file', () => {
  const stel = async (body: object | string, headers: Record<string, string> = {}, pad = zoekPath) => {
    const response = await fetch(`${stub().url}${pad}`, {
      method: 'POST',
      headers: { authorization: 'Bearer geheim', 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const { code } = (await response.json()) as { code?: string };
    return { status: response.status, code };
  };
  const betrokkene = (objectId: string) => ({
    codeObjecttype: 'natuurlijk_persoon',
    codeSoortObjectId: 'bsn',
    codeRegister: 'brp',
    objectId,
  });
  const goed = { betrokkenen: [betrokkene(eerste.bsn)], expand: ['informatieobjecttype'] };

  test.each([
    ['nobody', { ...goed, betrokkenen: [] }],
    ['more than a hundred persons', { ...goed, betrokkenen: Array(101).fill(betrokkene(eerste.bsn)) }],
    ['a BSN of eight digits', { ...goed, betrokkenen: [betrokkene('10082426')] }],
    ['another expansion', { ...goed, expand: ['inhoud'] }],
  ])('refuses %s', async (_geval, body) => {
    expect(await stel(body)).toEqual({ status: 400, code: 'invalid' });
  });

  test('refuses who has no token, another form than JSON, another path, a page that is not there', async () => {
    expect(await stel(goed, { authorization: 'Token x' })).toMatchObject({ status: 401 });
    expect(await stel(goed, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await stel('{')).toEqual({ status: 400, code: 'parse_error' });
    expect(await stel(goed, {}, '/documenten/api/v1/enkelvoudiginformatieobjecten')).toMatchObject({
      status: 404,
    });
    expect(await stel(goed, {}, `${zoekPath}?page=2`)).toEqual({ status: 404, code: 'not_found' });
  });
});
