import type { Inzage, Pseudonimiseerder } from '../kit/index.ts';

/** What the resolvers of one request get: no loaders, this subgraph has no source. */
export type Context = {
  readonly now: () => Date;
  readonly clientnummerVan: Pseudonimiseerder['clientnummerVan'];
  /** Of the citizen who asks; undefined when no citizen does. */
  readonly inzage: Inzage | undefined;
};
