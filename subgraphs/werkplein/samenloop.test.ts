import { describe, expect, it } from 'vitest';
import { bron, type Dagen, INKOMSTEN, invoer, loon, now, pw, UWV, ww } from './proefinvoer.ts';
import { bepaalUitkeringen, type UitkeringenInvoer } from './uitkeringen.ts';

describe('rule SAMEN: social assistance beside another benefit', () => {
  it.each<[string, Dagen, Dagen, string | undefined]>([
    ['both running', ['2020-01-01', null], ['2021-01-01', null], 'ZEKER'],
    ['one day in common', ['2020-01-01', '2020-06-30'], ['2020-06-30', null], 'ZEKER'],
    ['one after the other', ['2020-01-01', '2020-06-30'], ['2020-07-01', null], undefined],
    [
      'ended in a month in which the other began',
      ['2020-01-01', '2020-06-XX'],
      ['2020-06-15', null],
      'MOGELIJK',
    ],
    ['begun in a month that the other covers', ['2020-06-XX', null], ['2020-01-01', '2020-12-31'], 'ZEKER'],
    [
      'begun in the year that the other ended in',
      ['2020-XX-XX', null],
      ['2019-01-01', '2020-06-30'],
      'MOGELIJK',
    ],
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
    expect(
      bepaalUitkeringen(
        invoer([['2020-01-01', null]], [['2021-01-01', null]], [['2019-01-01', '2020-01-XX']]),
        now,
      ).samenloop,
    ).toEqual([
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
    expect(
      bepaalUitkeringen(
        invoer(
          [],
          [
            ['2020-01-01', null],
            ['2020-01-01', null],
          ],
          [['2020-01-01', null]],
        ),
        now,
      ).samenloop,
    ).toEqual([]);
  });
});

describe('when the Polisadministratie lists benefits as income', () => {
  const polis = (code: string | undefined, uwv: UitkeringenInvoer['werknemersverzekeringen']) => {
    const soort = code === undefined ? null : { code, omschrijving: null };
    const { samenloop } = bepaalUitkeringen(
      {
        ...invoer([['2020-01-01', null]]),
        werknemersverzekeringen: uwv,
        inkomen: {
          bron: bron(INKOMSTEN),
          inkomstenverhoudingen: [{ soort, begindatum: '2020-01-01', einddatum: null }],
        },
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
