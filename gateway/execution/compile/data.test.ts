/** What two subgraphs say of the same objects becomes one, whoever answers first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Data, getOwn, merge, setOwn } from './data.ts';

const names = fc.constantFrom(
  'a',
  'b',
  'c',
  '__typename',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
);
const own = (entries: readonly (readonly [string, unknown])[]): Data => {
  const data: Data = {};
  for (const [name, value] of entries) setOwn(data, name, value);
  return data;
};

/** All there is to know: objects, lists and leaves. */
const { truth } = fc.letrec<{ truth: Data; value: unknown }>((tie) => ({
  truth: fc.uniqueArray(fc.tuple(names, tie('value')), { selector: ([name]) => name, maxLength: 4 }).map(own),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.boolean()),
    tie('truth'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
}));

/** What one subgraph says of it: of each thing all, part of it, null or nothing; lists are as long as they are. */
function says(value: unknown, choose: () => number): unknown {
  if (Array.isArray(value)) return value.map((element) => (choose() === 0 ? null : says(element, choose)));
  if (typeof value !== 'object' || value === null) return value;
  return own(
    Object.entries(value).flatMap(([name, part]) => {
      const chosen = choose();
      if (chosen === 0) return [];
      return [[name, chosen === 1 ? null : says(part, choose)] as const];
    }),
  );
}

const view = (value: Data, choices: readonly number[]): Data => {
  let i = 0;
  return says(value, () => choices[i++ % choices.length] ?? 2) as Data;
};
const choices = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 20 });
const merged = (...parts: readonly Data[]): Data => {
  const result: Data = {};
  for (const part of parts) merge(result, structuredClone(part));
  return result;
};
/** Order of names is not data. */
const sorted = (value: unknown): unknown =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? own(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

describe('merging', () => {
  it('gives the same in any order when nobody contradicts', () => {
    fc.assert(
      fc.property(truth, choices, choices, choices, (all, a, b, c) => {
        const [one, two, three] = [view(all, a), view(all, b), view(all, c)];
        const expected = sorted(merged(one, two, three));
        expect(sorted(merged(three, one, two))).toBe(expected);
        expect(sorted(merged(two, merged(three, one)))).toBe(expected);
      }),
    );
  });

  it('adds nothing that was there, and nothing by null', () => {
    fc.assert(
      fc.property(truth, choices, (all, a) => {
        expect(sorted(merged(all, view(all, a)))).toBe(sorted(all));
        expect(sorted(merged(view(all, a), all))).toBe(sorted(all));
      }),
    );
  });

  it('leaves what every object inherits as it is', () => {
    fc.assert(
      fc.property(truth, truth, (a, b) => {
        merge(structuredClone(a), structuredClone(b));
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(Object.getPrototypeOf(merged(a, b))).toBe(Object.prototype);
      }),
    );
  });

  const cases: readonly (readonly [string, unknown, unknown, unknown])[] = [
    ['the later of two leaves', 1, 2, 2],
    ['an object over a leaf', 1, { b: 1 }, { b: 1 }],
    ['a leaf over an object', { b: 1 }, 2, 2],
    ['the later of two lists that are not as long', [{ b: 1 }], [{ c: 1 }, { c: 2 }], [{ c: 1 }, { c: 2 }]],
    ['a list over an object', { b: 1 }, [1], [1]],
    ['an object over a list', [1], { b: 1 }, { b: 1 }],
    ['lists of lists', [[{ b: 1 }], null], [[{ c: 2 }], [3]], [[{ b: 1, c: 2 }], [3]]],
    [
      'elements that are null on either side',
      [null, { b: 1 }, null],
      [{ c: 1 }, null, null],
      [{ c: 1 }, { b: 1 }, null],
    ],
    ['empty lists', [], [], []],
  ];
  it.each(cases)('takes %s', (_wat, earlier, later, expected) => {
    expect(merged({ a: earlier }, { a: later })).toEqual({ a: expected });
  });
});

describe('a name', () => {
  it('is what an object has itself, never what it inherits', () => {
    expect(['constructor', '__proto__', 'toString', 'a'].map((name) => getOwn({}, name))).toEqual(
      Array(4).fill(undefined),
    );
    const data = JSON.parse('{"constructor":1,"__proto__":2,"toString":null}') as Data;
    expect(['constructor', '__proto__', 'toString'].map((name) => getOwn(data, name))).toEqual([1, 2, null]);
  });
});
