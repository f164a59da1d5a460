/** What the planners promise the engine: in time or not at all, and one that was stopped does not stop the others. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../../subgraphs/kit/index.ts';
import { composeSdl } from '../../../test/canned/index.ts';
import { createApolloPlanner } from './apollo-planner.ts';
import { createPlanner, type Planner } from './index.ts';

/** Every entity in every subgraph, each field in several: choices multiply with every level. */
const everywhere = (name: string) => `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
  type Query { knoop: Knoop @shareable }
  type Knoop @key(fields: "id") { id: ID! ${['a', 'b', 'c', 'd', 'e'].map((f) => `${f}: Knoop @shareable`).join(' ')} ${name}: Int }
`;
const subgraphs = Object.fromEntries(['een', 'twee', 'drie', 'vier'].map((name) => [name, everywhere(name)]));
const level = (depth: number): string =>
  depth === 0 ? 'een twee drie vier' : ['a', 'b', 'c'].map((f) => `${f} { ${level(depth - 1)} }`).join(' ');
/** With seven levels no planner is done in a second. */
const nested = (depth: number) => `{ knoop { ${level(depth)} } }`;
const supergraphSdl = composeSdl(subgraphs);
const logger = createLogger('test', { level: 'silent' });
/** Enough for anything that is not pathological, also on a busy machine. */
const amplyMs = 20_000;

describe.each(['hive', 'apollo'] as const)('the planner of %s', (name) => {
  let planner: Planner;
  beforeAll(async () => {
    planner = await createPlanner(name, supergraphSdl, logger);
  });
  afterAll(() => planner.close());

  it('plans an operation', async () => {
    expect(planner.name).toBe(name);
    expect(await planner.plan('{knoop{een}}', amplyMs)).toEqual({
      kind: 'Fetch',
      subgraph: 'een',
      operation: '{knoop{een}}',
      operationName: undefined,
      operationKind: 'query',
      variables: [],
      path: [],
      requires: undefined,
      inputRewrites: [],
      outputRewrites: [],
      id: undefined,
    });
  });

  it('stops when the time is over, and plans the next as if nothing happened', async () => {
    const start = performance.now();
    await expect(planner.plan(nested(7), 200)).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(await planner.plan('{knoop{twee}}', amplyMs)).toMatchObject({ operation: '{knoop{twee}}' });
  });

  it('refuses what it cannot plan, and plans the next', async () => {
    await expect(planner.plan('{knoop{zes}}', amplyMs)).rejects.toThrow();
    await expect(planner.plan('{knoop{', amplyMs)).rejects.toThrow();
    expect(await planner.plan('{knoop{drie}}', amplyMs)).toMatchObject({ operation: '{knoop{drie}}' });
  });
});

describe('the planner in a thread', () => {
  let planner: Planner;
  beforeAll(async () => {
    planner = await createApolloPlanner(supergraphSdl);
  });
  afterAll(() => planner.close());

  it('plans the others that were asked together with one that takes too long', async () => {
    const tooLong = planner.plan(nested(7), 200);
    const others = [1, 2, 3].map((depth) => planner.plan(nested(depth), amplyMs));
    await expect(tooLong).rejects.toThrow('planning took too long');
    const kinds = (await Promise.all(others)).map((plan) => plan?.kind);
    expect(kinds).toEqual(['Parallel', 'Parallel', 'Parallel']);
  });

  it('is not stopped by the time of an operation that was planned already', async () => {
    const shortMs = 500;
    await planner.plan('{knoop{een}}', shortMs);
    // Longer than that time: who is planned now would be stopped in the middle.
    const start = performance.now();
    for (let i = 0; performance.now() - start < 2 * shortMs; i += 1) {
      await planner.plan(`{ knoop { ${i % 2 === 0 ? 'a' : 'b'} { een twee } } }`, amplyMs);
    }
  });

  it('ends with the engine: nobody waits for a plan any more', async () => {
    const closing = await createApolloPlanner(supergraphSdl);
    const planned = [nested(7), '{knoop{een}}'].map((operation) => closing.plan(operation, amplyMs));
    const ends = Promise.allSettled(planned);
    await closing.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(closing.plan('{knoop{een}}', amplyMs)).rejects.toThrow('closed');
  });
});

it('the planner is the native one where it runs', async () => {
  const planner = await createPlanner('auto', supergraphSdl, logger);
  expect(planner.name).toBe('hive');
  await planner.close();
});

describe('where fields need one field with arguments below the top of what they need', () => {
  const link = (names: string) =>
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])`;
  const needing = (one: string, other: string) =>
    composeSdl({
      inkomsten: `${link('"@key"')}
        type Query { client: Client }
        type Client @key(fields: "id") { id: ID! baan: Baan }
        type Baan { loon(bruto: Boolean!): Int }`,
      subsidies: `${link('"@key", "@external", "@requires"')}
        type Client @key(fields: "id") {
          id: ID!
          baan: Baan @external
          subsidie: Int @requires(fields: "baan { loon(bruto: ${one}) }")
          toeslag: Int @requires(fields: "baan { loon(bruto: ${other}) }")
        }
        type Baan { loon(bruto: Boolean!): Int @external }`,
    });

  it('the planner is the native one when they are the same', async () => {
    const planner = await createPlanner('auto', needing('true', 'true'), logger);
    expect(planner.name).toBe('hive');
    expect(
      await planner.plan('{client{subsidie toeslag baan{_as_loon:loon(bruto:false)}}}', amplyMs),
    ).toBeDefined();
    await planner.close();
  });

  it('it is that of Apollo when they differ, for the native one would stop the process', async () => {
    const planner = await createPlanner('auto', needing('true', 'false'), logger);
    expect(planner.name).toBe('apollo');
    expect(await planner.plan('{client{subsidie toeslag}}', amplyMs)).toBeDefined();
    await planner.close();
  });

  it('the native planner is refused by name when they differ', async () => {
    const made = createPlanner('hive', needing('true', 'false'), logger);
    await expect(made).rejects.toThrow('arguments that differ below its top');
  });
});
