/** Mutations one after the other: what one changes is done, and read, before the next begins. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Canned,
  type CannedGraph,
  CannedHttp,
  type Known,
  readSubgraphs,
  startCannedGraph,
} from '../../test/canned/index.ts';

const boek = { __typename: 'Boek', id: '1' };
const known = {
  catalogus: { plaats: boek, verwijder: true, _entities: [{ ...boek, titel: 'Eline' }] },
  recensies: { recenseer: { sterren: 5, boek }, _entities: [{ ...boek, gemiddelde: 5 }] },
  voorraad: { bestel: { nummer: 'b', boek }, _entities: [{ ...boek, aantal: 1 }] },
};
const mutation = `mutation {
  plaats(titel: "a") { aantal gemiddelde }
  recenseer(boek: "1", sterren: 5) { sterren boek { titel } }
  verwijder(id: "1")
  bestel(boek: "1", aantal: 2) { nummer boek { titel gemiddelde } }
}`;

describe.each(['hive', 'apollo'])('with the planner of %s', (planner) => {
  let graph: CannedGraph;
  let steps: string[];
  beforeAll(async () => {
    const subgraphs = readSubgraphs(new URL('./fixtures/boekhandel/', import.meta.url));
    graph = await startCannedGraph(subgraphs, { PLANNER: planner, PLAN_TIMEOUT_MS: '20000' });
  });
  afterAll(() => graph.stop());
  beforeEach(() => {
    steps = [];
  });

  /** Slow, so that whoever does not wait is seen. */
  const slow =
    (name: string, of: Known): Canned =>
    async ({ query }, { from }) => {
      const what = `${name} ${/\{\s*(\w+)/.exec(query.replace(/^[^{]*/, ''))?.[1] ?? ''}`;
      steps.push(`${what} begins`);
      await wait(30);
      steps.push(`${what} ends`);
      return from(of);
    };

  it('the next begins when the one before it has ended with all that is read of it', async () => {
    graph.serve(Object.fromEntries(Object.entries(known).map(([name, of]) => [name, slow(name, of)])));
    const { text } = await graph.ask({ query: mutation });
    expect(JSON.parse(text)).toEqual({
      data: {
        plaats: { aantal: 1, gemiddelde: 5 },
        recenseer: { sterren: 5, boek: { titel: 'Eline' } },
        verwijder: true,
        bestel: { nummer: 'b', boek: { titel: 'Eline', gemiddelde: 5 } },
      },
    });
    const order = ['catalogus plaats', 'recensies recenseer', 'catalogus verwijder', 'voorraad bestel'];
    const at = (step: string) => steps.indexOf(step);
    expect(steps.filter((step) => order.some((name) => step === `${name} begins`))).toEqual(
      order.map((name) => `${name} begins`),
    );
    for (const next of order.slice(1)) {
      // Whatever began before it has ended by then.
      const before = steps.slice(0, at(`${next} begins`));
      expect(before.filter((step) => step.endsWith('begins'))).toHaveLength(before.length / 2);
    }
  });

  it('what is read after one is not what was read after the one before it', async () => {
    let read = 0;
    graph.serve({
      ...known,
      catalogus: ({ query }, { from }) => {
        if (query.startsWith('query')) read += 1;
        return from({ verwijder: true, _entities: [{ ...boek, titel: `titel ${read}` }] });
      },
    });
    const { text } = await graph.ask({
      query: `mutation {
        een: bestel(boek: "1", aantal: 1) { boek { titel } }
        verwijder(id: "2")
        twee: bestel(boek: "1", aantal: 1) { boek { titel } }
      }`,
    });
    expect(JSON.parse(text)).toEqual({
      data: { een: { boek: { titel: 'titel 1' } }, verwijder: true, twee: { boek: { titel: 'titel 2' } } },
    });
  });

  it('the next is done also when the one before it failed, and none is sent again', async () => {
    graph.serve({ ...known, catalogus: () => new CannedHttp(500, '') });
    const { text } = await graph.ask({
      query: 'mutation { plaats(titel: "a") { id } recenseer(boek: "1", sterren: 5) { sterren } }',
    });
    expect(JSON.parse(text)).toMatchObject({
      data: { plaats: null, recenseer: { sterren: 5 } },
      errors: [{ path: ['plaats'], extensions: { code: 'BRON_NIET_BESCHIKBAAR' } }],
    });
    expect(graph.asked().map(({ subgraph }) => subgraph)).toEqual(['catalogus', 'recensies']);
  });
});
