/** Four partners of which one hangs, and what a process holds: for the bench of the deadline and for its tests. */
export { composeGraph, dataOfThree, operation, variables } from './graph.ts';
export { type RunningPartners, type Silence, silences, startPartners } from './partners.ts';
export { type Remains, readRemains } from './remains.ts';
