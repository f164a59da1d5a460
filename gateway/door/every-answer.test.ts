/** What stands on every answer, whatever it is; and who of elsewhere may read it. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CannedGraph, readSubgraphs, startCannedGraph } from '../../test/canned/index.ts';

const subgraphs = readSubgraphs(new URL('../execution/fixtures/boekhandel/', import.meta.url));
const allowed = 'https://balie.example';

let closed: CannedGraph;
let open: CannedGraph;
beforeAll(async () => {
  [closed, open] = await Promise.all([
    startCannedGraph(subgraphs),
    startCannedGraph(subgraphs, { CORS_ORIGINS: `${allowed},https://intake.example` }),
  ]);
});
afterAll(() => Promise.all([closed.stop(), open.stop()]));

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Readonly<Record<string, string>> = json): RequestInit => ({
  method: 'POST',
  headers,
  body,
});
const good = '{"query":"{ __typename }"}';

const security = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

describe('an answer has the headers of every answer, and tells nothing of what made it', () => {
  it.each<[string, number, string, RequestInit]>([
    ['an operation', 200, '/graphql', post(good)],
    [
      'an operation in parts',
      200,
      '/graphql',
      post(good, { ...json, accept: 'multipart/mixed;deferSpec=20220824' }),
    ],
    ['one that does not fit', 200, '/graphql', post('{"query":"{ geen }"}')],
    ['what is not JSON', 400, '/graphql', post('{')],
    ['several at once', 400, '/graphql', post(`[${good},${good}]`)],
    [
      'a form',
      415,
      '/graphql',
      post('query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['plain text', 415, '/graphql', post(good, { 'content-type': 'text/plain' })],
    ['GET', 405, '/graphql?query=%7B__typename%7D', {}],
    ['too much', 413, '/graphql', post(`{"query":"${' '.repeat(1_100_000)}"}`)],
    ['health', 200, '/health/live', {}],
    ['a path that is not there', 404, '/graphql/console', {}],
    ['a path that is no path', 400, '/%c0', {}],
  ])('%s', async (_wat, status, path, init) => {
    const response = await fetch(new URL(path, closed.url), init);
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(security);
    for (const name of ['server', 'x-powered-by', 'strict-transport-security', 'set-cookie', 'vary']) {
      expect(response.headers.has(name), name).toBe(false);
    }
    await response.text();
  });

  it('GraphiQL, with a policy of its own that lets nothing in from elsewhere', async () => {
    const { headers } = await fetch(new URL('/graphiql', closed.url));
    const policy = headers.get('content-security-policy');
    const rest = Object.entries(security).filter(([name]) => name !== 'content-security-policy');
    expect(Object.fromEntries(headers)).toMatchObject(Object.fromEntries(rest));
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it.each([
    ['what is no HTTP', 'kanarie 999900006\r\n\r\n', '400 Bad Request'],
    [
      'headers without end',
      `POST /graphql HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}`,
      '431 Request Header Fields Too Large',
    ],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      '400 Bad Request',
    ],
    [
      'a length and parts',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      '400 Bad Request',
    ],
  ])('%s', async (_wat, sent, status) => {
    const answer = await raw(closed.url, sent);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status}\r\n`));
    for (const [name, value] of Object.entries(security)) expect(head).toContain(`\r\n${name}: ${value}`);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'ONGELDIGE_VRAAG' } }] });
    expect(answer).not.toMatch(/kanarie|999900006/);
  });
});

describe('a page of another origin', () => {
  const ask = (graph: CannedGraph, origin: string, method: string) =>
    fetch(graph.url, {
      method,
      headers: {
        ...json,
        origin,
        ...(method === 'OPTIONS'
          ? { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
          : {}),
      },
      ...(method === 'POST' ? { body: good } : {}),
    });
  const told = ({ headers }: Response) =>
    [...headers.keys()].filter((name) => name.startsWith('access-control'));

  it.each(['https://kwaad.example', 'null', allowed])('reads nothing: %s', async (origin) => {
    for (const method of ['OPTIONS', 'POST', 'GET']) {
      const response = await ask(closed, origin, method);
      expect([response.status, told(response)]).toEqual([method === 'POST' ? 200 : 405, []]);
    }
  });

  it.each([
    'https://kwaad.example',
    'null',
    'http://balie.example',
    'https://balie.example.kwaad.example',
    'https://sub.balie.example',
    'https://balie.example:8443',
    'https://BALIE.example',
    `${allowed}, https://intake.example`,
  ])('reads nothing where others may: %s', async (origin) => {
    for (const method of ['OPTIONS', 'POST']) {
      const response = await ask(open, origin, method);
      expect([response.status, told(response)]).toEqual([method === 'POST' ? 200 : 405, []]);
      expect(response.headers.get('vary')).toBe('origin');
    }
  });

  it('that is allowed asks first, and reads', async () => {
    const asked = await ask(open, allowed, 'OPTIONS');
    expect([asked.status, await asked.text()]).toEqual([204, '']);
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      ...security,
      vary: 'origin',
      'access-control-allow-origin': allowed,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers':
        'authorization, content-type, x-correlation-id, x-doelbinding, x-tijdbudget-ms',
    });
    expect(asked.headers.has('access-control-allow-credentials')).toBe(false);
    const read = await ask(open, allowed, 'POST');
    expect(read.headers.get('access-control-allow-origin')).toBe(allowed);
    expect(await read.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

/** Sends what no client would, and reads until the gateway closes the connection. */
function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('end', () => {
      socket.end();
      resolve(answer);
    });
    socket.on('error', reject);
  });
}
