import type { FastifyInstance, FastifyRequest } from 'fastify';
import { leesCorrelationId } from '../correlatie-id.ts';
import type { Logger } from '../logger.ts';
import { volgBestanden } from '../volg-bestanden.ts';
import type { Claims, Verzoek } from './claims.ts';
import { createVerzoekcontrole } from './controle.ts';
import { leesJwks } from './sleutels.ts';
import type { SubgraphToegang } from './toegang.ts';
import { Verzoekweigering } from './weigering.ts';

export type Verzoekbewaking = {
  /** What the token of a request that was let in says; undefined where the subgraph is open. */
  readonly verzoekVan: (request: FastifyRequest) => Verzoek | undefined;
  readonly sluit: () => void;
};

export type BewakingOpties = {
  /** Name of the subgraph. */
  readonly naam: string;
  readonly toegang: SubgraphToegang;
  readonly logger: Logger;
  readonly now: () => Date;
};

/**
 * Lets only questions with a token of the gateway through to `/graphql`: the token is verified before anything of the
 * body is read, the body before it is parsed. Other addresses, such as `/health/live`, stay as they are.
 */
export function bewaakVerzoeken(http: FastifyInstance, opties: BewakingOpties): Verzoekbewaking {
  const { naam, toegang, logger, now } = opties;
  if (toegang.soort === 'OPEN') return { verzoekVan: () => undefined, sluit: () => undefined };
  const sleutels = volgBestanden({
    paden: [toegang.jwksFile],
    pollMs: toegang.pollMs,
    lees: () => leesJwks(toegang.jwksFile, 'GATEWAY_JWKS_FILE'),
    logger,
    van: { subgraph: naam },
  });
  const controle = createVerzoekcontrole({
    naam,
    sleutels: sleutels.huidig,
    openToegestaan: toegang.openGraaf,
    now,
  });
  const tokens = new WeakMap<FastifyRequest, Claims>();
  const verzoeken = new WeakMap<FastifyRequest, Verzoek>();
  const bewaakt = (request: FastifyRequest) => request.routeOptions.url === '/graphql';
  const beproef = <T>(request: FastifyRequest, werk: () => T): T => {
    try {
      return werk();
    } catch (error) {
      if (error instanceof Verzoekweigering) {
        const correlationId = leesCorrelationId(request.headers['x-correlation-id']);
        logger.warn({ correlationId, subgraph: naam, reden: error.reden }, 'a question is refused');
      }
      throw error;
    }
  };

  http.addHook('onRequest', async (request) => {
    if (!bewaakt(request)) return;
    // `headers` keeps the first of two Authorization headers, and drops the other without a word.
    const { authorization } = request.raw.headersDistinct;
    tokens.set(
      request,
      beproef(request, () => controle.leesToken(authorization)),
    );
  });
  const leesJson = http.getDefaultJsonParser('error', 'error');
  http.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const claims = tokens.get(request);
      if (claims !== undefined) {
        verzoeken.set(
          request,
          beproef(request, () => controle.neem(claims, body)),
        );
      }
    } catch (error) {
      done(error as Error);
      return;
    }
    void leesJson(request, body.toString('utf8'), done);
  });
  http.addHook('preHandler', async (request) => {
    if (!bewaakt(request) || verzoeken.has(request)) return;
    // A body that is no JSON, or none: no token is for it.
    beproef(request, () => {
      throw new Verzoekweigering('ANDERE_VRAAG');
    });
  });
  return { verzoekVan: (request) => verzoeken.get(request), sluit: sleutels.sluit };
}
