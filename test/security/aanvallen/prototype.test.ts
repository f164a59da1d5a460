/** Names that every object has are data as any other, wherever a client can write a name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Doelwit, lek, openDoelwit } from './doelwit.ts';

let doelwit: Doelwit;
beforeAll(async () => {
  doelwit = await openDoelwit();
}, 60_000);
afterAll(() => doelwit.stop());

const namen = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
];

/** As text: in code an object with such a name would be made another. */
const plaatsen: readonly (readonly [string, (naam: string) => string, readonly string[]])[] = [
  ['the body', (n) => `{"query":"{ __typename }","${n}":{"isAdmin":true,"query":"x"}}`, []],
  [
    'the body, with all that a request has',
    (n) => `{"${n}":{"query":"{ __typename }","variables":{}}}`,
    ['ONGELDIGE_VRAAG'],
  ],
  ['variables', (n) => `{"query":"{ __typename }","variables":{"${n}":{"isAdmin":true}}}`, []],
  [
    'a variable that is asked',
    (n) => `{"query":"query ($${n}: ID!) { client(clientnummer: $${n}) { clientnummer } }","variables":{}}`,
    ['ONGELDIGE_INVOER'],
  ],
  [
    'an object of a variable',
    (n) =>
      `{"query":"query ($f: Werkvoorraadfilter) { werkvoorraad(rol: KLANTMANAGER, medewerkernummer: \\"x\\") { ... on WerkvoorraadKlantmanager { clienten(filter: $f) { onbepaald } } } }","variables":{"f":{"${n}":{"isAdmin":true}}}}`,
    ['ONGELDIGE_INVOER'],
  ],
  ['extensions', (n) => `{"query":"{ __typename }","extensions":{"${n}":{"sha256Hash":"x"}}}`, []],
  [
    'the hash of a document',
    (n) => `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${n}"}}}`,
    ['ONBEKEND_DOCUMENT'],
  ],
  [
    'what holds the hash',
    (n) => `{"extensions":{"persistedQuery":{"${n}":{"sha256Hash":"x"}}}}`,
    ['ONGELDIGE_VRAAG'],
  ],
  ['the id of a document', (n) => `{"documentId":"${n}"}`, ['ONBEKEND_DOCUMENT']],
  [
    'the name of an operation',
    (n) => `{"query":"query Goed { __typename }","operationName":"${n}"}`,
    ['ONGELDIGE_VRAAG'],
  ],
  ['a field', (n) => `{"query":"{ ${n} }"}`, ['ONGELDIGE_VRAAG']],
  [
    'a field of a client',
    (n) => `{"query":"{ client(clientnummer: \\"x\\") { ${n} } }"}`,
    ['ONGELDIGE_VRAAG'],
  ],
  [
    'an argument',
    (n) => `{"query":"{ client(${n}: 1, clientnummer: \\"x\\") { clientnummer } }"}`,
    ['ONGELDIGE_VRAAG'],
  ],
  ['a type', (n) => `{"query":"{ ... on ${n} { x } }"}`, ['ONGELDIGE_VRAAG']],
  ['a fragment', (n) => `{"query":"{ ...${n} }"}`, ['ONGELDIGE_VRAAG']],
  ['a directive', (n) => `{"query":"{ __typename @${n} }"}`, ['ONGELDIGE_VRAAG']],
];

describe.each(plaatsen)('a name in %s', (_waar, maak, codes) => {
  it.each(namen)('%s', async (naam) => {
    const antwoord = await doelwit.stuur(maak(naam));
    expect([...new Set(antwoord.codes)]).toEqual(codes);
    expect(antwoord.text).not.toMatch(lek);
    // Nothing of it stays in the process, which is this one.
    expect(({} as Readonly<Record<string, unknown>>)['isAdmin']).toBeUndefined();
    expect((await doelwit.stuur({ query: '{ __typename }' })).text).toBe('{"data":{"__typename":"Query"}}');
  });
});

it('a name of every object is a name in an answer too', async () => {
  const query = `{ ${namen.map((naam) => `${naam}: __typename`).join(' ')} }`;
  const { text } = await doelwit.stuur({ query });
  expect(text).toBe(`{"data":{${namen.map((naam) => `"${naam}":"Query"`).join(',')}}}`);
});

it('a header that is called so opens nothing', async () => {
  const { codes } = await doelwit.stuur(
    { query: '{ __typename }' },
    {
      constructor: 'Bearer x',
      __proto__: 'x',
    },
  );
  expect(codes).toEqual(['NIET_AANGEMELD']);
});
