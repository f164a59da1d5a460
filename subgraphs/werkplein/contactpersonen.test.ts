import { describe, expect, it } from 'vitest';
import { type Bronuitkomst, type Bronvermelding, meldingVan } from '../kit/index.ts';
import { bepaalContactpersonen } from './contactpersonen.ts';

const geraadpleegdOp = '2026-03-18T12:00:00.000Z';
const now = () => new Date(geraadpleegdOp);
const bron = (naam: string, uitkomst: Bronuitkomst = 'GEVONDEN'): Bronvermelding => ({
  bron: naam,
  uitkomst,
  geraadpleegdOp,
  actueelPer: null,
  melding: null,
});
const stil = (naam: string) => ({
  ...bron(naam, 'BRON_NIET_BESCHIKBAAR'),
  melding: meldingVan('ONBEREIKBAAR'),
});
const ans = { naam: 'Ans', functie: 'Klantmanager' };
const bea = { naam: 'Bea', functie: 'Werkcoach' };
const cor = { naam: 'Cor', functie: 'Consulent' };

describe('who is whose one contact person', () => {
  it('each partner has one, and the klantmanager is the first', () => {
    const overzicht = bepaalContactpersonen(
      {
        klantdossier: { bron: bron('KVS'), contactpersoon: ans },
        werkzoekende: { bron: bron('SUWINET_WERKZOEKENDE'), contactpersoon: bea },
        swDienstverbanden: {
          bron: bron('SW_ADMINISTRATIE'),
          dienstverbanden: [{ begindatum: '2020-01-01', einddatum: null, contactpersoon: cor }],
        },
      },
      now,
    );
    expect(overzicht).toEqual({
      eersteAanspreekpunt: ans,
      aanspreekpunten: [
        {
          partner: 'GEMEENTE',
          rol: 'KLANTMANAGER',
          bepaalbaarheid: 'BEPAALD',
          contactpersoon: ans,
          bron: bron('KVS'),
        },
        {
          partner: 'UWV',
          rol: 'WERKCOACH',
          bepaalbaarheid: 'BEPAALD',
          contactpersoon: bea,
          bron: bron('SUWINET_WERKZOEKENDE'),
        },
        {
          partner: 'SW',
          rol: 'ARBEIDSBEMIDDELAAR',
          bepaalbaarheid: 'BEPAALD',
          contactpersoon: cor,
          bron: bron('SW_ADMINISTRATIE'),
        },
      ],
      volledig: true,
    });
  });

  it('nothing came in: nobody is known, and nothing is said about who there is', () => {
    const { eersteAanspreekpunt, aanspreekpunten, volledig } = bepaalContactpersonen({}, now);
    expect([eersteAanspreekpunt, volledig]).toEqual([null, false]);
    expect(aanspreekpunten.map((a) => [a.bepaalbaarheid, a.contactpersoon, a.bron])).toEqual([
      ['NIET_TE_BEPALEN', null, stil('KVS')],
      ['NIET_TE_BEPALEN', null, stil('SUWINET_WERKZOEKENDE')],
      ['NIET_TE_BEPALEN', null, stil('SW_ADMINISTRATIE')],
    ]);
  });

  it.each<[Bronuitkomst, string]>([
    ['GEVONDEN', 'GEEN_GEGEVENS'],
    ['NIETS_GEVONDEN', 'GEEN_GEGEVENS'],
    ['GEDEELTELIJK', 'NIET_TE_BEPALEN'],
    ['NIET_GERECHTIGD', 'NIET_TE_BEPALEN'],
    ['BRON_NIET_BESCHIKBAAR', 'NIET_TE_BEPALEN'],
    ['FOUT', 'NIET_TE_BEPALEN'],
  ])('no contact person from a source that is %s: %s', (uitkomst, bepaalbaarheid) => {
    const { aanspreekpunten } = bepaalContactpersonen({ klantdossier: { bron: bron('KVS', uitkomst) } }, now);
    expect(aanspreekpunten[0]?.bepaalbaarheid).toBe(bepaalbaarheid);
  });
});

describe('of several employments with the sheltered-employment company', () => {
  const consulent = (...perioden: readonly (readonly [string | null, string | null, string])[]) =>
    bepaalContactpersonen(
      {
        swDienstverbanden: {
          bron: bron('SW_ADMINISTRATIE'),
          dienstverbanden: perioden.map(([begindatum, einddatum, naam]) => ({
            begindatum,
            einddatum,
            contactpersoon: { naam },
          })),
        },
      },
      now,
    ).aanspreekpunten[2]?.contactpersoon?.naam;

  it.each([
    [
      'the one that runs',
      [
        ['2015-01-01', '2020-01-01', 'oud'],
        ['2020-01-02', null, 'nu'],
      ],
      'nu',
    ],
    ['also when it ends today', [['2015-01-01', '2026-03-18', 'nu']], 'nu'],
    ['none that ended yesterday', [['2015-01-01', '2026-03-17', 'oud']], undefined],
    ['none that has yet to begin', [['2026-03-19', null, 'straks']], undefined],
    [
      'the one that may run, when none runs for certain',
      [['2015-01-01', '2026-XX-XX', 'misschien']],
      'misschien',
    ],
    [
      'the one that runs for certain before one that may',
      [
        ['2015-01-01', null, 'nu'],
        ['2026-XX-XX', null, 'misschien'],
      ],
      'nu',
    ],
  ] as const)('%s', (_wat, perioden, naam) => {
    expect(consulent(...perioden)).toBe(naam);
  });
});
