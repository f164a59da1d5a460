/**
 * The limit as a process: for each measured operation a handler written by hand, which knows what to fetch
 * and how to merge it. `main.ts <undici|raw> <port> <addresses of the subgraphs as JSON>`.
 */
import { createServer } from 'node:http';
import { z } from 'zod';
import type { Handler } from './answers.ts';
import { createRawClient, createUndiciClient, type Post } from './client.ts';
import { deep } from './shop.ts';
import { caseload, profile } from './werkplein.ts';

const [client, port, urls] = z
  .tuple([z.enum(['undici', 'raw']), z.coerce.number(), z.string()])
  .parse(process.argv.slice(2));
const createClient = client === 'undici' ? createUndiciClient : createRawClient;
const posts = new Map<string, Post>(
  Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(urls))).map(([name, url]) => [
    name,
    createClient(new URL(url)),
  ]),
);
const subgraphs = (name: string): Post => {
  const post = posts.get(name);
  if (post === undefined) throw new Error(`no subgraph ${name}`);
  return post;
};
const handlers: Readonly<Record<string, Handler>> = posts.has('balie')
  ? { profile: profile(subgraphs), caseload: caseload(subgraphs) }
  : { deep: deep(subgraphs) };

createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const { documentId, variables } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as {
      readonly documentId: string;
      readonly variables: Readonly<Record<string, unknown>>;
    };
    const handler = handlers[documentId];
    if (handler === undefined) {
      response.writeHead(404).end();
      return;
    }
    void handler(variables).then(
      (text) => {
        const bytes = Buffer.from(text);
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
        response.end(bytes);
      },
      (error: unknown) => {
        response.writeHead(500).end(String(error));
      },
    );
  });
}).listen(port, '127.0.0.1');
