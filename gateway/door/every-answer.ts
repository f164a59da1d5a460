import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Headers of every answer (OWASP REST Security, "Security Headers"): nobody keeps it, frames it, or guesses what it is. */
export const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Only over TLS (RFC 6797 §7.2): a header that anybody on the way could have put there says nothing. */
const strictTransport = 'max-age=31536000; includeSubDomains';

/** How long a client may take, and how much it may say before its body: it holds a connection all that time. */
export const serverLimits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // How often Node looks who is over these.
  connectionsCheckingInterval: 2_000,
} as const satisfies ServerOptions;

const preflight = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers':
    'authorization, content-type, x-correlation-id, x-doelbinding, x-tijdbudget-ms',
  'access-control-max-age': '600',
} as const;

/**
 * Puts on an answer what every answer has, before anybody decides what it will be. Pages of other origins read nothing
 * but those of `corsOrigins` (Fetch Standard, CORS); what they may send is asked before it is sent, since operations
 * are `application/json`.
 * @returns whether the request was such a question, and is answered
 */
export function createEveryAnswer(
  corsOrigins: ReadonlySet<string>,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const always = Object.entries(securityHeaders);
  return (request, response) => {
    for (const [name, value] of always) response.setHeader(name, value);
    if ('encrypted' in request.socket) response.setHeader('strict-transport-security', strictTransport);
    if (corsOrigins.size === 0) return false;
    response.setHeader('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !corsOrigins.has(origin)) return false;
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', 'retry-after, x-correlation-id');
    if (request.method !== 'OPTIONS') return false;
    response.writeHead(204, preflight).end();
    return true;
  };
}

const brokenRequests: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of the request are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to come.'],
};
const broken = ['400 Bad Request', 'The request is not HTTP.'] as const;

/** What is no HTTP comes to no handler; it is refused as all else is, and the connection goes with it. */
export function refuseBroken(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = brokenRequests[error.code ?? ''] ?? broken;
  const correlationId = randomUUID();
  const text = JSON.stringify({
    errors: [{ message, extensions: { code: 'ONGELDIGE_VRAAG', correlationId } }],
  });
  const headers: Readonly<Record<string, string | number>> = {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-correlation-id': correlationId,
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${text}`);
  // A client that goes on sending is not listened to.
  setTimeout(() => socket.destroy(), 1_000).unref();
}
