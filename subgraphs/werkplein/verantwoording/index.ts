/** Accountability: figures over the partners without persons, and who bears which part of a joint cost. */
export { bepaalSamen, type VerantwoordingInvoer } from './samen.ts';
export { bepaalVerdeling } from './verdeling-invoer.ts';
