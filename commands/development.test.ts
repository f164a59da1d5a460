/** The ports of a development machine: all of them can be asked. */
import { describe, expect, it } from 'vitest';
import { basispoort } from './development.ts';

describe('PORT', () => {
  it.each([
    [undefined, 4000],
    ['4000', 4000],
    ['17000', 17_000],
  ])('%s is %s', (PORT, expected) => {
    expect(basispoort({ PORT })).toBe(expected);
  });

  it.each([
    ['80', /from 1024 to 65000/],
    ['65001', /from 1024 to 65000/],
    ['4000.5', /from 1024 to 65000/],
    ['vier', /from 1024 to 65000/],
    // Of the gateway, of a subgraph, and of what switches the faults of a partner's sources.
    ['6000', /port 6000/],
    ['5057', /port 5060/],
    ['4900', /port 5060/],
  ])('%s is refused, with the reason', (PORT, reason) => {
    expect(() => basispoort({ PORT })).toThrow(reason);
  });
});
