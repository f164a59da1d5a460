import { bron, type Geval } from './geval.ts';

const pw = { code: '12', omschrijving: 'Participatiewet' };

export const gemeente: readonly Geval[] = [
  [
    'assistance, its measures and the end of an exemption',
    {
      bijstand: {
        bron: bron('SUWI_BIJSTAND'),
        uitkeringen: [
          {
            regeling: pw,
            begindatum: '2024-XX-XX',
            einddatum: '2025-12-31',
            vrijstellingArbeidsplicht: { einddatum: '2025-06-30' },
            maatregelen: [
              { begindatum: '2025-02-01', einddatum: '2025-02-28', reden: { code: '07' } },
              { begindatum: '2025-11-01', einddatum: null, reden: null },
            ],
          },
          {
            regeling: pw,
            begindatum: '2026-01-01',
            einddatum: null,
            vrijstellingArbeidsplicht: null,
            maatregelen: [],
          },
        ],
      },
    },
    'SUWI_BIJSTAND',
    [
      ['UITKERING', 'BEGIN', '2024-XX-XX', 'Participatiewet'],
      ['UITKERING', 'EINDE', '2025-12-31', 'Participatiewet'],
      ['VRIJSTELLING', 'EINDE', '2025-06-30', 'Vrijstelling arbeidsplicht'],
      ['MAATREGEL', 'BEGIN', '2025-02-01', 'Maatregel: 07'],
      ['MAATREGEL', 'EINDE', '2025-02-28', 'Maatregel: 07'],
      ['MAATREGEL', 'BEGIN', '2025-11-01', 'Maatregel'],
      ['UITKERING', 'BEGIN', '2026-01-01', 'Participatiewet'],
    ],
  ],
  [
    'applications with and without a decision, and special assistance without what it was for',
    {
      bijstand: {
        bron: bron('SUWI_BIJSTAND'),
        aanvragen: [
          { datum: '2023-12-01', regeling: pw, beslissing: { code: '01' }, beslissingsdatum: '2023-12-20' },
          { datum: null, regeling: { code: '99' }, beslissing: null },
        ],
        bijzondereBijstand: [
          { datumBetaalbaar: '2025-05-01', regeling: pw },
          { datumBetaalbaar: null, regeling: pw },
        ],
      },
    },
    'SUWI_BIJSTAND',
    [
      ['AANVRAAG', 'OP', '2023-12-01', 'Participatiewet'],
      ['BESLISSING', 'OP', '2023-12-20', 'Participatiewet: 01'],
      ['AANVRAAG', 'OP', null, '99'],
      ['BIJZONDERE_BIJSTAND', 'OP', '2025-05-01', 'Bijzondere bijstand: Participatiewet'],
      ['BIJZONDERE_BIJSTAND', 'OP', null, 'Bijzondere bijstand: Participatiewet'],
    ],
  ],
  [
    'provisions',
    {
      reintegratie: {
        bron: bron('SUWI_REINTEGRATIE'),
        voorzieningen: [
          {
            soort: { code: '30' },
            omschrijving: 'Jobcoach',
            begindatum: '2025-01-01',
            einddatum: '2025-06-30',
          },
          { soort: { code: '31' }, omschrijving: null, begindatum: '2025-07-XX', einddatum: null },
        ],
      },
    },
    'SUWI_REINTEGRATIE',
    [
      ['VOORZIENING', 'BEGIN', '2025-01-01', 'Jobcoach'],
      ['VOORZIENING', 'EINDE', '2025-06-30', 'Jobcoach'],
      ['VOORZIENING', 'BEGIN', '2025-07-XX', '31'],
    ],
  ],
];
