/** One call to one subgraph: over HTTP or in this process, always with an answer. */
export { createInProcessSource } from './in-process-source.ts';
export {
  type Bronverslag,
  createVerslag,
  type OperationContext,
  type Oversteek,
  type Verslag,
} from './operation-context.ts';
export { createSubgraphSource, type SubgraphSource, type Subgraphvraag } from './subgraph-source.ts';
