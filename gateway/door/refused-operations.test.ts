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
  graph = await startCannedGraph(subgraphs, { MAX_DEPTH: '6', MAX_FIELDS: '40', TRUSTED_DOCUMENTS: trusted });
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
    _: __type(name: "x") { name @skip(if: $ja) }
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
