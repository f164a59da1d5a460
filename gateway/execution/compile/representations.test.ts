/** Representations that are written straight away are the ones that are made of objects. */
import fc from 'fast-check';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Requirement, Rewrite } from '../planner/plan.ts';
import type { Data } from './data.ts';
import { compileRepresentations } from './representations.ts';
import { createTypeSystem } from './types.ts';

const types = createTypeSystem(
  parse(
    'interface Werk { a: Int } type Boek implements Werk { a: Int } type Gids implements Werk { a: Int }',
  ),
);
/** Changes nothing, but is done on objects. */
const idle: Rewrite = { kind: 'Rename', path: [{ field: 'nergens' }], to: 'elders' };

const field = (name: string, selections?: readonly Requirement[], alias?: string): Requirement => ({
  kind: 'Field',
  name,
  alias,
  selections,
});
const on = (type: string, selections: readonly Requirement[]): Requirement => ({
  kind: 'Fragment',
  type,
  selections,
});

const names = ['a', 'b', 'c', '__proto__', 'constructor'];
/** Each name once, so that the text can be written straight away. */
const requirements: fc.Arbitrary<readonly Requirement[]> = fc
  .tuple(fc.shuffledSubarray(names), fc.shuffledSubarray(names), fc.constantFrom('Boek', 'Werk'), fc.nat(3))
  .map(([top, below, type, kind]) => {
    const fields = top.map((name, i) =>
      field(name, i === kind && below.length > 0 ? below.map((other) => field(other)) : undefined),
    );
    const [first, ...others] = fields;
    if (first === undefined) return [on(type, [field('__typename')])];
    return kind === 0
      ? [on(type, [field('__typename'), ...fields])]
      : [on('Werk', [field('__typename'), first]), on('Boek', others)];
  });

const { entity } = fc.letrec<{ entity: Data; value: unknown }>((tie) => ({
  entity: fc.array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 5 }).chain((entries) =>
    fc.constantFrom('Boek', 'Gids', 'Werk', 'Onbekend', undefined).map((typename) => {
      const data = (typename === undefined ? {} : { __typename: typename }) as Data;
      for (const [name, value] of entries)
        Object.defineProperty(data, name, { value, enumerable: true, writable: true, configurable: true });
      return data;
    }),
  ),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(null, 1, 'x', 'é"\ud800', true, 1.5),
    tie('entity'),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
}));

describe('representations', () => {
  it('are the same text whether written straight away or made of objects', () => {
    fc.assert(
      fc.property(requirements, fc.array(entity, { maxLength: 6 }), (requires, entities) => {
        const before = structuredClone(entities);
        const straight = compileRepresentations(requires, [], types)(entities);
        const exact = compileRepresentations(requires, [idle], types)(entities);
        expect({ ...straight, text: JSON.parse(straight.text) as unknown }).toEqual({
          ...exact,
          text: JSON.parse(exact.text) as unknown,
        });
        expect((JSON.parse(straight.text) as readonly unknown[]).length).toBe(straight.count);
        // What is asked of the data does not change it.
        expect(entities).toEqual(before);
      }),
      { numRuns: 1_000 },
    );
  });

  const represent = (
    requires: readonly Requirement[],
    entities: readonly Data[],
    rewrites: readonly Rewrite[] = [],
  ) => {
    const { text, count, indexes } = compileRepresentations(requires, rewrites, types)(entities);
    return { entities: JSON.parse(text) as unknown, count, indexes };
  };
  const boek = (rest: Data): Data => ({ __typename: 'Boek', ...rest });

  it('are each asked once, in the order in which they are met', () => {
    const requires = [on('Boek', [field('__typename'), field('id')])];
    const entities = [boek({ id: '2', x: 1 }), boek({ id: '1' }), boek({ id: '2', x: 2 })];
    expect(represent(requires, entities)).toEqual({
      entities: [boek({ id: '2' }), boek({ id: '1' })],
      count: 2,
      indexes: [0, 1, 0],
    });
  });

  it('are of nothing that is of another type, does not say what it is, or lacks what it is known by', () => {
    const requires = [on('Boek', [field('__typename'), field('id')])];
    const entities = [
      { id: '1' },
      { __typename: 'Gids', id: '1' },
      boek({}),
      boek({ id: null }),
      boek({ id: '1' }),
    ];
    expect(represent(requires, entities)).toEqual({
      entities: [boek({ id: null }), boek({ id: '1' })],
      count: 2,
      indexes: [-1, -1, -1, 0, 1],
    });
  });

  it('take a field by its own name or by the one that it was fetched under', () => {
    const requires = [on('Boek', [field('__typename'), field('_alias', undefined, 'prijs')])];
    expect(represent(requires, [boek({ _alias: 3, prijs: 1 })]).entities).toEqual([boek({ prijs: 3 })]);
    expect(represent(requires, [boek({ prijs: 1 })]).entities).toEqual([boek({ prijs: 1 })]);
  });

  it('have what several fragments ask together, and go into lists of objects', () => {
    const requires = [
      on('Werk', [field('__typename'), field('makers', [field('naam')])]),
      on('Boek', [
        field('makers', [field('id')]),
        field(
          'maten',
          [[0]].map(() => field('mm')),
        ),
      ]),
    ];
    const makers = [{ id: '1', naam: 'a', geheim: 1 }, null];
    expect(represent(requires, [boek({ makers, maten: [[{ mm: 1 }], null] })]).entities).toEqual([
      boek({ makers: [{ id: '1', naam: 'a' }, null], maten: [[{ mm: 1 }], null] }),
    ]);
  });

  it('are rewritten without a change to the data', () => {
    const rewrites: readonly Rewrite[] = [
      { kind: 'Set', path: [{ types: ['Boek'] }, { field: '__typename' }], value: 'Werk' },
      { kind: 'Rename', path: [{ field: 'maker' }, { field: '_n' }], to: 'naam' },
    ];
    const requires = [on('Boek', [field('__typename'), field('maker', [field('_n')])])];
    const entity = boek({ maker: { _n: 'a' } });
    expect(represent(requires, [entity], rewrites).entities).toEqual([
      { __typename: 'Werk', maker: { naam: 'a' } },
    ]);
    expect(entity).toEqual(boek({ maker: { _n: 'a' } }));
  });
});
