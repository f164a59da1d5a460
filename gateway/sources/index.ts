/** One call to one subgraph: over HTTP or in this process, always with an answer. */
export { createInProcessSource } from './in-process-source.ts';
export { type Looptijd, startLooptijd } from './looptijd.ts';
export {
  type Bronverslag,
  createVerslag,
  type OperationContext,
  type Overgang,
  type Oversteek,
  type Verslag,
} from './operation-context.ts';
export { createRequestSigner, leesTokenKey, type RequestSigner } from './request-token.ts';
export { createSubgraphOperatie, type SubgraphOperatie } from './subgraph-operatie.ts';
export { createSubgraphSource, type SubgraphAntwoord, type SubgraphSource } from './subgraph-source.ts';
export { newSpanId, startTrace, type Trace, traceparentOf } from './trace.ts';
export type { Verwerkt } from './verwerkt.ts';
