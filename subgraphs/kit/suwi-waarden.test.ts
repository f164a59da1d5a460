import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getekend, suwiBedrag, suwiDatum, suwiPercentage, waardeBedr } from './suwi-waarden.ts';

const geweigerd = 'refused';
const lees = (schema: { safeParse: (v: unknown) => { success: boolean; data?: unknown } }, waarde: unknown) => {
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
    expect(lees(suwiBedrag, waarde)).toBe(verwacht);
  });

  it('keep every cent', () => {
    fc.assert(
      fc.property(fc.nat(2_147_483_647), fc.constantFrom('+' as const, '-' as const), (centen, teken) => {
        const waarde = { CdPositiefNegatief: teken, WaardeBedr: String(centen).padStart(12, '0') };
        expect(suwiBedrag.parse(waarde)).toBe(getekend(teken, centen));
        expect(waardeBedr.parse(waarde.WaardeBedr)).toBe(centen);
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
    expect(lees(suwiPercentage, waarde)).toBe(verwacht);
  });
});

it.each([
  ['20150317', '2015-03-17'],
  ['00000000', 'XXXX-XX-XX'],
  ['20150230', geweigerd],
  ['', geweigerd],
  [20150317, geweigerd],
])('the date %j is %s', (waarde, verwacht) => {
  expect(lees(suwiDatum, waarde)).toBe(verwacht);
});
