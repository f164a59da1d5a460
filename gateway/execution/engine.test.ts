/** What an engine prepares: once, bounded, and nothing that costs more than it may. */
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CannedEngine,
  createCannedEngine,
  operationContext,
  readSubgraphs,
} from '../../test/canned/index.ts';

const subgraphs = readSubgraphs(new URL('./fixtures/boekhandel/', import.meta.url));
const refused = (message: string | RegExp) =>
  expect.objectContaining({
    message: typeof message === 'string' ? message : (expect.stringMatching(message) as unknown),
    extensions: { code: 'ONGELDIGE_VRAAG' },
  }) as Error;

let canned: CannedEngine;
beforeAll(async () => {
  canned = await createCannedEngine(subgraphs, 'hive', { maxOperations: 2, maxFields: 50, maxDepth: 5 });
});
afterAll(() => canned.engine.close());

const prepare = (text: string, operationName?: string) => canned.engine.prepare(parse(text), operationName);

describe('preparing', () => {
  it('is done once for who asks the same at the same time, whatever the layout', async () => {
    const [one, other, named] = await Promise.all([
      prepare('query Q { boek(id: "1") { titel } }'),
      prepare('query Q{boek(id:"1"){titel}} # twice\nquery R{__typename}', 'Q'),
      prepare('query R { boek(id: "1") { titel } }'),
    ]);
    expect(other).toBe(one);
    expect(named).not.toBe(one);
    expect([one.operationName, one.kind]).toEqual(['Q', 'query']);
  });

  it('is remembered for the last asked, also for who keeps the documents', async () => {
    const documents = ['{ boek(id: "1") { id } }', '{ boek(id: "2") { id } }', '{ boek(id: "3") { id } }'];
    const [first, second, third] = documents.map((text) => parse(text));
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three documents');
    const { engine } = canned;
    const [one, two] = [await engine.prepare(first), await engine.prepare(second)];
    expect(await engine.prepare(first)).toBe(one);
    await engine.prepare(third);
    expect(await engine.prepare(first)).toBe(one);
    expect(await engine.prepare(second)).not.toBe(two);
  });

  it('is for the operation that was asked', async () => {
    const text = 'query A { a: __typename } mutation B { b: __typename } query C { c: __typename }';
    const prepared = await prepare(text, 'B');
    expect([prepared.operationName, prepared.kind]).toEqual(['B', 'mutation']);
    expect(await prepared.run({}, operationContext())).toEqual({ data: { text: '{"b":"Mutation"}' } });
  });

  const unclear = 'query A { a: __typename } query B { b: __typename }';
  it.each([
    ['of a name that is not there', unclear, 'C', /no such operation/],
    ['of another name than the only one', 'query A { __typename }', 'B', /no such operation/],
    ['of an empty name', 'query A { __typename }', '', /no such operation/],
    ['without a name, of several', unclear, undefined, /operationName must say which/],
    ['that is none', 'fragment F on Query { __typename }', undefined, /no such operation/],
    ['that is a subscription', 'subscription { boek(id: "1") { id } }', undefined, /not served/],
  ])('refuses an operation %s', async (_wat, text, operationName, message) => {
    // Asked twice with one document, with and without a name: the one is not remembered for the other.
    const document = parse(text);
    await canned.engine.prepare(document, 'A').catch(() => undefined);
    await expect(canned.engine.prepare(document, operationName)).rejects.toEqual(refused(message));
  });
});

describe('an operation that costs too much is refused before it is planned', () => {
  const doubling = (levels: number) => {
    const fragments = Array.from(
      { length: levels },
      (_, i) => `fragment F${i} on Boek { ...F${i + 1} ...F${i + 1} }`,
    );
    return `{ boek(id: "1") { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Boek { titel }`;
  };
  const conditional = (levels: number) =>
    `query($a: Boolean!) ${doubling(levels).replaceAll(/\.\.\.F(\d+) \.\.\.F\d+/g, '...F$1 @include(if: $a) ...F$1')}`;
  const aliases = Array.from({ length: 60 }, (_, i) => `a${i}: titel`).join(' ');
  const deep = (levels: number): string =>
    levels === 0 ? 'tekst' : `boek { recensies { ${deep(levels - 1)} } }`;
  const fields = 'An operation may have 50 fields at most.';
  const depth = 'An operation may be 5 levels deep at most.';

  it.each([
    ['fragments that double twenty times', doubling(20), fields],
    ['fragments that double three hundred times', doubling(300), fields],
    ['fragments that double under a condition', conditional(300), fields],
    ['sixty aliases', `{ boek(id: "1") { ${aliases} } }`, fields],
    [
      'sixty aliases over two operations, in that which is asked',
      `query A { boek(id: "1") { ${aliases} } }`,
      fields,
    ],
    [
      'introspection of all and everything',
      `{ __schema { types { ${aliases.replaceAll('titel', 'name')} } } }`,
      fields,
    ],
    ['levels of fields', `{ recensie(id: "1") { ${deep(10)} } }`, depth],
    [
      'levels of inline fragments',
      `{ ${'... { '.repeat(40)} recensie(id: "1") { ${deep(10)} ${'} '.repeat(41)}}`,
      depth,
    ],
  ])('%s', async (_wat, text, message) => {
    const document = parse(text);
    const start = performance.now();
    await expect(canned.engine.prepare(document)).rejects.toEqual(refused(message));
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each([
    ['fragments that double five times', doubling(5)],
    ['many fragments without a field', `{ ${'... { '.repeat(100)}__typename${' }'.repeat(100)} }`],
    [
      'another operation of the document that is too large',
      `query B { boek(id: "1") { ${aliases} } } query A { boek(id: "1") { id } }`,
    ],
  ])('but not: %s', async (_wat, text) => {
    await expect(prepare(text, text.includes('query B') ? 'A' : undefined)).resolves.toMatchObject({
      kind: 'query',
    });
  });
});

describe('an operation that no planner plans in time is refused', () => {
  it.each(['hive', 'apollo'] as const)('by the planner of %s', async (planner) => {
    const { engine } = await createCannedEngine(subgraphs, planner, {
      planTimeoutMs: 1,
      maxFields: 100_000,
      maxDepth: 100,
    });
    const many = Array.from(
      { length: 2_000 },
      (_, i) => `b${i}: boek(id: "${i}") { titel gemiddelde aantal inkoop }`,
    );
    const document = parse(`{ ${many.join(' ')} }`);
    await expect(engine.prepare(document)).rejects.toEqual(
      refused(/cannot be planned, or not in the time there is/),
    );
    await engine.close();
  });
});

it.each(['hive', 'apollo'] as const)(
  'no engine with the planner of %s comes of what is no supergraph',
  async (planner) => {
    for (const supergraphSdl of ['', '{', 'type Query { a: Int }']) {
      await expect(createCannedEngine(subgraphs, planner, { supergraphSdl })).rejects.toThrow();
    }
  },
);
