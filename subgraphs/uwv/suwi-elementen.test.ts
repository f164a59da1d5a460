import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { laatstLopende } from './lopend.ts';
import {
  aantal,
  bedrag,
  burgerservicenr,
  code,
  datum,
  datumTijdstip,
  indicatie,
  percentage,
  uren,
} from './suwi-elementen.ts';
import { utcUitNederlandseTijd } from './suwinet-werkzoekende/nederlandse-tijd.ts';

/** What a shape makes of each value: the value read, or `refused`. */
function lees(schema: z.ZodType, waarden: readonly unknown[]): unknown[] {
  return waarden.map((waarde) => {
    const gelezen = schema.safeParse(waarde);
    return gelezen.success ? gelezen.data : 'refused';
  });
}

describe('elements of the SuwiML Basisschema', () => {
  it('keep partial dates partial and refuse what is no date', () => {
    expect(
      lees(datum, [
        '20150317',
        '20150300',
        '20150000',
        '00000000',
        '20150017',
        '',
        undefined,
        '20150231',
        '2015-03-17',
        '2015',
      ]),
    ).toStrictEqual([
      '2015-03-17',
      '2015-03-XX',
      '2015-XX-XX',
      'XXXX-XX-XX',
      '2015-XX-17',
      undefined,
      undefined,
      'refused',
      'refused',
      'refused',
    ]);
  });

  it('keep the leading zeros of a burgerservicenummer', () => {
    expect(lees(burgerservicenr, ['000000012', '12', 12, ''])).toStrictEqual([
      '000000012',
      'refused',
      'refused',
      'refused',
    ]);
  });

  it('read amounts as signed cents of euros', () => {
    expect(
      lees(bedrag, [
        { WaardeBedr: '12345' },
        { CdMunteenheid: 'EUR', CdPositiefNegatief: '-', WaardeBedr: '12345' },
        { CdPositiefNegatief: '-', WaardeBedr: '0' },
        { CdPositiefNegatief: '+' },
        '',
        { CdMunteenheid: 'USD', WaardeBedr: '12345' },
        { WaardeBedr: '123.45' },
        { WaardeBedr: '-5' },
        { WaardeBedr: '999999999999999999' },
        '12345',
      ]),
    ).toStrictEqual([
      12345,
      -12345,
      0,
      undefined,
      undefined,
      'refused',
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
  });

  it('read percentages with two decimals', () => {
    expect(
      lees(percentage, [
        { Percentage: '02500' },
        { CdPositiefNegatief: '-', Percentage: '10000' },
        { Percentage: '25' },
      ]),
    ).toStrictEqual([25, -100, 'refused']);
  });

  it('read durations as hours', () => {
    expect(lees(uren, ['3630', '0020', '3660', '36'])).toStrictEqual([36.5, 0.33, 'refused', 'refused']);
  });

  it('read whole numbers, corrections included', () => {
    expect(lees(aantal, ['045', '-8', '1e3', '4,5'])).toStrictEqual([45, -8, 'refused', 'refused']);
  });

  it('say yes or no only where the source does', () => {
    expect(lees(indicatie, ['1', '2', '0', '8', '7', ''])).toStrictEqual([
      true,
      false,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('let unknown codes through, but no structure or text in their place', () => {
    expect(lees(code, ['ZZ9', '', { Code: 'A' }, 'een hele zin'])).toStrictEqual([
      'ZZ9',
      undefined,
      'refused',
      'refused',
    ]);
  });
});

describe('a moment', () => {
  it('is Dutch wall-clock time, shown in UTC', () => {
    const tijdstippen = [
      '2025120309300000', // winter
      '2025070109300000', // summer
      '2025102602300000', // twice: the first, in summer time
      '2025033002300000', // never: as if winter time had gone on
      '2025030009300000', // day not known
    ];
    const momenten = tijdstippen.map((t) => {
      const moment = datumTijdstip.parse(t);
      return moment === undefined ? undefined : utcUitNederlandseTijd(moment);
    });
    expect(momenten).toStrictEqual([
      '2025-12-03T08:30:00Z',
      '2025-07-01T07:30:00Z',
      '2025-10-26T00:30:00Z',
      '2025-03-30T01:30:00Z',
      null,
    ]);
  });

  it('has an existing time', () => {
    expect(lees(datumTijdstip, ['2025120324000000', '20251203', 'morgen'])).toStrictEqual([
      'refused',
      'refused',
      'refused',
    ]);
  });
});

describe('what runs last', () => {
  const kies = (...perioden: readonly (readonly [string?, string?])[]) =>
    laatstLopende(perioden, ([begin, einde]) => ({ begin, einde }));

  it('is what has no end, and of those what began last', () => {
    expect(kies(['2020-01-01'], ['2022-01-01'], ['2023-01-01', '2024-01-01'])).toStrictEqual(['2022-01-01']);
  });

  it('or else what ended last, unknown dates counting as early', () => {
    expect(
      kies(['2024-01-01', 'XXXX-XX-XX'], ['2010-01-01', '2023-XX-XX'], ['2021-01-01', '2022-12-31']),
    ).toStrictEqual(['2010-01-01', '2023-XX-XX']);
  });

  it('is nothing when there is nothing', () => {
    expect(kies()).toBeUndefined();
  });
});
