import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aantal,
  bedrag,
  burgerservicenr,
  code,
  datum,
  datumTijdstip,
  indicatie,
  metTeken,
  percentage,
  uren,
  verplichtBedrag,
  verplichteCenten,
  verplichteCode,
  verplichteDatum,
  verplichtPercentage,
} from './elementen.ts';
import { utcUitNederlandseTijd } from './tijdstip.ts';

const geweigerd = 'refused';
const lees = (
  schema: { safeParse: (v: unknown) => { success: boolean; data?: unknown } },
  waarde: unknown,
) => {
  const gelezen = schema.safeParse(waarde);
  return gelezen.success ? gelezen.data : geweigerd;
};

describe('amounts are cents with their sign', () => {
  it.each([
    ['an amount', { CdMunteenheid: 'EUR', CdPositiefNegatief: '+', WaardeBedr: '000000012345' }, 12_345],
    ['a negative amount', { CdPositiefNegatief: '-', WaardeBedr: '5' }, -5],
    ['an amount without a sign', { WaardeBedr: '5' }, 5],
    ['nought, however signed', { CdPositiefNegatief: '-', WaardeBedr: '0' }, 0],
    ['no value', { CdPositiefNegatief: '+' }, undefined],
    ['an empty value', { WaardeBedr: '' }, undefined],
    ['an empty element', '', undefined],
    ['the largest', { WaardeBedr: '2147483647' }, 2_147_483_647],
    ['one more', { WaardeBedr: '2147483648' }, geweigerd],
    ['guilders', { CdMunteenheid: 'NLG', WaardeBedr: '5' }, geweigerd],
    ['a decimal point', { WaardeBedr: '5.00' }, geweigerd],
    ['a sign inside', { WaardeBedr: '-5' }, geweigerd],
    ['another sign', { CdPositiefNegatief: 'N', WaardeBedr: '5' }, geweigerd],
    ['a number', { WaardeBedr: 5 }, geweigerd],
    ['text', 'vijf', geweigerd],
  ])('%s', (_naam, waarde, verwacht) => {
    expect(lees(verplichtBedrag, waarde)).toBe(verwacht);
  });

  it('keep every cent', () => {
    fc.assert(
      fc.property(fc.nat(2_147_483_647), fc.constantFrom('+' as const, '-' as const), (centen, teken) => {
        const waarde = { CdPositiefNegatief: teken, WaardeBedr: String(centen).padStart(12, '0') };
        expect(verplichtBedrag.parse(waarde)).toBe(metTeken(teken, centen));
        expect(verplichteCenten.parse(waarde.WaardeBedr)).toBe(centen);
      }),
    );
  });
});

describe('percentages have two decimals', () => {
  it.each([
    ['45.5', { Percentage: '04550' }, 45.5],
    ['100', { Percentage: '10000' }, 100],
    ['a negative one', { CdPositiefNegatief: '-', Percentage: '00001' }, -0.01],
    ['nought, however signed', { CdPositiefNegatief: '-', Percentage: '00000' }, 0],
    ['none', {}, undefined],
    ['an empty element', '', undefined],
    ['four digits', { Percentage: '4550' }, geweigerd],
    ['a comma', { Percentage: '45,50' }, geweigerd],
  ])('%s', (_naam, waarde, verwacht) => {
    expect(lees(verplichtPercentage, waarde)).toBe(verwacht);
  });
});

describe('percentages', () => {
  it('keep every hundredth, with their sign', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.constantFrom('+', '-', undefined), (honderdsten, teken) => {
        const waarde = { CdPositiefNegatief: teken, Percentage: String(honderdsten).padStart(5, '0') };
        const gelezen = verplichtPercentage.parse(waarde) ?? Number.NaN;
        expect(Math.round(gelezen * 100)).toBe(
          teken === '-' && honderdsten !== 0 ? -honderdsten : honderdsten,
        );
      }),
    );
  });
});

it.each([
  ['20150317', '2015-03-17'],
  ['00000000', 'XXXX-XX-XX'],
  ['20150230', geweigerd],
  ['', geweigerd],
  [20150317, geweigerd],
])('the date %j is %s', (waarde, verwacht) => {
  expect(lees(verplichteDatum, waarde)).toBe(verwacht);
});

describe('what may be left out', () => {
  it.each([
    ['a date', datum, verplichteDatum],
    ['a code', code, verplichteCode],
    ['an amount', bedrag, verplichtBedrag],
    ['a percentage', percentage, verplichtPercentage],
  ])('%s, in its mandatory form, may not', (_naam, optioneel, verplicht) => {
    expect([lees(optioneel, undefined), lees(verplicht, undefined)]).toEqual([undefined, geweigerd]);
  });
});

/** What a shape makes of each value. */
const leesAlle = (schema: Parameters<typeof lees>[0], waarden: readonly unknown[]) =>
  waarden.map((waarde) => lees(schema, waarde));

describe('elements of the SuwiML Basisschema', () => {
  it('keep partial dates partial and refuse what is no date', () => {
    expect(
      leesAlle(datum, [
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
    ).toEqual([
      '2015-03-17',
      '2015-03-XX',
      '2015-XX-XX',
      'XXXX-XX-XX',
      '2015-XX-17',
      undefined,
      undefined,
      geweigerd,
      geweigerd,
      geweigerd,
    ]);
  });
  it('keep the leading zeros of a burgerservicenummer', () => {
    expect(leesAlle(burgerservicenr, ['000000012', '12', 12, ''])).toEqual([
      '000000012',
      geweigerd,
      geweigerd,
      geweigerd,
    ]);
  });
  it('read durations as hours', () => {
    expect(leesAlle(uren, ['3630', '0020', '3660', '36'])).toEqual([36.5, 0.33, geweigerd, geweigerd]);
  });
  it('read whole numbers, corrections included', () => {
    expect(leesAlle(aantal, ['045', '-8', '1e3', '4,5'])).toEqual([45, -8, geweigerd, geweigerd]);
  });
  it('say yes or no only where the source does', () => {
    expect(leesAlle(indicatie, ['1', '2', '0', '8', '7', ''])).toEqual([
      true,
      false,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
  it('let unknown codes through, but no structure or text in their place', () => {
    expect(leesAlle(code, ['ZZ9', '', { Code: 'A' }, 'een hele zin'])).toEqual([
      'ZZ9',
      undefined,
      geweigerd,
      geweigerd,
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
    expect(momenten).toEqual([
      '2025-12-03T08:30:00Z',
      '2025-07-01T07:30:00Z',
      '2025-10-26T00:30:00Z',
      '2025-03-30T01:30:00Z',
      null,
    ]);
  });

  it('has an existing time', () => {
    expect(leesAlle(datumTijdstip, ['2025120324000000', '20251203', 'morgen'])).toEqual([
      geweigerd,
      geweigerd,
      geweigerd,
    ]);
  });
});
