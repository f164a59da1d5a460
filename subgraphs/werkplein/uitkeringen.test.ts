import { describe, expect, it } from 'vitest';
import { type Bronuitkomst, type Bronvermelding, meldingVan } from '../kit/index.ts';
import { bepaalUitkeringen, type UitkeringenInvoer } from './uitkeringen.ts';

const geraadpleegdOp = '2025-03-03T08:00:00.000Z';
const now = () => new Date(geraadpleegdOp);
const bron = (naam: string, uitkomst: Bronuitkomst = 'GEVONDEN'): Bronvermelding => ({
  bron: naam,
  uitkomst,
  geraadpleegdOp,
  actueelPer: null,
  melding: null,
});
const namen = ['SUWI_BIJSTAND', 'SUWINET_WERKNEMERSVERZEKERINGEN', 'SUWINET_INKOMSTEN'] as const;
const [BIJSTAND, UWV, INKOMSTEN] = namen;

type Dagen = readonly [string | null, string | null];
const pw = { code: '80', omschrijving: 'Participatiewet' };
const ww = { code: '19', omschrijving: 'WW' };
const loon = { code: '15', omschrijving: 'Loon' };
const uitkeringen = (regeling: typeof pw, perioden: readonly Dagen[]) =>
  perioden.map(([begindatum, einddatum]) => ({ regeling, begindatum, einddatum }));

/** All three sources answer: social assistance, benefits of UWV, and wages over these periods. */
const invoer = (bijstand: readonly Dagen[], uwv: readonly Dagen[] = [], lonen: readonly Dagen[] = []): UitkeringenInvoer => ({
  bijstand: { bron: bron(BIJSTAND), uitkeringen: uitkeringen(pw, bijstand) },
  werknemersverzekeringen: { bron: bron(UWV), uitkeringen: uitkeringen(ww, uwv) },
  inkomen: {
    bron: bron(INKOMSTEN),
    inkomstenverhoudingen: lonen.map(([begindatum, einddatum]) => ({
      soort: loon,
      begindatum,
      einddatum,
      werkgevernaam: 'Kwekerij De Kas',
    })),
  },
});

describe('the list of benefits', () => {
  it('is one over municipality and UWV: latest beginning first, unknown last, then payer and law', () => {
    const { uitkeringen: lijst } = bepaalUitkeringen(
      invoer(
        [['2020-01-01', null], [null, null], ['XXXX-XX-XX', '2001-01-01']],
        [['2021-XX-XX', null], ['2020-01-01', '2020-06-30'], ['2021-01-02', null]],
      ),
      now,
    );
    expect(lijst.map((u) => [u.verstrekker, u.regeling.code, u.begindatum, u.einddatum])).toEqual([
      ['UWV', '19', '2021-01-02', null],
      ['UWV', '19', '2021-XX-XX', null],
      ['GEMEENTE', '80', '2020-01-01', null],
      ['UWV', '19', '2020-01-01', '2020-06-30'],
      ['GEMEENTE', '80', 'XXXX-XX-XX', '2001-01-01'],
      ['GEMEENTE', '80', null, null],
    ]);
  });

  it('keeps dates that were not sent as not known', () => {
    const regeling = { code: '80' };
    const { uitkeringen: lijst } = bepaalUitkeringen({ bijstand: { bron: bron(BIJSTAND), uitkeringen: [{ regeling }] } }, now);
    expect(lijst).toEqual([{ verstrekker: 'GEMEENTE', regeling, begindatum: null, einddatum: null }]);
  });
});

describe('rule SAMEN: social assistance beside another benefit', () => {
  it.each<[string, Dagen, Dagen, string | undefined]>([
    ['both running', ['2020-01-01', null], ['2021-01-01', null], 'ZEKER'],
    ['one day in common', ['2020-01-01', '2020-06-30'], ['2020-06-30', null], 'ZEKER'],
    ['one after the other', ['2020-01-01', '2020-06-30'], ['2020-07-01', null], undefined],
    ['ended in a month in which the other began', ['2020-01-01', '2020-06-XX'], ['2020-06-15', null], 'MOGELIJK'],
    ['begun in a month that the other covers', ['2020-06-XX', null], ['2020-01-01', '2020-12-31'], 'ZEKER'],
    ['begun in the year that the other ended in', ['2020-XX-XX', null], ['2019-01-01', '2020-06-30'], 'MOGELIJK'],
    ['begun in the year after', ['2021-XX-XX', null], ['2019-01-01', '2020-12-31'], undefined],
    ['begun on an unknown day', ['XXXX-XX-XX', null], ['2019-01-01', null], 'MOGELIJK'],
    ['begin not known, ended before', [null, '2018-12-31'], ['2019-01-01', null], undefined],
    ['nothing known of one', ['2020-01-01', null], [null, null], 'MOGELIJK'],
  ])('%s', (_naam, bijstand, ander, zekerheid) => {
    const { samenloop } = bepaalUitkeringen(invoer([bijstand], [ander], [ander]), now);
    expect(samenloop.map((s) => s.zekerheid)).toEqual(zekerheid === undefined ? [] : [zekerheid, zekerheid]);
  });

  it('says of each what runs beside what, since when, and who pays the income', () => {
    const bijstand = { verstrekker: 'GEMEENTE', regeling: pw, begindatum: '2020-01-01', einddatum: null };
    expect(bepaalUitkeringen(invoer([['2020-01-01', null]], [['2021-01-01', null]], [['2019-01-01', '2020-01-XX']]), now).samenloop).toEqual([
      {
        soort: 'UITKERING',
        zekerheid: 'ZEKER',
        bijstand,
        naast: ww,
        werkgevernaam: null,
        begindatum: '2021-01-01',
        einddatum: null,
      },
      {
        soort: 'INKOMEN',
        zekerheid: 'ZEKER',
        bijstand,
        naast: loon,
        werkgevernaam: 'Kwekerij De Kas',
        begindatum: '2019-01-01',
        einddatum: '2020-01-XX',
      },
    ]);
  });

  it('two benefits of UWV do not concur under this rule, nor does income without assistance', () => {
    expect(bepaalUitkeringen(invoer([], [['2020-01-01', null], ['2020-01-01', null]], [['2020-01-01', null]]), now).samenloop).toEqual([]);
  });
});

describe('when the Polisadministratie lists benefits as income', () => {
  const polis = (code: string | undefined, uwv: UitkeringenInvoer['werknemersverzekeringen']) => {
    const soort = code === undefined ? null : { code, omschrijving: null };
    const { samenloop } = bepaalUitkeringen(
      {
        ...invoer([['2020-01-01', null]]),
        werknemersverzekeringen: uwv,
        inkomen: { bron: bron(INKOMSTEN), inkomstenverhoudingen: [{ soort, begindatum: '2020-01-01', einddatum: null }] },
      },
      now,
    );
    return samenloop.map((s) => [s.soort, s.naast?.code]);
  };
  const leeg = { bron: bron(UWV), uitkeringen: [] };
  const stil = { bron: bron(UWV, 'BRON_NIET_BESCHIKBAAR'), uitkeringen: null };

  it.each([
    ['the assistance itself does not run beside itself', '43', leeg, []],
    ["UWV's own slice speaks for a benefit of UWV", '31', leeg, []],
    ['unless that slice did not come', '31', stil, [['UITKERING', '31']]],
    ['or its subgraph was silent', '31', null, [['UITKERING', '31']]],
    ['a pension of the state is a benefit', '22', leeg, [['UITKERING', '22']]],
    ['wages are income', '15', leeg, [['INKOMEN', '15']]],
    ['a code nobody knows is income', 'zz', leeg, [['INKOMEN', 'zz']]],
    ['so is a relation without a code', undefined, leeg, [['INKOMEN', undefined]]],
  ] as const)('%s', (_naam, code, uwv, verwacht) => {
    expect(polis(code, uwv)).toEqual(verwacht);
  });
});

describe('a source that does not answer', () => {
  const velden = ['bijstand', 'werknemersverzekeringen', 'inkomen'] as const;
  const heel = invoer([['2020-01-01', null]], [['2020-01-01', null]], [['2020-01-01', null]]);
  const gevallen = velden.flatMap((veld, i) =>
    (['NIETS_GEVONDEN', 'NIET_GERECHTIGD', 'BRON_NIET_BESCHIKBAAR', 'FOUT', null] as const).map(
      (uitkomst) => [veld, uitkomst, i] as const,
    ),
  );

  it.each(gevallen)('%s being %s leaves the rest, and is seen', (veld, uitkomst, i) => {
    const slice = uitkomst === null ? null : { bron: bron(namen[i] ?? '', uitkomst) };
    const overzicht = bepaalUitkeringen({ ...heel, [veld]: slice }, now);
    expect(overzicht.volledig).toBe(uitkomst === 'NIETS_GEVONDEN');
    expect(overzicht.bronnen).toEqual(
      namen.map((naam, j) => {
        if (i !== j) return bron(naam);
        return uitkomst === null
          ? { ...bron(naam, 'BRON_NIET_BESCHIKBAAR'), melding: meldingVan('ONBEREIKBAAR') }
          : bron(naam, uitkomst);
      }),
    );
    expect(overzicht.uitkeringen).toHaveLength(veld === 'inkomen' ? 2 : 1);
    expect(overzicht.samenloop).toHaveLength(veld === 'bijstand' ? 0 : 1);
  });

  it('one that answered in part is shown in part', () => {
    const bijstand = { bron: bron(BIJSTAND, 'GEDEELTELIJK'), uitkeringen: uitkeringen(pw, [['2020-01-01', null]]) };
    const overzicht = bepaalUitkeringen({ ...heel, bijstand }, now);
    expect([overzicht.volledig, overzicht.uitkeringen.length, overzicht.samenloop.length]).toEqual([false, 2, 2]);
  });
});
