import type { Engine } from '../execution/index.ts';
import type { Supergraph } from '../supergraph/index.ts';

/** A supergraph with the engine that runs operations over it: what a swap exchanges whole. */
export type Graph = {
  readonly supergraph: Supergraph;
  readonly engine: Engine;
};
