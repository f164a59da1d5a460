import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraafFout } from '../../kit/index.ts';
import { leesCursor, maakCursor } from './cursor.ts';
import { bron, now } from './gevallen/index.ts';
import { maakTijdlijn, type TijdlijnInvoer } from './index.ts';

const invoer: TijdlijnInvoer = {
  bijstand: {
    bron: bron('SUWI_BIJSTAND'),
    uitkeringen: [
      {
        regeling: { code: 'PW', omschrijving: 'Participatiewet' },
        begindatum: '2024-XX-XX',
        einddatum: null,
        maatregelen: [],
      },
    ],
    aanvragen: [
      {
        datum: '2023-12-01',
        regeling: { code: 'PW' },
        beslissing: { code: '01' },
        beslissingsdatum: '2023-12-20',
      },
      { datum: null, regeling: { code: 'IOAW' }, beslissing: null },
    ],
  },
  reintegratie: {
    bron: bron('SUWI_REINTEGRATIE'),
    voorzieningen: [
      { soort: { code: '30' }, omschrijving: 'Jobcoach', begindatum: '2025-01-01', einddatum: '2025-06-30' },
    ],
  },
  klantdossier: {
    bron: bron('KVS'),
    treden: [{ trede: 3, omschrijving: 'Deelname', vastgesteldOp: '2025-01-XX' }],
    trajecten: [
      {
        soort: { code: 'SCHOLING', omschrijving: 'Scholing' },
        doel: 'Diploma',
        begindatum: '2024-12-31',
        einddatum: null,
      },
    ],
    afspraken: [
      { begin: '2026-04-01T08:00:00Z', onderwerp: 'Voortgang' },
      { begin: '2026-04-01T12:00:00Z', onderwerp: null },
    ],
    contactmomenten: [{ op: '2025-12-31T23:30:00Z', kanaal: 'telefoon', onderwerp: null }],
  },
  werknemersverzekeringen: { bron: bron('SUWINET_WERKNEMERSVERZEKERINGEN', 'NIETS_GEVONDEN') },
  uwvAanvragen: { bron: bron('SUWINET_AANVRAAGSTATUS', 'BRON_NIET_BESCHIKBAAR') },
  bemiddeling: {
    bron: bron('CRM'),
    voorstellen: [
      {
        voorgesteldOp: '2025-01-01',
        status: 'GESPREK',
        vacature: { gegevens: { bron: bron('CRM'), titel: 'Kok' } },
        plaatsingsafspraken: { bron: bron('CRM', 'NIETS_GEVONDEN') },
      },
    ],
  },
};

describe('the time line', () => {
  it('is one order over all partners, the latest first, partial dates at their earliest day, no date last', () => {
    const { edges } = maakTijdlijn(invoer, {}, now);
    expect(edges.map(({ node: n }) => [n.datum, n.soort, n.moment, n.omschrijving, n.bron])).toEqual([
      ['2026-04-01', 'AFSPRAAK', 'OP', 'Afspraak', 'KVS'],
      ['2026-04-01', 'AFSPRAAK', 'OP', 'Voortgang', 'KVS'],
      ['2026-01-01', 'CONTACT', 'OP', 'telefoon', 'KVS'],
      ['2025-06-30', 'VOORZIENING', 'EINDE', 'Jobcoach', 'SUWI_REINTEGRATIE'],
      ['2025-01-XX', 'TREDE', 'OP', 'Trede 3: Deelname', 'KVS'],
      ['2025-01-01', 'VOORSTEL', 'OP', 'Kok: GESPREK', 'CRM'],
      ['2025-01-01', 'VOORZIENING', 'BEGIN', 'Jobcoach', 'SUWI_REINTEGRATIE'],
      ['2024-12-31', 'TRAJECT', 'BEGIN', 'Scholing: Diploma', 'KVS'],
      ['2024-XX-XX', 'UITKERING', 'BEGIN', 'Participatiewet', 'SUWI_BIJSTAND'],
      ['2023-12-20', 'BESLISSING', 'OP', 'PW: 01', 'SUWI_BIJSTAND'],
      ['2023-12-01', 'AANVRAAG', 'OP', 'PW', 'SUWI_BIJSTAND'],
      [null, 'AANVRAAG', 'OP', 'IOAW', 'SUWI_BIJSTAND'],
    ]);
  });

  it('lists every source, also the silent ones', () => {
    const { volledig, bronnen } = maakTijdlijn(invoer, {}, now);
    expect(volledig).toBe(false);
    expect(bronnen.map((b) => [b.bron, b.uitkomst])).toEqual([
      ['SUWI_BIJSTAND', 'GEVONDEN'],
      ['SUWI_REINTEGRATIE', 'GEVONDEN'],
      ['KVS', 'GEVONDEN'],
      ['SUWINET_WERKNEMERSVERZEKERINGEN', 'NIETS_GEVONDEN'],
      ['SUWINET_AANVRAAGSTATUS', 'BRON_NIET_BESCHIKBAAR'],
      ['SUWINET_INKOMSTEN', 'BRON_NIET_BESCHIKBAAR'],
      ['SUWINET_WERKZOEKENDE', 'BRON_NIET_BESCHIKBAAR'],
      ['SUWINET_DOELGROEPREGISTER', 'BRON_NIET_BESCHIKBAAR'],
      ['UWV_INDICATIES', 'BRON_NIET_BESCHIKBAAR'],
      ['SW_ADMINISTRATIE', 'BRON_NIET_BESCHIKBAAR'],
      ['SW_WACHTLIJST', 'BRON_NIET_BESCHIKBAAR'],
      ['CRM', 'GEVONDEN'],
    ]);
  });

  it('has no events and no positions when nothing is known', () => {
    const { edges, pageInfo } = maakTijdlijn({}, {}, now);
    expect([edges, pageInfo]).toEqual([
      [],
      { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    ]);
  });

  it.each([0, -1, 101, 1.5])('refuses a page of %d', (first) => {
    expect(() => maakTijdlijn(invoer, { first }, now)).toThrow(GraafFout);
  });
});

const datum = fc.constantFrom('2024-05-01', '2024-05-XX', '2024-XX-XX', 'XXXX-XX-XX', '2026-12-31', null);
const dag = fc.constantFrom('2024-05-01', '2026-12-31', null);
const tijdstip = fc.constantFrom('2024-05-01T08:00:00Z', '2024-04-30T22:30:00Z', '2026-12-31T12:00:00Z');
const naam = fc.constantFrom<string[]>('x', 'y');
/** Things of every form a source has them in: periods, days, moments, deadlines; of several partners. */
const feiten = fc.record({
  trajecten: fc.array(
    fc.record({ soort: fc.constant({ code: 'A' }), doel: naam, begindatum: datum, einddatum: datum }),
    { maxLength: 15 },
  ),
  contactmomenten: fc.array(fc.record({ op: tijdstip, onderwerp: naam }), { maxLength: 10 }),
  overeenkomsten: fc.array(
    fc.record({
      omschrijving: naam,
      gemaaktOp: dag,
      uiterlijk: dag,
      nagekomen: fc.constantFrom(true, false, null),
    }),
    { maxLength: 10 },
  ),
  doelen: fc.array(
    fc.record({ omschrijving: naam, begindatum: datum, streefdatum: datum, behaaldOp: datum }),
    { maxLength: 10 },
  ),
});
type Feiten = typeof feiten extends fc.Arbitrary<infer F> ? F : never;
const met = ({ doelen, ...dossier }: Feiten): TijdlijnInvoer => ({
  klantdossier: { bron: bron('KVS'), ...dossier },
  ontwikkelplan: { bron: bron('SW_ADMINISTRATIE'), doelen },
});
const alles = (invoer: TijdlijnInvoer) =>
  doorloop((after) => maakTijdlijn(invoer, { first: 100, after }, now));

/** The events of all pages, one after the other. */
function doorloop(haal: (after: string | null) => ReturnType<typeof maakTijdlijn>): readonly string[] {
  const gezien: string[] = [];
  let after: string | null = null;
  do {
    const pagina: ReturnType<typeof maakTijdlijn> = haal(after);
    gezien.push(...pagina.edges.map(({ cursor }) => cursor));
    after = pagina.pageInfo.hasNextPage ? pagina.pageInfo.endCursor : null;
  } while (after !== null);
  return gezien;
}

describe('cursors', () => {
  it('give back the position they were made of', () => {
    const positie = fc.tuple(
      fc.constantFrom('', '2026-01-01', '0001-01-01', '2026-01-01T000001767225600'),
      fc.stringMatching(/^[A-Z_]{1,80}$/),
      fc.stringMatching(/^[0-9a-f]{24}\.\d{4}$/),
    );
    fc.assert(
      fc.property(positie, (plek) => {
        expect(leesCursor(maakCursor(plek))).toEqual(plek);
      }),
    );
  });

  it('that are none are refused, without being repeated', () => {
    const base64url = (tekst: string) => Buffer.from(tekst).toString('base64url');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(base64url)), (tekst) => {
        expect(() => maakTijdlijn(invoer, { after: tekst }, now)).toThrow(
          new GraafFout('ONGELDIGE_INVOER', 'after is geen positie van deze lijst.'),
        );
      }),
    );
  });

  it.each([
    ['of another list', ['vacature', '2026-01-01', 'TREDE', `${'a'.repeat(24)}.0000`]],
    ['with a part too many', ['tijdlijn', '2026-01-01', 'TREDE', `${'a'.repeat(24)}.0000`, '']],
    ['with a day that is none', ['tijdlijn', 'gisteren', 'TREDE', `${'a'.repeat(24)}.0000`]],
  ])('%s are refused', (_wat, inhoud) => {
    expect(() => leesCursor(Buffer.from(JSON.stringify(inhoud)).toString('base64url'))).toThrow(GraafFout);
  });

  it('hold nothing of what they point at', () => {
    for (const { cursor } of maakTijdlijn(invoer, {}, now).edges) {
      expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/Jobcoach|Kok|Voortgang|telefoon/);
    }
  });

  it('walk all pages of any size: every event once, in the order of the whole', () => {
    fc.assert(
      fc.property(feiten, fc.integer({ min: 1, max: 7 }), (feit, first) => {
        const heel = alles(met(feit));
        expect(doorloop((after) => maakTijdlijn(met(feit), { first, after }, now))).toEqual(heel);
        expect(new Set(heel).size).toBe(heel.length);
      }),
    );
  });

  it('walk every event that was there all along once, also when others come and go on the way', () => {
    fc.assert(
      fc.property(feiten, feiten, fc.integer({ min: 1, max: 7 }), (vast, erbij, first) => {
        const apart = erbij.trajecten.map((traject) => ({ ...traject, doel: 'erbij' }));
        const ook = erbij.doelen.map((doel) => ({ ...doel, omschrijving: 'erbij' }));
        const meer = {
          ...vast,
          trajecten: [...apart, ...vast.trajecten],
          doelen: [...ook, ...vast.doelen],
        };
        const vaste = alles(met(vast));
        let beurt = 0;
        const gezien = doorloop((after) => {
          beurt += 1;
          return maakTijdlijn(met(beurt % 2 === 0 ? meer : vast), { first, after }, now);
        });
        expect(new Set(gezien).size).toBe(gezien.length);
        expect(gezien.filter((cursor) => vaste.includes(cursor))).toEqual(vaste);
      }),
    );
  });

  it('do not depend on the order in which a source lists its events', () => {
    fc.assert(
      fc.property(feiten, (feit) => {
        const omgekeerd = {
          trajecten: feit.trajecten.toReversed(),
          contactmomenten: feit.contactmomenten.toReversed(),
          overeenkomsten: feit.overeenkomsten.toReversed(),
          doelen: feit.doelen.toReversed(),
        };
        expect(alles(met(omgekeerd))).toEqual(alles(met(feit)));
      }),
    );
  });
});
