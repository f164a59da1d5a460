import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GraafFout } from '../kit/index.ts';
import { leesCursor, maakCursor } from './cursor.ts';

const naam = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' });

test('a cursor gives back the position it was made of', () => {
  fc.assert(
    fc.property(naam, fc.stringMatching(/^\d{8}$/), (werkgever, kvkNummer) => {
      expect(leesCursor('werkgever', maakCursor('werkgever', [werkgever, kvkNummer]))).toEqual([
        werkgever,
        kvkNummer,
      ]);
    }),
  );
});

test('a text that is no cursor is refused, without being repeated', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(base64url)), (tekst) => {
      expect(() => leesCursor('vacature', tekst)).toThrow(
        new GraafFout('ONGELDIGE_INVOER', 'after is geen positie van deze lijst.'),
      );
    }),
  );
});

test.each([
  ['of the other list', maakCursor('werkgever', ['Kwekerij', '01234567'])],
  ['with a part too many', base64url('["vacature","VAC-1","VAC-2"]')],
  ['with a number for text', base64url('["vacature",1]')],
  ['with an empty position', base64url('["vacature",""]')],
  ['spelled in another way', `${maakCursor('vacature', ['VAC-1'])}=`],
  ['with spaces inside its JSON', base64url('["vacature", "VAC-1"]')],
])('a cursor %s is refused', (_, cursor) => {
  expect(() => leesCursor('vacature', cursor)).toThrow(GraafFout);
});

function base64url(tekst: string): string {
  return Buffer.from(tekst).toString('base64url');
}
