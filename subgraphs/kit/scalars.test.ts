import { type GraphQLScalarType, Kind } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scalars } from './scalars.ts';

const gevallen: readonly [keyof typeof scalars, readonly string[], readonly unknown[]][] = [
  [
    'Date',
    ['2015-03-17', '2024-02-29'],
    [
      '2015-03-XX',
      '2015-02-29',
      '2015-13-01',
      '20150317',
      '2015-03-17T00:00:00Z',
      '',
      20_150_317,
      null,
      new Date(0),
    ],
  ],
  [
    'DateTime',
    ['2015-03-17T10:00:00Z', '2015-03-17T10:00:00.123Z', '2015-03-17T10:00:00+01:00'],
    [
      '2015-03-17',
      '2015-03-17T10:00:00',
      '2015-02-30T10:00:00Z',
      '2015-03-17T25:00:00Z',
      'gisteren',
      0,
      new Date(0),
    ],
  ],
  [
    'DatumOnvolledig',
    ['2015-03-17', '2015-03-XX', '2015-XX-XX', 'XXXX-XX-XX'],
    ['2015', '2015-3-XX', '2015-02-30', '999990019', '', 2015, null],
  ],
];

describe.each(gevallen)('%s', (naam, goed, fout) => {
  const scalar: GraphQLScalarType<string, string> = scalars[naam];
  const nee = new TypeError(`not a valid ${naam}`);

  it.each(goed)('%s comes in and goes out unchanged', (waarde) => {
    expect([
      scalar.serialize(waarde),
      scalar.parseValue(waarde),
      scalar.parseLiteral({ kind: Kind.STRING, value: waarde }),
    ]).toEqual([waarde, waarde, waarde]);
  });

  it.each(fout)('%j neither, and the error does not repeat it', (waarde) => {
    expect(() => scalar.serialize(waarde)).toThrow(nee);
    expect(() => scalar.parseValue(waarde)).toThrow(nee);
    expect(() => scalar.parseLiteral({ kind: Kind.STRING, value: String(waarde) })).toThrow(nee);
  });

  it('a literal that is no text is refused', () => {
    expect(() => scalar.parseLiteral({ kind: Kind.INT, value: '2015' })).toThrow(nee);
  });
});
