import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { OperationContext } from '../sources/index.ts';
import type { Operation } from './document/operation.ts';
import type { Reached } from './document/reached.ts';
import type { RootArgument } from './document/root-arguments.ts';
import type { VariableUse } from './document/variable-uses.ts';

/**
 * An engine runs operations over one supergraph. It is made whole or not at all, never changes, and holds
 * nothing of a request: a new supergraph is a new engine.
 */
export type Engine = {
  /** What a front office sees: without `@inaccessible` elements, with `@defer`. */
  readonly apiSchema: GraphQLSchema;
  /**
   * Plans and compiles an operation of a document that is valid for `apiSchema`; remembered, bounded, and done
   * once for requests that ask the same at the same time.
   * @throws GraafFout ONGELDIGE_VRAAG for an operation that is not there, too large, or too costly to plan
   */
  readonly prepare: (document: DocumentNode, operationName?: string) => Promise<PreparedOperation>;
  /** Texts of the operations that are remembered, the last asked last: what a new engine had better plan first. */
  readonly inUse: () => readonly string[];
  /** Connections to the subgraphs closed; running operations get what a silent subgraph gives. */
  readonly close: () => Promise<void>;
};

/** An operation with everything done that does not depend on a request. */
export type PreparedOperation = {
  /** Name in the document, or null. */
  readonly operationName: string | null;
  readonly kind: 'query' | 'mutation';
  /**
   * Runs it once. `variables` as the client sent them.
   * Without `data` nothing was executed (GraphQL specification: a request error, e.g. variables that do not fit).
   * @throws GraafFout ONGELDIGE_VRAAG when what these variables ask (`@skip`, `@include`, `@defer`) cannot be planned;
   * for nothing that a subgraph does; and what the caller's `controleer` throws
   */
  readonly run: (
    variables: Readonly<Record<string, unknown>>,
    context: OperationContext,
    caller?: Caller,
  ) => Promise<Answer>;
};

/** Who asks, as far as it matters for what is run; without one everything may be asked and seen. */
export type Caller = {
  readonly view: View;
  /**
   * Told what the fields of the root are asked about and where the values of variables go, before anybody is asked.
   * Throws when it is not to be run.
   */
  readonly controleer: (
    asked: readonly RootArgument[],
    reached: readonly Reached[],
    uses: readonly VariableUse[],
  ) => void;
  /** Asked before anything of an entity is fetched; undefined when every entity may be opened. */
  readonly bewaking?: Bewaking;
};

/**
 * Decides of single entities whether they may be opened. Of one that may not, nothing is fetched: what was asked of it
 * is null, with one error.
 */
export type Bewaking = {
  /** The object type that is guarded, and the field of it by which an entity is known. */
  readonly type: string;
  readonly sleutel: string;
  /** What stands in the way of each of these that may not be opened, by its key; asked once for each key of a run. */
  readonly beslis: (
    sleutels: readonly string[],
    context: OperationContext,
  ) => Promise<ReadonlyMap<string, EntityRefusal>>;
};

/** Why an entity stays closed, as the answer says it. */
export type EntityRefusal = Pick<GraphQLFormattedError, 'message' | 'extensions'>;

/**
 * What whoever asks may see of the graph. What is not in it is asked of nobody, and is null with NIET_GERECHTIGD in
 * the answer: one error for each field of the operation, at the first place where it stands.
 */
export type View = {
  /** The same for the same visible fields; holds nothing of a person. Operations are prepared once for each. */
  readonly key: string;
  readonly mag: (type: string, field: string) => boolean;
  /** The operation without what may not be seen; selection sets may be left empty. */
  readonly visible: (operation: Operation) => Operation;
  /** The schema that introspection tells of. */
  readonly apiSchema: GraphQLSchema;
};

/** The answer to an operation, or the first part of it. */
export type Answer = {
  readonly data?: JsonText | null;
  readonly errors?: readonly GraphQLFormattedError[];
  /** The parts that were deferred (`@defer`), in the order in which they became complete; ends with the last. */
  readonly later?: AsyncIterable<LaterPart>;
};

/** A deferred part: `deferSpec=20220824`, an element of `incremental`. */
export type LaterPart = {
  readonly path: readonly (string | number)[];
  readonly label?: string;
  readonly data: JsonText | null;
  readonly errors?: readonly GraphQLFormattedError[];
};

/** Data that was written as JSON text already, so that no answer is walked twice. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** For whoever writes the answer with `JSON.stringify` after all. */
  toJSON(): unknown {
    return JSON.parse(this.text) as unknown;
  }
}
