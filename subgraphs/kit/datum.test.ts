import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datumUitJjjjmmdd, grenzen, isDatumOnvolledig, jjjjmmddVan } from './datum.ts';

describe('JJJJMMDD as sources send it, and as the graph shows it', () => {
  it.each([
    ['20150317', '2015-03-17'],
    ['20150300', '2015-03-XX'],
    ['20150000', '2015-XX-XX'],
    ['20150017', '2015-XX-17'],
    ['00000000', 'XXXX-XX-XX'],
    ['00000317', 'XXXX-03-17'],
    ['00000300', 'XXXX-03-XX'],
    ['00000017', 'XXXX-XX-17'],
    ['20240229', '2024-02-29'],
    ['20000229', '2000-02-29'],
    ['00000229', 'XXXX-02-29'],
    ['20150031', '2015-XX-31'],
  ])('%s is %s', (jjjjmmdd, edtf) => {
    expect(datumUitJjjjmmdd(jjjjmmdd)).toBe(edtf);
  });

  it.each([
    ['a day February does not have', '20150229'],
    ['a leap day of 1900', '19000229'],
    ['31 April', '20150431'],
    ['30 February of an unknown year', '00000230'],
    ['a thirteenth month', '20151300'],
    ['a thirty-second day', '00000032'],
    ['a date with hyphens', '2015-03-17'],
    ['seven digits', '2015031'],
    ['nine digits', '201503170'],
    ['a line end behind it', '20150317\n'],
    ['nothing', ''],
  ])('%s is no date (%s)', (_naam, value) => {
    expect(datumUitJjjjmmdd(value)).toBeUndefined();
  });

  it('goes there and back without losing or gaining a digit', () => {
    const delen = fc.tuple(
      fc.constantFrom('0000', '0001', '1999', '2000', '2024', '9999'),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(delen, ([jaar, maand, dag]) => {
        const bron = jaar + String(maand).padStart(2, '0') + String(dag).padStart(2, '0');
        const datum = datumUitJjjjmmdd(bron);
        if (datum !== undefined) {
          expect(isDatumOnvolledig(datum)).toBe(true);
          expect(jjjjmmddVan(datum)).toBe(bron);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('a whole date is accepted exactly when the calendar has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1583, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (jaar, maand, dag) => {
          const bestaat = new Date(Date.UTC(jaar, maand - 1, dag)).getUTCDate() === dag;
          const tekst = `${jaar}-${String(maand).padStart(2, '0')}-${String(dag).padStart(2, '0')}`;
          return isDatumOnvolledig(tekst) === bestaat;
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('the first and last day a date can mean', () => {
  it.each([
    ['2015-03-17', '2015-03-17', '2015-03-17'],
    ['2015-04-XX', '2015-04-01', '2015-04-30'],
    ['2015-02-XX', '2015-02-01', '2015-02-28'],
    ['2024-02-XX', '2024-02-01', '2024-02-29'],
    ['2015-XX-XX', '2015-01-01', '2015-12-31'],
    ['2015-XX-31', '2015-01-31', '2015-12-31'],
    ['XXXX-03-17', '0001-01-01', '9999-12-31'],
    ['XXXX-XX-XX', '0001-01-01', '9999-12-31'],
  ])('%s is from %s to %s', (datum, eerste, laatste) => {
    expect(grenzen(datum)).toEqual({ eerste, laatste });
  });

  it.each([['2015-13-XX'], ['2015-02-30'], ['0000-01-01'], ['2015'], ['20150317'], ['']])(
    '%j is no date, and is not repeated',
    (tekst) => {
      expect(() => grenzen(tekst)).toThrow(new RangeError('not a date'));
      expect(() => jjjjmmddVan(tekst)).toThrow(new RangeError('not a date'));
    },
  );

  it('hold every day that has the known parts, and get no wider as more is known', () => {
    const dag = fc
      .date({ min: new Date('1583-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((moment) => moment.toISOString().slice(0, 10));
    fc.assert(
      fc.property(dag, (heel) => {
        const [jaar = '', maand = '', dagVan = ''] = heel.split('-');
        // Of each date but the last, the one behind it says one part more.
        const ketens = [
          ['XXXX-XX-XX', `${jaar}-XX-XX`, `${jaar}-${maand}-XX`, heel],
          [`${jaar}-XX-XX`, `${jaar}-XX-${dagVan}`, heel],
          [`XXXX-XX-${dagVan}`, `XXXX-${maand}-${dagVan}`, heel],
        ];
        for (const keten of ketens) {
          const grens = keten.map(grenzen);
          expect(grens.at(-1)).toEqual({ eerste: heel, laatste: heel });
          for (const [i, { eerste, laatste }] of grens.entries()) {
            expect([eerste, laatste].every((d) => isDatumOnvolledig(d) && !d.includes('X'))).toBe(true);
            expect(eerste <= heel && heel <= laatste).toBe(true);
            const wijder = grens[i - 1];
            if (wijder === undefined) continue;
            expect(wijder.eerste <= eerste && laatste <= wijder.laatste).toBe(true);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
