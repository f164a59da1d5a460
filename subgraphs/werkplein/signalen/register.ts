import type { Dag } from '../kalender.ts';
import { bed180 } from './bed180.ts';
import { gereed } from './gereed.ts';
import { herb } from './herb.ts';
import type { SignalenInvoer } from './invoer.ts';
import { naz14 } from './naz14.ts';
import type { Oordeel, Signaalregel } from './oordeel.ts';
import { pw90 } from './pw90.ts';
import { samen } from './samen.ts';
import { tegen180 } from './tegen180.ts';
import { trede365 } from './trede365.ts';
import { wf14 } from './wf14.ts';
import { wf48 } from './wf48.ts';
import { zoek56 } from './zoek56.ts';

/** A process rule about one client: what it says on a calendar day; never an empty list. */
export type Regel = (invoer: SignalenInvoer, vandaag: Dag) => readonly Oordeel[];

/** Every process rule about a client; a new rule is one file and one line. */
export const regels: Readonly<Record<Signaalregel, Regel>> = {
  WF48: wf48,
  WF14: wf14,
  PW90: pw90,
  BED180: bed180,
  NAZ14: naz14,
  TREDE365: trede365,
  ZOEK56: zoek56,
  TEGEN180: tegen180,
  HERB: herb,
  SAMEN: samen,
  GEREED: gereed,
};
