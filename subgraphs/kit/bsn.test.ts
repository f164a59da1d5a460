import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn, verbergBsn } from './bsn.ts';
import { alleTestBsns } from './proefraadpleging.ts';

describe('a burgerservicenummer', () => {
  it.each([
    ['of the test range', '999990019', true],
    ['with a leading zero', '012345672', true],
    ['with two leading zeros', '001234567', false],
    ['with two leading zeros and the right check digit', '001234560', true],
    ['with a wrong check digit', '999990018', false],
    ['of zeros only', '000000000', false],
    ['of eight digits, its zero lost', '12345672', false],
    ['of ten digits', '9999900190', false],
    ['with spaces', '999 990 019', false],
    ['with a line end behind it', '999990019\n', false],
    ['in other digits than ASCII', '٩٩٩٩٩٠٠١٩', false],
    ['that is empty', '', false],
  ])('%s', (_naam, value, verwacht) => {
    expect(isBsn(value)).toBe(verwacht);
  });

  it('is one in eleven of a full range, and no single digit can change unnoticed', () => {
    const bsns = alleTestBsns(isBsn);
    expect(bsns).toHaveLength(9_091);
    fc.assert(
      fc.property(fc.constantFrom(...bsns), fc.nat(8), fc.integer({ min: 1, max: 9 }), (bsn, plaats, op) => {
        const ander = String((Number(bsn[plaats]) + op) % 10);
        return !isBsn(bsn.slice(0, plaats) + ander + bsn.slice(plaats + 1));
      }),
    );
  });
});

describe('the last digit of a burgerservicenummer', () => {
  it('follows from the other eight: the eleven-test leaves one of ten, or none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), (acht) => {
        const gewogen = Array.from({ length: 8 }, (_, i) => Number(acht[i]) * (9 - i));
        const rest = gewogen.reduce((som, deel) => som + deel, 0) % 11;
        const verwacht = rest === 10 || acht === '00000000' ? [] : [acht + String(rest)];
        expect(Array.from({ length: 10 }, (_, i) => acht + String(i)).filter(isBsn)).toEqual(verwacht);
      }),
      { numRuns: 1_000, examples: [['00000000'], ['00000001'], ['99999999']] },
    );
  });

  it('gives away two neighbours that changed places', () => {
    const bsns = alleTestBsns(isBsn);
    fc.assert(
      fc.property(fc.constantFrom(...bsns), fc.nat(7), (bsn, i) => {
        const [a = '', b = ''] = bsn.slice(i, i + 2);
        return a === b || !isBsn(bsn.slice(0, i) + b + a + bsn.slice(i + 2));
      }),
    );
  });
});

describe('hiding burgerservicenummers in a text', () => {
  it.each([
    ['999990019', '*********'],
    ['bsn=999990019&x=012345672.', 'bsn=*********&x=*********.'],
    ['bsn_999990019a', 'bsn_*********a'],
    ['a longer number 9999900191 stays', 'a longer number 9999900191 stays'],
    ['no BSN by the eleven-test: 123456789', 'no BSN by the eleven-test: 123456789'],
    ['', ''],
  ])('%j becomes %j', (text, verwacht) => {
    expect(verbergBsn(text)).toBe(verwacht);
  });

  it('leaves none behind, whatever stands around it', () => {
    const rand = fc.string({ unit: 'binary' }).map((s) => s.replace(/\d/g, ''));
    fc.assert(
      fc.property(rand, rand, (voor, na) => verbergBsn(`${voor}999990019${na}`) === `${voor}*********${na}`),
    );
  });
});
