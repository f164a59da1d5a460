import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraafFout, type Logger } from '../../subgraphs/kit/index.ts';
import { leesOntsnapping, type Toegang, Weigering } from '../access/index.ts';
import type { Lease } from '../supergraph/index.ts';
import type { Admission } from './admission.ts';
import type { Graph } from './graph.ts';
import { type GraphqlRequest, readRequest } from './graphql-request.ts';
import { type Media, mediaOf } from './media-type.ts';
import { correlationIdOf, type RequestOptions, startOperation } from './operation-request.ts';
import type { Perform, Performed } from './perform.ts';
import { Refusal } from './refusal.ts';
import { writeAnswer, writeText } from './write-answer.ts';

export type GraphqlDoorDeps = RequestOptions & {
  readonly perform: Perform;
  /** The graph for one request, kept for it until it is answered. */
  readonly lease: () => Lease<Graph>;
  /** Undefined where the graph is open. */
  readonly admit: Admission | undefined;
  readonly maxBodyBytes: number;
  readonly logger: Logger;
};

const path = '/graphql';

/**
 * `POST /graphql`, for trusted documents by id and any document by text. A request is read, timed, answered and
 * refused here for both; what differs is only who finds the operation.
 *
 * @returns whether the request was for this door
 */
export function createGraphqlDoor(
  deps: GraphqlDoorDeps,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const { url = '' } = request;
    if (url !== path && !url.startsWith(`${path}?`)) return false;
    void answer(deps, request, response);
    return true;
  };
}

async function answer(
  deps: GraphqlDoorDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const correlationId = correlationIdOf(request.headers);
  const media = mediaOf(request.headers.accept);
  try {
    if (request.method !== 'POST') throw new Refusal(405, 'Send operations with POST.', { allow: 'POST' });
    if (media === undefined) {
      throw new Refusal(406, 'Answers are application/json or application/graphql-response+json.');
    }
    // Before anything of it is read.
    const identity = await deps.admit?.(request);
    const asked = await readRequest(request, deps.maxBodyBytes);
    const { value, release } = deps.lease();
    try {
      const toegang =
        identity === undefined
          ? undefined
          : value.toegangVan(identity, leesOntsnapping(request.headersDistinct));
      const performed = await perform(
        deps,
        value,
        { asked, correlationId, media, toegang },
        request,
        response,
      );
      await writeAnswer(response, media, correlationId, performed);
    } finally {
      release();
    }
  } catch (error) {
    refuse(deps.logger, response, correlationId, error);
  }
}

type Incoming = {
  readonly asked: GraphqlRequest;
  readonly correlationId: string;
  readonly media: Media;
  readonly toegang: Toegang | undefined;
};

async function perform(
  options: GraphqlDoorDeps,
  { trusted, anyDocument }: Graph,
  { asked, correlationId, media, toegang }: Incoming,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Performed> {
  const id = asked.documentId ?? (asked.query === undefined ? persistedHash(asked) : undefined);
  const operation = id === undefined ? undefined : trusted.get(id);
  if (id !== undefined && operation === undefined) {
    throw new Refusal(400, 'There is no trusted document of this id.', {}, 'ONBEKEND_DOCUMENT');
  }
  const { operationName } = asked;
  if (operation !== undefined && operationName !== undefined && operationName !== operation.operationName) {
    throw new Refusal(400, 'The document has no such operation.');
  }
  if (operation === undefined && anyDocument === undefined) {
    throw new Refusal(403, 'Only trusted documents are served, by documentId.', {}, 'ALLEEN_VERTROUWD');
  }
  const context = startOperation(
    request.headers,
    correlationId,
    media.mayDefer,
    toegang?.identity,
    options,
    response,
  );
  if (operation !== undefined) return options.perform(() => operation, asked.variables, context, toegang);
  if (anyDocument === undefined) throw new Error('no operation and no document');
  return anyDocument.run(asked, context, toegang);
}

/** The hash in `extensions.persistedQuery`, as Apollo clients send it. */
function persistedHash({ extensions }: GraphqlRequest): string | undefined {
  const persisted = extensions['persistedQuery'];
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return undefined;
  return typeof persisted.sha256Hash === 'string' ? persisted.sha256Hash : undefined;
}

/** Says in GraphQL's format why there is no answer, without repeating anything that was sent. */
function refuse(logger: Logger, response: ServerResponse, correlationId: string, error: unknown): void {
  const refusal = toRefusal(logger, error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { message, code, status, headers } = refusal;
  const text = JSON.stringify({ errors: [{ message, extensions: { code, correlationId } }] });
  writeText(
    response,
    status,
    { contentType: 'application/json; charset=utf-8' },
    correlationId,
    text,
    headers,
  );
}

function toRefusal(logger: Logger, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Weigering) {
    return new Refusal(error.status, error.message, error.headers, error.extensions.code);
  }
  if (error instanceof GraafFout) return new Refusal(400, error.message, {}, error.extensions.code);
  logger.error({ error }, 'request failed');
  return new Refusal(500, 'Er ging iets mis.', {}, 'INTERNE_FOUT');
}
