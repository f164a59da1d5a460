import type { AddressInfo } from 'node:net';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { type FastifyServerFactory, fastify } from 'fastify';
import { type GraphQLSchema, isScalarType, isUnionType, parse } from 'graphql';
import { leesCorrelationId } from './correlatie-id.ts';
import type { SubgraphDefinitie } from './define-subgraph.ts';
import { setDeurfouten } from './deurfouten.ts';
import { formatSubgraphError } from './errors.ts';
import type { Logger } from './logger.ts';
import { createBronverbruik, type Raadpleging } from './raadpleeg.ts';
import { scalars } from './scalars.ts';
import { leesTijdbudget, startBrontijd } from './tijdbudget.ts';
import { createTlsServer, type ServerTlsConfig, type TlsServer } from './tls/index.ts';
import { bewaakVerzoeken, type SubgraphToegang } from './verzoek/index.ts';

/** The executable schema of a subgraph: SDL, resolvers and the shared scalars. */
export function createSubgraphSchema(definitie: SubgraphDefinitie): GraphQLSchema {
  const schema = buildSubgraphSchema({
    typeDefs: parse(definitie.sdl),
    resolvers: { ...scalars, ...definitie.resolvers },
  });
  alleenVerwijzingen(schema);
  return schema;
}

/** A representation that is not of an entity is input that does not fit, not a fault: Federation takes anything. */
function alleenVerwijzingen(schema: GraphQLSchema): void {
  const verwijzing = schema.getType('_Any');
  const entiteiten = schema.getType('_Entity');
  if (!isScalarType(verwijzing) || !isUnionType(entiteiten)) return;
  const namen = new Set<unknown>(entiteiten.getTypes().map(({ name }) => name));
  const lees = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && '__typename' in value && namen.has(value.__typename)) {
      return value;
    }
    throw new TypeError('not a reference to an entity');
  };
  const { parseLiteral } = verwijzing;
  verwijzing.parseValue = lees;
  verwijzing.parseLiteral = (ast, variables) => lees(parseLiteral(ast, variables));
}

export type LopendeServer = { readonly url: string; readonly stop: () => Promise<void> };

type RequestContext = { readonly raadpleging: Raadpleging };

/** Reports what each operation asked of sources, for the gateway to pass on, and about whom, for it to record. */
const bronnenPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      if (response.body.kind !== 'single') return;
      const { verbruik } = contextValue.raadpleging;
      const bronnen = verbruik.regels();
      const result = response.body.singleResult;
      result.extensions = {
        ...result.extensions,
        ...(bronnen.length === 0 ? {} : { bronnen }),
        // Also when it is nobody: a subgraph that does not say is taken to have asked for all that was asked of it.
        verwerkingen: verbruik.verwerkingen(),
      };
    },
  }),
};

/** Serves one subgraph over HTTP until `stop`. `port` 0 takes a free one. */
export async function startSubgraph(
  definitie: SubgraphDefinitie,
  opties: {
    /** What `definitie.leesConfig` returned. */
    readonly config: unknown;
    /** Whose questions are taken; `leesSubgraphToegang` reads it. */
    readonly toegang: SubgraphToegang;
    readonly port: number;
    readonly host?: string;
    /** Its certificate, and whose it wants to see; undefined serves in the clear. */
    readonly tls?: ServerTlsConfig | undefined;
    readonly logger: Logger;
    readonly now?: () => Date;
  },
): Promise<LopendeServer> {
  const open = definitie.open(opties.config, { logger: opties.logger });
  const { logger, tls } = opties;
  let beveiligd: TlsServer | undefined;
  const metTls =
    (config: ServerTlsConfig): FastifyServerFactory =>
    (handler) => {
      beveiligd = createTlsServer(config, handler, { logger, van: { subgraph: definitie.naam } });
      return beveiligd.server;
    };
  const http = fastify({
    forceCloseConnections: true,
    bodyLimit: 4 * 1024 * 1024,
    ...(tls === undefined ? {} : { serverFactory: metTls(tls) }),
  });
  const server = new ApolloServer<RequestContext>({
    schema: createSubgraphSchema(definitie),
    plugins: [bronnenPlugin, fastifyApolloDrainPlugin(http)],
    includeStacktraceInErrorResponses: false,
    formatError: formatSubgraphError(opties.logger),
    csrfPrevention: true,
    introspection: true,
    logger: { debug: stil, info: stil, warn: stil, error: stil },
  });
  setDeurfouten(http);
  const now = opties.now ?? (() => new Date());
  const bewaking = bewaakVerzoeken(http, { naam: definitie.naam, toegang: opties.toegang, logger, now });
  // A page of elsewhere can have a browser send text, or what has no type; JSON it has to ask for.
  http.removeContentTypeParser('text/plain');
  http.addHook('onRequest', async ({ method, headers }) => {
    const isUntyped = method === 'POST' && headers['content-type'] === undefined;
    if (isUntyped) throw Object.assign(new Error('no content type'), { statusCode: 415 });
  });
  await server.start();
  await http.register(fastifyApollo(server), {
    path: '/graphql',
    method: ['POST', 'OPTIONS'],
    context: async (request, reply) => {
      const verzoek = bewaking.verzoekVan(request);
      const raadpleging: Raadpleging = {
        correlationId: leesCorrelationId(request.headers['x-correlation-id']),
        ...leesTraceparent(request.headers['traceparent']),
        signal: startBrontijd(reply.raw, leesTijdbudget(request.headers['x-tijdbudget-ms'])),
        now,
        logger,
        verbruik: createBronverbruik(),
        ...(verzoek === undefined ? {} : { verzoek }),
      };
      return { ...open.context(raadpleging), raadpleging };
    },
  });
  http.get('/health/live', async () => ({ status: 'ok' }));
  await http.listen({ port: opties.port, host: opties.host ?? '127.0.0.1' });
  const port = (http.server.address() as AddressInfo).port;
  const url = `${tls === undefined ? 'http' : 'https'}://${opties.host ?? '127.0.0.1'}:${port}/graphql`;
  opties.logger.info({ subgraph: definitie.naam, port }, 'subgraph serves');
  return {
    url,
    stop: async () => {
      bewaking.sluit();
      beveiligd?.sluit();
      await http.close();
      await open.sluit();
    },
  };
}

/** As the gateway sent it, when it is one (W3C Trace Context, level 1). */
function leesTraceparent(gegeven: unknown): Pick<Raadpleging, 'traceparent'> {
  return typeof gegeven === 'string' && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(gegeven)
    ? { traceparent: gegeven }
    : {};
}

function stil(): void {
  // Apollo Server's own messages can quote documents; what matters is logged by formatSubgraphError.
}
