/** What holds for every rule, whatever the partners know or leave out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bronuitkomst } from '../../kit/index.ts';
import { bepaalSignalen, type SignalenInvoer } from './index.ts';
import { bron } from './proefinvoer.ts';
import { regels } from './register.ts';

const vandaag = '2026-03-18';
const datum = fc.option(
  fc.constantFrom(
    ...['2019-05-01', '2024-02-29', '2025-03-17', '2025-03-18', '2025-09-18', '2025-12-18', '2026-01-21'],
    ...['2026-03-04', '2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2027-01-01', '9999-12-31'],
    ...['2025-03-XX', '2026-03-XX', '2025-XX-XX', '2026-XX-XX', 'XXXX-XX-XX', 'XXXX-03-17'],
  ),
);
const dag = fc.option(fc.constantFrom('2025-06-01', '2026-03-04', '2026-03-11', '2026-03-18', '2026-04-01'));
const code = (...codes: readonly string[]) =>
  fc.option(fc.constantFrom(...codes, '?').map((c) => ({ code: c })));
const vasteCode = (...codes: readonly string[]) => fc.constantFrom(...codes, '?').map((c) => ({ code: c }));
const lijst = <T>(element: fc.Arbitrary<T>) => fc.option(fc.array(element, { maxLength: 3 }));
const tijdvak = { begindatum: datum, einddatum: datum };
const percentage = fc.option(fc.constantFrom(0, 10, 20, 55, 80, 90));

const uitkomsten = [
  'NIET_GERECHTIGD',
  'BRON_NIET_BESCHIKBAAR',
  'FOUT',
] as const satisfies readonly Bronuitkomst[];

/** A whole answer: data, or the answer that there are none. */
function slice<T extends object>(naam: string, inhoud: fc.Arbitrary<T>) {
  return fc.oneof(
    { weight: 4, arbitrary: inhoud.map((i) => ({ ...i, bron: bron(naam) })) },
    {
      weight: 1,
      arbitrary: fc.constant({ bron: bron(naam, 'NIETS_GEVONDEN') } as T & { bron: ReturnType<typeof bron> }),
    },
  );
}

const contacten = fc.record({
  bron: fc.constant(bron('CRM')),
  edges: lijst(
    fc.record({
      node: fc.record({
        op: fc.option(
          fc.constantFrom('2026-02-14T22:59:59Z', '2026-03-18T09:00:00Z', '2026-05-01T09:00:00Z'),
        ),
        namens: code('WSP', 'UWV'),
      }),
    }),
  ),
});

const volledig: fc.Arbitrary<SignalenInvoer> = fc.record({
  klantdossier: slice(
    'KVS',
    fc.record({
      contactpersoon: fc.option(fc.constant({ naam: 'Ans' })),
      status: code('INTAKE', 'TRAJECT', 'GEREED_VOOR_UITSTROOM', 'NAZORG', 'ZORG'),
      trede: fc.option(fc.record({ trede: fc.integer({ min: 1, max: 6 }), vastgesteldOp: datum })),
      trajecten: lijst(
        fc.record({ soort: vasteCode('WORK_FIRST', 'TEGENPRESTATIE', 'SCHOLING'), ...tijdvak }),
      ),
      dienstverlening: lijst(
        fc.record({ soort: vasteCode('BASIS_DIGITAAL', 'INTENSIEF_PERSOONLIJK'), begindatum: datum }),
      ),
      werkaanbod: lijst(fc.record({ aangebodenOp: datum })),
      tegenprestatie: lijst(fc.record(tijdvak)),
      workFirst: fc.option(
        fc.record({
          aangemeldOp: datum,
          gestartOp: datum,
          aanHetWerkOp: datum,
          eersteContactKlantmanagerOp: datum,
          uitkeringsintakeGeplandOp: datum,
          beeindigdOp: datum,
        }),
      ),
      zelfredzaam: fc.option(fc.boolean()),
      aangemeldOp: datum,
      doelgroepcode: code('1', '2', '3', '4'),
      herbeoordelingOp: datum,
    }),
  ),
  bijstand: slice(
    'SUWI_BIJSTAND',
    fc.record({
      uitkeringen: lijst(
        fc.record({
          regeling: vasteCode('PW'),
          ...tijdvak,
          vrijstellingArbeidsplicht: fc.option(fc.record({ einddatum: datum })),
        }),
      ),
      aanvragen: lijst(fc.record({ datum, regeling: vasteCode('PW'), beslissing: code('01') })),
    }),
  ),
  reintegratie: slice(
    'SUWI_REINTEGRATIE',
    fc.record({ voorzieningen: lijst(fc.record({ begindatum: datum, loonwaardePercentage: percentage })) }),
  ),
  werknemersverzekeringen: slice(
    'SUWINET_WERKNEMERSVERZEKERINGEN',
    fc.record({ uitkeringen: lijst(fc.record({ regeling: vasteCode('WW'), ...tijdvak })) }),
  ),
  inkomen: slice(
    'SUWINET_INKOMSTEN',
    fc.record({
      inkomstenverhoudingen: lijst(
        fc.record({ soort: code('15', '33', '43', '22'), ...tijdvak, werkgevernaam: fc.constant(null) }),
      ),
    }),
  ),
  werkzoekende: slice(
    'SUWINET_WERKZOEKENDE',
    fc.record({ inschrijving: fc.option(fc.record({ begindatum: datum })) }),
  ),
  loonwaarde: slice(
    'SW_ADMINISTRATIE',
    fc.record({ metingen: lijst(fc.record({ vastgesteldOp: datum, loonwaardePercentage: percentage })) }),
  ),
  plaatsingen: slice(
    'SW_ADMINISTRATIE',
    fc.record({
      plaatsingen: lijst(
        fc.record({ ...tijdvak, werkgever: fc.option(fc.constant({ kvkNummer: '90000001' })) }),
      ),
    }),
  ),
  wachtlijst: slice('SW_WACHTLIJST', fc.record({ plaats: fc.option(fc.nat()), aangemeldOp: datum })),
  bemiddeling: slice(
    'CRM',
    fc.record({
      voorstellen: lijst(
        fc.record({
          voorgesteldOp: dag,
          status: fc.option(fc.constantFrom('VOORGESTELD', 'AFGEWEZEN', 'GEPLAATST')),
          plaatsingsafspraken: fc.option(
            fc.record({
              bron: fc.constant(bron('CRM')),
              afspraken: lijst(fc.record({ begindatum: dag })),
            }),
          ),
          vacature: fc.option(
            fc.record({
              gegevens: fc.record({
                bron: fc.constant(bron('CRM')),
                werkgever: fc.option(
                  fc.record({
                    kvkNummer: fc.constant('90000001'),
                    relatie: fc.record({
                      bron: fc.constant(bron('CRM')),
                      laatsteContactmomenten: fc.option(contacten),
                    }),
                  }),
                ),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
});

type Naam = keyof SignalenInvoer;
const bronVan: Readonly<Record<Naam, string>> = {
  klantdossier: 'KVS',
  bijstand: 'SUWI_BIJSTAND',
  reintegratie: 'SUWI_REINTEGRATIE',
  werknemersverzekeringen: 'SUWINET_WERKNEMERSVERZEKERINGEN',
  inkomen: 'SUWINET_INKOMSTEN',
  werkzoekende: 'SUWINET_WERKZOEKENDE',
  loonwaarde: 'SW_ADMINISTRATIE',
  plaatsingen: 'SW_ADMINISTRATIE',
  wachtlijst: 'SW_WACHTLIJST',
  bemiddeling: 'CRM',
};
const slicenamen = Object.keys(bronVan) as readonly Naam[];

/** The same facts with these slices silent, each in its own way: the subgraph away, or a source that failed. */
function metStilte(invoer: SignalenInvoer, stil: readonly Naam[], hoe: number): SignalenInvoer {
  const zwijgend = stil.map((naam, i) => {
    const uitkomst = uitkomsten[(hoe + i) % (uitkomsten.length + 1)];
    return [naam, uitkomst === undefined ? null : { bron: bron(bronVan[naam], uitkomst) }];
  });
  return { ...invoer, ...Object.fromEntries(zwijgend) } as SignalenInvoer;
}

const stilte = fc.subarray([...slicenamen]);

describe.each(Object.entries(regels))('rule %s', (naam, regel) => {
  it('says something, and never throws', () => {
    fc.assert(
      fc.property(volledig, stilte, fc.nat(9), (invoer, stil, hoe) => {
        const oordelen = regel(metStilte(invoer, stil, hoe), vandaag);
        expect(oordelen.length).toBeGreaterThan(0);
        expect(oordelen.every((o) => o.regel === naam)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('finds no occasion only when no answer of a silent source could give one', () => {
    fc.assert(
      fc.property(volledig, stilte, fc.nat(9), (invoer, stil, hoe) => {
        const oordelen = regel(metStilte(invoer, stil, hoe), vandaag);
        fc.pre(oordelen.some(({ stand }) => stand === 'GEEN'));
        expect(oordelen.length).toBe(1);
        expect(regel(invoer, vandaag)).toEqual(oordelen);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a reason when it cannot tell', () => {
    fc.assert(
      fc.property(volledig, stilte, fc.nat(9), (invoer, stil, hoe) => {
        for (const oordeel of regel(metStilte(invoer, stil, hoe), vandaag)) {
          if (oordeel.stand !== 'NIET_TE_BEPALEN') continue;
          expect(oordeel.zwijgend.length + oordeel.ontbrekend.length).toBeGreaterThan(0);
          const bronnenStil = stil.map((s): string => bronVan[s]);
          expect(oordeel.zwijgend.filter((b) => b !== 'CRM' && !bronnenStil.includes(b))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('can tell nothing when no source answers', () => {
    expect(regel({}, vandaag).map(({ stand }) => stand)).not.toContain('GEEN');
  });
});

it('every rule is told of once at least, in one of three lists', () => {
  fc.assert(
    fc.property(volledig, stilte, fc.nat(9), (invoer, stil, hoe) => {
      const overzicht = bepaalSignalen(metStilte(invoer, stil, hoe), () => new Date(`${vandaag}T12:00:00Z`));
      const verteld = [
        ...overzicht.signalen.map(({ regel }) => regel),
        ...overzicht.nietTeBepalen.map(({ regel }) => regel),
        ...overzicht.geenAanleiding,
      ];
      expect([...new Set(verteld)].sort()).toEqual(Object.keys(regels).sort());
      expect(
        overzicht.geenAanleiding.filter((r) => overzicht.signalen.some(({ regel }) => regel === r)),
      ).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
