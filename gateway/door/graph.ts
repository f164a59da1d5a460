import type { Engine } from '../execution/index.ts';
import type { Supergraph } from '../supergraph/index.ts';
import type { TrustedOperations } from './trusted-documents.ts';

/** A supergraph with all that was made of it: what a swap exchanges whole. */
export type Graph = {
  readonly supergraph: Supergraph;
  readonly engine: Engine;
  readonly trusted: TrustedOperations;
};
