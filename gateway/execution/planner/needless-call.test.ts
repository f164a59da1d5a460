import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leesDocument } from '../../../commands/front-office.ts';
import { createHivePlanner } from './hive-planner.ts';
import { hasNeedlessCall } from './needless-call.ts';
import type { BatchFetchNode, FetchNode, Path, PlanNode, Requirement } from './plan.ts';

const path = (text: string): Path =>
  text === '' ? [] : text.split('.').map((name) => (name === '@' ? 'ELEMENTS' : { field: name }));
const client: Requirement = {
  kind: 'Fragment',
  type: 'Client',
  selections: ['__typename', 'nummer'].map((name) => ({
    kind: 'Field',
    name,
    alias: undefined,
    selections: undefined,
  })),
};
const met = (name: string, ...below: readonly string[]): Requirement => ({
  ...client,
  selections: [
    ...client.selections,
    {
      kind: 'Field',
      name,
      alias: undefined,
      selections: below.map((b) => ({ kind: 'Field', name: b, alias: undefined, selections: undefined })),
    },
  ],
});

const fetch = (subgraph: string, at: string, asked: string, requires?: Requirement): FetchNode => ({
  kind: 'Fetch',
  subgraph,
  operation:
    requires === undefined ? asked : `query($r: [_Any!]!) { _entities(representations: $r) ${asked} }`,
  operationName: undefined,
  operationKind: 'query',
  variables: [],
  path: path(at),
  requires: requires && [requires],
  inputRewrites: [],
  outputRewrites: [],
  id: undefined,
});
const batch = (subgraph: string, ...delen: readonly (readonly [string, string])[]): BatchFetchNode => ({
  kind: 'BatchFetch',
  subgraph,
  operation: `query { ${delen.map(([, asked], i) => `e${i}: _entities(representations: []) ${asked}`).join(' ')} }`,
  operationName: undefined,
  operationKind: 'query',
  variables: [],
  batches: delen.map(([at], i) => ({
    alias: `e${i}`,
    representationsVariable: `r${i}`,
    paths: [path(at)],
    requires: [client],
    inputRewrites: [],
    outputRewrites: [],
  })),
});
const na = (...nodes: readonly PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
const naast = (...nodes: readonly PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });

const lijst = fetch('a', '', '{ lijst { leden { ...L } } } fragment L on Client { __typename nummer naam }');
const meer = '{ ... on Client { adres } }';

describe('a plan has a call too many', () => {
  it.each<readonly [string, PlanNode]>([
    [
      'when who gave the entities is asked more of them by key',
      na(lijst, fetch('a', 'lijst.leden.@', meer, client)),
    ],
    [
      'when others answer in between',
      na(lijst, fetch('b', 'lijst.leden.@', meer, client), fetch('a', 'lijst.leden.@', meer, client)),
    ],
    [
      'when it is asked beside others',
      na(lijst, naast(fetch('b', 'lijst.leden.@', meer, client), fetch('a', 'lijst.leden.@', meer, client))),
    ],
    ['when it goes in a batch', na(lijst, batch('a', ['elders', meer], ['lijst.leden.@', meer]))],
    [
      'when the entities hang below entities',
      na(
        fetch('b', '', '{ lijst { __typename id } }'),
        fetch('a', 'lijst', '{ ... on Lijst { leden { nummer } } }', client),
        fetch('a', 'lijst.leden.@', meer, client),
      ),
    ],
    [
      'when it needs what the giver gave with them',
      na(lijst, fetch('a', 'lijst.leden.@', meer, met('naam'))),
    ],
  ])('%s', (_wanneer, plan) => {
    expect(hasNeedlessCall(plan)).toBe(true);
  });

  it.each<readonly [string, PlanNode | undefined]>([
    ['when there is nothing to ask', undefined],
    ['when another gave the entities', na(lijst, fetch('b', 'lijst.leden.@', meer, client))],
    [
      'when it needs what another gives of them',
      na(lijst, fetch('b', 'lijst.leden.@', meer, client), fetch('a', 'lijst.leden.@', meer, met('adres'))),
    ],
    [
      'when it needs more below than it gave',
      na(lijst, fetch('a', 'lijst.leden.@', meer, met('naam', 'voornaam'))),
    ],
    ['when others chose which entities', na(lijst, fetch('a', 'keuze.leden.@', meer, client))],
    ['when both are asked at once', naast(lijst, fetch('a', 'lijst.leden.@', meer, client))],
    [
      'when the same entities are asked of it once',
      na(fetch('b', '', '{ lijst { leden { nummer } } }'), batch('a', ['lijst.leden.@', meer])),
    ],
  ])('not %s', (_wanneer, plan) => {
    expect(hasNeedlessCall(plan)).toBe(false);
  });
});

describe('the native planner', () => {
  it('still goes back for what a computed field rests on: when this fails, it need not be looked for any more', async () => {
    const supergraph = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
    const planner = await createHivePlanner(supergraph);
    expect(hasNeedlessCall(await planner.plan(leesDocument('caseload'), 5_000))).toBe(true);
    await planner.close();
  });
});
