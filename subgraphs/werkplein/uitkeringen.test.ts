import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grenzen, meldingVan } from '../kit/index.ts';
import { BIJSTAND, bron, type Dagen, invoer, namen, now, pw, uitkeringen } from './proefinvoer.ts';
import { bepaalUitkeringen, type Samenloop, type Uitkering } from './uitkeringen.ts';

describe('the list of benefits', () => {
  it('is one over municipality and UWV: latest beginning first, unknown last, then payer and law', () => {
    const { uitkeringen: lijst } = bepaalUitkeringen(
      invoer(
        [
          ['2020-01-01', null],
          [null, null],
          ['XXXX-XX-XX', '2001-01-01'],
        ],
        [
          ['2021-XX-XX', null],
          ['2020-01-01', '2020-06-30'],
          ['2021-01-02', null],
        ],
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
    const { uitkeringen: lijst } = bepaalUitkeringen(
      { bijstand: { bron: bron(BIJSTAND), uitkeringen: [{ regeling }] } },
      now,
    );
    expect(lijst).toEqual([{ verstrekker: 'GEMEENTE', regeling, begindatum: null, einddatum: null }]);
  });
});

describe('merging the benefits of two payers, whatever they send', () => {
  const datum = fc.constantFrom(
    null,
    'XXXX-XX-XX',
    '2019-XX-XX',
    '2020-01-XX',
    '2020-01-01',
    '2020-06-30',
    '2021-02-28',
  );
  const perioden = fc.array(fc.tuple(datum, datum), { maxLength: 6 });
  const geschud = (lijst: readonly Dagen[]) => fc.shuffledSubarray([...lijst], { minLength: lijst.length });
  const regel = ({ verstrekker, begindatum, einddatum }: Uitkering) =>
    `${verstrekker} ${begindatum ?? '-'} ${einddatum ?? '-'}`;

  it('loses none and makes none up, and the one that began later never stands behind', () => {
    fc.assert(
      fc.property(perioden, perioden, (bijstand, uwv) => {
        const { uitkeringen: lijst } = bepaalUitkeringen(invoer(bijstand, uwv), now);
        const gestuurd = [
          ...bijstand.map(([b, e]) => `GEMEENTE ${b ?? '-'} ${e ?? '-'}`),
          ...uwv.map(([b, e]) => `UWV ${b ?? '-'} ${e ?? '-'}`),
        ];
        expect(lijst.map(regel).sort()).toEqual(gestuurd.sort());
        const begin = lijst.map((u) => (u.begindatum === null ? '' : grenzen(u.begindatum).eerste));
        expect(begin).toEqual(begin.toSorted().reverse());
      }),
    );
  });

  it('does not depend on the order in which a source lists them, and neither does concurrence', () => {
    const paren = fc
      .tuple(perioden, perioden)
      .chain(([b, u]) => fc.tuple(fc.constant(b), fc.constant(u), geschud(b), geschud(u)));
    fc.assert(
      fc.property(paren, ([bijstand, uwv, bijstandAnders, uwvAnders]) => {
        const een = bepaalUitkeringen(invoer(bijstand, uwv), now);
        const ander = bepaalUitkeringen(invoer(bijstandAnders, uwvAnders), now);
        const plaatsen = ({ uitkeringen: lijst }: typeof een) =>
          lijst.map(({ verstrekker, begindatum }) => [
            verstrekker,
            begindatum === null ? '' : grenzen(begindatum).eerste,
          ]);
        expect(plaatsen(ander)).toEqual(plaatsen(een));
        const paar = (s: Samenloop) =>
          `${regel(s.bijstand)} ${s.zekerheid} ${s.begindatum ?? '-'} ${s.einddatum ?? '-'}`;
        expect(ander.samenloop.map(paar).sort()).toEqual(een.samenloop.map(paar).sort());
      }),
    );
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
    const bijstand = {
      bron: bron(BIJSTAND, 'GEDEELTELIJK'),
      uitkeringen: uitkeringen(pw, [['2020-01-01', null]]),
    };
    const overzicht = bepaalUitkeringen({ ...heel, bijstand }, now);
    expect([overzicht.volledig, overzicht.uitkeringen.length, overzicht.samenloop.length]).toEqual([
      false,
      2,
      2,
    ]);
  });
});
