/**
 * A query plan as the engine compiles it, whichever planner made it: Apollo's plan format with the paths
 * of `Flatten` moved into the fetches, and Hive's `BatchFetch` beside it.
 */
export type PlanNode =
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly PlanNode[] }
  | FetchNode
  | BatchFetchNode
  | DeferNode;

/** An operation of one subgraph. */
type Fetch = {
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  /** Names of the variables of the request that it takes. */
  readonly variables: readonly string[];
};

/** One fetch: of the root when `requires` is absent, else of the entities at `path`. */
export type FetchNode = Fetch & {
  readonly kind: 'Fetch';
  /** Where in the answer its data belongs. */
  readonly path: Path;
  readonly requires: readonly Requirement[] | undefined;
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
  /** Name by which deferred parts wait for it. */
  readonly id: string | undefined;
};

/** Several fetches of entities in one operation, each under an alias and with representations of its own. */
export type BatchFetchNode = Fetch & {
  readonly kind: 'BatchFetch';
  readonly batches: readonly EntityBatch[];
};

export type EntityBatch = {
  readonly alias: string;
  readonly representationsVariable: string;
  readonly paths: readonly Path[];
  readonly requires: readonly Requirement[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
};

export type DeferNode = {
  readonly kind: 'Defer';
  readonly primary: PlanNode | undefined;
  readonly deferred: readonly DeferredNode[];
};

export type DeferredNode = {
  /** The label that the document has for it. */
  readonly label: string;
  /** Ids of the fetches that it needs the data of. */
  readonly depends: readonly string[];
  readonly node: PlanNode | undefined;
};

/** A step into data: a field by response name, the elements of a list, or only objects of certain types. */
export type PathElement = { readonly field: string } | 'ELEMENTS' | { readonly types: readonly string[] };
export type Path = readonly PathElement[];

/** What is taken from an entity as its representation. */
export type Requirement =
  | {
      readonly kind: 'Field';
      readonly name: string;
      readonly alias: string | undefined;
      readonly selections: readonly Requirement[] | undefined;
    }
  | {
      readonly kind: 'Fragment';
      readonly type: string;
      readonly selections: readonly Requirement[];
    };

/** A change to what is sent or received, at a path that ends in a field. */
export type Rewrite =
  | { readonly kind: 'Set'; readonly path: Path; readonly value: unknown }
  | { readonly kind: 'Rename'; readonly path: Path; readonly to: string };

/** The labels of the parts that a plan delivers later. */
export function deferredLabels(node: PlanNode | undefined): ReadonlySet<string> {
  switch (node?.kind) {
    case undefined:
    case 'Fetch':
    case 'BatchFetch':
      return new Set();
    case 'Sequence':
    case 'Parallel':
      return new Set(node.nodes.flatMap((child) => [...deferredLabels(child)]));
    case 'Defer':
      return new Set([
        ...deferredLabels(node.primary),
        ...node.deferred.flatMap(({ label, node: own }) => [label, ...deferredLabels(own)]),
      ]);
    default:
      return node satisfies never;
  }
}

/** Plans operations over one supergraph. */
export type Planner = {
  readonly name: 'hive' | 'apollo';
  /**
   * @param operation text of a document that is valid for the API schema, with one operation and only its fragments
   * @param timeoutMs time for planning itself; what has to be waited for before that does not count
   * @returns undefined when there is nothing to fetch
   * @throws when the operation cannot be planned, or not in time
   */
  readonly plan: (operation: string, timeoutMs: number) => Promise<PlanNode | undefined>;
  readonly close: () => Promise<void>;
};
