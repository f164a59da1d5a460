import { bron, type Geval } from './geval.ts';

const SW = bron('SW_ADMINISTRATIE');

export const sw: readonly Geval[] = [
  [
    'employment, placements and measurements',
    {
      swDienstverbanden: {
        bron: SW,
        dienstverbanden: [{ soort: { code: 'WSW' }, begindatum: '2010-XX-XX', einddatum: null }],
      },
      plaatsingen: {
        bron: SW,
        plaatsingen: [
          {
            soort: { code: 'DETACHERING' },
            functie: 'Groen',
            begindatum: '2012-01-01',
            einddatum: '2013-01-01',
          },
          { soort: null, functie: null, begindatum: null, einddatum: null },
        ],
      },
      loonwaarde: {
        bron: SW,
        metingen: [
          { vastgesteldOp: '2024-12-01', loonwaardePercentage: 55 },
          { vastgesteldOp: null, loonwaardePercentage: null },
        ],
      },
    },
    'SW_ADMINISTRATIE',
    [
      ['DIENSTVERBAND', 'BEGIN', '2010-XX-XX', 'WSW'],
      ['PLAATSING', 'BEGIN', '2012-01-01', 'DETACHERING: Groen'],
      ['PLAATSING', 'EINDE', '2013-01-01', 'DETACHERING: Groen'],
      ['PLAATSING', 'BEGIN', null, 'Plaatsing'],
      ['METING', 'OP', '2024-12-01', 'Loonwaarde 55%'],
      ['METING', 'OP', null, 'Loonwaarde'],
    ],
  ],
  [
    'the development plan: goals begin, are due and are reached',
    {
      ontwikkelplan: {
        bron: SW,
        doelen: [
          {
            omschrijving: 'Werkritme',
            begindatum: '2025-11-20',
            streefdatum: '2026-01-19',
            behaaldOp: '2026-01-11',
            status: { code: 'BEHAALD', omschrijving: 'Behaald' },
          },
          {
            omschrijving: 'Heftruck',
            begindatum: '2025-12-XX',
            streefdatum: '2026-05-19',
            behaaldOp: null,
            status: { code: 'LOPEND', omschrijving: 'Wordt aan gewerkt' },
          },
          { omschrijving: null, begindatum: null, streefdatum: null, behaaldOp: null, status: null },
        ],
        evaluaties: [
          { datum: '2026-01-19', conclusie: 'Ligt op schema' },
          { datum: '2026-XX-XX', conclusie: null },
        ],
      },
    },
    'SW_ADMINISTRATIE',
    [
      ['ONTWIKKELDOEL', 'BEGIN', '2025-11-20', 'Werkritme'],
      ['ONTWIKKELDOEL', 'EINDE', '2026-01-11', 'Werkritme: Behaald'],
      ['ONTWIKKELDOEL', 'BEGIN', '2025-12-XX', 'Heftruck'],
      ['ONTWIKKELDOEL', 'UITERLIJK', '2026-05-19', 'Heftruck: Wordt aan gewerkt'],
      ['ONTWIKKELDOEL', 'BEGIN', null, 'Ontwikkeldoel'],
      ['EVALUATIE', 'OP', '2026-01-19', 'Ligt op schema'],
      ['EVALUATIE', 'OP', '2026-XX-XX', 'Evaluatie ontwikkelplan'],
    ],
  ],
  [
    'the waiting list',
    { wachtlijst: { bron: bron('SW_WACHTLIJST'), aangemeldOp: '2026-03-20', indicatie: null } },
    'SW_WACHTLIJST',
    [['WACHTLIJST', 'OP', '2026-03-20', 'Wachtlijst']],
  ],
];
