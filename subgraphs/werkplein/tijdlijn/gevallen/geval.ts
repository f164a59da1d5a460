import type { Bronuitkomst, Bronvermelding } from '../../../kit/index.ts';
import type { Gebeurtenis } from '../gebeurtenis.ts';
import type { TijdlijnInvoer } from '../partners.ts';

/** Kind, moment, date and text of an event; its time when it is known. */
export type Regel = readonly [Gebeurtenis['soort'], Gebeurtenis['moment'], string | null, string, string?];

/** What one source says, and all the events of it. */
export type Geval = readonly [
  wat: string,
  invoer: TijdlijnInvoer,
  bron: Gebeurtenis['bron'],
  regels: readonly Regel[],
];

export const now = () => new Date('2026-03-18T12:00:00Z');

export const bron = (naam: string, uitkomst: Bronuitkomst = 'GEVONDEN'): Bronvermelding => ({
  bron: naam,
  uitkomst,
  geraadpleegdOp: '2026-03-18T12:00:00.000Z',
  actueelPer: null,
  melding: null,
});
