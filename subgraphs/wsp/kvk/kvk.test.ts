import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { leesJsonBericht } from '../../../test/golden/gevallen.ts';
import { mapBasisprofiel } from './map.ts';
import { basisprofiel } from './messages.ts';

const goed = z
  .looseObject({})
  .parse(leesJsonBericht(new URL('./fixtures/basisprofiel/', import.meta.url), 'besloten-vennootschap'));

describe('the RSIN of an owner', () => {
  const rsinVan = (eigenaar: object) =>
    mapBasisprofiel(basisprofiel.parse({ ...goed, _embedded: { eigenaar } })).rsin;
  const rsin = '808080808';

  test.each(['BeslotenVennootschap', 'Stichting', 'Vennootschap onder firma'])(
    'is that of a legal person or a partnership: %s',
    (rechtsvorm) => {
      expect(rsinVan({ rechtsvorm, rsin })).toBe(rsin);
    },
  );
  test('is never that of a sole trader, whatever stands there, nor of who is not said', () => {
    for (const nummer of [rsin, '999900006']) {
      expect(rsinVan({ rechtsvorm: 'Eenmanszaak', rsin: nummer })).toBeNull();
      expect(
        rsinVan({ rechtsvorm: 'Onderneming', uitgebreideRechtsvorm: 'Eenmanszaak', rsin: nummer }),
      ).toBeNull();
      expect(rsinVan({ rsin: nummer })).toBeNull();
    }
  });
  test('is not given for a legal form that is not known to have one', () => {
    for (const rechtsvorm of ['Onderneming', 'Natuurlijk persoon', 'Onbekend', '']) {
      expect(rsinVan({ rechtsvorm, rsin })).toBeNull();
    }
  });
  test('may pass the eleven-test, as real ones do: the legal form decides, not the number', () => {
    expect(rsinVan({ rechtsvorm: 'Stichting', rsin: '000000012' })).toBe('000000012');
  });
  test.each([['80808080'], ['8080808080'], ['000000000'], [808080808], [null], [undefined]])(
    'is absent when it is no nine digits, and the rest is read: %j',
    (nummer) => {
      expect(rsinVan({ rechtsvorm: 'Stichting', rsin: nummer })).toBeNull();
    },
  );
});

describe('a profile of another shape is not read', () => {
  test.each([
    ['a KvK number as a number', { kvkNummer: 1234567 }],
    ['a date that does not exist', { formeleRegistratiedatum: '20231332' }],
    ['a date with dashes', { formeleRegistratiedatum: '2023-01-01' }],
    [
      'an indicator that is neither Ja nor Nee',
      { sbiActiviteiten: [{ sbiCode: '1', indHoofdactiviteit: 'J' }] },
    ],
    ['people as text', { totaalWerkzamePersonen: '12' }],
  ])('%s', (_, anders) => {
    expect(basisprofiel.safeParse({ ...goed, ...anders }).success).toBe(false);
  });
});
