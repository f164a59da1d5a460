import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { Prng } from '../../../subgraphs/population/index.ts';

/** A variable of a draft: its declaration, and the value that goes with it; unsent when it is left out. */
export type DraftVariable = {
  readonly name: string;
  /** Type of the place where it stands. */
  readonly place: string;
  readonly declaration: string;
  readonly sent: boolean;
  readonly value: unknown;
};

/** A named fragment, finished. */
export type DraftFragment = { readonly name: string; readonly on: GraphQLNamedType; readonly text: string };

/** An operation in the making. */
export type Draft = {
  readonly schema: GraphQLSchema;
  readonly prng: Prng;
  readonly variables: DraftVariable[];
  readonly fragments: DraftFragment[];
  /** Fields that may still be added. */
  fieldsLeft: number;
  /** For names that must differ. */
  counter: number;
};

export function nextName(draft: Draft, prefix: string): string {
  draft.counter += 1;
  return `${prefix}${draft.counter}`;
}
