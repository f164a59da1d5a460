/** The supergraph's life: read it from where it is published, verify it, follow it, serve the newest good one. */
export { type Follower, followSupergraph, type SupergraphSettings } from './follow.ts';
export { type Probleem, type Probleemcode, SupergraphFout } from './problems.ts';
export { createSupergraph, leesSupergraph, type Supergraph } from './supergraph.ts';
export type { FollowStatus } from './versions.ts';
