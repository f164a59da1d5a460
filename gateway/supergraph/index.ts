/** The supergraph: what the gateway serves, and which source stands behind which field of it. */
export { type Probleem, type Probleemcode, SupergraphFout } from './problems.ts';
export { createSupergraph, leesSupergraph, type Supergraph } from './supergraph.ts';
