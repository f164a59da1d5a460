/**
 * What the native planner does not do right, and the engine therefore does not ask of it (docs/adr/0010). A red case
 * here is good news: the planner was mended, and what goes around it can go.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { composeSdl, readSubgraphs } from '../../../test/canned/index.ts';
import { createHivePlanner } from './hive-planner.ts';
import type { PlanNode, Planner } from './plan.ts';

const inMs = 20_000;
const link = (names: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])`;

/** Every operation of a plan, in its order. */
function operations(node: PlanNode | undefined): readonly string[] {
  return JSON.stringify(node).match(/(?<="operation":")(?:[^"\\]|\\.)*/g) ?? [];
}

describe('the native planner', () => {
  let boekhandel: Planner;
  beforeAll(async () => {
    boekhandel = await createHivePlanner(
      composeSdl(readSubgraphs(new URL('../fixtures/boekhandel/', import.meta.url))),
    );
  });

  it('overlooks what a field needs (@requires) when it is asked through an interface', async () => {
    const planner = await createHivePlanner(
      composeSdl({
        registratie: `${link('"@key"')}
          type Persoon @key(fields: "id") { id: ID! leeftijd: Int }`,
        rekenen: `${link('"@key", "@external", "@requires"')}
          type Query { partijen: [Partij] }
          interface Partij { score: Int }
          type Persoon implements Partij @key(fields: "id") { id: ID! leeftijd: Int @external score: Int @requires(fields: "leeftijd") }
          type Bedrijf implements Partij { score: Int }`,
      }),
    );
    const plan = await planner.plan('{partijen{score}}', inMs);
    expect(operations(plan).join('\n')).not.toContain('leeftijd');
    const named = await planner.plan('{partijen{...on Persoon{score} ...on Bedrijf{score}}}', inMs);
    expect(operations(named).join('\n')).toContain('leeftijd');
  });

  it('writes over a key what the client calls by its name, and asks for the entity of that value', async () => {
    const plan = await boekhandel.plan('{boek(id:"1"){id:titel aantal}}', inMs);
    expect(plan).toMatchObject({
      nodes: [
        { outputRewrites: [{ kind: 'Rename', to: 'id' }] },
        { requires: [{ selections: [{ name: '__typename' }, { name: 'id' }] }] },
      ],
    });
  });

  it('begins a mutation while what the one before it changed is still read', async () => {
    const plan = await boekhandel.plan(
      'mutation{plaats(titel:"a"){aantal} recenseer(boek:"1",sterren:5){sterren}}',
      inMs,
    );
    expect(plan).toMatchObject({
      kind: 'Sequence',
      nodes: [
        { operationKind: 'mutation' },
        { kind: 'Parallel', nodes: [{ operationKind: 'mutation' }, { operationKind: 'query' }] },
      ],
    });
  });

  it('does not ask what an object is where the client gives that another name', async () => {
    const plan = await boekhandel.plan('{werken{soort:__typename titel}}', inMs);
    expect(operations(plan)).toEqual(['{werken{soort: __typename titel}}']);
  });

  it('does not ask what an object is where only fields of an interface are asked', async () => {
    const plan = await boekhandel.plan('{werken{titel}}', inMs);
    expect(operations(plan)).toEqual(['{werken{titel}}']);
  });
});
