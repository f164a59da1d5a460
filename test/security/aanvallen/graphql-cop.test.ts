/** The classes of weakness that graphql-cop looks for (github.com/dolevf/graphql-cop), each refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { antwoordVan, type Doelwit, lek, openDoelwit, verwachtWeigering } from './doelwit.ts';

let doelwit: Doelwit;
beforeAll(async () => {
  doelwit = await openDoelwit();
}, 60_000);
afterAll(() => doelwit.stop());

const herhaal = (n: number, een: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => een(i)).join(' ');

describe('too much in one request', () => {
  it.each<[string, unknown, string]>([
    [
      'alias overloading',
      { query: `{ ${herhaal(101, (i) => `alias${i}: __typename`)} }` },
      'ONGELDIGE_VRAAG',
    ],
    ['array-based query batching', Array(10).fill({ query: '{ __typename }' }), 'ONGELDIGE_VRAAG'],
    [
      'directive overloading',
      { query: `{ __typename ${'@aa'.repeat(10)} ${'@include(if: true)'.repeat(100)} }` },
      'ONGELDIGE_VRAAG',
    ],
    ['field duplication', { query: `{ ${'__typename '.repeat(500)} }` }, 'ONGELDIGE_VRAAG'],
    [
      'circular query by introspection',
      {
        query:
          '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
      },
      'ONGELDIGE_VRAAG',
    ],
    [
      'circular fragments',
      { query: '{ ...A } fragment A on Query { __typename ...B } fragment B on Query { __typename ...A }' },
      'ONGELDIGE_VRAAG',
    ],
  ])('%s', async (_wat, body, code) => {
    const antwoord = await doelwit.stuur(body, {
      ...doelwit.goed,
      accept: 'application/graphql-response+json',
    });
    verwachtWeigering(antwoord, 400, code);
  });
});

describe('what tells too much', () => {
  it('introspection', async () => {
    const antwoord = await doelwit.stuur({ query: '{ __schema { types { name fields { name } } } }' });
    verwachtWeigering(antwoord, 200, 'INTROSPECTIE_UIT');
    expect((await doelwit.stuur({ query: '{ __typename }' })).text).toBe('{"data":{"__typename":"Query"}}');
  });

  it('field suggestions', async () => {
    for (const query of [
      '{ clien { clientnummer } }',
      'query { __schema { directive } }',
      '{ client(clientnumer: "1") { x } }',
    ]) {
      const { text } = await doelwit.stuur({ query });
      expect(text).not.toMatch(/did you mean/i);
    }
  });

  it.each(['/graphiql', '/playground', '/console', '/graphql', '/altair', '/voyager', '/'])(
    'an IDE at %s',
    async (path) => {
      const response = await fetch(new URL(path, doelwit.url), { headers: { accept: 'text/html' } });
      const antwoord = await antwoordVan(response);
      verwachtWeigering(antwoord, path === '/graphql' ? 405 : 404, 'ONGELDIGE_VRAAG');
      expect(antwoord.text).not.toMatch(/graphiql|playground/i);
    },
  );

  it('tracing and debug modes', async () => {
    for (const headers of [
      { 'apollo-federation-include-trace': 'ftv1' },
      { 'x-apollo-tracing': '1' },
      { debug: 'true' },
    ]) {
      const { text } = await doelwit.stuur(
        { query: '{ __typename }', extensions: { tracing: true } },
        { ...doelwit.goed, ...headers },
      );
      expect(text).toBe('{"data":{"__typename":"Query"}}');
    }
  });

  it('errors that nobody handled', async () => {
    for (const query of [
      'qwerty cop { abc }',
      '{',
      '',
      '\u0000',
      '"""',
      '{ client(clientnummer: {}) { x } }',
      '#',
    ]) {
      const { text, codes } = await doelwit.stuur({ query });
      expect(new Set(codes)).toEqual(new Set(['ONGELDIGE_VRAAG']));
      expect(text).not.toMatch(lek);
    }
  });
});

describe('what a page of elsewhere can make a browser send', () => {
  it.each<[string, string, RequestInit, number]>([
    ['GET with a query', '?query=%7B__typename%7D', {}, 405],
    ['GET with a mutation', '?query=mutation%7B__typename%7D', {}, 405],
    ['HEAD', '?query=%7B__typename%7D', { method: 'HEAD' }, 405],
    ['PUT', '', { method: 'PUT', body: '{"query":"{__typename}"}' }, 405],
    ['POST with a query in the address', '?query=%7B__typename%7D', { method: 'POST' }, 415],
    ['POST as a form', '', { method: 'POST', body: new URLSearchParams({ query: '{ __typename }' }) }, 415],
    ['POST as a form with a file', '', { method: 'POST', body: formulier() }, 415],
    ['POST as text', '', { method: 'POST', body: '{"query":"{__typename}"}' }, 415],
    ['POST without a type', '', { method: 'POST', body: new Blob(['{"query":"{__typename}"}']) }, 415],
    [
      'POST as text that says it is JSON too',
      '',
      {
        method: 'POST',
        body: '{"query":"{__typename}"}',
        headers: { 'content-type': 'text/plain;application/json' },
      },
      415,
    ],
  ])('%s', async (_wat, search, init, status) => {
    const response = await fetch(`${doelwit.url}${search}`, {
      ...init,
      headers: {
        ...doelwit.goed,
        origin: 'https://kwaad.example',
        ...(init.headers as Readonly<Record<string, string>> | undefined),
      },
    });
    const antwoord = await antwoordVan(response);
    if (init.method !== 'HEAD') verwachtWeigering(antwoord, status, 'ONGELDIGE_VRAAG');
    expect(antwoord.status).toBe(status);
    expect([...antwoord.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

function formulier(): FormData {
  const form = new FormData();
  form.set('operations', '{"query":"{__typename}"}');
  form.set('map', '{"0":["variables.file"]}');
  form.set('0', new Blob(['x']), 'x.txt');
  return form;
}
