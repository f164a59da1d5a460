import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grenzen, overlap, type Periode } from './datum.ts';

const periode = (begindatum: string | null, einddatum: string | null): Periode => ({ begindatum, einddatum });

describe('whether two periods share a day', () => {
  const jaar2015 = periode('2015-01-01', '2015-12-31');
  it.each([
    ['the same days', jaar2015, 'JA'],
    ['one day in common', periode('2015-12-31', '2016-05-01'), 'JA'],
    ['the next day', periode('2016-01-01', '2016-05-01'), 'NEE'],
    ['before it', periode('2013-01-01', '2014-12-31'), 'NEE'],
    ['an open end, begun before', periode('2014-01-01', null), 'JA'],
    ['an open end, begun after', periode('2016-01-01', null), 'NEE'],
    ['begun in a month of it, end open', periode('2015-06-XX', null), 'JA'],
    ['begun in its year, end open', periode('2015-XX-XX', null), 'JA'],
    ['within its year, nothing more known', periode('2015-XX-XX', '2015-XX-XX'), 'JA'],
    ['begun in its last month or after, end open', periode('2015-12-XX', null), 'JA'],
    ['ended in the month that it began', periode('2014-01-01', '2015-01-XX'), 'JA'],
    ['ended in the year before or in it', periode('2014-06-01', '2014-XX-XX'), 'NEE'],
    ['begun in an unknown year, end open', periode('XXXX-XX-XX', null), 'MOGELIJK'],
    ['begun in an unknown year on a known day', periode('XXXX-06-01', null), 'MOGELIJK'],
    ['ended in an unknown year', periode('2014-01-01', 'XXXX-XX-XX'), 'MOGELIJK'],
    ['begin unknown, ended before', periode(null, '2014-12-31'), 'NEE'],
    ['begin unknown, ended in it: ran on its last day', periode(null, '2015-06-30'), 'JA'],
    ['begin unknown, ended after', periode(null, '2016-06-30'), 'MOGELIJK'],
    ['nothing known', periode(null, null), 'MOGELIJK'],
    ['ended before it began', periode('2015-06-01', '2015-05-01'), 'NEE'],
  ] as const)('all of 2015, and %s', (_naam, ander, verwacht) => {
    expect(overlap(jaar2015, ander)).toBe(verwacht);
    expect(overlap(ander, jaar2015)).toBe(verwacht);
  });

  it.each([
    [periode('2015-06-XX', '2015-08-01'), periode('2015-06-15', '2015-06-15'), 'MOGELIJK'],
    [periode('2015-06-01', '2015-XX-XX'), periode('2015-09-01', null), 'MOGELIJK'],
    [periode('2015-03-10', '2015-XX-XX'), periode('2015-02-01', '2015-03-15'), 'JA'],
    [periode('2015-06-XX', null), periode(null, '2015-06-XX'), 'MOGELIJK'],
    [periode(null, null), periode('2020-01-01', null), 'MOGELIJK'],
    [periode(null, null), periode(null, null), 'MOGELIJK'],
    [periode('XXXX-XX-XX', null), periode('2020-01-01', null), 'MOGELIJK'],
    [periode('2020-01-01', null), periode('2021-01-01', null), 'JA'],
  ] as const)('%j and %j: %s', (a, b, verwacht) => {
    expect(overlap(a, b)).toBe(verwacht);
    expect(overlap(b, a)).toBe(verwacht);
  });
});

describe('whatever the dates', () => {
  // A small calendar, so that every day a date can mean can be tried.
  const dagen = ['2014-12-31', '2015-01-01', '2015-01-31', '2015-02-01', '2015-02-28', '2015-12-31'];
  const datum = fc.constantFrom(...dagen, '2015-01-XX', '2015-02-XX', '2015-XX-XX', '2014-XX-XX');
  const eenPeriode = fc.record({ begindatum: datum, einddatum: datum });

  const betekenissen = (d: string) => {
    const { eerste, laatste } = grenzen(d);
    return [...new Set([eerste, ...dagen.filter((dag) => dag >= eerste && dag <= laatste), laatste])];
  };
  /** Every pair of days the period can mean; a period does not end before it begins. */
  const mogelijk = (p: Periode) =>
    betekenissen(p.begindatum ?? '').flatMap((van) =>
      betekenissen(p.einddatum ?? '').flatMap((tot) => (van <= tot ? [{ van, tot }] : [])),
    );

  it('it is certain when every reading of the dates overlaps, possible when one does', () => {
    fc.assert(
      fc.property(eenPeriode, eenPeriode, (a, b) => {
        const raakt = mogelijk(a).flatMap((x) => mogelijk(b).map((y) => x.van <= y.tot && y.van <= x.tot));
        const verwacht =
          raakt.length > 0 && raakt.every(Boolean) ? 'JA' : raakt.some(Boolean) ? 'MOGELIJK' : 'NEE';
        expect(overlap(a, b)).toBe(verwacht);
      }),
      { numRuns: 5_000 },
    );
  });

  it('the order of the two does not matter, open ends and unknown years included', () => {
    const eind = fc.oneof(datum, fc.constantFrom(null, 'XXXX-XX-XX', 'XXXX-02-28'));
    const p = fc.record({ begindatum: eind, einddatum: eind });
    fc.assert(
      fc.property(p, p, (a, b) => overlap(a, b) === overlap(b, a)),
      { numRuns: 5_000 },
    );
  });
});
