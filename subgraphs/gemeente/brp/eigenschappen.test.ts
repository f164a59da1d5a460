import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDatumOnvolledig } from '../../kit/index.ts';
import { mapPersoon } from './map.ts';
import { brpPersoon } from './messages.ts';

const geboortedatum = (datum: object) =>
  mapPersoon(brpPersoon.parse({ burgerservicenummer: '999990019', geboorte: { datum } })).geboortedatum;

describe('a date of the BRP', () => {
  const jaar = fc.integer({ min: 1, max: 9_999 });
  const maand = fc.integer({ min: 1, max: 12 });
  const dag = fc.integer({ min: 1, max: 28 });
  const tekst = (getal: number, lengte: number) => String(getal).padStart(lengte, '0');

  it('has the parts that its kind has, and no others', () => {
    fc.assert(
      fc.property(jaar, maand, dag, (j, m, d) => {
        const [jjjj, mm, dd] = [tekst(j, 4), tekst(m, 2), tekst(d, 2)];
        const gelezen = [
          { type: 'Datum', datum: `${jjjj}-${mm}-${dd}` },
          { type: 'JaarMaandDatum', jaar: j, maand: m },
          { type: 'JaarDatum', jaar: j },
          { type: 'DatumOnbekend', onbekend: true },
        ].map(geboortedatum);
        expect(gelezen).toEqual([`${jjjj}-${mm}-${dd}`, `${jjjj}-${mm}-XX`, `${jjjj}-XX-XX`, 'XXXX-XX-XX']);
        expect(gelezen.every((datum) => isDatumOnvolledig(datum ?? ''))).toBe(true);
      }),
    );
  });

  it('that no calendar has is not read', () => {
    const nergens = fc.oneof(
      fc
        .integer()
        .filter((n) => n < 1 || n > 12)
        .map((n) => ({ type: 'JaarMaandDatum', jaar: 2000, maand: n })),
      fc
        .integer()
        .filter((n) => n < 1 || n > 9_999)
        .map((n) => ({ type: 'JaarDatum', jaar: n })),
      fc
        .string()
        .filter((t) => !/^\d{4}-\d{2}-\d{2}$/.test(t))
        .map((t) => ({ type: 'Datum', datum: t })),
      fc.constantFrom('2023-02-29', '2023-04-31', '2023-13-01', '2023-00-01', '2023-01-00').map((t) => ({
        type: 'Datum',
        datum: t,
      })),
    );
    fc.assert(
      fc.property(nergens, (datum) => {
        const persoon = { burgerservicenummer: '999990019', geboorte: { datum } };
        expect(brpPersoon.safeParse(persoon).success).toBe(false);
      }),
    );
  });
});
