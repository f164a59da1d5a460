/** How operations come in: any document through Apollo Server, trusted ones by their name. One engine behind both. */
export { openApolloDoor } from './apollo-door.ts';
export type { Graph } from './graph.ts';
export { createPerform } from './perform.ts';
