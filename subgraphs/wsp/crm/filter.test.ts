import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allemaal, bevat, isEenVan, tekstLiteral } from './filter.ts';
import { odataPad } from './odata.ts';
import { leesFilter } from './stub-filter.ts';

type Rij = Readonly<Record<string, string>>;
const kolom = (rij: Rij, pad: string): string => rij[pad] ?? '';

/** Any text, and text made of what a filter is made of. */
const vijandig = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        "''",
        ' or ',
        ' eq ',
        '(',
        ')',
        ',',
        '[',
        ']',
        '%',
        '_',
        '\\',
        '%27',
        '&$top=1',
        'null',
      ),
    )
    .map((delen) => delen.join('')),
);

describe('a value never leaves its quotes', () => {
  test('in a literal: the quotes close where the value ends, and nowhere before', () => {
    fc.assert(
      fc.property(vijandig, (waarde) => {
        expect(tekstLiteral(waarde)).toMatch(/^'(?:[^']|'')*'$/);
      }),
    );
  });

  test('in a comparison: only the row that has that very value is found', () => {
    fc.assert(
      fc.property(vijandig, vijandig, (waarde, andere) => {
        const filter = leesFilter<Rij>(`name eq ${tekstLiteral(waarde)} and soort eq 'x'`, kolom);
        expect(filter({ name: welgevormd(waarde), soort: 'x' })).toBe(true);
        expect(filter({ name: welgevormd(waarde), soort: 'y' })).toBe(false);
        const gelijk = welgevormd(andere).toLowerCase() === welgevormd(waarde).toLowerCase();
        expect(filter({ name: welgevormd(andere), soort: 'x' })).toBe(gelijk);
      }),
    );
  });

  test('in a condition for many keys: each value is one value', () => {
    fc.assert(
      fc.property(fc.array(vijandig, { minLength: 1, maxLength: 5 }), (waarden) => {
        const filter = leesFilter<Rij>(isEenVan('name', waarden), kolom);
        for (const waarde of waarden) expect(filter({ name: welgevormd(waarde) })).toBe(true);
        expect(filter({ name: waarden.map(welgevormd).join("','") })).toBe(waarden.length === 1);
      }),
    );
  });

  test('in a URL: the filter comes out as it went in, and there is no other option', () => {
    fc.assert(
      fc.property(vijandig, (waarde) => {
        const filter = bevat('name', waarde);
        const url = new URL(
          odataPad({ entityset: 'accounts', select: 'name', filter, orderby: 'name' }),
          'http://crm',
        );
        expect([...url.searchParams]).toEqual([
          ['$select', 'name'],
          ['$filter', filter],
          ['$orderby', 'name'],
        ]);
      }),
    );
  });
});

describe('a search for part of a name', () => {
  test('finds the text itself, whatever is around it', () => {
    fc.assert(
      fc.property(vijandig, vijandig, vijandig, (voor, term, na) => {
        const filter = leesFilter<Rij>(bevat('name', term), kolom);
        expect(filter({ name: voor + welgevormd(term) + na })).toBe(true);
      }),
    );
  });

  test.each([
    ['100%', '100% Groen', true],
    ['100%', '1000 Bloemen', false],
    ['a_b', 'a_b', true],
    ['a_b', 'axb', false],
    ['[a-z]', 'x', false],
    ['[a-z]', 'de [a-z] winkel', true],
    ['KWEKERIJ', 'kwekerij de proef', true],
  ])('%s in %s: %s', (term, name, gevonden) => {
    expect(leesFilter<Rij>(bevat('name', term), kolom)({ name })).toBe(gevonden);
  });
});

test('conditions that are absent leave no trace', () => {
  expect(allemaal([undefined, 'a eq 1', undefined, 'b eq 2'])).toBe('a eq 1 and b eq 2');
  expect(allemaal([undefined])).toBeUndefined();
});

/** What a URL makes of text that is not well-formed UTF-16. */
function welgevormd(tekst: string): string {
  return Buffer.from(tekst, 'utf8').toString('utf8');
}
