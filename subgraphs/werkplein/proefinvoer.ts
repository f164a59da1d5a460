import type { Bronuitkomst, Bronvermelding } from '../kit/index.ts';
import type { UitkeringenInvoer } from './uitkeringen.ts';

export const geraadpleegdOp = '2025-03-03T08:00:00.000Z';
export const now = () => new Date(geraadpleegdOp);
export const bron = (naam: string, uitkomst: Bronuitkomst = 'GEVONDEN'): Bronvermelding => ({
  bron: naam,
  uitkomst,
  geraadpleegdOp,
  actueelPer: null,
  melding: null,
});
export const namen = ['SUWI_BIJSTAND', 'SUWINET_WERKNEMERSVERZEKERINGEN', 'SUWINET_INKOMSTEN'] as const;
export const [BIJSTAND, UWV, INKOMSTEN] = namen;

export type Dagen = readonly [string | null, string | null];
export const pw = { code: '80', omschrijving: 'Participatiewet' };
export const ww = { code: '19', omschrijving: 'WW' };
export const loon = { code: '15', omschrijving: 'Loon' };
export const uitkeringen = (regeling: typeof pw, perioden: readonly Dagen[]) =>
  perioden.map(([begindatum, einddatum]) => ({ regeling, begindatum, einddatum }));

/** All three sources answer: social assistance, benefits of UWV, and wages over these periods. */
export const invoer = (
  bijstand: readonly Dagen[],
  uwv: readonly Dagen[] = [],
  lonen: readonly Dagen[] = [],
): UitkeringenInvoer => ({
  bijstand: { bron: bron(BIJSTAND), uitkeringen: uitkeringen(pw, bijstand) },
  werknemersverzekeringen: { bron: bron(UWV), uitkeringen: uitkeringen(ww, uwv) },
  inkomen: {
    bron: bron(INKOMSTEN),
    inkomstenverhoudingen: lonen.map(([begindatum, einddatum]) => ({
      soort: loon,
      begindatum,
      einddatum,
      werkgevernaam: 'Kwekerij De Kas',
    })),
  },
});
