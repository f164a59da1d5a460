import './apollo-silent.ts';
import { randomUUID } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import type { GatewayGraphQLRequestContext, GatewaySchemaHash } from '@apollo/server-gateway-interface';
import type { GraphQLError } from 'graphql';
import { createEngine, JsonText, type PlannerChoice, unlimited } from '../../gateway/execution/index.ts';
import { createVerslag, startLooptijd, startTrace } from '../../gateway/sources/index.ts';
import { createLogger } from '../../subgraphs/kit/index.ts';
import type { ComposedGraph } from './composed-graph.ts';
import { type Operation, operationOf } from './operations/index.ts';
import type { Conversation } from './world/index.ts';

/** Something that runs operations over a supergraph by asking its subgraphs. */
export type Executor = {
  readonly name: string;
  readonly run: (operation: Operation, conversation: Conversation) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

/** An answer as it is compared. */
export type Answer = {
  /** JSON text; null when the root is null, undefined when nothing was executed. */
  readonly data: string | null | undefined;
  readonly errors: readonly ErrorPlace[];
  /** What Apollo's gateway found wrong itself and says under `extensions.valueCompletion`. */
  readonly valueCompletion: readonly ErrorPlace[];
};

export type ErrorPlace = {
  readonly path: readonly (string | number)[] | undefined;
  /** For whoever reads a red case; not compared. */
  readonly message: string;
};

type ApolloContext = { readonly conversation: Conversation };

/** Apollo's own planner and executor: what ours is judged by. */
export async function createApolloExecutor(graph: ComposedGraph): Promise<Executor> {
  const gateway = new ApolloGateway({
    supergraphSdl: graph.supergraphSdl,
    buildService: ({ name }) => ({
      process: async ({ request, context }) => {
        const { conversation } = context as ApolloContext;
        const { data, errors } = await conversation.ask(name, {
          query: request.query ?? '',
          operationName: request.operationName,
          variables: request.variables,
        });
        return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
      },
    }),
    logger: silent,
  });
  const { executor, schema } = await gateway.load();
  return {
    name: 'apollo',
    run: async (operation, conversation) => {
      const { data, errors, extensions } = await executor({
        request: {
          query: operation.text,
          ...(operation.operationName === undefined ? {} : { operationName: operation.operationName }),
          variables: { ...operation.variables },
        },
        logger: silent,
        schema,
        schemaHash: '' as GatewaySchemaHash,
        context: { conversation } satisfies ApolloContext,
        cache: { get: async () => undefined, set: async () => undefined, delete: async () => true },
        queryHash: operation.text,
        document: operation.document,
        source: operation.text,
        operationName: operation.operationName ?? null,
        operation: operationOf(operation),
        metrics: {},
        overallCachePolicy: {},
      } satisfies GatewayGraphQLRequestContext);
      return {
        data: data === undefined || data === null ? data : JSON.stringify(data),
        errors: places(errors),
        valueCompletion: places(extensions?.['valueCompletion'] as readonly GraphQLError[] | undefined),
      };
    },
    close: () => gateway.stop(),
  };
}

/** The executors that are judged: our engine, with each of its planners. */
export async function createJudgedExecutors(graph: ComposedGraph): Promise<readonly Executor[]> {
  return Promise.all((['apollo', 'hive'] as const).map((planner) => createOwnExecutor(graph, planner)));
}

async function createOwnExecutor(graph: ComposedGraph, planner: PlannerChoice): Promise<Executor> {
  // Sources outlive requests; a request is known by its correlation id.
  const conversations = new Map<string, Conversation>();
  const engine = await createEngine({
    supergraphSdl: graph.supergraphSdl,
    source: ({ name }) => ({
      vraag: async ({ query, operationName }, variables, { correlationId }) => {
        const conversation = conversations.get(correlationId);
        if (conversation === undefined) throw new Error(`${name} was asked by a request that is over`);
        const request = { query, operationName, variables: JSON.parse(variables) as Record<string, unknown> };
        const { data, errors } = await conversation.ask(name, request);
        return { soort: 'ANTWOORD', data, errors };
      },
      sluit: async () => undefined,
    }),
    planner,
    planTimeoutMs: 60_000,
    maxOperations: 1_000,
    ...unlimited,
    introspection: true,
    maxCost: Infinity,
    logger: createLogger('test', { level: 'silent' }),
  });
  return {
    name: `our engine with the planner of ${planner}`,
    run: async (operation, conversation) => {
      const correlationId = randomUUID();
      conversations.set(correlationId, conversation);
      const looptijd = startLooptijd(60_000);
      try {
        const prepared = await engine.prepare(operation.document, operation.operationName);
        const { data, errors } = await prepared.run(operation.variables, {
          correlationId,
          trace: startTrace(undefined),
          identity: undefined,
          looptijd,
          mayDefer: false,
          now: () => new Date(),
          verslag: createVerslag(),
        });
        return {
          data: data instanceof JsonText ? data.text : data,
          errors: places(errors),
          valueCompletion: [],
        };
      } finally {
        looptijd.rondAf();
        conversations.delete(correlationId);
      }
    },
    close: () => engine.close(),
  };
}

type Located = { readonly message: string; readonly path?: ErrorPlace['path'] };

function places(errors: readonly Located[] | undefined): readonly ErrorPlace[] {
  return (errors ?? []).map(({ path, message }) => ({ path, message }));
}

const nothing = (): void => {
  // Apollo's messages are of no use here; what differs is reported by the comparison.
};
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
