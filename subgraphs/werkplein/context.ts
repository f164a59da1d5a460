import type { Pseudonimiseerder } from '../kit/index.ts';

/** What the resolvers of one request get: no loaders, this subgraph has no source. */
export type Context = {
  readonly now: () => Date;
  readonly clientnummerVan: Pseudonimiseerder['clientnummerVan'];
};
