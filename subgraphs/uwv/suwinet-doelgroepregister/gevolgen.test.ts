import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gevolgenVan } from './gevolgen.ts';

const grondslagen = (...datums: readonly string[]) => datums.map((begindatum) => ({ begindatum }));
const begin = (...datums: readonly string[]) =>
  gevolgenVan({ einddatum: null, grondslagen: grondslagen(...datums) })?.[0]?.begindatum;

describe('what registration in the target-group register opens', () => {
  it('is the wage-cost advantage and the no-riskpolis, as long as the registration runs', () => {
    const registratie = { einddatum: '2024-12-31', grondslagen: grondslagen('2019-03-01', '2017-05-XX') };
    expect(gevolgenVan(registratie)).toEqual([
      {
        soort: 'LKV_BANENAFSPRAAK',
        wettelijkeGrondslag: 'Wtl art. 2.10',
        begindatum: '2017-05-XX',
        einddatum: '2024-12-31',
      },
      {
        soort: 'NO_RISKPOLIS',
        wettelijkeGrondslag: 'ZW art. 29b',
        begindatum: '2017-05-XX',
        einddatum: '2024-12-31',
      },
    ]);
  });

  it('is not known when the register names no ground', () => {
    expect(gevolgenVan({ einddatum: null, grondslagen: [] })).toBeNull();
  });

  it.each([
    [['2018-06-12'], '2018-06-12'],
    [['2018-XX-XX'], '2018-XX-XX'],
    [['2018-XX-XX', '2018-XX-XX'], '2018-XX-XX'],
    [['2018-XX-XX', '2019-01-01'], '2018-XX-XX'],
    [['2018-06-30', '2018-06-XX'], '2018-06-XX'],
    [['2018-06-15', '2018-06-XX'], null],
    [['2018-06-01', '2018-06-XX'], '2018-06-01'],
    [['2018-XX-XX', '2018-06-12'], null],
    [['XXXX-XX-XX'], null],
    [['XXXX-XX-XX', '2018-06-12'], null],
  ])('of grounds since %j it runs since %s', (datums, verwacht) => {
    expect(begin(...datums)).toBe(verwacht);
  });

  it('property: the day is one that the register gave, whatever the order, and none is made up', () => {
    const datum = fc
      .tuple(
        fc.integer({ min: 2010, max: 2026 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .chain(([j, m, d]) => {
        const [maand, dag] = [String(m).padStart(2, '0'), String(d).padStart(2, '0')];
        return fc.constantFrom(`${j}-${maand}-${dag}`, `${j}-${maand}-XX`, `${j}-XX-XX`, 'XXXX-XX-XX');
      });
    fc.assert(
      fc.property(fc.array(datum, { minLength: 1, maxLength: 5 }), (datums) => {
        const gevonden = begin(...datums);
        expect(gevonden).toBe(begin(...datums.toReversed()));
        if (gevonden === null || gevonden === undefined) return;
        expect(datums).toContain(gevonden);
        // Of whole days it is the first of all.
        if (datums.every((d) => !d.includes('X'))) expect(gevonden).toBe(datums.toSorted()[0]);
      }),
    );
  });
});
