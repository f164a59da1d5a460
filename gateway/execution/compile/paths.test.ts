/** Who looks for objects and who says where they stand find the same. */
import fc from 'fast-check';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Path } from '../planner/plan.ts';
import type { Data } from './data.ts';
import { compileCollector, placesOf, type ResponsePath } from './paths.ts';
import { createTypeSystem } from './types.ts';

const types = createTypeSystem(
  parse(
    'interface Werk { a: Int } type Boek implements Werk { a: Int } type Gids { a: Int } union Vondst = Boek | Gids',
  ),
);

const { data } = fc.letrec<{ data: Data; value: unknown }>((tie) => ({
  data: fc.record(
    {
      __typename: fc.constantFrom('Boek', 'Gids', 'Onbekend', undefined),
      a: tie('value'),
      b: tie('value'),
      toString: tie('value'),
    },
    { requiredKeys: [] },
  ),
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(null, 1, 'x'),
    tie('data'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
}));

const path: fc.Arbitrary<Path> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'toString').map((field) => ({ field })) },
    { weight: 2, arbitrary: fc.constant('ELEMENTS' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(['Boek'], ['Werk', 'Gids'], ['Vondst']).map((names) => ({ types: names })),
    },
  ),
  { maxLength: 5 },
);

function at(root: Data, way: ResponsePath): unknown {
  return way.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string | number, unknown>>)[step],
    root,
  );
}

describe('objects at a path', () => {
  it('are those that stand there, in the same order, at every place once', () => {
    fc.assert(
      fc.property(data, path, (root, way) => {
        const collected = compileCollector(way, types)(root);
        const places = placesOf(root, way, types);
        expect(places.map((place) => place.data)).toEqual(collected);
        for (const [i, place] of places.entries()) expect(place.data).toBe(collected[i]);
        for (const place of places) expect(at(root, place.path)).toBe(place.data);
        expect(new Set(places.map((place) => place.path.join('.'))).size).toBe(places.length);
      }),
      { numRuns: 500 },
    );
  });

  it('are found once for all places when one object stands in several', () => {
    const same: Data = { __typename: 'Boek' };
    const root: Data = { a: [same, { __typename: 'Gids' }, same], b: { a: [[same], same] } };
    const collect = compileCollector([{ field: 'a' }, 'ELEMENTS', { types: ['Werk'] }], types);
    expect(collect(root)).toEqual([same, same]);
    expect(collect(root, true)).toEqual([same]);
    const places = placesOf(root, [{ field: 'b' }, { field: 'a' }, 'ELEMENTS'], types);
    expect(places.map((place) => place.path)).toEqual([
      ['b', 'a', 0, 0],
      ['b', 'a', 1],
    ]);
  });

  it('are of the type that the plan takes them for when they do not say', () => {
    const root: Data = { a: [{ b: 1 }, { __typename: 'Gids', b: 2 }, { __typename: 'Boek', b: 3 }] };
    const found = compileCollector([{ field: 'a' }, 'ELEMENTS', { types: ['Werk'] }], types)(root);
    expect(found).toEqual([{ b: 1 }, { __typename: 'Boek', b: 3 }]);
  });
});
