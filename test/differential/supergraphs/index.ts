/** Ten graphs of our own making, each of which uses a part of Federation as far as it goes. */
import { archief } from './archief.ts';
import { bibliotheek } from './bibliotheek.ts';
import { doelgroepenvervoer } from './doelgroepenvervoer.ts';
import { inburgering } from './inburgering.ts';
import { kinderopvang } from './kinderopvang.ts';
import { loket } from './loket.ts';
import { registratie } from './registratie.ts';
import { rooster } from './rooster.ts';
import { scholing } from './scholing.ts';
import { schuldhulp } from './schuldhulp.ts';
import type { TestGraph } from './test-graph.ts';

export type { TestGraph } from './test-graph.ts';

export const testGraphs: readonly TestGraph[] = [
  bibliotheek,
  schuldhulp,
  inburgering,
  doelgroepenvervoer,
  kinderopvang,
  scholing,
  loket,
  rooster,
  archief,
  registratie,
];
