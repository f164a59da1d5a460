import { Supergraph } from '@apollo/federation-internals';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import type { Logger } from '../../subgraphs/kit/index.ts';
import type { SubgraphSource } from '../sources/index.ts';
import { createTypeSystem } from './compile/types.ts';
import { createCostLimit } from './cost/index.ts';
import { createFillers } from './document/empty-selections.ts';
import { hidingTypes } from './document/hidden-types.ts';
import { requiringFields } from './document/interface-requirements.ts';
import { checkIntrospection } from './document/introspection.ts';
import { checkSize, type OperationLimits } from './document/limits.ts';
import { selectOperation, toDocument } from './document/operation.ts';
import { createPlanNames } from './document/plan-names.ts';
import type { Engine, PreparedOperation } from './engine.ts';
import { createOnce } from './once.ts';
import {
  createApolloPlanner,
  createPlanner,
  createTellings,
  type Planner,
  type PlannerChoice,
} from './planner/index.ts';
import { type Planning, type Preparable, prepareOperation, toPreparable } from './prepare.ts';

export type EngineOptions = OperationLimits & {
  readonly supergraphSdl: string;
  /** Makes the source of each subgraph of the supergraph; `url` as the supergraph has it. */
  readonly source: (subgraph: { readonly name: string; readonly url: string | undefined }) => SubgraphSource;
  readonly planner: PlannerChoice;
  /** Time for planning one operation, milliseconds; then the operation is refused. */
  readonly planTimeoutMs: number;
  /** How many prepared operations are remembered. */
  readonly maxOperations: number;
  /** Whether `__schema` and `__type` are answered. */
  readonly introspection: boolean;
  /** What one operation may cost, by `@cost` and `@listSize` of the supergraph. */
  readonly maxCost: number;
  readonly logger: Logger;
};

/** @throws when the supergraph is not valid, or names a subgraph without a source */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { supergraphSdl, logger } = options;
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
  const apiSchema: GraphQLSchema = supergraph.apiSchema().toGraphQLJSSchema({ includeDefer: true });
  const sources = new Map(
    [...supergraph.subgraphsMetadata()].map(
      ({ name, url }) => [name, options.source({ name, url })] as const,
    ),
  );
  const document = parse(supergraphSdl, { noLocation: true });
  const planner = await createPlanner(options.planner, supergraphSdl, logger);
  // Apollo's planner beside the native one: only it splits a plan at `@defer`, and it takes what the other cannot.
  let apollo: Promise<Planner> | undefined = planner.name === 'apollo' ? Promise.resolve(planner) : undefined;
  const planning: Planning = {
    apiSchema,
    types: createTypeSystem(document),
    names: createPlanNames(document),
    tellings: createTellings(document),
    fillers: createFillers(document, apiSchema),
    hiding: hidingTypes(document, apiSchema),
    requiring: requiringFields(document),
    costOf: createCostLimit(document, apiSchema, options.maxCost),
    planTimeoutMs: options.planTimeoutMs,
    logger,
    sourceOf: (subgraph) => {
      const source = sources.get(subgraph);
      if (source === undefined) throw new Error(`a plan names an unknown subgraph ${subgraph}`);
      return source;
    },
    planner,
    apolloPlanner: () => (apollo ??= createApolloPlanner(supergraphSdl)),
  };
  const prepared = createOnce<PreparedOperation>(options.maxOperations);
  // Who has the document object has not to print it again; nothing is held for an operation but its text.
  const byDocument = new WeakMap<DocumentNode, Map<string | undefined, Preparable>>();

  const read = (document: DocumentNode, operationName: string | undefined): Preparable => {
    const names = byDocument.get(document) ?? new Map<string | undefined, Preparable>();
    byDocument.set(document, names);
    const known = names.get(operationName);
    if (known !== undefined) return known;
    const operation = selectOperation(document, operationName);
    checkSize(toDocument(operation), options);
    if (!options.introspection) checkIntrospection(operation);
    const preparable = toPreparable(operation);
    names.set(operationName, preparable);
    return preparable;
  };

  return {
    apiSchema,
    prepare: async (asked, operationName) => {
      const preparable = read(asked, operationName);
      return prepared.get(preparable.text, () => prepareOperation(planning, preparable));
    },
    inUse: prepared.keys,
    close: async () => {
      await Promise.all([
        planner.close(),
        apollo?.then(
          (other) => other.close(),
          () => undefined,
        ),
        ...[...sources.values()].map((source) => source.sluit()),
      ]);
    },
  };
}
