/** What is not run is refused without anything of what was sent, by status, code and a sentence. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CannedGraph, type Known, readSubgraphs, startCannedGraph } from '../../test/canned/index.ts';

const correlationId = '00000000-0000-4000-8000-000000000005';
const sentence = expect.stringMatching(/^\p{Lu}.*\.$/u) as unknown;

let graph: CannedGraph;
let trusted: string;
beforeAll(async () => {
  trusted = mkdtempSync(join(tmpdir(), 'documents-'));
  writeFileSync(join(trusted, 'een-boek.graphql'), 'query EenBoek($id: ID!) { boek(id: $id) { id } }');
  const subgraphs = readSubgraphs(new URL('../execution/fixtures/boekhandel/', import.meta.url));
  graph = await startCannedGraph(subgraphs, {
    MAX_DEPTH: '6',
    MAX_FIELDS: '40',
    MAX_ALIASES: '5',
    MAX_ROOT_FIELDS: '4',
    MAX_DIRECTIVES: '5',
    MAX_REPEATED: '5',
    INTROSPECTION: 'false',
    TRUSTED_DOCUMENTS: trusted,
  });
});
afterAll(async () => {
  await graph.stop();
  rmSync(trusted, { recursive: true });
});

/** Asks for what a status can tell (GraphQL over HTTP §6.4.2). */
async function ask(body: Known) {
  graph.serve({});
  const { status, text } = await graph.ask(body, {
    accept: 'application/graphql-response+json',
    'x-correlation-id': correlationId,
  });
  expect(graph.asked()).toEqual([]);
  return { status, text, answer: JSON.parse(text) as unknown };
}

describe('a variable that does not fit', () => {
  const query = `query ($id: ID!, $n: Int = 1, $filter: Filter, $lijst: [ID!], $ja: Boolean! = true) {
    boek(id: $id) { titel @include(if: $ja) }
    boeken(eerste: $n, filter: $filter) { titel }
    anders: boek(id: "1") { id recensies(laatste: $n) { id } }
    _: __typename @skip(if: $ja)
  }`.replace(/, \$lijst: \[ID!\]/, '');

  it.each([
    ['is absent', {}],
    ['is null', { id: null }],
    ['is an object', { id: { bsn: '999900006' } }],
    ['is a list', { id: ['999900006', '2'] }],
    ['is true', { id: true }],
    ['is a fraction for an Int', { id: '1', n: 99990000.6 }],
    ['is too large for an Int', { id: '1', n: 9999000061 }],
    ['is text for an Int', { id: '1', n: '999900006' }],
    ['is no value of the enum', { id: '1', filter: { soort: 'B999900006' } }],
    ['has a field that there is not', { id: '1', filter: { x999900006: 1 } }],
    ['has null in a list of what may not be', { id: '1', filter: { titels: ['999900006', null] } }],
    ['is text for a Boolean', { id: '1', ja: '999900006' }],
  ])('%s: nothing is asked, and its value is not repeated', async (_wat, variables) => {
    const { status, text, answer } = await ask({ query, variables });
    expect({ status, answer }).toEqual({
      status: 400,
      answer: {
        errors: [
          {
            message: sentence,
            locations: expect.any(Array) as unknown,
            extensions: { code: 'ONGELDIGE_INVOER', correlationId },
          },
        ],
      },
    });
    expect(text).not.toMatch(/999900006/);
  });

  it('is one error for each that does not fit', async () => {
    const { status, answer } = await ask({ query, variables: { n: 'x', filter: 1 } });
    expect(status).toBe(400);
    expect(answer).toMatchObject({ errors: Array(3).fill({ extensions: { code: 'ONGELDIGE_INVOER' } }) });
    expect(answer).not.toHaveProperty('data');
  });

  it('fits when it can be made to', async () => {
    graph.serve({ catalogus: { boek: { __typename: 'Boek', id: '1', titel: 'Eline' } } });
    const { text } = await graph.ask({
      query: 'query ($id: ID!) { boek(id: $id) { titel } }',
      variables: { id: 1, meer: 2 },
    });
    expect(JSON.parse(text)).toEqual({ data: { boek: { titel: 'Eline' } } });
  });
});

describe('an operation', () => {
  const two = 'query A { boek(id: "1") { id } } query B { boek(id: "2") { id } }';
  it.each([
    ['that the document does not have', { query: two, operationName: 'C' }],
    ['of another name than the only one', { query: 'query A { boek(id: "1") { id } }', operationName: 'B' }],
    ['with a name, where the only one has none', { query: '{ boek(id: "1") { id } }', operationName: 'B' }],
    [
      'of another name than the trusted document has',
      { documentId: 'een-boek', operationName: 'Boeken', variables: { id: '1' } },
    ],
    ['of an empty name', { query: 'query A { boek(id: "1") { id } }', operationName: '' }],
    ['of several, without saying which', { query: two }],
    ['that is a subscription', { query: 'subscription { boek(id: "1") { id } }' }],
    [
      'that is too deep',
      { query: `{ boek(id: "1") ${'{ recensies { boek '.repeat(4)} { id }${' } }'.repeat(4)} }` },
    ],
    [
      'that is too large',
      { query: `{ boek(id: "1") { ${Array.from({ length: 50 }, (_, i) => `a${i}: id`).join(' ')} } }` },
    ],
    ['in fragments without end', { query: '{ boek(id: "1") { ...F } } fragment F on Boek { id ...F }' }],
    ['of more tokens than are read', { query: `{ boek(id: "1") { ${'id '.repeat(6_000)} } }` }],
  ])('%s is refused', async (_wat, body) => {
    const { status, answer } = await ask(body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({
      errors: [{ message: sentence, extensions: { code: 'ONGELDIGE_VRAAG', correlationId } }],
    });
    expect(answer).not.toHaveProperty('data');
  });

  const times = (n: number, one: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => one(i)).join(' ');
  const inFragments = `{ boek(id: "1") { ${times(7, (i) => `...F${i}`)} } } ${times(7, (i) => `fragment F${i} on Boek { id }`)}`;
  it.each([
    ['aliases', 'have 5 aliases', `{ boek(id: "1") { ${times(6, (i) => `a${i}: id`)} } }`],
    [
      'aliases in a fragment',
      'have 5 aliases',
      `{ boek(id: "1") { ...F ...F } } fragment F on Boek { a: id b: id c: id }`,
    ],
    [
      'fields of the root',
      'have 4 fields of the root',
      '{ __typename __typename __typename ... { __typename __typename } }',
    ],
    ['directives', 'have 5 directives', `{ boek(id: "1") { id ${'@include(if: true) '.repeat(6)} } }`],
    ['directives that there are not', 'have 5 directives', `{ __typename ${'@aa '.repeat(6)} }`],
    ['directives of an operation', 'have 5 directives', `query ${'@aa '.repeat(6)} { __typename }`],
    ['directives of a variable', 'have 5 directives', `query ($a: Int ${'@aa '.repeat(6)}) { __typename }`],
    ['the same field', 'repeat 5 fields', `{ boek(id: "1") { ${'id '.repeat(7)} } }`],
    ['the same field in fragments', 'repeat 5 fields', inFragments],
    [
      'the same field below the same fields',
      'repeat 5 fields',
      `{ ${'boek(id: "1") { id id id id } '.repeat(2)} }`,
    ],
    [
      'the same field in a fragment that is not used',
      'repeat 5 fields',
      `{ __typename } fragment F on Boek { ${'id '.repeat(7)} }`,
    ],
    [
      'the same field in another operation',
      'repeat 5 fields',
      `query A { __typename } query B { boek(id: "1") { ${'id '.repeat(7)} } }`,
    ],
  ])('of too many of %s is refused, before it is compared with the schema', async (_wat, limit, query) => {
    const { status, answer } = await ask({ query: query.replace('{', '{ geenVeld '), operationName: 'A' });
    expect(status).toBe(400);
    expect(answer).toEqual({
      errors: [
        {
          message: `An operation may ${limit} at most.`,
          extensions: { code: 'ONGELDIGE_VRAAG', correlationId },
        },
      ],
    });
  });

  it.each([
    ['__schema', '{ __schema { types { name } } }'],
    ['__type', 'query { boek(id: "1") { id } x: __type(name: "Boek") { name } }'],
    [
      '__schema in a fragment',
      '{ ...F } fragment F on Query { ... @include(if: false) { __schema { types { name } } } }',
    ],
  ])('that asks %s is refused where introspection is off', async (_wat, query) => {
    const { status, answer } = await ask({ query });
    expect({ status, answer }).toEqual({
      status: 400,
      answer: { errors: [{ message: sentence, extensions: { code: 'INTROSPECTIE_UIT', correlationId } }] },
    });
  });

  it.each([
    ['a field', '{ boeke(id: "1") { id } }'],
    ['a type', '{ ... on Querie { boek(id: "1") { id } } }'],
    ['an argument', '{ boek(id: "1", ids: "1") { id } }'],
    ['an enum value', '{ boeken(filter: { soort: ROMANS }) { id } }'],
    ['an input field', '{ boeken(filter: { soorten: ROMAN }) { id } }'],
    ['a directive', '{ boek(id: "1") { id @includes(if: true) } }'],
  ])('that misses the name of %s is not told which it should be', async (_wat, query) => {
    const { text } = await ask({ query });
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'ONGELDIGE_VRAAG' } }] });
    expect(text).not.toMatch(/did you mean/i);
  });

  it('is the one that is asked', async () => {
    graph.serve({ catalogus: { 'boek({"id":"2"})': { __typename: 'Boek', id: '2' } } });
    for (const body of [
      { query: two, operationName: 'B' },
      { documentId: 'een-boek', operationName: 'EenBoek', variables: { id: '2' } },
      { documentId: 'een-boek', variables: { id: '2' } },
    ]) {
      expect(JSON.parse((await graph.ask(body)).text)).toEqual({ data: { boek: { id: '2' } } });
    }
  });
});
