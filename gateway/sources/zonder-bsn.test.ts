import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verbergBsn } from '../../subgraphs/kit/index.ts';
import { zonderBsn } from './zonder-bsn.ts';

describe('the variables of a mutation', () => {
  it('lose a BSN in a text, however it is escaped, and nothing else', () => {
    const variables = String.raw`{"a":{"toelichting":"Mijn nummer is 999990019, of \u0039\u0039\u0039990019.","lijst":["1234"]},"n":999990019,"leeg":null}`;
    expect(JSON.parse(zonderBsn(variables))).toEqual({
      a: { toelichting: 'Mijn nummer is *********, of *********.', lijst: ['1234'] },
      n: 999990019,
      leeg: null,
    });
  });

  it('are what they were without one', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (waarde) => {
        const tekst = JSON.stringify(waarde);
        fc.pre(verbergBsn(tekst) === tekst);
        expect(zonderBsn(tekst)).toBe(tekst);
      }),
    );
  });
});
