import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bronuitkomst, type Bronvermelding, meldingVan } from '../kit/index.ts';
import { bepaalDoelgroep, type DoelgroepInvoer } from './doelgroep.ts';

const geraadpleegdOp = '2025-03-03T08:00:00.000Z';
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

type Meting = readonly [string | null, number | null];
const loonwaarde = (
  metingen: readonly Meting[] | null,
  uitkomst?: Bronuitkomst,
): DoelgroepInvoer['loonwaarde'] => ({
  bron: bron('SW_ADMINISTRATIE', uitkomst),
  metingen:
    metingen?.map(([vastgesteldOp, loonwaardePercentage]) => ({ vastgesteldOp, loonwaardePercentage })) ??
    null,
});
const reintegratie = (
  voorzieningen: readonly Meting[] | null,
  uitkomst?: Bronuitkomst,
): DoelgroepInvoer['reintegratie'] => ({
  bron: bron('SUWI_REINTEGRATIE', uitkomst),
  voorzieningen:
    voorzieningen?.map(([begindatum, loonwaardePercentage]) => ({ begindatum, loonwaardePercentage })) ??
    null,
});

describe('the fact it rests on', () => {
  const rustOp = (invoer: DoelgroepInvoer) => {
    const bepaling = bepaalDoelgroep(invoer, now);
    if (bepaling.bepaalbaarheid !== 'BEPAALD') return bepaling.bepaalbaarheid;
    return [bepaling.loonwaardePercentage, bepaling.vastgesteldOp, bepaling.berustOp];
  };
  const SW = 'SW_ADMINISTRATIE';
  const SUWI = 'SUWI_REINTEGRATIE';

  it.each<[string, readonly Meting[], readonly Meting[], unknown]>([
    [
      'the latest measurement',
      [
        ['2020-01-01', 30],
        ['2024-05-01', 40],
        ['2022-01-01', 50],
      ],
      [],
      [40, '2024-05-01', SW],
    ],
    ['a later provision', [['2020-01-01', 30]], [['2021-01-01', 60]], [60, '2021-01-01', SUWI]],
    ['a later measurement', [['2021-01-02', 30]], [['2021-01-01', 60]], [30, '2021-01-02', SW]],
    ['of the same day: the measurement', [['2021-01-01', 30]], [['2021-01-01', 60]], [30, '2021-01-01', SW]],
    [
      'of a month, its first day: earlier than a day in it',
      [['2021-01-XX', 30]],
      [['2021-01-02', 60]],
      [60, '2021-01-02', SUWI],
    ],
    [
      'of a month, later than the month before',
      [['2021-01-XX', 30]],
      [['2020-12-31', 60]],
      [30, '2021-01-XX', SW],
    ],
    ['of a year, its first day', [['2021-XX-XX', 30]], [['2021-01-02', 60]], [60, '2021-01-02', SUWI]],
    [
      'of an unknown year: the last resort',
      [['XXXX-XX-XX', 30]],
      [['1999-01-01', 60]],
      [60, '1999-01-01', SUWI],
    ],
    ['without a date: after that', [[null, 30]], [['XXXX-XX-XX', 60]], [60, 'XXXX-XX-XX', SUWI]],
    ['without a date, and alone', [[null, 30]], [], [30, null, SW]],
    ['nought is a fact too', [['2024-05-01', 0]], [['2020-01-01', 60]], [0, '2024-05-01', SW]],
    [
      'a measurement without a value is none',
      [['2024-05-01', null]],
      [['2020-01-01', 60]],
      [60, '2020-01-01', SUWI],
    ],
    [
      'a value that cannot be is none',
      [
        ['2024-05-01', -5],
        ['2024-06-01', Number.POSITIVE_INFINITY],
      ],
      [['2020-01-01', 60]],
      [60, '2020-01-01', SUWI],
    ],
    ['no value at all', [['2024-05-01', null]], [['2020-01-01', null]], 'GEEN_GEGEVENS'],
  ])('%s', (_naam, metingen, voorzieningen, verwacht) => {
    expect(rustOp({ loonwaarde: loonwaarde(metingen), reintegratie: reintegratie(voorzieningen) })).toEqual(
      verwacht,
    );
  });

  it('does not depend on the order in which a source lists its facts', () => {
    const meting = fc.tuple(
      fc.constantFrom('2020-01-01', '2020-01-XX', '2021-XX-XX', '2021-06-30'),
      fc.constant(40),
    );
    fc.assert(
      fc.property(fc.array(meting), fc.array(meting), (metingen, voorzieningen) => {
        const heen = { loonwaarde: loonwaarde(metingen), reintegratie: reintegratie(voorzieningen) };
        const terug = {
          loonwaarde: loonwaarde([...metingen].reverse()),
          reintegratie: reintegratie([...voorzieningen].reverse()),
        };
        const dag = (wat: unknown) => JSON.stringify(wat).replace('2020-01-XX', '2020-01-01');
        expect(dag(rustOp(heen))).toBe(dag(rustOp(terug)));
      }),
    );
  });
});

describe('what is said when a source is silent', () => {
  const bepaald = {
    bepaalbaarheid: 'BEPAALD',
    doelgroep: 'BEPERKT',
    bediening: 'FRONT_OFFICE',
    loonwaardePercentage: 40,
    vastgesteldOp: '2024-05-01',
    berustOp: 'SW_ADMINISTRATIE',
  };
  const feit: readonly Meting[] = [['2024-05-01', 40]];
  const [sw, suwi] = [bron('SW_ADMINISTRATIE'), bron('SUWI_REINTEGRATIE')];

  it('both answered, one has a fact', () => {
    expect(bepaalDoelgroep({ loonwaarde: loonwaarde(feit), reintegratie: reintegratie([]) }, now)).toEqual({
      ...bepaald,
      volledig: true,
      bronnen: [sw, suwi],
    });
  });

  it('one has a fact, the subgraph of the other was silent: determined, but perhaps not the latest', () => {
    expect(bepaalDoelgroep({ loonwaarde: loonwaarde(feit), reintegratie: null }, now)).toEqual({
      ...bepaald,
      volledig: false,
      bronnen: [sw, stil('SUWI_REINTEGRATIE')],
    });
  });

  it('nothing came in at all', () => {
    expect(bepaalDoelgroep({}, now)).toEqual({
      bepaalbaarheid: 'NIET_TE_BEPALEN',
      volledig: false,
      bronnen: [stil('SW_ADMINISTRATIE'), stil('SUWI_REINTEGRATIE')],
    });
  });

  it.each<[Bronuitkomst, string, boolean]>([
    ['GEVONDEN', 'GEEN_GEGEVENS', true],
    ['NIETS_GEVONDEN', 'GEEN_GEGEVENS', true],
    ['GEDEELTELIJK', 'NIET_TE_BEPALEN', false],
    ['NIET_GERECHTIGD', 'NIET_TE_BEPALEN', false],
    ['BRON_NIET_BESCHIKBAAR', 'NIET_TE_BEPALEN', false],
    ['FOUT', 'NIET_TE_BEPALEN', false],
  ])('no fact, and a source that is %s: %s', (uitkomst, bepaalbaarheid, volledig) => {
    const invoer = {
      loonwaarde: loonwaarde(null, 'NIETS_GEVONDEN'),
      reintegratie: reintegratie(null, uitkomst),
    };
    expect(bepaalDoelgroep(invoer, now)).toEqual({
      bepaalbaarheid,
      volledig,
      bronnen: [bron('SW_ADMINISTRATIE', 'NIETS_GEVONDEN'), bron('SUWI_REINTEGRATIE', uitkomst)],
    });
  });
});
