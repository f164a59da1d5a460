import { bron, type Geval } from './geval.ts';

export const uwv: readonly Geval[] = [
  [
    'benefits of UWV: the last possible day while they run, measures, incapacity, unemployment',
    {
      werknemersverzekeringen: {
        bron: bron('SUWINET_WERKNEMERSVERZEKERINGEN'),
        uitkeringen: [
          {
            regeling: { code: 'WW' },
            begindatum: '2026-01-01',
            einddatum: null,
            maximaleEinddatum: '2026-12-31',
            perioden: [
              { maatregelen: [{ begindatum: '2026-02-01', einddatum: '2026-05-31', reden: { code: '5' } }] },
            ],
          },
          {
            regeling: { code: 'ZW' },
            begindatum: '2025-01-01',
            einddatum: '2025-03-31',
            maximaleEinddatum: '2026-12-31',
            perioden: null,
          },
        ],
        arbeidsongeschiktheid: [
          { klasse: { code: '7' }, begindatum: '2020-XX-XX' },
          { klasse: null, begindatum: null },
        ],
        werkloosheid: [{ eersteDag: '2026-01-01' }],
      },
    },
    'SUWINET_WERKNEMERSVERZEKERINGEN',
    [
      ['UITKERING', 'BEGIN', '2026-01-01', 'WW'],
      ['UITKERING', 'UITERLIJK', '2026-12-31', 'WW'],
      ['MAATREGEL', 'BEGIN', '2026-02-01', 'Maatregel: 5'],
      ['MAATREGEL', 'EINDE', '2026-05-31', 'Maatregel: 5'],
      ['UITKERING', 'BEGIN', '2025-01-01', 'ZW'],
      ['UITKERING', 'EINDE', '2025-03-31', 'ZW'],
      ['ARBEIDSONGESCHIKTHEID', 'BEGIN', '2020-XX-XX', 'Arbeidsongeschiktheidsklasse: 7'],
      ['ARBEIDSONGESCHIKTHEID', 'BEGIN', null, 'Arbeidsongeschiktheidsklasse'],
      ['WERKLOOSHEID', 'BEGIN', '2026-01-01', 'Werkloosheid'],
    ],
  ],
  [
    'applications at UWV',
    {
      uwvAanvragen: {
        bron: bron('SUWINET_AANVRAAGSTATUS'),
        aanvragen: [
          {
            datum: '2026-05-27',
            regeling: { code: 'WW' },
            beslissingen: [{ beslissing: { code: '01' }, dagtekening: '2026-06-10' }],
          },
          { datum: '2026-06-XX', regeling: null, beslissingen: [] },
        ],
      },
    },
    'SUWINET_AANVRAAGSTATUS',
    [
      ['AANVRAAG', 'OP', '2026-05-27', 'WW'],
      ['BESLISSING', 'OP', '2026-06-10', 'WW: 01'],
      ['AANVRAAG', 'OP', '2026-06-XX', 'Aanvraag'],
    ],
  ],
  [
    'income, without wages',
    {
      inkomen: {
        bron: bron('SUWINET_INKOMSTEN'),
        inkomstenverhoudingen: [
          {
            soort: { code: '15' },
            werkgevernaam: 'De Kas',
            begindatum: '2025-01-01',
            einddatum: '2025-12-31',
          },
          { soort: null, werkgevernaam: null, begindatum: '2026-XX-XX', einddatum: null },
        ],
      },
    },
    'SUWINET_INKOMSTEN',
    [
      ['INKOMEN', 'BEGIN', '2025-01-01', 'De Kas: 15'],
      ['INKOMEN', 'EINDE', '2025-12-31', 'De Kas: 15'],
      ['INKOMEN', 'BEGIN', '2026-XX-XX', 'Inkomen'],
    ],
  ],
  [
    'the registration as a jobseeker, to be renewed while it runs, and appointments of a day or a moment',
    {
      werkzoekende: {
        bron: bron('SUWINET_WERKZOEKENDE'),
        inschrijving: { begindatum: '2026-01-01', einddatum: null, geldigTot: '2026-06-30' },
        afspraken: [
          { datum: '2026-03-01', begin: '2026-03-01T09:00:00Z', onderwerp: 'Werkoriëntatie' },
          { datum: '2026-04-XX', begin: null, onderwerp: null },
        ],
      },
    },
    'SUWINET_WERKZOEKENDE',
    [
      ['INSCHRIJVING', 'BEGIN', '2026-01-01', 'Inschrijving als werkzoekende'],
      ['INSCHRIJVING', 'UITERLIJK', '2026-06-30', 'Inschrijving als werkzoekende: verlengen'],
      ['AFSPRAAK', 'OP', '2026-03-01', 'Werkoriëntatie', '2026-03-01T09:00:00Z'],
      ['AFSPRAAK', 'OP', '2026-04-XX', 'Afspraak'],
    ],
  ],
  [
    'a registration as a jobseeker that ended',
    {
      werkzoekende: {
        bron: bron('SUWINET_WERKZOEKENDE'),
        inschrijving: { begindatum: '2026-01-01', einddatum: '2026-02-01', geldigTot: '2026-06-30' },
      },
    },
    'SUWINET_WERKZOEKENDE',
    [
      ['INSCHRIJVING', 'BEGIN', '2026-01-01', 'Inschrijving als werkzoekende'],
      ['INSCHRIJVING', 'EINDE', '2026-02-01', 'Inschrijving als werkzoekende'],
    ],
  ],
  [
    'the target-group register, its end apart from that of a ground',
    {
      doelgroepregistratie: {
        bron: bron('SUWINET_DOELGROEPREGISTER'),
        einddatum: '2025-11-30',
        grondslagen: [
          { grondslag: { code: '01' }, begindatum: '2023-10-28', einddatum: '2024-10-31' },
          { grondslag: null, begindatum: '2024-11-XX', einddatum: null },
        ],
      },
    },
    'SUWINET_DOELGROEPREGISTER',
    [
      ['DOELGROEPREGISTER', 'BEGIN', '2023-10-28', 'Doelgroepregister: 01'],
      ['DOELGROEPREGISTER', 'EINDE', '2024-10-31', 'Doelgroepregister: 01'],
      ['DOELGROEPREGISTER', 'BEGIN', '2024-11-XX', 'Doelgroepregister'],
      ['DOELGROEPREGISTER', 'EINDE', '2025-11-30', 'Doelgroepregister: registratie'],
    ],
  ],
  [
    'the target-group register that ends with its ground, told once',
    {
      doelgroepregistratie: {
        bron: bron('SUWINET_DOELGROEPREGISTER'),
        einddatum: '2025-11-30',
        grondslagen: [{ grondslag: { code: '01' }, begindatum: '2023-10-28', einddatum: '2025-11-30' }],
      },
    },
    'SUWINET_DOELGROEPREGISTER',
    [
      ['DOELGROEPREGISTER', 'BEGIN', '2023-10-28', 'Doelgroepregister: 01'],
      ['DOELGROEPREGISTER', 'EINDE', '2025-11-30', 'Doelgroepregister: 01'],
    ],
  ],
  [
    'indications, valid from the decision or from another day',
    {
      indicaties: {
        bron: bron('UWV_INDICATIES'),
        indicaties: [
          {
            soort: { code: 'WSW' },
            besluitdatum: '2014-01-10',
            geldigVan: '2014-02-01',
            geldigTot: '2019-01-31',
            advies: { code: 'POSITIEF', omschrijving: 'Aangewezen' },
          },
          {
            soort: { code: 'BESCHUT_WERK' },
            besluitdatum: '2025-10-30',
            geldigVan: '2025-10-30',
            geldigTot: null,
            advies: null,
          },
        ],
      },
    },
    'UWV_INDICATIES',
    [
      ['INDICATIE', 'OP', '2014-01-10', 'WSW: Aangewezen'],
      ['INDICATIE', 'BEGIN', '2014-02-01', 'WSW'],
      ['INDICATIE', 'EINDE', '2019-01-31', 'WSW'],
      ['INDICATIE', 'OP', '2025-10-30', 'BESCHUT_WERK'],
    ],
  ],
];
