/** Whether a worker may open the file of a client: decided here, on what the partners say. */
export { besluit, type Dossierbesluit, type Dossierfeiten, type Dossierrecht } from './besluit.ts';
export { createDossierbewaking, type Dossierbewaking } from './bewaking.ts';
export { leesOntsnapping } from './ontsnapping.ts';
export { dossiervraag } from './vraag.ts';
