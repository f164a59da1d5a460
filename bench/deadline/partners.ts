import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import {
  createHttpBron,
  createLogger,
  gevonden,
  niemand,
  type Raadpleging,
  raadpleeg,
  type SubgraphDefinitie,
  startSubgraph,
} from '../../subgraphs/kit/index.ts';
import { facts, type PartnerName, sdl } from './graph.ts';

/** Ways in which the fourth partner keeps who asks it waiting. */
export const silences = ['silent', 'halfway', 'sources'] as const;
export type Silence = (typeof silences)[number];

export type RunningPartners = {
  readonly urls: Readonly<Record<PartnerName, string>>;
  readonly stop: () => Promise<void>;
};

/**
 * Serves the four: three that answer at once, and a fourth that takes the question and says nothing (`silent`),
 * stops in the middle of its answer (`halfway`), or is a subgraph of ours whose source says nothing (`sources`).
 */
export async function startPartners(silence: Silence): Promise<RunningPartners> {
  const answering = await Promise.all((['eerste', 'tweede', 'derde'] as const).map(startAnswering));
  const fourth = await fourths[silence]();
  const [eerste = '', tweede = '', derde = ''] = answering.map(({ url }) => url);
  return {
    urls: { eerste, tweede, derde, vierde: fourth.url },
    stop: async () => {
      await Promise.all([...answering, fourth].map(({ stop }) => stop()));
    },
  };
}

type Running = { readonly url: string; readonly stop: () => Promise<void> };

const fourths: Readonly<Record<Silence, () => Promise<Running>>> = {
  silent: () => serve(createServer((request) => request.resume())),
  halfway: () =>
    serve(
      createServer((request, response) => {
        request.resume();
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":{"_entities":[{');
      }),
    ),
  sources: async () => {
    const source = await fourths.silent();
    const subgraph = await startSubgraph(subgraphOver(new URL(source.url)), {
      config: {},
      toegang: { soort: 'OPEN' },
      port: 0,
      logger: createLogger('vierde', { level: 'silent' }),
    });
    return {
      url: subgraph.url,
      stop: async () => {
        await subgraph.stop();
        await source.stop();
      },
    };
  },
};

/** The fourth partner as a subgraph of ours. */
function subgraphOver(url: URL): SubgraphDefinitie<unknown, { readonly raadpleging: Raadpleging }> {
  const http = createHttpBron({ bron: facts.vierde.bron, url, timeoutMs: 60_000, maxGelijktijdig: 256 });
  return {
    naam: 'vierde',
    partner: 'Vierde',
    sdl: sdl.vierde,
    bronnen: [facts.vierde.bron],
    leesConfig: () => ({}),
    open: () => ({ context: (raadpleging) => ({ raadpleging }), sluit: http.sluit }),
    resolvers: {
      Client: {
        loonwaarde: async (
          _client: unknown,
          _args: unknown,
          { raadpleging }: { readonly raadpleging: Raadpleging },
        ) => {
          const antwoord = await raadpleeg(raadpleging, facts.vierde.bron, niemand, async () => {
            await http.vraag({ method: 'GET', path: '/' }, raadpleging);
            return gevonden(facts.vierde.client.loonwaarde);
          });
          return 'gegevens' in antwoord ? antwoord.gegevens : null;
        },
      },
    },
  };
}

const question = z.object({
  query: z.string(),
  variables: z.object({ nummer: z.string().optional(), representations: z.array(z.unknown()).optional() }),
});

/** A partner that answers every question with what it knows, as JSON that costs next to nothing. */
function startAnswering(name: Exclude<PartnerName, 'vierde'>): Promise<Running> {
  const { bron, client } = facts[name];
  return serve(
    createServer((request, response) => {
      void read(request).then((body) => {
        const { query, variables } = question.parse(JSON.parse(body));
        const asked = Object.fromEntries(Object.entries(client).filter(([field]) => query.includes(field)));
        const data =
          variables.representations === undefined
            ? { client: { __typename: 'Client', nummer: variables.nummer, ...asked } }
            : { _entities: variables.representations.map(() => asked) };
        const geraadpleegdOp = new Date().toISOString();
        const bronnen = [{ bron, uitkomst: 'GEVONDEN', aanroepen: 1, duurMs: 1, geraadpleegdOp }];
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ data, extensions: { bronnen } }));
      });
    }),
  );
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

async function serve(server: Server): Promise<Running> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
