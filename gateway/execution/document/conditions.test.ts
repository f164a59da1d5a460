/** What an operation asks once its conditions are decided. */
import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { conditionVariables, decideConditions } from './conditions.ts';
import { normalisedText, selectOperation } from './operation.ts';

const operation = (text: string) => selectOperation(parse(text), undefined);
const compact = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('what is left out', () => {
  it.each([
    ['a literal that includes', '{ a @include(if: true) }', {}, '{ a }'],
    ['a literal that does not include', '{ a @include(if: false) b }', {}, '{ b }'],
    ['a literal that skips', '{ a @skip(if: true) b }', {}, '{ b }'],
    ['a literal that does not skip', '{ a @skip(if: false) b }', {}, '{ a b }'],
    ['a variable that includes', 'query ($v: Boolean!) { a @include(if: $v) }', { v: true }, '{ a }'],
    [
      'a variable that does not include',
      'query ($v: Boolean!) { a @include(if: $v) b }',
      { v: false },
      '{ b }',
    ],
    ['a variable that skips', 'query ($v: Boolean!) { a @skip(if: $v) b }', { v: true }, '{ b }'],
    [
      'a variable without a value',
      'query ($v: Boolean = true) { a @include(if: $v) b }',
      { v: null },
      '{ b }',
    ],
    ['one of both', 'query ($v: Boolean!) { a @skip(if: $v) @include(if: $v) b }', { v: true }, '{ b }'],
    ['both of both', 'query ($v: Boolean!) { a @skip(if: $v) @include(if: $v) b }', { v: false }, '{ b }'],
    ['a first occurrence', '{ a @skip(if: true) b a }', {}, '{ b a }'],
    ['a fragment', '{ ... @skip(if: true) { a } b }', {}, '{ b }'],
    ['all of a fragment', '{ ... { a @skip(if: true) } b }', {}, '{ b }'],
    [
      'a spread, and a fragment that nobody uses then',
      '{ ...F @skip(if: true) b } fragment F on Query { a }',
      {},
      '{ b }',
    ],
    [
      'one of two spreads',
      '{ ...F @skip(if: true) b ...F } fragment F on Query { a }',
      {},
      '{ b ...F } fragment F on Query { a }',
    ],
    ['no other directive', '{ a @include(if: true) @b }', {}, '{ a @b }'],
  ])('%s', (_wat, text, variables, expected) => {
    const asked = decideConditions(operation(text), variables);
    const body = compact(normalisedText(asked)).replace(/^query \([^)]*\) /, '');
    expect(body).toBe(compact(print(parse(expected))));
  });

  it('everything: the selection set is empty, as the answer is', () => {
    const asked = decideConditions(operation('{ a { b @skip(if: true) } }'), {});
    const [field] = asked.definition.selectionSet.selections;
    expect(field).toMatchObject({ selectionSet: { selections: [] } });
  });
});

it('knows the variables that decide, with the value by which most is asked', () => {
  const text = `query ($a: Boolean!, $b: Boolean!, $c: Boolean!, $n: Int) {
    x @include(if: $a) y(n: $n) @skip(if: $b) ...F @skip(if: true) }
    fragment F on Query { z @skip(if: $c) @include(if: $a) }`;
  expect(Object.fromEntries(conditionVariables(operation(text)))).toEqual({ a: true, b: false, c: false });
});
