/** Each term on the day before, the day, and the day after. */
import { describe, expect, it } from 'vitest';
import { plusDagen } from '../kalender.ts';
import type { SignalenInvoer } from './index.ts';
import type { Signaalregel } from './oordeel.ts';
import { antwoorden, enig, geplaatst, groep, pw, stand } from './proefinvoer.ts';

/** Rule, what the partners know, and the day on which it is due. */
type Geval = readonly [regel: Signaalregel, wat: string, invoer: SignalenInvoer, vervaldag: string];

const uiterlijk: readonly Geval[] = [
  [
    'WF48',
    'two days after registration',
    antwoorden({ klantdossier: { workFirst: { aangemeldOp: '2026-02-27' } } }),
    '2026-03-01',
  ],
  [
    'WF48',
    'in a leap year',
    antwoorden({ klantdossier: { workFirst: { aangemeldOp: '2024-02-27' } } }),
    '2024-02-29',
  ],
  [
    'WF14',
    'fourteen days after the start',
    antwoorden({ klantdossier: { workFirst: { gestartOp: '2026-02-20' } } }),
    '2026-03-06',
  ],
  [
    'PW90',
    'three months after registration',
    antwoorden({ klantdossier: { zelfredzaam: true, aangemeldOp: '2025-11-30' } }),
    '2026-02-28',
  ],
  [
    'PW90',
    'in a file that registers service, and has none',
    antwoorden({ klantdossier: { zelfredzaam: true, aangemeldOp: '2026-01-15', dienstverlening: [] } }),
    '2026-04-15',
  ],
  [
    'PW90',
    'registered at UWV only',
    antwoorden({
      klantdossier: { zelfredzaam: true },
      werkzoekende: { inschrijving: { begindatum: '2026-01-15' } },
    }),
    '2026-04-15',
  ],
  [
    'BED180',
    'six months after registration',
    antwoorden({ klantdossier: { aangemeldOp: '2025-08-31' } }),
    '2026-02-28',
  ],
  [
    'NAZ14',
    'fourteen days after the placement',
    antwoorden({ bemiddeling: geplaatst('2026-02-01', ['2026-03-04', '2026-03-02']) }),
    '2026-03-16',
  ],
  [
    'TREDE365',
    'a year after the step',
    antwoorden({ klantdossier: { trede: { trede: 3, vastgesteldOp: '2025-03-17' } } }),
    '2026-03-17',
  ],
  [
    'TREDE365',
    'after a 29 February',
    antwoorden({ klantdossier: { trede: { trede: 3, vastgesteldOp: '2024-02-29' } } }),
    '2025-02-28',
  ],
  [
    'HERB',
    'group 1, from the first day',
    antwoorden({ klantdossier: groep('1'), bijstand: pw('2025-03-17') }),
    '2026-03-17',
  ],
  [
    'HERB',
    'group 4, from the last reassessment',
    antwoorden({
      klantdossier: { ...groep('4'), herbeoordelingOp: '2025-06-01' },
      bijstand: pw('2020-03-17'),
    }),
    '2026-06-01',
  ],
  ['HERB', 'group 3', antwoorden({ klantdossier: groep('3'), bijstand: pw('2025-03-17') }), '2026-03-17'],
  [
    'HERB',
    'on the waiting list',
    antwoorden({ klantdossier: groep('2'), wachtlijst: { aangemeldOp: '2025-03-17' } }),
    '2026-03-17',
  ],
  [
    'HERB',
    'of a wage value of nought',
    antwoorden({
      klantdossier: {},
      bijstand: pw('2025-03-17'),
      loonwaarde: { metingen: [{ vastgesteldOp: '2025-01-01', loonwaardePercentage: 0 }] },
    }),
    '2026-03-17',
  ],
];

describe('a term that ends: coming, due on its day, late the day after', () => {
  it.each(uiterlijk)('%s, %s', (regel, _wat, invoer, dag) => {
    expect([-1, 0, 1].map((d) => stand(regel, invoer, plusDagen(dag, d))[0])).toEqual([
      'KOMT',
      'AAN_DE_ORDE',
      'TE_LAAT',
    ]);
    expect(enig(regel, invoer, dag)).toMatchObject({ regel, vervaldatum: dag, uitersteVervaldatum: dag });
  });
});

const vanaf: readonly Geval[] = [
  [
    'ZOEK56',
    'group 1',
    antwoorden({
      klantdossier: groep('1'),
      bijstand: { aanvragen: [{ datum: '2026-01-20', regeling: { code: 'PW' } }] },
    }),
    '2026-03-17',
  ],
  [
    'ZOEK56',
    'group 4',
    antwoorden({
      klantdossier: groep('4'),
      bijstand: { aanvragen: [{ datum: '2026-01-20', regeling: { code: 'PW' } }] },
    }),
    '2026-03-17',
  ],
  ['TEGEN180', 'group 1', antwoorden({ klantdossier: groep('1'), bijstand: pw('2025-09-17') }), '2026-03-17'],
  [
    'TEGEN180',
    'in a file that registers contributions, and has none',
    antwoorden({ klantdossier: { ...groep('1'), tegenprestatie: [] }, bijstand: pw('2025-09-17') }),
    '2026-03-17',
  ],
  ['TEGEN180', 'group 4', antwoorden({ klantdossier: groep('4'), bijstand: pw('2025-08-31') }), '2026-02-28'],
];

describe('a term that begins: coming, due from its day on, never late', () => {
  it.each(vanaf)('%s, %s', (regel, _wat, invoer, dag) => {
    expect([-1, 0, 1, 400].map((d) => stand(regel, invoer, plusDagen(dag, d)))).toEqual([
      ['KOMT'],
      ['AAN_DE_ORDE'],
      ['AAN_DE_ORDE'],
      ['AAN_DE_ORDE'],
    ]);
  });
});

describe('partial dates', () => {
  const trede = (vastgesteldOp: string) =>
    antwoorden({ klantdossier: { trede: { trede: 3, vastgesteldOp } } });

  it.each([
    ['2025-03-XX', '2026-02-28', 'KOMT', '2026-03-01', '2026-03-31'],
    ['2025-03-XX', '2026-03-01', 'NIET_TE_BEPALEN', '2026-03-01', '2026-03-31'],
    ['2025-03-XX', '2026-03-31', 'NIET_TE_BEPALEN', '2026-03-01', '2026-03-31'],
    ['2025-03-XX', '2026-04-01', 'TE_LAAT', '2026-03-01', '2026-03-31'],
    ['2025-XX-XX', '2025-12-31', 'KOMT', '2026-01-01', '2026-12-31'],
    ['2025-XX-XX', '2027-01-01', 'TE_LAAT', '2026-01-01', '2026-12-31'],
    ['XXXX-XX-XX', '2026-03-18', 'NIET_TE_BEPALEN', null, null],
  ] as const)(
    'a step of %s, on %s: %s',
    (vastgesteldOp, vandaag, verwacht, vervaldatum, uitersteVervaldatum) => {
      expect(enig('TREDE365', trede(vastgesteldOp), vandaag)).toMatchObject({
        stand: verwacht,
        vervaldatum,
        uitersteVervaldatum,
      });
    },
  );
});
