import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import {
  type Logger,
  type LopendeServer,
  type SubgraphDefinitie,
  setDeurfouten,
} from '../subgraphs/kit/index.ts';
import type { GatewayConfig } from './config.ts';
import {
  createGraphqlDoor,
  createPerform,
  openAnyDocument,
  prepareTrusted,
  readTrustedDocuments,
} from './door/index.ts';
import { createEngine } from './execution/index.ts';
import { registerGraphiql } from './graphiql/index.ts';
import {
  createInProcessSource,
  createSubgraphSource,
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

/** The one graph over HTTP: `POST /graphql`, `/health/live`, and in development `/graphiql`. */
export async function startGateway(config: GatewayConfig, deps: GatewayDeps): Promise<LopendeServer> {
  const { logger, supergraph, opKlaar } = deps;
  const engine = await createEngine({
    supergraphSdl: supergraph.sdl,
    source: (subgraph) => createSource(config, deps, subgraph),
    planner: config.planner,
    planTimeoutMs: config.planTimeoutMs,
    maxOperations: config.maxOperations,
    maxFields: config.maxFields,
    maxDepth: config.maxDepth,
    logger,
  });
  const documents =
    config.trustedDocuments === undefined ? [] : readTrustedDocuments(config.trustedDocuments);
  const graph = { supergraph, engine, trusted: await prepareTrusted(documents, engine, logger) };
  const perform = createPerform({ logger, ...(opKlaar === undefined ? {} : { opKlaar }) });
  const anyDocument = config.onlyTrusted ? undefined : await openAnyDocument(graph, perform, logger);
  const door = createGraphqlDoor({
    perform,
    trusted: graph.trusted,
    anyDocument,
    maxBodyBytes,
    logger,
    now: deps.now ?? (() => new Date()),
    budgetMs: config.budgetMs,
    maxBudgetMs: config.maxBudgetMs,
  });
  // Operations do not pass through fastify: what it does for a request costs as much as running a small one.
  const http = fastify({
    forceCloseConnections: true,
    serverFactory: (handler) =>
      createServer((request, response) => {
        if (!door(request, response)) handler(request, response);
      }),
  });
  setDeurfouten(http);
  http.get('/health/live', async () => ({ status: 'ok' }));
  if (config.graphiql) registerGraphiql(http);
  await http.listen({ port: config.port, host: config.host });
  const { port } = http.server.address() as AddressInfo;
  logger.info({ port }, 'gateway serves');
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/graphql`,
    stop: async () => {
      await http.close();
      await anyDocument?.stop();
      await engine.close();
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
