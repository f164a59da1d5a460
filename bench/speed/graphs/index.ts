/** The graphs that are measured. */
import type { Graph } from './graph.ts';
import { shop } from './shop/index.ts';
import { clientnummer, werkplein } from './werkplein/index.ts';

export { answerOf, buildSubgraph, composeGraph, type Entity, type Graph } from './graph.ts';
export { clientnummer };

export const graphs: Readonly<Record<'werkplein' | 'shop', Graph>> = { werkplein, shop };
