/** The supergraph's life: read it from where it is published, verify it, follow it, serve the newest good one. */
export { type Follower, followSupergraph, type SupergraphSettings } from './follow.ts';
export type { Lease } from './leased.ts';
export { type Probleem, type Probleemcode, SupergraphFout } from './problems.ts';
export { createSupergraph, leesSupergraph, type Supergraph } from './supergraph.ts';
export { createSwap, type Replacement, type Swap, type SwapStatus } from './swap.ts';
export type { FollowStatus } from './versions.ts';
