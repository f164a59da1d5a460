import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bedieningVan, doelgroepVan } from './doelgroep.ts';

describe('the target group of a wage value', () => {
  it.each([
    [0, 'ZORG', 'BACK_OFFICE'],
    [0.01, 'BESCHUT', 'BACK_OFFICE'],
    [19.99, 'BESCHUT', 'BACK_OFFICE'],
    [20, 'BEPERKT', 'FRONT_OFFICE'],
    [80, 'BEPERKT', 'FRONT_OFFICE'],
    [80.01, 'BIJNA_VOLLEDIG', 'FRONT_OFFICE'],
    [100, 'BIJNA_VOLLEDIG', 'FRONT_OFFICE'],
    [130, 'BIJNA_VOLLEDIG', 'FRONT_OFFICE'],
  ] as const)('%d%% is %s, served in %s', (percentage, doelgroep, bediening) => {
    expect(doelgroepVan(percentage)).toBe(doelgroep);
    expect(bedieningVan(doelgroep)).toBe(bediening);
  });

  it.each([[-0.01], [-100], [Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])(
    '%d is no wage value',
    (percentage) => {
      expect(() => doelgroepVan(percentage)).toThrow(RangeError);
    },
  );

  it('never gets heavier as the wage value rises', () => {
    const volgorde = ['ZORG', 'BESCHUT', 'BEPERKT', 'BIJNA_VOLLEDIG'];
    const percentage = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(percentage, percentage, (a, b) => {
        const rang = (p: number) => volgorde.indexOf(doelgroepVan(p));
        return a <= b ? rang(a) <= rang(b) : rang(a) >= rang(b);
      }),
    );
  });
});
