import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from '@apollo/server-gateway-interface';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '../../subgraphs/kit/index.ts';
import { geenPersoonsgegevensInDocument } from '../access/index.ts';
import type { LaterPart } from '../execution/index.ts';
import type { OperationContext } from '../sources/index.ts';
import { answerText } from './answer-text.ts';
import type { Graph } from './graph.ts';
import { correlationIdOf, type RequestOptions, startOperation } from './operation-request.ts';
import { formatError, type Perform, withCorrelation } from './perform.ts';

export type ApolloDoorDeps = RequestOptions & {
  readonly perform: Perform;
  readonly graph: Graph;
  readonly logger: Logger;
};

const maxTokens = 5_000;

/** `POST /graphql` for any document: Apollo Server reads, parses and validates; the engine runs. */
export async function openApolloDoor(http: FastifyInstance, deps: ApolloDoorDeps): Promise<void> {
  const { logger } = deps;
  const server = new ApolloServer<OperationContext>({
    gateway: schemaOf(deps.graph),
    plugins: [
      enginePlugin(deps),
      correlationPlugin(),
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(http),
    ],
    validationRules: [geenPersoonsgegevensInDocument],
    parseOptions: { maxLexicalTokens: maxTokens },
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    stringifyResult: answerText,
    formatError: (formatted, error) => formatError(logger, formatted, error),
    logger: { debug: silent, info: silent, warn: silent, error: silent },
  });
  await server.start();
  await http.register(fastifyApollo(server), {
    path: '/graphql',
    method: ['POST', 'OPTIONS'],
    context: async (request, reply): Promise<OperationContext> => {
      const correlationId = correlationIdOf(request.headers);
      void reply.header('x-correlation-id', correlationId);
      return startOperation(request.headers, correlationId, deps, reply.raw);
    },
  });
}

/** Apollo Server takes its schema from here; running is the plugin's, so there is nothing to execute. */
function schemaOf({ engine, supergraph }: Graph): GatewayInterface {
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      for (const listener of listeners) {
        listener({ apiSchema: engine.apiSchema, coreSupergraphSdl: supergraph.sdl });
      }
      return { executor: null };
    },
    stop: async () => {
      listeners.clear();
    },
  };
}

/** Runs what Apollo Server validated; answers in parts when the document and the client want it. */
function enginePlugin({ perform, graph }: ApolloDoorDeps): ApolloServerPlugin<OperationContext> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ document, request, operationName, contextValue }) => {
        const { data, errors, extensions, later } = await perform(
          () => graph.engine.prepare(document, operationName ?? undefined),
          request.variables ?? {},
          contextValue,
        );
        const result = {
          ...(errors === undefined ? {} : { errors: [...errors] }),
          ...(data === undefined ? {} : { data: data as unknown as Record<string, unknown> | null }),
          ...(extensions === undefined ? {} : { extensions }),
        };
        // Without data nothing was executed: the request was wrong.
        const http = { ...(data === undefined ? { status: 400 } : {}), headers: new HeaderMap() };
        if (later === undefined) return { http, body: { kind: 'single', singleResult: result } };
        return {
          http,
          body: {
            kind: 'incremental',
            initialResult: { ...result, hasNext: true },
            subsequentResults: subsequent(later),
          },
        };
      },
    }),
  };
}

/** One payload for each part, and one at the end that says so. */
async function* subsequent(later: AsyncIterable<LaterPart>) {
  for await (const { path, label, data, errors } of later) {
    yield {
      hasNext: true,
      incremental: [
        {
          path,
          ...(label === undefined ? {} : { label }),
          data: data as unknown as Record<string, unknown> | null,
          ...(errors === undefined ? {} : { errors: [...errors] }),
        },
      ],
    };
  }
  yield { hasNext: false };
}

/** Puts the correlation id on errors that never reached the engine. */
function correlationPlugin(): ApolloServerPlugin<OperationContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue, response }) => {
        if (response.body.kind !== 'single') return;
        contextValue.looptijd.rondAf();
        const result = response.body.singleResult;
        if (result.errors === undefined) return;
        result.errors = result.errors.map((error) => withCorrelation(error, contextValue.correlationId));
      },
    }),
  };
}

function silent(): void {
  // Apollo Server's own messages can quote documents; what matters is logged where errors are formatted.
}
