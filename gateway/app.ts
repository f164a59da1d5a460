import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { fastify } from 'fastify';
import {
  formatFout,
  type Logger,
  type LopendeServer,
  type SubgraphDefinitie,
  setDeurfouten,
  verbergBsn,
} from '../subgraphs/kit/index.ts';
import { geenPersoonsgegevensInDocument } from './access/index.ts';
import type { GatewayConfig } from './config.ts';
import { createApolloEngine } from './execution/index.ts';
import { registerGraphiql } from './graphiql/index.ts';
import {
  createInProcessSource,
  createSubgraphSource,
  createVerslag,
  type OperationContext,
  type SubgraphSource,
} from './sources/index.ts';
import type { Supergraph } from './supergraph/index.ts';

export type GatewayDeps = {
  readonly supergraph: Supergraph;
  readonly logger: Logger;
  readonly now?: () => Date;
  /** Subgraphs that run in this process, with their settings. */
  readonly inProcess: readonly {
    readonly definitie: SubgraphDefinitie;
    readonly config: unknown;
  }[];
  /** Sees what each finished operation did; for the bench and tests that count. */
  readonly opKlaar?: (context: OperationContext) => void;
};

const maxBodyBytes = 1024 * 1024;
const maxTokens = 5_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The one graph over HTTP: `POST /graphql`, `/health/live`, and in development `/graphiql`. */
export async function startGateway(config: GatewayConfig, deps: GatewayDeps): Promise<LopendeServer> {
  const { logger, supergraph } = deps;
  const sources: SubgraphSource[] = [];
  const engine = createApolloEngine(supergraph.sdl, (subgraph) => {
    const source = createSource(config, deps, subgraph);
    sources.push(source);
    return source;
  });
  const http = fastify({ forceCloseConnections: true, bodyLimit: maxBodyBytes });
  const server = new ApolloServer<OperationContext>({
    gateway: engine,
    plugins: [verslagPlugin(deps), fastifyApolloDrainPlugin(http)],
    validationRules: [geenPersoonsgegevensInDocument],
    parseOptions: { maxLexicalTokens: maxTokens },
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    formatError: (formatted, error) =>
      formatFout(formatted, error, (oorzaak, path) => {
        logger.error({ error: oorzaak, path: path?.join('.') }, 'operation failed');
      }),
    logger: { debug: stil, info: stil, warn: stil, error: stil },
  });
  setDeurfouten(http);
  await server.start();
  await http.register(fastifyApollo(server), {
    path: '/graphql',
    method: ['POST', 'OPTIONS'],
    context: async (request, reply): Promise<OperationContext> => {
      const afbreker = new AbortController();
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) afbreker.abort();
      });
      const gegeven = request.headers['x-correlation-id'];
      const correlationId = typeof gegeven === 'string' && uuid.test(gegeven) ? gegeven : randomUUID();
      void reply.header('x-correlation-id', correlationId);
      return {
        correlationId,
        signal: afbreker.signal,
        now: deps.now ?? (() => new Date()),
        verslag: createVerslag(),
      };
    },
  });
  http.get('/health/live', async () => ({ status: 'ok' }));
  if (config.graphiql) registerGraphiql(http);
  await http.listen({ port: config.port, host: config.host });
  const { port } = http.server.address() as AddressInfo;
  logger.info({ port }, 'gateway serves');
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/graphql`,
    stop: async () => {
      await http.close();
      await Promise.all(sources.map((source) => source.sluit()));
    },
  };
}

function createSource(
  config: GatewayConfig,
  { supergraph, logger, inProcess }: GatewayDeps,
  subgraph: { readonly name: string; readonly url: string | undefined },
): SubgraphSource {
  const hier = inProcess.find(({ definitie }) => definitie.naam === subgraph.name);
  if (hier !== undefined) return createInProcessSource(hier.definitie, hier.config, logger);
  const url = config.subgraphUrls[subgraph.name.toLowerCase()] ?? subgraph.url;
  if (url === undefined || url === '') throw new Error(`no address for subgraph ${subgraph.name}`);
  return createSubgraphSource({
    naam: subgraph.name,
    url: new URL(url),
    timeoutMs: config.subgraphTimeoutMs,
    connections: config.subgraphConnections,
    bronnenVan: supergraph.bronnenVan,
    logger,
  });
}

/** Puts the correlation id on every error and `extensions.bronnen` on every answer, and logs one line. */
function verslagPlugin(deps: GatewayDeps): ApolloServerPlugin<OperationContext> {
  return {
    requestDidStart: async () => {
      const start = performance.now();
      return {
        willSendResponse: async ({ contextValue, response, operationName }) => {
          const { correlationId, verslag } = contextValue;
          if (response.body.kind === 'single') {
            const result = response.body.singleResult;
            if (result.errors !== undefined) {
              result.errors = result.errors.map((error) => ({
                ...error,
                extensions: { ...error.extensions, correlationId },
              }));
            }
            const bronnen = verslag.bronnen();
            if (bronnen.length > 0) result.extensions = { ...result.extensions, bronnen };
          }
          deps.opKlaar?.(contextValue);
          deps.logger.info(
            {
              correlationId,
              operationName:
                operationName === null || operationName === undefined
                  ? undefined
                  : verbergBsn(operationName.slice(0, 64)),
              durationMs: Math.round(performance.now() - start),
              count: verslag.oversteken().length,
            },
            'operation done',
          );
        },
      };
    },
  };
}

function stil(): void {
  // Apollo Server's own messages can quote documents; what matters is logged above.
}
