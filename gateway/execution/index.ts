/** Plans and runs operations: the seam behind which an engine can be exchanged. */
export { createApolloEngine } from './apollo-engine.ts';
