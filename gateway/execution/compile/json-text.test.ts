/** Text that is written without `JSON.stringify` is what `JSON.stringify` writes. */
import fc from 'fast-check';
import { GraphQLEnumType, type GraphQLLeafType, GraphQLScalarType, specifiedScalarTypes } from 'graphql';
import { describe, expect, it } from 'vitest';
import { stringText, valueText } from './json-text.ts';
import { leafWriter } from './leaves.ts';

/** Strings of UTF-16 units: pairs, halves of pairs, controls, and lengths around what counts as short. */
const units = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 100 })
  .map((codes) => String.fromCharCode(...codes));

describe('the text', () => {
  it('of a string', () => {
    fc.assert(
      fc.property(fc.oneof(units, fc.string({ unit: 'grapheme' })), (value) => {
        expect(stringText(value)).toBe(JSON.stringify(value));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([39, 40, 41, 42])('of a string with something to escape at the end of %i', (length) => {
    for (const last of ['"', '\\', '\n', '\u001f', '\ud800', '\udfff', '\u007f', '\u2028', 'é']) {
      const value = 'a'.repeat(length - 1) + last;
      expect(stringText(value)).toBe(JSON.stringify(value));
    }
  });

  it('of any value that came from JSON, numbers that JSON cannot carry included', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        const value: unknown = JSON.parse(json);
        expect(valueText(value)).toBe(JSON.stringify(value));
      }),
    );
    const numbers = ['1e400', '-1e400', '-0', '1e21', '1e-7', '9007199254740993', '0.1', '5e-324'];
    for (const number of numbers.map((text) => JSON.parse(text) as number)) {
      expect(valueText(number)).toBe(JSON.stringify(number));
    }
  });
});

describe('a leaf', () => {
  const [scalars, soort, maat] = [
    new Map<string, GraphQLLeafType>(specifiedScalarTypes.map((type) => [type.name, type])),
    new GraphQLEnumType({ name: 'Soort', values: { ROMAN: {}, toString: {} } }),
    new GraphQLScalarType({ name: 'Maat' }),
  ];
  const text = (type: string, value: unknown) =>
    leafWriter({ Soort: soort, Maat: maat }[type] ?? scalars.get(type) ?? maat)(value);

  it.each([
    ['Int', 1, '1'],
    ['Int', -0, '0'],
    ['Int', 2 ** 31 - 1, '2147483647'],
    ['Int', -(2 ** 31), '-2147483648'],
    ['Float', 1, '1'],
    ['Float', 1e21, '1e+21'],
    ['Float', 5e-324, '5e-324'],
    ['String', '', '""'],
    ['String', '\ud800', '"\\ud800"'],
    ['Boolean', false, 'false'],
    ['ID', '01', '"01"'],
    ['ID', 12, '"12"'],
    ['ID', -1, '"-1"'],
    ['Soort', 'ROMAN', '"ROMAN"'],
    ['Soort', 'toString', '"toString"'],
    ['Maat', { a: [1, 'x', null] }, '{"a":[1,"x",null]}'],
    ['Maat', false, 'false'],
    ['Maat', 0, '0'],
  ])('of %s: %o is %s', (type, value, expected) => {
    expect(text(type, value)).toBe(expected);
  });

  it.each([
    ['Int', 2 ** 31],
    ['Int', -(2 ** 31) - 1],
    ['Int', 1.5],
    ['Int', '1'],
    ['Int', true],
    ['Float', '1.5'],
    ['Float', Number.POSITIVE_INFINITY],
    ['Float', Number.NaN],
    ['String', 1],
    ['String', ['a']],
    ['Boolean', 0],
    ['Boolean', 'true'],
    ['ID', 1.5],
    ['ID', true],
    ['ID', Number.POSITIVE_INFINITY],
    ['Soort', 'STRIP'],
    ['Soort', 'roman'],
    ['Soort', 'constructor'],
    ['Soort', 0],
    ['Maat', null],
    ['Maat', Number.NEGATIVE_INFINITY],
    ['Maat', undefined],
    ['String', null],
  ])('of %s: %o is none', (type, value) => {
    expect(text(type, value)).toBeUndefined();
  });
});
