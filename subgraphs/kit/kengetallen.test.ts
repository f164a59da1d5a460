import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestandPerGemeente,
  cijfersPerRegeling,
  kleinAantal,
  leesVerantwoordingsperiode,
  type Stroomregel,
  tellingen,
  tellingenVanPersonen,
  telSamen,
  telStromen,
} from './kengetallen.ts';

describe('the period of a report', () => {
  it.each([
    ['one day', { van: '2026-11-01', tot: '2026-11-01' }],
    ['five years less a day', { van: '2021-11-02', tot: '2026-11-01' }],
    ['five years from a leap day', { van: '2020-02-29', tot: '2025-02-28' }],
  ])('%s', (_wat, periode) => {
    expect(leesVerantwoordingsperiode(periode)).toEqual(periode);
  });

  it.each([
    ['five years and a day', { van: '2021-11-01', tot: '2026-11-01' }],
    ['the end before the begin', { van: '2026-11-02', tot: '2026-11-01' }],
    ['a day that does not exist', { van: '2026-02-29', tot: '2026-03-01' }],
    ['a partial date', { van: '2026-XX-XX', tot: '2026-11-01' }],
    ['no date', { van: '', tot: '2026-11-01' }],
  ])('not %s', (_wat, periode) => {
    expect(() => leesVerantwoordingsperiode(periode)).toThrow(
      expect.objectContaining({ extensions: { code: 'ONGELDIGE_INVOER' } }),
    );
  });
});

const regel = (code: string, gemeente: string | null, getallen: Partial<Stroomregel> = {}): Stroomregel => ({
  regeling: { code, omschrijving: null },
  gemeente: gemeente === null ? null : { code: gemeente, omschrijving: null },
  instroom: 0,
  uitstroom: 0,
  bestand: 0,
  dagenBeeindigd: 0,
  ...getallen,
});

describe('flows', () => {
  it('are added up, with the average of all that ended', () => {
    const regels = [
      regel('PW', '0361', { instroom: 3, uitstroom: 5, bestand: 10, dagenBeeindigd: 100 }),
      regel('PW', '0399', { instroom: 4, uitstroom: 3, bestand: 20, dagenBeeindigd: 68 }),
    ];
    const cijfers = { instroom: 7, uitstroom: 8, bestand: 30, doorlooptijdDagen: 21 };
    expect(telStromen(regels)).toEqual(cijfers);
    expect(cijfersPerRegeling(regels)).toEqual([{ regeling: { code: 'PW', omschrijving: null }, cijfers }]);
  });

  it('that a source does not count are no zeros', () => {
    expect(telStromen([])).toBeNull();
    expect(telStromen([regel('W', '0361', { uitstroom: null, bestand: 2 })])).toEqual({
      instroom: 0,
      uitstroom: null,
      bestand: 2,
      doorlooptijdDagen: null,
    });
  });

  it('give no average from which the length of a few cases could be worked out', () => {
    const veel = regel('WSW', '0361', { uitstroom: 6, dagenBeeindigd: 600 });
    expect(telStromen([veel])?.doorlooptijdDagen).toBe(100);
    expect(telStromen([veel, regel('BW', '0361', { uitstroom: 1, dagenBeeindigd: 9 })])).toMatchObject({
      uitstroom: 7,
      doorlooptijdDagen: null,
    });
  });

  it('by municipality are one line each; those of nowhere are in the totals only', () => {
    const regels = [
      regel('PW', '0399', { bestand: 1 }),
      regel('PW', '0361', { bestand: 2 }),
      regel('PW', '0361', { bestand: 3 }),
      regel('PW', null, { bestand: 4 }),
    ];
    const regeling = { code: 'PW', omschrijving: null };
    expect(bestandPerGemeente(regels)).toEqual([
      { gemeente: { code: '0361', omschrijving: null }, regeling, bestand: 5 },
      { gemeente: { code: '0399', omschrijving: null }, regeling, bestand: 1 },
    ]);
    expect(telStromen(regels)?.bestand).toBe(10);
  });
});

describe('breakdowns', () => {
  const rijen = fc
    .array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 })
    .map((aantallen) => aantallen.map((aantal, i) => ({ code: String(i), aantal })));

  it('of persons show no count of one to four, and none that the total would give away', () => {
    fc.assert(
      fc.property(rijen, (lijst) => {
        const regels = tellingenVanPersonen(lijst);
        const getoond = regels.flatMap(({ aantal }) => (aantal === null ? [] : [aantal]));
        expect(getoond.every((aantal) => aantal === 0 || aantal >= kleinAantal)).toBe(true);
        const verborgen = lijst.filter((_, i) => regels[i]?.onderdrukt === true);
        const som = verborgen.reduce((totaal, { aantal }) => totaal + aantal, 0);
        const genoeg = verborgen.length > 1 && som >= kleinAantal;
        // Either nothing is hidden, or enough of it, or all there is.
        expect(verborgen.length === 0 || genoeg || verborgen.length === lijst.length).toBe(true);
      }),
    );
  });

  it('are the same however a category is cut into parts, and in whatever order the parts come', () => {
    const delen = fc.array(fc.record({ code: fc.constantFrom('a', 'b', 'c'), aantal: fc.nat(6) }), {
      maxLength: 12,
    });
    const gehusseld = delen.chain((lijst) =>
      fc.tuple(fc.constant(lijst), fc.shuffledSubarray(lijst, { minLength: lijst.length })),
    );
    const opCode = (lijst: readonly { readonly code: { readonly code: string } }[]) =>
      lijst.toSorted((a, b) => a.code.code.localeCompare(b.code.code));
    fc.assert(
      fc.property(gehusseld, ([lijst, anders]) => {
        const codes = [...new Set(lijst.map(({ code }) => code))];
        const heel = codes.map((code) => ({
          code,
          aantal: lijst.reduce((som, deel) => som + (deel.code === code ? deel.aantal : 0), 0),
        }));
        for (const tel of [tellingen, tellingenVanPersonen]) {
          expect(tel(lijst)).toEqual(tel(heel));
          expect(opCode(tel(anders))).toEqual(opCode(tel(heel)));
        }
      }),
    );
  });

  it('show every count that needs no hiding', () => {
    const lijst = [
      { code: 'a', aantal: 0 },
      { code: 'b', aantal: 5 },
    ];
    expect(tellingenVanPersonen(lijst).map(({ aantal }) => aantal)).toEqual([0, 5]);
  });

  it('count a category once, whoever counted parts of it: together they may be many', () => {
    const delen = [
      { code: 'a', aantal: 3 },
      { code: 'b', aantal: 9 },
      { code: 'a', aantal: 4 },
    ];
    const samen = [
      { code: { code: 'a', omschrijving: null }, aantal: 7, onderdrukt: false },
      { code: { code: 'b', omschrijving: null }, aantal: 9, onderdrukt: false },
    ];
    expect(tellingenVanPersonen(delen)).toEqual(samen);
    expect(tellingen(delen)).toEqual(samen);
    expect([telSamen([3, 4]), telSamen([0]), telSamen([])]).toEqual([7, 0, null]);
  });

  it('of things show every count, with its meaning when that is known', () => {
    expect(tellingen([{ code: 'a', aantal: 1 }], { a: 'Appel' })).toEqual([
      { code: { code: 'a', omschrijving: 'Appel' }, aantal: 1, onderdrukt: false },
    ]);
  });
});
