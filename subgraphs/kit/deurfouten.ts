import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Foutcode, GraafFout } from './errors.ts';

/**
 * What does not reach GraphQL is refused in GraphQL's error format: our own words, never the URL or the
 * body that was sent. `GET /graphql` is one of those: a URL is logged on its way, variables and all.
 */
export function setDeurfouten(http: FastifyInstance): void {
  http.setNotFoundHandler(async (request, reply) => {
    if (request.url.split('?')[0] !== '/graphql') return weiger(reply, 404, 'Not found.');
    return weiger(reply.header('allow', 'POST'), 405, 'Send operations with POST.');
  });
  http.setErrorHandler(async (error: { readonly statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (error instanceof GraafFout) return weiger(reply, status, error.message, error.extensions.code);
    if (status < 500) return weiger(reply, status, 'The request is not a GraphQL request in JSON.');
    return weiger(reply, 500, 'Er ging iets mis.', 'INTERNE_FOUT');
  });
}

function weiger(
  reply: FastifyReply,
  status: number,
  message: string,
  code: Foutcode = 'ONGELDIGE_VRAAG',
): FastifyReply {
  const correlationId = randomUUID();
  return reply
    .status(status)
    .header('x-correlation-id', correlationId)
    .send({ errors: [{ message, extensions: { code, correlationId } }] });
}
