/** When a part is deferred, and what becomes of one that fails or that has no place any more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CannedGraph,
  CannedHttp,
  type Known,
  openMultipart,
  readSubgraphs,
  startCannedGraph,
} from '../../test/canned/index.ts';

const correlationId = '00000000-0000-4000-8000-000000000003';
const boek = (id: string, rest: Known = {}) => ({ __typename: 'Boek', id, ...rest });
const catalogus = { boek: boek('1', { titel: 'Eline' }), boeken: [boek('1'), boek('2'), boek('3')] };
const recensies = {
  _entities: [
    boek('1', {
      gemiddelde: 4,
      recensies: [{ __typename: 'Recensie', id: 'r', tekst: 'mooi', sterren: 5, boek: boek('2') }],
    }),
    boek('2', { gemiddelde: { $fout: 'nog geen', code: 'ONGELDIGE_INVOER' }, recensies: [] }),
    { __typename: 'Recensie', id: 'r', sterren: 5, boek: boek('2') },
  ],
};
const voorraad = { _entities: [boek('1', { aantal: 1 }), boek('2', { aantal: 2 })] };

let graph: CannedGraph;
beforeAll(async () => {
  graph = await startCannedGraph(readSubgraphs(new URL('./fixtures/boekhandel/', import.meta.url)), {
    PLAN_TIMEOUT_MS: '20000',
  });
});
afterAll(() => graph.stop());

async function ask(query: string, variables: Known = {}, known: Parameters<CannedGraph['serve']>[0] = {}) {
  graph.serve({ catalogus, recensies, voorraad, ...known });
  const parts = await openMultipart(graph.url, { query, variables }, { 'x-correlation-id': correlationId });
  return parts.contentType.startsWith('multipart/mixed') ? parts.rest() : [await parts.whole()];
}

const part = (path: readonly (string | number)[], data: unknown, more: Known = {}) => ({
  hasNext: true,
  incremental: [{ path, data, ...more }],
});
const first = (data: unknown) => ({ data, hasNext: true });
const end = { hasNext: false };

describe('a part is deferred', () => {
  const query = (variable: string) =>
    `query ${variable} { boek(id: "1") { titel ... @defer(if: $later) { aantal } } }`;
  const deferred = [first({ boek: { titel: 'Eline' } }), part(['boek'], { aantal: 1 }), end];
  const whole = [{ data: { boek: { titel: 'Eline', aantal: 1 } } }];

  it.each([
    ['when its variable says so', '($later: Boolean!)', { later: true }, deferred],
    ['not when its variable says no', '($later: Boolean!)', { later: false }, whole],
    ['when its variable does by default', '($later: Boolean! = true)', {}, deferred],
    ['not when its variable does not by default', '($later: Boolean! = false)', {}, whole],
    [
      'not when its variable says otherwise than by default',
      '($later: Boolean! = true)',
      { later: false },
      whole,
    ],
  ])('%s', async (_wat, variable, variables, expected) => {
    expect(await ask(query(variable), variables)).toEqual(expected);
  });

  it('not when the document says so', async () => {
    expect(await ask('{ boek(id: "1") { titel ... @defer(if: false) { aantal } } }')).toEqual(whole);
  });

  it('each by its own condition', async () => {
    const both = `query ($a: Boolean!, $b: Boolean!) {
      boek(id: "1") { ... @defer(if: $a, label: "a") { aantal } ... @defer(if: $b, label: "b") { gemiddelde } }
    }`;
    expect(await ask(both, { a: true, b: false })).toEqual([
      first({ boek: { gemiddelde: 4 } }),
      part(['boek'], { aantal: 1 }, { label: 'a' }),
      end,
    ]);
    expect(await ask(both, { a: false, b: true })).toEqual([
      first({ boek: { aantal: 1 } }),
      part(['boek'], { gemiddelde: 4 }, { label: 'b' }),
      end,
    ]);
  });
});

it('a part that needs no subgraph is not for later when nothing else needs one', async () => {
  expect(await ask('{ ... @defer { __typename } }')).toEqual([{ data: { __typename: 'Query' } }]);
});

describe('a part that is left out by @include or @skip', () => {
  it.each([
    ['with what it stands in', '{ boek(id: "1") @include(if: $in) { titel ... @defer { aantal } } }', {}],
    [
      'with one of two places of what it stands in',
      '{ boek(id: "1") { titel } boek(id: "1") @include(if: $in) { ... @defer { aantal } } }',
      { boek: { titel: 'Eline' } },
    ],
    [
      'itself',
      '{ boek(id: "1") { titel ... @include(if: $in) @defer { aantal } } }',
      { boek: { titel: 'Eline' } },
    ],
    [
      'with the fragment around it',
      '{ boek(id: "1") { titel ... @include(if: $in) { ... @defer { aantal } } } }',
      { boek: { titel: 'Eline' } },
    ],
    [
      'by what it would be put under',
      '{ boek(id: "1") { titel recensies @include(if: $in) { tekst ... @defer { boek { aantal } } } } }',
      { boek: { titel: 'Eline' } },
    ],
  ])('%s does not come, and nobody waits for it', async (_wat, query, data) => {
    expect(await ask(`query ($in: Boolean!) ${query}`, { in: false })).toEqual([{ data }]);
  });

  it('comes when it is not left out', async () => {
    const query =
      'query ($in: Boolean!) { boek(id: "1") @include(if: $in) { titel ... @include(if: $in) @defer { aantal } } }';
    expect(await ask(query, { in: true })).toEqual([
      first({ boek: { titel: 'Eline' } }),
      part(['boek'], { aantal: 1 }),
      end,
    ]);
  });
});

describe('errors of a part', () => {
  it('stand with it and have paths from the root', async () => {
    expect(
      await ask(
        '{ boeken { id ... @defer { sterren: gemiddelde } } }',
        {},
        { catalogus: { boeken: [boek('1'), boek('2')] } },
      ),
    ).toEqual([
      first({ boeken: [{ id: '1' }, { id: '2' }] }),
      part(['boeken', 0], { sterren: 4 }),
      part(['boeken', 1], null, {
        errors: [
          {
            message: 'nog geen',
            path: ['boeken', 1, 'sterren'],
            extensions: { code: 'ONGELDIGE_INVOER', subgraph: 'recensies', correlationId },
          },
        ],
      }),
      end,
    ]);
  });

  it('say that its source is silent, once', async () => {
    const silent = { recensies: () => new CannedHttp(500, '') };
    const [start, one, two, three, last] = await ask(
      '{ boeken { id ... @defer { recensies { tekst } } } }',
      {},
      silent,
    );
    expect([start, two, three, last]).toEqual([
      first({ boeken: [{ id: '1' }, { id: '2' }, { id: '3' }] }),
      part(['boeken', 1], { recensies: null }),
      part(['boeken', 2], { recensies: null }),
      end,
    ]);
    expect(one).toMatchObject({
      incremental: [
        {
          path: ['boeken', 0],
          data: { recensies: null },
          errors: [
            {
              path: ['boeken', 0, 'recensies'],
              extensions: { code: 'BRON_NIET_BESCHIKBAAR', subgraph: 'recensies' },
            },
          ],
        },
      ],
    });
  });

  it('say that what came is not of its type, and are not told twice', async () => {
    const query = '{ boek(id: "1") { titel kaft { ... @defer { kleur ontwerper { naam waardering } } } } }';
    const wrong = {
      catalogus: {
        boek: boek('1', {
          titel: 'Eline',
          kaft: { kleur: 5, ontwerper: { __typename: 'Schrijver', id: 's', naam: { $fout: 'weg' } } },
        }),
      },
    };
    const [start, part, last] = await ask(query, {}, { ...wrong, recensies: { _entities: [] } });
    expect([start, last]).toEqual([
      {
        data: { boek: { titel: 'Eline', kaft: {} } },
        errors: [expect.objectContaining({ path: ['boek', 'kaft', 'ontwerper', 'naam'] })],
        hasNext: true,
      },
      end,
    ]);
    expect(part).toEqual({
      hasNext: true,
      incremental: [
        {
          path: ['boek', 'kaft'],
          data: null,
          errors: [
            {
              message: 'A subgraph answered with a value that is not of the type of this field.',
              path: ['boek', 'kaft', 'kleur'],
              extensions: { code: 'ONGELDIG_ANTWOORD', correlationId },
            },
          ],
        },
      ],
    });
  });
});

describe('a part has no place any more', () => {
  it('where the first part became null', async () => {
    const nulled = { catalogus: { boeken: [boek('1', { titel: 'Eline' }), boek('2', { titel: null })] } };
    const [start, ...later] = await ask('{ boeken { titel ... @defer { aantal } } }', {}, nulled);
    expect(start).toMatchObject({ data: { boeken: [{ titel: 'Eline' }, null] } });
    expect(later).toEqual([part(['boeken', 0], { aantal: 1 }), end]);
  });

  it('where the whole answer became null: then there are no parts at all', async () => {
    const [only, ...more] = await ask(
      '{ boeken { titel } boek(id: "1") { ... @defer { aantal } } }',
      {},
      { catalogus: { ...catalogus, boeken: null } },
    );
    expect(only).toMatchObject({ data: null, errors: [{ path: ['boeken'] }] });
    expect([only !== null && typeof only === 'object' && 'hasNext' in only, more]).toEqual([false, []]);
  });

  it('where the part that it stands in became null, but its neighbours have', async () => {
    const parts = await ask(
      `{ boek(id: "2") {
        ... @defer(label: "weg") { gemiddelde ... @defer(label: "ook weg") { aantal } }
        ... @defer(label: "er") { recensies { tekst } ... @defer(label: "ook er") { aantal } }
      } }`,
      {},
      { catalogus: { boek: boek('2') } },
    );
    const came = parts.flatMap(
      (one) => (one as { readonly incremental?: readonly Known[] }).incremental ?? [],
    );
    expect(
      came
        .map(({ label, data }) => ({ label, data }))
        .toSorted((a, b) => (String(a.label) < String(b.label) ? -1 : 1)),
    ).toEqual([
      { label: 'er', data: { recensies: [] } },
      { label: 'ook er', data: { aantal: 2 } },
      { label: 'weg', data: null },
    ]);
  });
});
