import { describe, expect, it } from 'vitest';
import { brontijdMs, leesTijdbudget } from './tijdbudget.ts';

describe('how long a caller listens', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['800', 800],
    ['00800', 800],
    ['60000', 60_000],
    ['60001', 60_000],
    ['999999999', 60_000],
    // Whoever cannot tell is served as one who does not tell.
    [undefined, undefined],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['8e2', undefined],
    ['snel', undefined],
    ['800, 900', undefined],
    ['0000000800', undefined],
    [['800'], undefined],
    [800, undefined],
  ])('%j is %s', (header, verwacht) => {
    expect(leesTijdbudget(header)).toBe(verwacht);
  });
});

describe('how long its sources have', () => {
  it.each([
    // Never less than 20 milliseconds are kept for the answer, and never more than there are.
    [0, 0],
    [20, 0],
    [21, 1],
    [50, 30],
    [400, 380],
    // And 5% of what is more than a little.
    [800, 760],
    [5_000, 4_750],
    [60_000, 57_000],
    [777, 738],
  ])('of %i ms: %i', (budgetMs, verwacht) => {
    expect(brontijdMs(budgetMs)).toBe(verwacht);
  });
});
