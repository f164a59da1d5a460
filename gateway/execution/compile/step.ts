import type { GraphQLFormattedError } from 'graphql';
import type { OperationContext, Overgang, SubgraphAntwoord, SubgraphSource } from '../../sources/index.ts';
import type { BatchFetchNode, FetchNode } from '../planner/plan.ts';
import type { Announcements } from './announcements.ts';
import type { Data } from './data.ts';
import type { Guard } from './guard.ts';
import type { TypeSystem } from './types.ts';

/** One running of one operation: everything that moves. */
export type Run = {
  /** The answer as it grows. */
  readonly root: Data;
  /** Variables as the client sent them, for the subgraphs. */
  readonly sent: Readonly<Record<string, unknown>>;
  /** Variables coerced, with defaults, for conditions. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: OperationContext;
  /** Of the part of the answer that this step works for. */
  readonly errors: GraphQLFormattedError[];
  /** Reads of this request that are under way, by what they ask. */
  readonly underWay: Map<string, Promise<SubgraphAntwoord>>;
  /** Whether an object of the answer stands in several places (`same-entities.ts`). */
  hasAliases: boolean;
  /** Fields that silent subgraphs left out, as `Type.field`. */
  readonly silent: Set<string>;
  /** Of entities that may be closed to whoever asks. */
  readonly guard: Guard | undefined;
  /** Which of the fetches that deferred parts wait for are there. */
  readonly fetched: Announcements;
  /** Deferred parts that were met, each before those in it. */
  readonly deferred: DeferredRun[];
  /** The deferred part that is run; undefined for the first part of the answer. */
  readonly part: DeferredPart | undefined;
};

export type DeferredPart = {
  readonly label: string;
  /** The deferred part that it stands in. */
  readonly within: DeferredPart | undefined;
  /** Of its own fetches. */
  readonly errors: readonly GraphQLFormattedError[];
};

/** A deferred part under way; `done` when its data is there. */
export type DeferredRun = { readonly part: DeferredPart; readonly done: Promise<void> };

/** A compiled piece of a plan. Nothing to wait for: undefined. Never rejects for what a subgraph does. */
export type Step = (run: Run) => Promise<void> | undefined;

/** What compiling a plan needs to know. */
export type PlanCompilerInput = {
  readonly sourceOf: (subgraph: string) => SubgraphSource;
  readonly types: TypeSystem;
  /**
   * Whether a response name means the same wherever the operation has it: then what one fetch got may stand in
   * several places of the answer as the same object, without one place seeing what was meant for another.
   */
  readonly mayShare: boolean;
  /** What a fetch tells its subgraph of other subgraphs. */
  readonly crossingsOf: (fetch: FetchNode | BatchFetchNode) => readonly Overgang[];
};
