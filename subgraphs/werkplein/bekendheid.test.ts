import { describe, expect, it } from 'vitest';
import { type Bronuitkomst, type Bronvermelding, meldingVan } from '../kit/index.ts';
import { type BekendheidInvoer, bepaalBekendheid } from './bekendheid.ts';

const geraadpleegdOp = '2025-03-03T08:00:00.000Z';
const now = () => new Date(geraadpleegdOp);
const bron = (naam: string, uitkomst: Bronuitkomst): Bronvermelding => ({
  bron: naam,
  uitkomst,
  geraadpleegdOp,
  actueelPer: null,
  melding: uitkomst === 'BRON_NIET_BESCHIKBAAR' ? meldingVan('ONBEREIKBAAR') : null,
});

/** Each partner with the slices it is known by, and the source of each. */
const partners: readonly [string, readonly (readonly [keyof BekendheidInvoer, string])[]][] = [
  [
    'GEMEENTE',
    [
      ['bijstand', 'SUWI_BIJSTAND'],
      ['klantdossier', 'KVS'],
    ],
  ],
  [
    'UWV',
    [
      ['werknemersverzekeringen', 'SUWINET_WERKNEMERSVERZEKERINGEN'],
      ['werkzoekende', 'SUWINET_WERKZOEKENDE'],
    ],
  ],
  [
    'SW',
    [
      ['swDienstverbanden', 'SW_ADMINISTRATIE'],
      ['wachtlijst', 'SW_WACHTLIJST'],
    ],
  ],
  ['WSP', [['bemiddeling', 'CRM']]],
];

/** The six outcomes, and the silence of a whole subgraph. */
const uitkomsten = [
  'GEVONDEN',
  'GEDEELTELIJK',
  'NIETS_GEVONDEN',
  'NIET_GERECHTIGD',
  'BRON_NIET_BESCHIKBAAR',
  'FOUT',
  null,
] as const;
type Uitkomst = (typeof uitkomsten)[number];

/** Every way in which this many sources can answer. */
const combinaties = (aantal: number): readonly (readonly Uitkomst[])[] =>
  aantal === 0 ? [[]] : combinaties(aantal - 1).flatMap((rest) => uitkomsten.map((u) => [...rest, u]));

/** The rule in words: one that knows is enough; "no" takes the word of all. */
function verwacht(antwoorden: readonly Uitkomst[]): string {
  if (antwoorden.includes('GEVONDEN') || antwoorden.includes('GEDEELTELIJK')) return 'JA';
  return antwoorden.filter((u) => u !== 'NIETS_GEVONDEN').length === 0 ? 'NEE' : 'NIET_TE_BEPALEN';
}

const gevallen = partners.flatMap(([partner, delen]) =>
  combinaties(delen.length).map((antwoorden) => ({
    partner,
    delen,
    antwoorden,
    bekend: verwacht(antwoorden),
  })),
);

describe('whether a partner knows the client', () => {
  it('is tried for every combination of answers', () => {
    expect(gevallen).toHaveLength(3 * 49 + 7);
    expect(gevallen.filter(({ bekend }) => bekend === 'NEE')).toHaveLength(4);
  });

  it.each(gevallen)('$partner $antwoorden: $bekend', ({ partner, delen, antwoorden, bekend }) => {
    const invoer: BekendheidInvoer = Object.fromEntries(
      delen.map(([veld, naam], i) => {
        const uitkomst = antwoorden[i] ?? null;
        return [veld, uitkomst === null ? null : { bron: bron(naam, uitkomst) }];
      }),
    );
    const bekendheid = bepaalBekendheid(invoer, now);
    expect(bekendheid.find((b) => b.partner === partner)).toEqual({
      partner,
      bekend,
      bronnen: delen.map(([, naam], i) => bron(naam, antwoorden[i] ?? 'BRON_NIET_BESCHIKBAAR')),
    });
    // What one partner says is nothing to the others.
    for (const ander of bekendheid.filter((b) => b.partner !== partner))
      expect(ander.bekend).toBe('NIET_TE_BEPALEN');
  });

  it('always names the four partners, in one order', () => {
    expect(bepaalBekendheid({}, now).map((b) => b.partner)).toEqual(['GEMEENTE', 'UWV', 'SW', 'WSP']);
  });
});
