import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import {
  isAfgeschermd,
  type Logger,
  type LopendeServer,
  type SubgraphDefinitie,
  setDeurfouten,
} from '../subgraphs/kit/index.ts';
import { createIdentifier } from './access/index.ts';
import { createInzage, createLogboek, type Logboek } from './accountability/index.ts';
import type { GatewayConfig } from './config.ts';
import {
  createAdmission,
  createEveryAnswer,
  createGraph,
  createGraphqlDoor,
  createPerform,
  createTokenBuckets,
  type Graph,
  readTrustedDocuments,
  refuseBroken,
  serverLimits,
} from './door/index.ts';
import { registerGraphiql } from './graphiql/index.ts';
import {
  createInProcessSource,
  createRequestSigner,
  createSubgraphSource,
  type OperationContext,
  type RequestSigner,
  type SubgraphSource,
} from './sources/index.ts';
import { createSwap, type FollowStatus, type Replacement, type Supergraph } from './supergraph/index.ts';

export type GatewayDeps = {
  readonly supergraph: Supergraph;
  readonly logger: Logger;
  readonly now?: () => Date;
  /** What became of the versions of the supergraph that were published; for the gateway's health. */
  readonly followed?: () => FollowStatus;
  /** Subgraphs that run in this process, with their settings. */
  readonly inProcess: readonly {
    readonly definitie: SubgraphDefinitie;
    readonly config: unknown;
  }[];
  /** Sees what each finished operation did; for the bench and tests that count. */
  readonly opKlaar?: (context: OperationContext) => void;
};

/** A gateway at work. */
export type LopendeGateway = LopendeServer & {
  /** Serves another supergraph from now on; requests that are under way end on the one they began with. */
  readonly replace: (supergraph: Supergraph) => Promise<Replacement>;
};

const maxBodyBytes = 1024 * 1024;

/** The one graph over HTTP: `POST /graphql`, `/health/live`, and in development `/graphiql`. */
export async function startGateway(config: GatewayConfig, deps: GatewayDeps): Promise<LopendeGateway> {
  const { logger, now } = deps;
  const logboek =
    config.logboek === undefined
      ? undefined
      : await createLogboek({ ...config.logboek, ...(now === undefined ? {} : { now }) }, logger);
  try {
    return await serve(config, deps, logboek);
  } catch (error) {
    await logboek?.sluit();
    throw error;
  }
}

async function serve(
  config: GatewayConfig,
  deps: GatewayDeps,
  logboek: Logboek | undefined,
): Promise<LopendeGateway> {
  const { logger, opKlaar } = deps;
  const perform = createPerform({ logger, logboek, ...(opKlaar === undefined ? {} : { opKlaar }) });
  const documents =
    config.trustedDocuments === undefined ? [] : readTrustedDocuments(config.trustedDocuments);
  const sign = config.tokenKey === undefined ? undefined : createRequestSigner(config.tokenKey);
  const swap = await createSwap<Graph>({
    first: deps.supergraph,
    make: (supergraph, before) =>
      createGraph(
        supergraph,
        {
          ...config,
          documents,
          perform,
          logger,
          sourceFor: (of) => (subgraph) =>
            createSource(config, { ...deps, supergraph: of, logboek, sign }, subgraph),
        },
        before,
      ),
    dispose: (graph) => graph.close(),
    logger,
  });
  const identifier =
    config.identity === undefined ? undefined : createIdentifier(config.identity, logger, deps.now);
  const door = createGraphqlDoor({
    perform,
    admit:
      identifier &&
      createAdmission({
        identify: identifier.identify,
        persons: createTokenBuckets(config.door.rate),
        strangers: createTokenBuckets(config.door.rate),
        addressHeader: config.door.addressHeader,
        logger,
      }),
    lease: swap.lease,
    maxBodyBytes,
    logger,
    now: deps.now ?? (() => new Date()),
    budgetMs: config.budgetMs,
    maxBudgetMs: config.maxBudgetMs,
  });
  const onEveryAnswer = createEveryAnswer(config.door.corsOrigins);
  // Operations do not pass through fastify: what it does for a request costs as much as running a small one.
  const http = fastify({
    forceCloseConnections: true,
    clientErrorHandler: refuseBroken,
    serverFactory: (handler) =>
      createServer(serverLimits, (request, response) => {
        if (onEveryAnswer(request, response) || door(request, response)) return;
        handler(request, response);
      }),
  });
  setDeurfouten(http);
  http.get('/health/live', async () => {
    const { version, failed } = swap.status();
    const { refused, unreachable } = deps.followed?.() ?? {};
    return { status: 'ok', supergraph: version, failed, refused, unreachable };
  });
  http.get('/health/ready', async (_request, reply) => {
    const isReady = logboek === undefined || logboek.gereed();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'records cannot be written' });
  });
  if (config.graphiql) registerGraphiql(http);
  await http.listen({ port: config.port, host: config.host });
  const { port } = http.server.address() as AddressInfo;
  logger.info({ port }, 'gateway serves');
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/graphql`,
    replace: swap.replace,
    stop: async () => {
      await http.close();
      await swap.stop();
      await identifier?.close();
      await logboek?.sluit();
    },
  };
}

function createSource(
  config: GatewayConfig,
  {
    supergraph,
    logger,
    inProcess,
    logboek,
    sign,
  }: GatewayDeps & { readonly logboek: Logboek | undefined; readonly sign: RequestSigner | undefined },
  subgraph: { readonly name: string; readonly url: string | undefined },
): SubgraphSource {
  const hier = inProcess.find(({ definitie }) => definitie.naam === subgraph.name);
  if (hier !== undefined) {
    const inzageVan =
      logboek === undefined ? undefined : (clientnummer: string) => createInzage(logboek, clientnummer);
    return createInProcessSource(hier.definitie, hier.config, logger, inzageVan);
  }
  const url = config.subgraphUrls[subgraph.name.toLowerCase()] ?? subgraph.url;
  if (url === undefined || url === '') throw new Error(`no address for subgraph ${subgraph.name}`);
  const address = new URL(url);
  if (!config.cleartext && !isAfgeschermd(address)) {
    throw new Error(`the address of subgraph ${subgraph.name} must be https, or on this machine`);
  }
  return createSubgraphSource({
    naam: subgraph.name,
    url: address,
    timeoutMs: config.subgraphTimeoutMs,
    connections: config.subgraphConnections,
    bronnenVan: supergraph.bronnenVan,
    sign,
    tls: config.subgraphTls,
    logger,
  });
}
