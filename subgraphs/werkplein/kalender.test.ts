import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amsterdamseDag,
  dagVanTijdstip,
  gebeurdOp,
  looptOp,
  nietVoor,
  plusDagen,
  plusMaanden,
} from './kalender.ts';

describe('the day in the Netherlands', () => {
  it.each([
    ['2026-06-30T21:59:59Z', '2026-06-30', 'a second before midnight in summer'],
    ['2026-06-30T22:00:00Z', '2026-07-01', 'midnight in summer'],
    ['2026-01-31T22:59:59Z', '2026-01-31', 'a second before midnight in winter'],
    ['2026-01-31T23:00:00Z', '2026-02-01', 'midnight in winter'],
    ['2026-03-29T00:59:59Z', '2026-03-29', 'before the clock goes forward'],
    ['2026-10-25T22:59:59Z', '2026-10-25', 'the day of 25 hours'],
    ['2026-10-25T23:00:00Z', '2026-10-26', 'and its end'],
  ])('%s is %s: %s', (moment, dag) => {
    expect(amsterdamseDag(new Date(moment))).toBe(dag);
    expect(dagVanTijdstip(moment)).toBe(dag);
  });

  it('is none for a text that is no moment', () => {
    expect(dagVanTijdstip('gisteren')).toBeNull();
  });
});

describe('terms', () => {
  it.each([
    ['2026-02-27', 2, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['9999-12-31', 14, '9999-12-31'],
  ])('%s and %d days is %s', (dag, dagen, verwacht) => {
    expect(plusDagen(dag, dagen)).toBe(verwacht);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-10-15', 3, '2027-01-15'],
    ['0001-01-01', 12, '0002-01-01'],
    ['9999-07-01', 6, '9999-12-31'],
  ])('%s and %d months is %s', (dag, maanden, verwacht) => {
    expect(plusMaanden(dag, maanden)).toBe(verwacht);
  });

  it('never turn the order of two days round', () => {
    const dag = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(dag, dag, fc.integer({ min: 0, max: 60 }), (a, b, n) => {
        if (a <= b) expect(plusMaanden(a, n) <= plusMaanden(b, n)).toBe(true);
        expect(plusMaanden(a, n) >= a).toBe(true);
      }),
    );
  });
});

describe('partial dates against a day', () => {
  it.each([
    ['2026-03-17', 'JA', 'NEE'],
    ['2026-03-18', 'JA', 'JA'],
    ['2026-03-19', 'NEE', 'JA'],
    ['2026-03-XX', 'MOGELIJK', 'MOGELIJK'],
    ['2026-02-XX', 'JA', 'NEE'],
    ['2026-04-XX', 'NEE', 'JA'],
    ['XXXX-XX-XX', 'MOGELIJK', 'MOGELIJK'],
  ] as const)('%s: took place by 18 March 2026 %s, not before it %s', (datum, gebeurd, later) => {
    expect(gebeurdOp(datum, '2026-03-18')).toBe(gebeurd);
    expect(nietVoor(datum, '2026-03-18')).toBe(later);
  });

  it('nothing that has no date took place', () => {
    expect(gebeurdOp(null, '2026-03-18')).toBe('NEE');
  });

  it.each([
    [{ begindatum: '2026-03-18', einddatum: null }, 'JA'],
    [{ begindatum: '2026-03-01', einddatum: '2026-03-17' }, 'NEE'],
    [{ begindatum: '2026-03-01', einddatum: '2026-03-XX' }, 'MOGELIJK'],
    [{}, 'MOGELIJK'],
  ] as const)('a period %o runs on 18 March 2026: %s', (periode, verwacht) => {
    expect(looptOp(periode, '2026-03-18')).toBe(verwacht);
  });
});
