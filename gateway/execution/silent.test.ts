/** A subgraph that is silent, or answers something else: its part is null and says so, the rest is what it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Canned,
  type CannedGraph,
  CannedHttp,
  type Known,
  readSubgraphs,
  startCannedGraph,
} from '../../test/canned/index.ts';

const correlationId = '00000000-0000-4000-8000-000000000002';
const boek = (id: string, rest: Known = {}) => ({ __typename: 'Boek', id, ...rest });
const catalogus = {
  boeken: [boek('1', { titel: 'Eline' }), null, boek('2', { titel: 'Max' })],
  boek: boek('1', { titel: 'Eline' }),
};
const voorraad = {
  _entities: [boek('1', { aantal: 1, portokosten: 3 }), boek('2', { aantal: 2, portokosten: 0 })],
};
const sentence = expect.stringMatching(/^\p{Lu}.*\.$/u) as unknown;
const silent = (path: readonly (string | number)[]) => ({
  message: sentence,
  path,
  extensions: { code: 'BRON_NIET_BESCHIKBAAR', subgraph: 'recensies', correlationId },
});

describe.each(['hive', 'apollo'])('with the planner of %s', (planner) => {
  let graph: CannedGraph;
  beforeAll(async () => {
    const subgraphs = readSubgraphs(new URL('./fixtures/boekhandel/', import.meta.url));
    graph = await startCannedGraph(subgraphs, { PLANNER: planner });
  });
  afterAll(() => graph.stop());

  async function ask(query: string) {
    const { status, text } = await graph.ask({ query }, { 'x-correlation-id': correlationId });
    expect(status).toBe(200);
    return JSON.parse(text) as { readonly data: unknown; readonly errors?: unknown };
  }

  const silences: readonly (readonly [string, Canned])[] = [
    ['answers HTTP 500', () => new CannedHttp(500, 'Internal Server Error')],
    ['answers no JSON', () => new CannedHttp(200, '<html>')],
    ['answers another shape', () => ({ status: 'UP' })],
    ['answers null without a reason', () => ({ data: null })],
  ];

  it.each(silences)('a subgraph that %s leaves nulls and one error', async (_wat, recensies) => {
    graph.serve({ catalogus, voorraad, recensies });
    const { data, errors } = await ask('{ boeken { titel recensies { tekst } aantal } }');
    expect({ data, errors }).toEqual({
      data: {
        boeken: [
          { titel: 'Eline', recensies: null, aantal: 1 },
          null,
          { titel: 'Max', recensies: null, aantal: 2 },
        ],
      },
      errors: [silent(['boeken', 0, 'recensies'])],
    });
  });

  it.each(silences)('a root field of a subgraph that %s is null with one error', async (_wat, recensies) => {
    graph.serve({ catalogus, recensies });
    const { data, errors } = await ask('{ laatste: recensie(id: "9") { tekst } boek(id: "1") { titel } }');
    expect({ data, errors }).toEqual({
      data: { laatste: null, boek: { titel: 'Eline' } },
      errors: [silent(['laatste'])],
    });
  });

  it('one error also says why objects are missing that cannot be without what is silent', async () => {
    graph.serve({ catalogus, voorraad, recensies: () => new CannedHttp(500, '') });
    const { data, errors } = await ask('{ boeken { titel sterren: gemiddelde aantal } }');
    expect({ data, errors }).toEqual({
      data: { boeken: [null, null, null] },
      errors: [silent(['boeken', 0, 'sterren'])],
    });
  });

  it('a subgraph that is asked several times is reported once', async () => {
    graph.serve({ catalogus, voorraad, recensies: () => new CannedHttp(500, '') });
    const { data, errors } = await ask(
      '{ boek(id: "1") { recensies { sterren } } boeken { titel recensies { tekst } } recensie(id: "9") { tekst } }',
    );
    expect(data).toEqual({
      boek: { recensies: null },
      boeken: [{ titel: 'Eline', recensies: null }, null, { titel: 'Max', recensies: null }],
      recensie: null,
    });
    expect(errors).toEqual([silent(expect.any(Array) as unknown as readonly string[])]);
  });

  it('what is computed from it is still computed, and asked with the gap in view', async () => {
    graph.serve({
      recensies: { recensie: { boek: boek('2') } },
      catalogus: () => new CannedHttp(503, ''),
      voorraad,
    });
    const { data, errors } = await ask('{ recensie(id: "9") { boek { titels: portokosten bladzijden } } }');
    expect({ data, errors }).toEqual({
      data: { recensie: { boek: { titels: 0, bladzijden: null } } },
      errors: [
        {
          message: sentence,
          path: ['recensie', 'boek', 'bladzijden'],
          extensions: { code: 'BRON_NIET_BESCHIKBAAR', subgraph: 'catalogus', correlationId },
        },
      ],
    });
    const [{ variables } = { variables: undefined }] = graph
      .asked()
      .filter(({ subgraph }) => subgraph === 'voorraad');
    expect(Object.values(variables ?? {})).toEqual([[boek('2', { bladzijden: null })]]);
  });

  it('data that became null is a gap whose errors the subgraph gave', async () => {
    const errors = [
      { message: 'vol', path: ['_entities'], extensions: { code: 'INTERNE_FOUT' } },
      { message: 'en meer' },
    ];
    graph.serve({ catalogus, voorraad, recensies: () => ({ data: null, errors }) });
    const answer = await ask('{ boek(id: "1") { titel gemiddelde aantal } }');
    const extensions = { code: 'INTERNE_FOUT', correlationId };
    expect(answer).toEqual({
      data: { boek: null },
      errors: [
        { message: 'vol', extensions: { ...extensions, subgraph: 'recensies' } },
        { message: 'Er ging iets mis.', extensions },
      ],
    });
  });

  it('a number that is too large to hold is null, and the answer can be read', async () => {
    const text = '{"data":{"boek":{"bladzijden":1e400,"maten":-1e999,"prijzen":[[1.5,1e400]]}}}';
    graph.serve({ catalogus: () => new CannedHttp(200, text) });
    const wrong = (path: readonly (string | number)[]) => ({
      message: sentence,
      path: ['boek', ...path],
      extensions: { code: 'ONGELDIG_ANTWOORD', correlationId },
    });
    expect(await ask('{ boek(id: "1") { bladzijden maten prijzen } }')).toEqual({
      data: { boek: { bladzijden: null, maten: null, prijzen: [null] } },
      errors: [wrong(['bladzijden']), wrong(['maten']), wrong(['prijzen', 0, 1])],
    });
  });

  const others: readonly (readonly [string, (representations: number) => unknown])[] = [
    ['fewer entities', (n) => Array.from({ length: n - 1 }, () => boek('1', { gemiddelde: 1 }))],
    ['more entities', (n) => Array.from({ length: n + 1 }, () => boek('1', { gemiddelde: 1 }))],
    ['no list of entities', () => ({ gemiddelde: 1 })],
    ['null for all of them', () => null],
  ];
  it.each(others)('%s than were asked are not taken for others', async (_wat, list) => {
    graph.serve({
      catalogus,
      recensies: ({ variables }) => {
        const [representations] = Object.values(variables);
        const names = planner === 'hive' ? ['_e0', '_entities'] : ['_entities'];
        const entities = list((representations as readonly unknown[]).length);
        return { data: Object.fromEntries(names.map((name) => [name, entities])) };
      },
    });
    expect(await ask('{ boeken { titel gemiddelde } }')).toEqual({
      data: { boeken: [null, null, null] },
      errors: [
        {
          message: sentence,
          path: ['boeken', 0, 'gemiddelde'],
          extensions: { code: 'ONGELDIG_ANTWOORD', subgraph: 'recensies', correlationId },
        },
      ],
    });
  });
});
