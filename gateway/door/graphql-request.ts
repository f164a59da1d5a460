import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** The parameters of a GraphQL request (GraphQL over HTTP §5.1), and the name of a document (appendix A). */
export type GraphqlRequest = {
  readonly query: string | undefined;
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
};

const jsonType = /^application\/json\s*(;\s*charset="?utf-?8"?\s*)?$/i;

/** Reads the body of a POST. @throws Refusal when it is not a GraphQL request in JSON, or too large */
export async function readRequest(request: IncomingMessage, maxBytes: number): Promise<GraphqlRequest> {
  const contentType = request.headers['content-type'];
  if (contentType !== 'application/json' && !jsonType.test(contentType ?? '')) {
    throw new Refusal(415, 'Send a GraphQL request as application/json in UTF-8.');
  }
  return parameters(parse(await readBody(request, maxBytes)));
}

function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      reject(tooLarge(request));
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) reject(tooLarge(request));
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve((chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString('utf8'));
    });
    // A client that goes away reads no refusal.
    request.on('error', () => {
      reject(new Refusal(400, 'The request did not come whole.'));
    });
  });
}

/** The rest of such a body is not waited for: the connection goes with the answer. */
function tooLarge(request: IncomingMessage): Refusal {
  request.removeAllListeners('data');
  request.resume();
  return new Refusal(413, 'The request is too large.', { connection: 'close' });
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw malformed('The body is not JSON.');
  }
}

function parameters(body: unknown): GraphqlRequest {
  if (!isRecord(body)) throw malformed('The body must be one JSON object: requests are not batched.');
  const { query, documentId, operationName, variables, extensions } = body;
  if (query !== undefined && query !== null && typeof query !== 'string')
    throw malformed('query must be a string.');
  if (documentId !== undefined && documentId !== null && typeof documentId !== 'string') {
    throw malformed('documentId must be a string.');
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw malformed('operationName must be a string.');
  }
  if (variables !== undefined && variables !== null && !isRecord(variables)) {
    throw malformed('variables must be an object.');
  }
  if (extensions !== undefined && extensions !== null && !isRecord(extensions)) {
    throw malformed('extensions must be an object.');
  }
  const names = typeof documentId === 'string' || (isRecord(extensions) && 'persistedQuery' in extensions);
  if (typeof query !== 'string' && !names) {
    throw malformed('A request has a query, or the documentId of a trusted document.');
  }
  if (typeof query === 'string' && typeof documentId === 'string') {
    throw malformed('A request has a query or a documentId, not both.');
  }
  return {
    query: query ?? undefined,
    documentId: documentId ?? undefined,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    extensions: extensions ?? {},
  };
}

function malformed(message: string): Refusal {
  return new Refusal(400, message);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
