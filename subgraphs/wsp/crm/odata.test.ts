import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type BronFout,
  type BronStub,
  createBronverbruik,
  createHttpBron,
  createLogger,
  json,
  type Raadpleging,
  type StubRequest,
  type StubResponse,
  startStubs,
} from '../../kit/index.ts';
import { createOdata, maxPaginas, odataHeaders, odataPad, vervolgpad } from './odata.ts';
import { beantwoordOdata, type Tabellen } from './stub-odata.ts';

const tabellen: Tabellen = {
  dingen: {
    sleutel: 'dingid',
    rijen: Array.from({ length: 1200 }, (_, i) => ({ dingid: `d${i}`, nummer: i, soort: i % 2 })),
    keuzes: { soort: { 0: 'Even', 1: 'Oneven' } },
  },
};
const vraag = { entityset: 'dingen', select: 'nummer', orderby: 'nummer desc' };
const ding = z.object({ nummer: z.int() });

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((stop) => stop()));
});

/** The OData client against a server that answers as told. */
async function opstelling(antwoord: (request: StubRequest) => StubResponse, pad = '') {
  const bron: BronStub = {
    bron: 'CRM',
    antwoord,
    faults: {
      'nothing-found': antwoord,
      warning: antwoord,
      'server-error': antwoord,
      'wrong-shape': antwoord,
      maintenance: antwoord,
      'rate-limited': antwoord,
    },
  };
  const stubs = await startStubs([bron]);
  const url = new URL(`${stubs.bronnen['CRM']?.url ?? ''}${pad}`);
  const http = createHttpBron({
    bron: 'CRM',
    url,
    timeoutMs: 5_000,
    maxGelijktijdig: 4,
    headers: odataHeaders('ontwikkeltoken'),
  });
  opruimen.push(http.sluit, stubs.stop);
  const raadpleging: Raadpleging = {
    correlationId: 'test',
    signal: new AbortController().signal,
    now: () => new Date(),
    logger: createLogger('test', { level: 'silent' }),
    verbruik: createBronverbruik(),
  };
  const aanroepen = () =>
    Object.values(stubs.bronnen['CRM']?.calls() ?? {}).reduce((som, aantal) => som + aantal, 0);
  return { odata: createOdata(http, url), raadpleging, aanroepen, url };
}

/** Answers the first page truly and every later one as told. */
function vanafPagina2(later: (request: StubRequest) => StubResponse) {
  return (request: StubRequest): StubResponse =>
    request.query.has('$skiptoken') ? later(request) : beantwoordOdata(tabellen, request);
}

describe('all rows', () => {
  test('come over as many pages as the source makes of them, in order', async () => {
    const { odata, raadpleging, aanroepen } = await opstelling((r) => beantwoordOdata(tabellen, r));
    const { rijen, ...rest } = await odata.alles(vraag, ding, raadpleging);
    expect(rijen).toEqual(Array.from({ length: 1200 }, (_, i) => ({ nummer: 1199 - i })));
    expect(rest).toEqual({ waarschuwing: false });
    expect(aanroepen()).toBe(3);
  });

  test('come from a source below a path of its own', async () => {
    const onder = (r: StubRequest) => {
      const eigen = beantwoordOdata(tabellen, { ...r, path: r.path.replace('/crm', '') });
      return { ...eigen, body: eigen.body.replaceAll('/api/data/', '/crm/api/data/') };
    };
    const { odata, raadpleging } = await opstelling(onder, '/crm');
    expect((await odata.alles(vraag, ding, raadpleging)).rijen).toHaveLength(1200);
  });

  test.each([
    ['an error', json(500, { error: { code: '0x80040216', message: 'kapot' } }), 'FOUT', 'BRONFOUT'],
    [
      'a closed door',
      json(503, { error: { code: '', message: 'dicht' } }),
      'BRON_NIET_BESCHIKBAAR',
      'ONDERHOUD',
    ],
    ['another shape', json(200, { value: [{ nummer: 'tien' }] }), 'FOUT', 'ONVERWACHTE_VORM'],
  ])('are incomplete, and say why, when a later page is %s', async (_, later, uitkomst, reden) => {
    const { odata, raadpleging } = await opstelling(vanafPagina2(() => later));
    const antwoord = await odata.alles(vraag, ding, raadpleging);
    expect(antwoord.rijen).toHaveLength(500);
    expect(antwoord.onvolledig).toMatchObject({ uitkomst, reden });
  });

  test('are incomplete when the pages do not end', async () => {
    const zonderEinde = (r: StubRequest) =>
      json(200, { value: [{ nummer: 1 }], '@odata.nextLink': `${r.origin}${r.path}?$skiptoken=verder` });
    const { odata, raadpleging, aanroepen } = await opstelling(zonderEinde);
    const antwoord = await odata.alles(vraag, ding, raadpleging);
    expect(antwoord.rijen).toHaveLength(maxPaginas);
    expect(antwoord.onvolledig).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVOLLEDIG' });
    expect(aanroepen()).toBe(maxPaginas);
  });

  test.each([
    'http://169.254.169.254/api/data/v9.2/dingen',
    'https://elders.example/api/data/v9.2/dingen',
    '//elders.example/api/data/v9.2/dingen',
    'file:///etc/passwd',
    '/intern/beheer',
    '/api/data/v9.2/../../../intern',
    'http://[onleesbaar',
  ])('are not looked for at %s', async (nextLink) => {
    const { odata, raadpleging, aanroepen } = await opstelling(() =>
      json(200, { value: [{ nummer: 1 }], '@odata.nextLink': nextLink }),
    );
    const fout = await odata.alles(vraag, ding, raadpleging).catch((error: unknown) => error as BronFout);
    expect(fout).toMatchObject({ name: 'BronFout', uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' });
    expect(aanroepen()).toBe(1);
  });
});

describe('a next link', () => {
  const basis = new URL('https://org.crm4.example/omgeving');

  test('of the source itself keeps its query as it is', () => {
    const link =
      'https://org.crm4.example/omgeving/api/data/v9.2/accounts?$skiptoken=%3Ccookie%20a%3D%22%2525%22%2F%3E';
    expect(vervolgpad(link, basis)).toBe(
      '/api/data/v9.2/accounts?$skiptoken=%3Ccookie%20a%3D%22%2525%22%2F%3E',
    );
  });

  test('never leads to another origin', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.webUrl().map((u) => u.replace('://', '://org.crm4.example@')),
        ),
        (link) => {
          let pad: string;
          try {
            pad = vervolgpad(link, basis);
          } catch (error) {
            expect(error).toMatchObject({ name: 'BronFout', reden: 'ONVERWACHTE_VORM' });
            return;
          }
          expect(pad.startsWith('/api/data/v9.2/')).toBe(true);
        },
      ),
    );
  });

  test.each([
    'http://org.crm4.example/omgeving/api/data/v9.2/accounts',
    'https://org.crm4.example:8443/omgeving/api/data/v9.2/accounts',
    'https://org.crm4.example.elders.example/omgeving/api/data/v9.2/accounts',
    'https://gebruiker@org.crm4.example/omgeving/api/data/v9.2/accounts',
    'https://org.crm4.example/api/data/v9.2/accounts',
  ])('%s is refused', (link) => {
    expect(() => vervolgpad(link, basis)).toThrow('ONVERWACHTE_VORM');
  });
});

test('one page asks for its size and says whether there is more', async () => {
  const { odata, raadpleging } = await opstelling((r) => beantwoordOdata(tabellen, r));
  const pagina = await odata.pagina({ ...vraag, filter: 'nummer lt 3' }, ding, 2, raadpleging);
  expect({ ...pagina, nextLink: typeof pagina.nextLink }).toEqual({
    rijen: [{ nummer: 2 }, { nummer: 1 }],
    nextLink: 'string',
    waarschuwing: false,
  });
  const laatste = await odata.pagina({ ...vraag, filter: 'nummer lt 2' }, ding, 2, raadpleging);
  expect(laatste.nextLink).toBeUndefined();
});

describe('the simulated CRM refuses what the real one refuses', () => {
  const goed: StubRequest = {
    method: 'GET',
    path: '/api/data/v9.2/dingen',
    query: new URLSearchParams({ $select: 'nummer' }),
    headers: odataHeaders('ontwikkeltoken'),
    body: '',
    origin: 'http://crm.example',
  };
  test.each([
    ['no token', { headers: { ...goed.headers, authorization: undefined } }, 401],
    ['another OData version', { headers: { ...goed.headers, 'odata-version': '3.0' } }, 400],
    ['no Accept', { headers: { ...goed.headers, accept: '*/*' } }, 415],
    ['an unknown table', { path: '/api/data/v9.2/geheimen' }, 404],
    ['an unknown column', { query: new URLSearchParams({ $select: 'bsn' }) }, 400],
    ['an unknown column in a filter', { query: new URLSearchParams({ $filter: "bsn eq '1'" }) }, 400],
    ['a filter that does not parse', { query: new URLSearchParams({ $filter: "nummer eq 'a'b'" }) }, 400],
    [
      'a lookup by its value name in In',
      {
        query: new URLSearchParams({
          $filter: "Microsoft.Dynamics.CRM.In(PropertyName='_ding_value',PropertyValues=['1'])",
        }),
      },
      400,
    ],
    ['another method', { method: 'DELETE' }, 405],
  ])('%s', (_, anders, status) => {
    expect(beantwoordOdata(tabellen, goed).status).toBe(200);
    expect(beantwoordOdata(tabellen, { ...goed, ...anders }).status).toBe(status);
  });

  test('labels only when they are preferred', () => {
    const query = new URLSearchParams({ $select: 'soort', $filter: 'nummer eq 1' });
    const eerste = (headers: StubRequest['headers']) =>
      z
        .object({ value: z.array(z.looseObject({})) })
        .parse(JSON.parse(beantwoordOdata(tabellen, { ...goed, query, headers }).body)).value[0];
    expect(eerste(goed.headers)).toEqual({ '@odata.etag': 'W/"1"', dingid: 'd1', soort: 1 });
    expect(
      eerste({
        ...goed.headers,
        prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"',
      }),
    ).toEqual({
      '@odata.etag': 'W/"1"',
      dingid: 'd1',
      soort: 1,
      'soort@OData.Community.Display.V1.FormattedValue': 'Oneven',
    });
  });
});

test('a question is encoded once', () => {
  expect(
    odataPad({ entityset: 'accounts', select: 'a,b', filter: "name eq 'x & y'", orderby: 'name desc' }),
  ).toBe("/api/data/v9.2/accounts?$select=a%2Cb&$filter=name%20eq%20'x%20%26%20y'&$orderby=name%20desc");
});
