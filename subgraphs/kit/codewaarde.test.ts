import { expect, it } from 'vitest';
import { codewaarde, codewaardeOfNull } from './codewaarde.ts';

const tabel = { '01': 'Participatiewet' };

it.each([
  ['a code of the list has its meaning', '01', 'Participatiewet'],
  ['a code outside the list keeps its place', '99', null],
  ['a code is compared as text', '1', null],
  ['a name every object has is no code of the list', 'constructor', null],
  ['an empty code stays an empty code', '', null],
])('%s', (_naam, code, omschrijving) => {
  expect(codewaarde(code, tabel)).toEqual({ code, omschrijving });
  expect(codewaardeOfNull(code, tabel)).toEqual({ code, omschrijving });
});

it('a code that is absent is null', () => {
  expect(codewaardeOfNull(undefined, tabel)).toBeNull();
});
