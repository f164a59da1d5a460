/** Parts that come later (`@defer`): each as soon as its partner answers, never before what it stands in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Canned,
  type CannedGraph,
  type Known,
  openMultipart,
  readSubgraphs,
  startCannedGraph,
} from '../../test/canned/index.ts';

const boek = (id: string, rest: Known = {}) => ({ __typename: 'Boek', id, ...rest });
const eline = boek('1', { titel: 'Eline', bladzijden: 300, soort: 'ROMAN' });
const catalogus = {
  boek: eline,
  boeken: [eline, null, boek('2', { titel: 'Max' })],
  _entities: [eline, boek('2', { titel: 'Max' })],
};
const recensies = {
  _entities: [
    boek('1', {
      gemiddelde: 4,
      recensies: [{ __typename: 'Recensie', id: 'r', tekst: 'mooi', boek: boek('2') }],
    }),
    boek('2', { gemiddelde: 2, recensies: [] }),
    { __typename: 'Recensie', id: 'r', tekst: 'mooi', sterren: 5, boek: boek('2') },
    { __typename: 'Schrijver', id: 's', waardering: 9 },
  ],
};
const voorraad = { _entities: [boek('1', { aantal: 1, portokosten: 3 }), boek('2', { aantal: 2 })] };
const all = { catalogus, recensies, voorraad };

let graph: CannedGraph;
beforeAll(async () => {
  graph = await startCannedGraph(readSubgraphs(new URL('./fixtures/boekhandel/', import.meta.url)), {
    PLAN_TIMEOUT_MS: '20000',
  });
});
afterAll(() => graph.stop());

const open = (query: string, variables: Known = {}) => openMultipart(graph.url, { query, variables });

/** A subgraph that is silent until it is let go. */
function held(known: Known): { readonly canned: Canned; readonly release: () => void } {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { canned: async (_request, { from }) => released.then(() => from(known)), release };
}

const part = (path: readonly (string | number)[], data: unknown, more: Known = {}) => ({
  hasNext: true,
  incremental: [{ path, data, ...more }],
});
const end = { hasNext: false };

describe('parts arrive as partners answer', () => {
  const query = `{
    boek(id: "1") {
      titel
      ... @defer(label: "traag") { recensies { tekst } }
      ... @defer(label: "snel") { aantal }
    }
  }`;

  it('the fast one first, while the slow one is still silent', async () => {
    const slow = held(recensies);
    graph.serve({ ...all, recensies: slow.canned });
    const parts = await open(query);
    expect(await parts.next()).toEqual({ data: { boek: { titel: 'Eline' } }, hasNext: true });
    expect(await parts.next()).toEqual(part(['boek'], { aantal: 1 }, { label: 'snel' }));
    slow.release();
    expect(await parts.rest()).toEqual([
      part(['boek'], { recensies: [{ tekst: 'mooi' }] }, { label: 'traag' }),
      end,
    ]);
  });

  it('the first part does not wait for them', async () => {
    const [slow, slower] = [held(recensies), held(voorraad)];
    graph.serve({ ...all, recensies: slow.canned, voorraad: slower.canned });
    const parts = await open(query);
    expect(await parts.next()).toEqual({ data: { boek: { titel: 'Eline' } }, hasNext: true });
    slow.release();
    expect(await parts.next()).toMatchObject({ incremental: [{ label: 'traag' }] });
    slower.release();
    expect(await parts.rest()).toMatchObject([{ incremental: [{ label: 'snel' }] }, end]);
  });
});

describe('a deferred part in a deferred part', () => {
  const query = `{
    boek(id: "1") {
      titel
      ... @defer(label: "buiten") { soort gemiddelde ... @defer(label: "binnen") { aantal } }
    }
  }`;

  it('comes after it, also when its own data is there before', async () => {
    const slow = held(recensies);
    graph.serve({ ...all, recensies: slow.canned });
    const parts = await open(query);
    await parts.next();
    setTimeout(slow.release, 50);
    expect(await parts.rest()).toEqual([
      part(['boek'], { soort: 'ROMAN', gemiddelde: 4 }, { label: 'buiten' }),
      part(['boek'], { aantal: 1 }, { label: 'binnen' }),
      end,
    ]);
  });

  it('comes as soon as it can after it', async () => {
    const slow = held(voorraad);
    graph.serve({ ...all, voorraad: slow.canned });
    const parts = await open(query);
    await parts.next();
    expect(await parts.next()).toMatchObject({ incremental: [{ label: 'buiten' }] });
    slow.release();
    expect(await parts.rest()).toMatchObject([{ incremental: [{ label: 'binnen' }] }, end]);
  });

  it('stands at its own place', async () => {
    graph.serve(all);
    const parts = await open(`{
      boek(id: "1") { ... @defer { recensies { tekst ... @defer { sterren boek { titel ... @defer { aantal } } } } } }
    }`);
    expect(await parts.rest()).toEqual([
      { data: { boek: {} }, hasNext: true },
      part(['boek'], { recensies: [{ tekst: 'mooi' }] }),
      part(['boek', 'recensies', 0], { sterren: 5, boek: { titel: 'Max' } }),
      part(['boek', 'recensies', 0, 'boek'], { aantal: 2 }),
      end,
    ]);
  });
});

describe('a deferred part stands', () => {
  it('in every element of a list that is there', async () => {
    graph.serve(all);
    const parts = await open('{ boeken { id ... @defer { gemiddelde } } }');
    expect(await parts.rest()).toEqual([
      { data: { boeken: [{ id: '1' }, null, { id: '2' }] }, hasNext: true },
      part(['boeken', 0], { gemiddelde: 4 }),
      part(['boeken', 2], { gemiddelde: 2 }),
      end,
    ]);
  });

  it('nowhere when the list is empty', async () => {
    graph.serve({ ...all, catalogus: { boeken: [] } });
    const parts = await open('{ boeken { id ... @defer { gemiddelde } } }');
    expect(await parts.rest()).toEqual([{ data: { boeken: [] }, hasNext: true }, end]);
  });

  it('at the root, under the names of the client, with what the gateway answers itself', async () => {
    graph.serve({
      ...all,
      catalogus: { ...catalogus, schrijver: { __typename: 'Schrijver', id: 's', naam: 'Couperus' } },
    });
    const parts = await open(`{
      boek(id: "1") { titel }
      ... @defer(label: "w") { wie: schrijver { id: naam naam: id waardering } wat: __typename __type(name: "Soort") { kind } }
    }`);
    expect(await parts.rest()).toEqual([
      { data: { boek: { titel: 'Eline' } }, hasNext: true },
      part(
        [],
        { wie: { id: 'Couperus', naam: 's', waardering: 9 }, wat: 'Query', __type: { kind: 'ENUM' } },
        { label: 'w' },
      ),
      end,
    ]);
  });

  it('only in objects of the type that it is asked of', async () => {
    const uitgever = { __typename: 'Uitgever', id: 'u', naam: 'De Pers' };
    const werken = [
      { __typename: 'Tijdschrift', id: 't', titel: 'Gids', nummer: 3, uitgever, hoofdartikel: boek('2') },
      { ...eline, uitgever },
    ];
    graph.serve({ ...all, catalogus: { ...catalogus, werken, _entities: [...werken, uitgever] } });
    const parts = await open(`{
      werken {
        titel
        ... on Boek { uitgever { id ... @defer(label: "b") { naam } } ... @defer(label: "c") { aantal } }
        ... on Tijdschrift { uitgever { id } ... @defer(label: "d") { nummer hoofdartikel { ... @defer(label: "e") { aantal } } } }
        ... on Werk @defer(label: "f") { id ... on Tijdschrift { recensies { tekst } } }
      }
    }`);
    const [first, ...later] = (await parts.rest()) as readonly {
      readonly incremental?: readonly { readonly label: string }[];
    }[];
    expect(first).toEqual({
      data: {
        werken: [
          { titel: 'Gids', uitgever: { id: 'u' } },
          { titel: 'Eline', uitgever: { id: 'u' } },
        ],
      },
      hasNext: true,
    });
    const byLabel = later
      .flatMap(({ incremental }) => incremental ?? [])
      .toSorted((a, b) => (a.label < b.label ? -1 : 1));
    expect(byLabel).toEqual([
      { label: 'b', path: ['werken', 1, 'uitgever'], data: { naam: 'De Pers' } },
      { label: 'c', path: ['werken', 1], data: { aantal: 1 } },
      { label: 'd', path: ['werken', 0], data: { nummer: 3, hoofdartikel: {} } },
      { label: 'e', path: ['werken', 0, 'hoofdartikel'], data: { aantal: 2 } },
      { label: 'f', path: ['werken', 1], data: { id: '1' } },
      { label: 'f', path: ['werken', 0], data: { id: 't', recensies: null } },
    ]);
  });

  it('wherever its fragment is used, each time for itself', async () => {
    graph.serve(all);
    const parts = await open(`
      { een: boek(id: "1") { ...Later @defer(label: "een") } boeken { ...Later @defer(label: "meer") } twee: boek(id: "1") { ...Later } }
      fragment Later on Boek { aantal }`);
    const [first, ...later] = await parts.rest();
    expect(first).toEqual({ data: { een: {}, boeken: [{}, null, {}], twee: { aantal: 1 } }, hasNext: true });
    expect(later).toEqual([
      part(['een'], { aantal: 1 }, { label: 'een' }),
      part(['boeken', 0], { aantal: 1 }, { label: 'meer' }),
      part(['boeken', 2], { aantal: 2 }, { label: 'meer' }),
      end,
    ]);
  });

  it('in what a mutation answers, after all mutations are done', async () => {
    graph.serve({
      ...all,
      catalogus: { ...catalogus, plaats: boek('2') },
      voorraad: { ...voorraad, bestel: { nummer: 'n', boek: boek('1') } },
    });
    const parts = await open(`mutation {
      plaats(titel: "a") { id ... @defer { aantal } }
      bestel(boek: "1", aantal: 2) { nummer ... @defer { boek { titel } } }
    }`);
    const [first, ...later] = await parts.rest();
    expect(first).toEqual({ data: { plaats: { id: '2' }, bestel: { nummer: 'n' } }, hasNext: true });
    expect(later).toHaveLength(3);
    expect(later).toEqual(
      expect.arrayContaining([
        part(['plaats'], { aantal: 2 }),
        part(['bestel'], { boek: { titel: 'Eline' } }),
        end,
      ]),
    );
  });
});
