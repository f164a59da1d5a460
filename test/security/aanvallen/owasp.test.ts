/**
 * What the OWASP GraphQL Cheat Sheet names, in its order: injection, denial of service, access, batching, insecure
 * defaults. What of it is elsewhere: tokens and roles (`deur.test.ts`, `toegang.test.ts`), XML (`subgraphs/kit`).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lees } from '../../operations.ts';
import { antwoordVan, type Doelwit, lek, openDoelwit, verwachtWeigering } from './doelwit.ts';

let doelwit: Doelwit;
beforeAll(async () => {
  // What a subgraph says to whoever has passed its token is asked of it without one.
  doelwit = await openDoelwit({ SUBGRAPH_ACCESS: 'open' });
}, 60_000);
afterAll(() => doelwit.stop());

const streng = () => ({ ...doelwit.goed, accept: 'application/graphql-response+json' });
const eigen = () =>
  doelwit.werkplein.pseudoniem.clientnummerVan(doelwit.werkplein.bevolking.personen[0]?.bsn ?? '');

describe('injection: what is typed is a value, of everyone who reads it', () => {
  const kwaad = [
    "' OR '1'='1",
    '1; DROP TABLE client; --',
    "x') or contains(naam,'",
    '{"$gt": ""}',
    '$(id)',
    '`id`',
    '| cat /etc/passwd',
    '*)(uid=*))(|(uid=*',
    '../../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'x\r\nX-Doelbinding: beheer',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    '</bsn><bsn>999900006</bsn><bsn>',
    ']]>',
    '#{7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '\u0000',
    '\u202e',
    '__proto__',
    'a'.repeat(10_000),
  ];

  it.each(kwaad)('in a clientnummer: %j', async (clientnummer) => {
    const { status, text } = await doelwit.stuur({ documentId: 'balie', variables: { clientnummer } });
    expect(status).toBe(200);
    expect(lees(JSON.parse(text), 'data.client') ?? null).toBeNull();
    expect(text).not.toMatch(lek);
    expect(text).not.toMatch(/root:|uid=\d/);
  });

  it.each(kwaad)('in a name that is searched for: %j', async (zoekterm) => {
    const { status, text } = await doelwit.stuur(
      {
        query:
          'query Z($zoekterm: String) { werkgevers(zoekterm: $zoekterm, first: 5) { totaal bron { uitkomst } edges { node { kvkNummer } } } }',
        variables: { zoekterm },
      },
      await doelwit.als('matchmaker', 'bemiddeling'),
    );
    expect(status).toBe(200);
    // Nobody is called so: a source that took it for a condition would give everybody.
    expect(
      (lees(JSON.parse(text), 'data.werkgevers.edges') as readonly unknown[] | null | undefined) ?? [],
    ).toEqual([]);
    expect(text).not.toMatch(/root:|uid=\d|\.ts:\d|node_modules/);
  });

  it.each(kwaad)('in a cursor: %j', async (after) => {
    const { status, text, codes } = await doelwit.stuur(
      { documentId: 'vacatures', variables: { first: 5, after } },
      await doelwit.als('matchmaker', 'bemiddeling'),
    );
    expect(status).toBe(200);
    expect(codes.filter((code) => code === 'INTERNE_FOUT')).toEqual([]);
    expect(text).not.toMatch(/root:|uid=\d|\.ts:\d|node_modules/);
  });
});

describe('denial of service', () => {
  const diep = (n: number): string =>
    n === 0
      ? 'kvkNummer'
      : `relatie { vacatures { edges { node { gegevens { werkgever { ${diep(n - 1)} } } } } } }`;
  it.each<[string, () => unknown, number, string]>([
    ['depth', () => ({ query: `{ werkgever(kvkNummer: "1") { ${diep(8)} } }` }), 400, 'ONGELDIGE_VRAAG'],
    [
      'amount',
      () => ({ query: '{ vacatures(first: 100000) { edges { node { id } } } }' }),
      400,
      'TE_KOSTBAAR',
    ],
    [
      'amount, of a trusted document',
      () => ({ documentId: 'vacatures', variables: { first: 100_000 } }),
      400,
      'TE_KOSTBAAR',
    ],
    [
      'amount below amount',
      () => ({ query: `{ werkgever(kvkNummer: "1") { ${diep(3)} } }` }),
      400,
      'TE_KOSTBAAR',
    ],
    ['a document without end', () => ({ query: `{ ${'client '.repeat(10_000)} }` }), 400, 'ONGELDIGE_VRAAG'],
    ['levels of brackets', () => ({ query: '{a'.repeat(2_400) }), 400, 'ONGELDIGE_VRAAG'],
    [
      'levels of a value',
      () => ({
        query: `{ client(clientnummer: ${'['.repeat(2_000)}1${']'.repeat(2_000)}) { clientnummer } }`,
      }),
      400,
      'ONGELDIGE_VRAAG',
    ],
    [
      'levels of JSON',
      () => `{"query":"{ __typename }","variables":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
      200,
      '',
    ],
    [
      'many errors',
      () => ({ query: `{ ${Array.from({ length: 100 }, (_, i) => `v${i}`).join(' ')} }` }),
      400,
      'ONGELDIGE_VRAAG',
    ],
    ['a body without end', () => `{"query":"${' '.repeat(2_000_000)}"}`, 413, 'ONGELDIGE_VRAAG'],
    [
      'many clients at once',
      () => ({
        documentId: 'werkvoorraad',
        variables: { clientnummers: Array<string>(10_000).fill(eigen()) },
      }),
      200,
      'ONGELDIGE_INVOER',
    ],
    [
      'a list of a large variable',
      () => ({
        query:
          'query ($n: [Int!]) { verdeling(bedragEuro: 1, partijen: [], sleutelgewichten: $n) { bedragEuro } }',
        variables: { n: Array(100_000).fill(1) },
      }),
      200,
      'NIET_GERECHTIGD',
    ],
  ])('%s', async (_wat, body, status, code) => {
    const antwoord = await doelwit.stuur(body(), streng());
    if (code === '') expect([antwoord.status, antwoord.codes]).toEqual([status, []]);
    else {
      expect([antwoord.status, [...new Set(antwoord.codes)]]).toEqual([status, [code]]);
      expect(antwoord.text).not.toMatch(lek);
    }
  });

  it('says how far an operation is over what it may cost', async () => {
    const { text } = await doelwit.stuur({ documentId: 'vacatures', variables: { first: 100_000 } });
    const [error] = (JSON.parse(text) as { readonly errors: readonly { readonly extensions: object }[] })
      .errors;
    expect(error?.extensions).toMatchObject({
      code: 'TE_KOSTBAAR',
      kosten: expect.any(Number) as unknown,
      maximum: 40_000,
    });
  });
});

describe('batching', () => {
  it.each([
    ['a list of requests', [{ query: '{ __typename }' }, { query: '{ __typename }' }]],
    ['a list of one', [{ query: '{ __typename }' }]],
    ['an empty list', []],
    [
      'many clients by aliases',
      {
        query: `query ($n: ID!) { ${Array.from({ length: 20 }, (_, i) => `c${i}: client(clientnummer: $n) { clientnummer }`).join(' ')} }`,
        variables: { n: 'x' },
      },
    ],
  ])('%s', async (_wat, body) => {
    verwachtWeigering(await doelwit.stuur(body, streng()), 400, 'ONGELDIGE_VRAAG');
  });
});

describe('access', () => {
  it('to the object of another is refused, in whatever way it is named', async () => {
    const headers = await doelwit.als('klantmanager', 'reintegratie');
    for (const query of [
      'query ($n: ID!) { werkvoorraad(rol: KLANTMANAGER, medewerkernummer: $n) { rol } }',
      'query ($n: ID!) { a: __typename ... on Query { x: werkvoorraad(rol: KLANTMANAGER, medewerkernummer: $n) { rol } } }',
      'query ($n: ID!) { ...F } fragment F on Query { werkvoorraad(medewerkernummer: $n, rol: KLANTMANAGER) { rol } }',
    ]) {
      const antwoord = await doelwit.stuur({ query, variables: { n: 'iemand-anders' } }, headers);
      verwachtWeigering(antwoord, 200, 'NIET_GERECHTIGD');
    }
  });

  it('to the inner fields of federation there is none', async () => {
    for (const query of [
      '{ _service { sdl } }',
      '{ _entities(representations: [{ __typename: "Client", clientnummer: "1" }]) { __typename } }',
      '{ vacature(id: "1") { kandidatenGemeente { kandidaten { clientnummer } } } }',
    ]) {
      verwachtWeigering(await doelwit.stuur({ query }, streng()), 400, 'ONGELDIGE_VRAAG');
    }
  });
});

it.each([
  ['nothing', {}],
  ['text', 'Client'],
  ['a type that is no entity', { __typename: 'Query' }],
  ['a type that there is not', { __typename: '__proto__' }],
  ['a list', [{ __typename: 'Client' }]],
])('a subgraph that is asked for an entity by %s says that it does not fit', async (_wat, r) => {
  const response = await fetch(doelwit.werkplein.partners['gemeente']?.subgraph.url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
      variables: { r: [r] },
    }),
  });
  const antwoord = await antwoordVan(response);
  expect(antwoord.codes).toEqual(['ONGELDIGE_INVOER']);
  expect(antwoord.text).not.toMatch(lek);
});

describe('where only trusted documents are served', () => {
  let streng: Doelwit;
  beforeAll(async () => {
    streng = await openDoelwit({ ONLY_TRUSTED: 'true' });
  }, 60_000);
  afterAll(() => streng.stop());

  it.each<[string, object, number, string]>([
    ['any document', { query: '{ __typename }' }, 403, 'ALLEEN_VERTROUWD'],
    ['a document that is not there', { documentId: 'geen' }, 400, 'ONBEKEND_DOCUMENT'],
    [
      'a hash that is not there',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } } },
      400,
      'ONBEKEND_DOCUMENT',
    ],
    [
      'a document that is sent to be remembered',
      {
        query: '{ __typename }',
        extensions: { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } },
      },
      403,
      'ALLEEN_VERTROUWD',
    ],
    ['a document beside an id', { query: '{ __typename }', documentId: 'balie' }, 400, 'ONGELDIGE_VRAAG'],
    ['a path for an id', { documentId: '../operations/balie' }, 400, 'ONBEKEND_DOCUMENT'],
    ['an id of an object', { documentId: { toString: 'balie' } }, 400, 'ONGELDIGE_VRAAG'],
  ])('%s is refused', async (_wat, body, status, code) => {
    verwachtWeigering(await streng.stuur(body), status, code);
  });
});
