import { bron, type Geval } from './geval.ts';

const KVS = bron('KVS');

export const klantdossier: readonly Geval[] = [
  [
    'registration, reassessment, ladder and trajectories',
    {
      klantdossier: {
        bron: KVS,
        aangemeldOp: '2019-03-XX',
        herbeoordelingOp: '2025-09-01',
        treden: [
          { trede: 3, omschrijving: 'Deelname', vastgesteldOp: '2025-01-XX' },
          { trede: 2, omschrijving: null, vastgesteldOp: null },
        ],
        trajecten: [{ soort: { code: 'X9' }, doel: 'Diploma', begindatum: null, einddatum: '2024-12-31' }],
      },
    },
    'KVS',
    [
      ['AANMELDING', 'OP', '2019-03-XX', 'Aanmelding bij het Werkplein'],
      ['HERBEOORDELING', 'OP', '2025-09-01', 'Herbeoordeling'],
      ['TREDE', 'OP', '2025-01-XX', 'Trede 3: Deelname'],
      ['TREDE', 'OP', null, 'Trede 2'],
      ['TRAJECT', 'BEGIN', null, 'X9: Diploma'],
      ['TRAJECT', 'EINDE', '2024-12-31', 'X9: Diploma'],
    ],
  ],
  [
    'service, offers of work and contributions, also of which little is known',
    {
      klantdossier: {
        bron: KVS,
        dienstverlening: [
          { soort: { code: 'X9', omschrijving: null }, begindatum: null, einddatum: null },
          {
            soort: { code: 'BASIS_DIGITAAL', omschrijving: 'Digitale basisdienstverlening' },
            begindatum: '2026-01-05',
            einddatum: '2026-03-01',
          },
        ],
        werkaanbod: [
          { aangebodenOp: '2026-04-XX', omschrijving: 'Orderpicker, 24 uur per week' },
          { aangebodenOp: null, omschrijving: null },
        ],
        tegenprestatie: [{ omschrijving: null, begindatum: '2026-05-01', einddatum: null }],
      },
    },
    'KVS',
    [
      ['DIENSTVERLENING', 'BEGIN', null, 'X9'],
      ['DIENSTVERLENING', 'BEGIN', '2026-01-05', 'Digitale basisdienstverlening'],
      ['DIENSTVERLENING', 'EINDE', '2026-03-01', 'Digitale basisdienstverlening'],
      ['WERKAANBOD', 'OP', '2026-04-XX', 'Werkaanbod: Orderpicker, 24 uur per week'],
      ['WERKAANBOD', 'OP', null, 'Werkaanbod'],
      ['TEGENPRESTATIE', 'BEGIN', '2026-05-01', 'Tegenprestatie'],
    ],
  ],
  [
    'appointments and contacts, on the day in the Netherlands',
    {
      klantdossier: {
        bron: KVS,
        afspraken: [{ begin: '2026-04-01T08:00:00Z', onderwerp: null }],
        contactmomenten: [
          { op: '2025-12-31T23:30:00Z', kanaal: 'telefoon', onderwerp: 'Loonstrook' },
          { op: '2025-12-01T10:00:00Z', kanaal: null, onderwerp: null },
        ],
      },
    },
    'KVS',
    [
      ['AFSPRAAK', 'OP', '2026-04-01', 'Afspraak', '2026-04-01T08:00:00Z'],
      ['CONTACT', 'OP', '2026-01-01', 'telefoon: Loonstrook', '2025-12-31T23:30:00Z'],
      ['CONTACT', 'OP', '2025-12-01', 'Contact', '2025-12-01T10:00:00Z'],
    ],
  ],
  [
    'agreements: what was kept has no deadline any more',
    {
      klantdossier: {
        bron: KVS,
        overeenkomsten: [
          { omschrijving: 'Cv', gemaaktOp: '2026-01-05', uiterlijk: '2026-01-20', nagekomen: true },
          { omschrijving: 'Taaltoets', gemaaktOp: '2026-01-06', uiterlijk: '2026-01-21', nagekomen: false },
          { omschrijving: 'Solliciteren', gemaaktOp: '2026-03-01', uiterlijk: '2026-04-01', nagekomen: null },
          { omschrijving: 'Bellen', gemaaktOp: null, uiterlijk: null, nagekomen: null },
        ],
      },
    },
    'KVS',
    [
      ['OVEREENKOMST', 'OP', '2026-01-05', 'Cv: nagekomen'],
      ['OVEREENKOMST', 'OP', '2026-01-06', 'Taaltoets'],
      ['OVEREENKOMST', 'UITERLIJK', '2026-01-21', 'Taaltoets: niet nagekomen'],
      ['OVEREENKOMST', 'OP', '2026-03-01', 'Solliciteren'],
      ['OVEREENKOMST', 'UITERLIJK', '2026-04-01', 'Solliciteren'],
      ['OVEREENKOMST', 'OP', null, 'Bellen'],
    ],
  ],
  [
    'Work First, stage by stage',
    {
      klantdossier: {
        bron: KVS,
        trajecten: [],
        workFirst: {
          aangemeldOp: '2026-02-01',
          gestartOp: '2026-02-02',
          aanHetWerkOp: '2026-02-XX',
          eersteContactKlantmanagerOp: '2026-02-09',
          uitkeringsintakeGeplandOp: '2026-02-05',
          beeindigdOp: '2026-03-01',
        },
      },
    },
    'KVS',
    [
      ['WORK_FIRST', 'OP', '2026-02-01', 'Work First: aangemeld'],
      ['WORK_FIRST', 'BEGIN', '2026-02-02', 'Work First'],
      ['WORK_FIRST', 'OP', '2026-02-XX', 'Work First: aan het werk'],
      ['WORK_FIRST', 'OP', '2026-02-09', 'Work First: eerste contact klantmanager'],
      ['WORK_FIRST', 'OP', '2026-02-05', 'Work First: uitkeringsintake gepland'],
      ['WORK_FIRST', 'EINDE', '2026-03-01', 'Work First'],
    ],
  ],
  [
    'Work First that is a trajectory as well: begin and end once, unless they differ',
    {
      klantdossier: {
        bron: KVS,
        trajecten: [
          { soort: { code: 'WORK_FIRST' }, doel: null, begindatum: '2026-02-02', einddatum: '2026-03-01' },
        ],
        workFirst: { gestartOp: '2026-02-02', beeindigdOp: '2026-03-02' },
      },
    },
    'KVS',
    [
      ['TRAJECT', 'BEGIN', '2026-02-02', 'WORK_FIRST'],
      ['TRAJECT', 'EINDE', '2026-03-01', 'WORK_FIRST'],
      ['WORK_FIRST', 'EINDE', '2026-03-02', 'Work First'],
    ],
  ],
  [
    'civic integration and childcare',
    {
      klantdossier: {
        bron: KVS,
        inburgering: {
          status: { code: 'ONTHEVEN', omschrijving: 'Ontheven' },
          aangemeldOp: '2022-05-XX',
          startOp: '2023-01-09',
          eindOp: '2024-06-30',
        },
        kinderopvang: [
          {
            soort: { code: 'BSO', omschrijving: 'Buitenschoolse opvang' },
            begindatum: '2025-08-18',
            einddatum: null,
          },
        ],
      },
    },
    'KVS',
    [
      ['INBURGERING', 'OP', '2022-05-XX', 'Inburgering: aangemeld'],
      ['INBURGERING', 'BEGIN', '2023-01-09', 'Inburgering'],
      ['INBURGERING', 'EINDE', '2024-06-30', 'Inburgering: Ontheven'],
      ['KINDEROPVANG', 'BEGIN', '2025-08-18', 'Kinderopvang: Buitenschoolse opvang'],
    ],
  ],
];
