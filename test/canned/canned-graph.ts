import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type FastifyReply, fastify } from 'fastify';
import { parse } from 'graphql';
import { createSupergraph, type GatewayDeps, leesGatewayConfig, startGateway } from '../../gateway/index.ts';
import { createLogger } from '../../subgraphs/kit/index.ts';
import { answerFrom, type CannedRequest, type CannedResponse, type Known } from './canned-subgraph.ts';

/** What a subgraph was asked. */
export type Asked = CannedRequest & { readonly subgraph: string };

/**
 * What one subgraph answers: from what it knows, or by a function: an object is sent as JSON, a response with a
 * status of its own as it is.
 */
export type Canned = Known | ((request: CannedRequest, served: Served) => unknown);

export type Served = {
  /** The answer from what is known. */
  readonly from: (known: Known) => CannedResponse;
  /** When the connection is closed, by the answer or by who asked. */
  readonly closed: Promise<void>;
};

export class CannedHttp {
  readonly status: number;
  readonly text: string;

  constructor(status: number, text: string) {
    this.status = status;
    this.text = text;
  }
}

export type GraphAnswer = { readonly status: number; readonly text: string };

/** A real gateway over real sockets, before subgraphs that answer what a test wrote down. */
export type CannedGraph = {
  readonly url: string;
  /** Answers from here on, by name of the subgraph; forgets what was asked. */
  readonly serve: (subgraphs: Readonly<Record<string, Canned>>) => void;
  /** What was asked since, in order of arrival. */
  readonly asked: () => readonly Asked[];
  readonly ask: (
    body: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<GraphAnswer>;
  readonly stop: () => Promise<void>;
};

/** @throws Error with every problem of the composition */
export function composeSdl(subgraphs: Readonly<Record<string, string>>): string {
  const result = composeServices(
    Object.entries(subgraphs).map(([name, sdl]) => ({
      name,
      url: `http://${name}.example/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (result.errors !== undefined) throw new Error(result.errors.map((e) => e.message).join('\n'));
  return result.supergraphSdl;
}

/** @param env settings of the gateway, e.g. its planner */
export async function startCannedGraph(
  subgraphs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
  opKlaar?: GatewayDeps['opKlaar'],
): Promise<CannedGraph> {
  let canned: Readonly<Record<string, Canned>> = {};
  let asked: Asked[] = [];
  const servers = await Promise.all(
    Object.entries(subgraphs).map(async ([name, sdl]) => {
      const schema = buildSubgraphSchema({ typeDefs: parse(sdl) });
      const http = fastify({ forceCloseConnections: true });
      http.post('/graphql', async ({ body }, reply) => {
        const request = body as CannedRequest;
        asked.push({ subgraph: name, query: request.query, variables: request.variables });
        const closed = new Promise<void>((resolve) => reply.raw.once('close', resolve));
        return answer(canned[name], request, reply, {
          from: (known) => answerFrom(schema, known, request),
          closed,
        });
      });
      await http.listen({ port: 0, host: '127.0.0.1' });
      const { port } = http.server.address() as AddressInfo;
      return { name, http, url: `http://127.0.0.1:${port}/graphql` };
    }),
  );
  const urls = Object.fromEntries(
    servers.map(({ name, url }) => [`SUBGRAPH_URL_${name.toUpperCase()}`, url]),
  );
  const gateway = await startGateway(
    leesGatewayConfig({ ACCESS: 'open', PORT: '0', TRUSTED_DOCUMENTS: 'none', ...urls, ...env }),
    {
      supergraph: createSupergraph(composeSdl(subgraphs)),
      logger: createLogger('test', { level: 'silent' }),
      inProcess: [],
      ...(opKlaar === undefined ? {} : { opKlaar }),
    },
  );
  return {
    url: gateway.url,
    serve: (next) => {
      canned = next;
      asked = [];
    },
    asked: () => asked,
    ask: async (body, headers = {}) => {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    },
    stop: async () => {
      await gateway.stop();
      await Promise.all(servers.map(({ http }) => http.close()));
    },
  };
}

async function answer(
  canned: Canned | undefined,
  request: CannedRequest,
  reply: FastifyReply,
  served: Served,
): Promise<unknown> {
  if (canned === undefined) throw new Error('this subgraph was not expected to be asked');
  const body: unknown = typeof canned === 'function' ? await canned(request, served) : served.from(canned);
  if (!(body instanceof CannedHttp)) return body;
  return reply.status(body.status).type('application/json').send(body.text);
}
