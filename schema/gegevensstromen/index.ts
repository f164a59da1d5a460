/**
 * Which partner's fields may reach which other partner: what composition asks of the declared flows (a file per
 * receiving partner), and the table `schema/gegevensstromen.md`.
 */
export { type NodigeStroom, nodigeStromen, stroomfouten } from './fouten.ts';
export { mogelijkeOvergangen, type Overgang } from './mogelijk.ts';
export { leesSupergraaf } from './supergraaf.ts';
export { stromentabel } from './tabel.ts';
