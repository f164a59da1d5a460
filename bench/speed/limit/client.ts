import { connect, type Socket } from 'node:net';
import { Pool } from 'undici';
import { createMessageReader } from '../http/index.ts';

/** Posts one JSON text to one subgraph and gives the text that comes back. */
export type Post = (body: string) => Promise<string>;

/** Enough for 500 operations in flight. */
const connections = 1024;

export function createUndiciClient(url: URL): Post {
  const pool = new Pool(url.origin, { connections });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return async (body) => {
    const response = await pool.request({ method: 'POST', path: url.pathname, headers, body });
    return response.body.text();
  };
}

type Connection = { readonly socket: Socket; answered: (text: string) => void };

/** Kept sockets with one request at a time and no HTTP library: as little as a request can cost in Node. */
export function createRawClient(url: URL): Post {
  const idle: Connection[] = [];
  const head =
    `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\ncontent-type: application/json\r\n` +
    'accept: application/json\r\ncontent-length: ';
  const open = (): Connection => {
    const connection: Connection = {
      socket: connect({ port: Number(url.port), host: url.hostname, noDelay: true }),
      answered: () => undefined,
    };
    const read = createMessageReader(({ body }) => {
      idle.push(connection);
      connection.answered(body.toString('utf8'));
    });
    connection.socket.on('data', read);
    // A subgraph of the bench that closes a connection is a bench that is broken.
    connection.socket.on('error', (error) => {
      throw error;
    });
    return connection;
  };
  return async (body) =>
    new Promise((resolve) => {
      const connection = idle.pop() ?? open();
      connection.answered = resolve;
      connection.socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
}
