import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn } from './bsn.ts';
import { createPseudonimiseerder, isClientnummer } from './clientnummer.ts';
import { alleTestBsns } from './proefraadpleging.ts';

const sleutel = '00112233445566778899aabbccddeeff'.repeat(2);
const westland = createPseudonimiseerder(sleutel, 'westland');
const bsns = alleTestBsns(isBsn);
const eenBsn = fc.constantFrom(...bsns);

describe('a clientnummer', () => {
  it('leads back to its BSN, for every number of the test range, and no two are the same', () => {
    const nummers = bsns.map(westland.clientnummerVan);
    expect(nummers.map(westland.bsnVan)).toEqual(bsns);
    expect(new Set(nummers).size).toBe(bsns.length);
  });

  it('keeps a leading zero', () => {
    expect(westland.bsnVan(westland.clientnummerVan('012345672'))).toBe('012345672');
  });

  it('is the same each time, also for another holder of the key', () => {
    const elders = createPseudonimiseerder(sleutel.toUpperCase(), 'westland');
    fc.assert(fc.property(eenBsn, (bsn) => westland.clientnummerVan(bsn) === elders.clientnummerVan(bsn)));
  });

  it('has one form, without the digits of the BSN in it', () => {
    fc.assert(
      fc.property(eenBsn, (bsn) => {
        const nummer = westland.clientnummerVan(bsn);
        return /^w1\.[A-Za-z0-9_-]{34}$/.test(nummer) && isClientnummer(nummer) && !nummer.includes(bsn);
      }),
    );
  });

  it.each([
    ['another key', createPseudonimiseerder('f'.repeat(64), 'westland')],
    ['another region', createPseudonimiseerder(sleutel, 'ijmond')],
  ])('means nothing under %s', (_naam, ander) => {
    fc.assert(fc.property(eenBsn, (bsn) => ander.bsnVan(westland.clientnummerVan(bsn)) === undefined));
  });

  it('means nothing once any character of it is another', () => {
    const tekens = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    fc.assert(
      fc.property(
        eenBsn,
        fc.nat(36),
        fc.nat(tekens.length - 1).map((i) => tekens.charAt(i)),
        (bsn, plaats, teken) => {
          const nummer = westland.clientnummerVan(bsn);
          fc.pre(nummer[plaats] !== teken);
          return westland.bsnVan(nummer.slice(0, plaats) + teken + nummer.slice(plaats + 1)) === undefined;
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([[''], ['w1.'], ['999990019'], [`w2.${'A'.repeat(34)}`], [`w1.${'A'.repeat(34)}\n`]])(
    '%j is none',
    (value) => {
      expect(isClientnummer(value)).toBe(false);
      expect(westland.bsnVan(value)).toBeUndefined();
    },
  );

  it('is not made of a number that is no BSN, and the error does not repeat that number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (value) => {
        fc.pre(!isBsn(value));
        expect(() => westland.clientnummerVan(value)).toThrow(new RangeError('not a valid BSN'));
      }),
    );
  });
});

it.each([[''], ['abc'], ['0'.repeat(63)], ['g'.repeat(64)], ['0'.repeat(66)]])(
  'the key %j is refused, and not repeated',
  (hex) => {
    const fout = new RangeError('the pseudonym key must be 64 hex characters');
    expect(() => createPseudonimiseerder(hex, 'westland')).toThrow(fout);
  },
);
