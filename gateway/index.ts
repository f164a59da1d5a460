/** The gateway: one graph over the subgraphs of a supergraph. */
export { type GatewayDeps, type LopendeGateway, startGateway } from './app.ts';
export { type GatewayConfig, leesGatewayConfig } from './config.ts';
export type { Bronverslag, OperationContext, Oversteek } from './sources/index.ts';
export { createSupergraph, leesSupergraph, type Supergraph } from './supergraph/index.ts';
