import { bron, type Geval } from './geval.ts';

const CRM = bron('CRM');

export const wsp: readonly Geval[] = [
  [
    'proposals, and what was arranged for the placement',
    {
      bemiddeling: {
        bron: CRM,
        voorstellen: [
          {
            voorgesteldOp: '2026-01-01',
            status: 'GEPLAATST',
            vacature: { gegevens: { bron: CRM, titel: 'Kok' } },
            plaatsingsafspraken: {
              bron: CRM,
              afspraken: [
                {
                  instrument: { code: 'PROEFPLAATSING', omschrijving: 'Proefplaatsing' },
                  status: { code: '857310001', omschrijving: 'Loopt' },
                  begindatum: '2026-01-15',
                  einddatum: '2026-03-14',
                },
                { instrument: null, status: null, begindatum: null, einddatum: null },
              ],
            },
          },
          {
            voorgesteldOp: null,
            status: null,
            vacature: null,
            plaatsingsafspraken: { bron: bron('CRM', 'NIETS_GEVONDEN'), afspraken: null },
          },
        ],
      },
    },
    'CRM',
    [
      ['VOORSTEL', 'OP', '2026-01-01', 'Kok: GEPLAATST'],
      ['PLAATSINGSAFSPRAAK', 'BEGIN', '2026-01-15', 'Proefplaatsing: Loopt'],
      ['PLAATSINGSAFSPRAAK', 'EINDE', '2026-03-14', 'Proefplaatsing: Loopt'],
      ['PLAATSINGSAFSPRAAK', 'BEGIN', null, 'Plaatsingsafspraak'],
      ['VOORSTEL', 'OP', null, 'Voorstel'],
    ],
  ],
];
