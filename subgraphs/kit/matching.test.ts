import { describe, expect, it } from 'vitest';
import {
  graadVanBeroep,
  graadVanNiveau,
  graadVanReistijd,
  graadVanTalen,
  graadVanUren,
  leesPool,
  maxKandidatenPerPool,
  profielVan,
} from './matching.ts';

const bron = { uitkomst: 'GEVONDEN' } as const;

describe('the profile of a vacancy', () => {
  it('is not there when the data of the vacancy did not come', () => {
    expect(profielVan(undefined)).toBeUndefined();
    expect(profielVan(null)).toBeUndefined();
    expect(profielVan({ bron: { uitkomst: 'FOUT' } })).toBeUndefined();
    expect(profielVan({ bron: { uitkomst: 'NIETS_GEVONDEN' } })).toBeUndefined();
  });

  it('keeps what the vacancy does not say as not said', () => {
    expect(profielVan({ bron })).toEqual({
      beroepcode: null,
      urenPerWeek: null,
      plaats: null,
      postcodegebied: null,
      niveau: null,
      talen: [],
    });
  });

  it('takes the fewest hours of the profile before the hours of the vacancy', () => {
    const gegevens = {
      bron: { uitkomst: 'GEDEELTELIJK' } as const,
      beroep: { code: '0000020002' },
      urenPerWeek: 24,
      plaats: 'Poeldijk',
      profiel: {
        niveau: { code: '2' },
        urenPerWeekVan: 16,
        postcodegebied: '2685',
        talen: [{ taal: { code: 'nld' }, niveau: { code: 'B1' } }, { taal: { code: 'pol' } }],
      },
    };
    expect(profielVan(gegevens)).toEqual({
      beroepcode: '0000020002',
      urenPerWeek: 16,
      plaats: 'Poeldijk',
      postcodegebied: '2685',
      niveau: '2',
      talen: [
        { taal: 'nld', niveau: 'B1' },
        { taal: 'pol', niveau: null },
      ],
    });
    expect(profielVan({ ...gegevens, profiel: null })?.urenPerWeek).toBe(24);
  });
});

describe('grades', () => {
  it.each([
    ['a', ['a'], [], 'VOLDOET'],
    ['a', ['b'], ['a'], 'DEELS'],
    ['a', ['b'], [], 'VOLDOET_NIET'],
    ['a', [], ['b'], 'ONBEKEND'],
    [null, ['a'], ['a'], 'ONBEKEND'],
  ] as const)('profession %j of who seeks %j and practised %j: %s', (gevraagd, gezocht, ervaring, graad) => {
    expect(graadVanBeroep(gevraagd, { gezocht, ervaring })).toBe(graad);
  });

  it.each([
    [24, 24, 'VOLDOET'],
    [24, 23.9, 'DEELS'],
    [24, 12, 'DEELS'],
    [24, 11.9, 'VOLDOET_NIET'],
    [0, 0, 'VOLDOET'],
    [null, 24, 'ONBEKEND'],
    [24, null, 'ONBEKEND'],
  ] as const)('%j hours asked, %j available: %s', (gevraagd, beschikbaar, graad) => {
    expect(graadVanUren(gevraagd, beschikbaar)).toBe(graad);
  });

  it.each([
    [40, 40, 'VOLDOET'],
    [41, 40, 'DEELS'],
    [50, 40, 'DEELS'],
    [51, 40, 'VOLDOET_NIET'],
    [null, 40, 'ONBEKEND'],
    [40, null, 'ONBEKEND'],
  ] as const)('%j minutes away, %j at most: %s', (reistijd, hoogstens, graad) => {
    expect(graadVanReistijd(reistijd, hoogstens)).toBe(graad);
  });

  it.each([
    ['3', '3', 'VOLDOET'],
    ['3', '7', 'VOLDOET'],
    ['3', '2', 'DEELS'],
    ['3', '1', 'VOLDOET_NIET'],
    ['0', '3', 'ONBEKEND'],
    ['3', '9', 'ONBEKEND'],
    [null, '3', 'ONBEKEND'],
    ['3', null, 'ONBEKEND'],
  ] as const)('level %j asked, %j: %s', (gevraagd, heeft, graad) => {
    expect(graadVanNiveau(gevraagd, heeft)).toBe(graad);
  });

  const nl = (niveau: string | null) => [{ taal: 'nld', niveau }];
  it.each([
    [nl('B1'), nl('B1'), 'VOLDOET'],
    [nl('B1'), nl('C2'), 'VOLDOET'],
    [nl('B1'), nl('A2'), 'DEELS'],
    [nl('B1'), nl('A1'), 'VOLDOET_NIET'],
    [nl('B1'), nl(null), 'ONBEKEND'],
    [nl('B1'), [], 'ONBEKEND'],
    [nl(null), nl(null), 'VOLDOET'],
    [nl('moedertaal'), nl('C2'), 'ONBEKEND'],
    [[], nl('C2'), 'ONBEKEND'],
    [[...nl('B1'), { taal: 'pol', niveau: 'A1' }], nl('B1'), 'ONBEKEND'],
    [[...nl('B1'), { taal: 'pol', niveau: 'A1' }], nl('A1'), 'VOLDOET_NIET'],
  ] as const)('languages %j asked, %j: %s', (gevraagd, beheerst, graad) => {
    expect(graadVanTalen(gevraagd, beheerst)).toBe(graad);
  });
});

describe('one answer of a pool', () => {
  const lees = (rij: string) => (rij === 'kapot' ? undefined : { clientnummer: rij, feiten: rij });
  const pool = (rijen: readonly string[], deel: { meer?: boolean; waarschuwing?: boolean } = {}) => {
    const antwoord = leesPool({ rijen, lees, meer: false, waarschuwing: false, ...deel });
    return [
      antwoord.uitkomst,
      'reden' in antwoord ? antwoord.reden : null,
      'gegevens' in antwoord ? antwoord.gegevens.length : null,
    ];
  };
  const veel = (aantal: number) => Array.from({ length: aantal }, (_, i) => String(i));

  it('is cut at a hundred, and says so', () => {
    expect(pool(veel(maxKandidatenPerPool))).toEqual(['GEVONDEN', null, 100]);
    expect(pool(veel(maxKandidatenPerPool + 1))).toEqual(['GEDEELTELIJK', 'ONVOLLEDIG', 100]);
    expect(pool(veel(3), { meer: true })).toEqual(['GEDEELTELIJK', 'ONVOLLEDIG', 3]);
  });

  it('says what it lacks: rows that cannot be read, a person twice, a warning', () => {
    expect(pool(['a', 'kapot'])).toEqual(['GEDEELTELIJK', 'ONVERWACHTE_VORM', 1]);
    expect(pool(['kapot', 'kapot'])).toEqual(['FOUT', 'ONVERWACHTE_VORM', null]);
    expect(pool(['a', 'a', 'b'])).toEqual(['GEDEELTELIJK', 'WAARSCHUWING', 2]);
    expect(pool(['a'], { waarschuwing: true })).toEqual(['GEDEELTELIJK', 'WAARSCHUWING', 1]);
  });

  it('without rows is empty, but under a warning that proves nothing', () => {
    expect(pool([])).toEqual(['NIETS_GEVONDEN', null, null]);
    expect(pool([], { waarschuwing: true })).toEqual(['FOUT', 'ONVOLLEDIG', null]);
    expect(pool([], { meer: true })).toEqual(['FOUT', 'ONVOLLEDIG', null]);
  });
});
