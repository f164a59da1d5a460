import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that takes every question and answers none. */
export type StilleServer = {
  readonly url: string;
  /** Questions so far. */
  readonly vragen: () => number;
  /** Questions whose connection is still open: somebody waits for their answer. */
  readonly wachtend: () => number;
  readonly stop: () => Promise<void>;
};

export async function startStilleServer(): Promise<StilleServer> {
  let vragen = 0;
  let wachtend = 0;
  const server = createServer((request) => {
    vragen += 1;
    wachtend += 1;
    request.socket.once('close', () => {
      wachtend -= 1;
    });
    request.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    vragen: () => vragen,
    wachtend: () => wachtend,
    stop: async () => {
      await new Promise((resolve) => {
        server.close(resolve).closeAllConnections();
      });
    },
  };
}

/** Waits until something is so; the test's own time limit says when that is too long. */
export async function totdat(isZo: () => boolean): Promise<void> {
  while (!isZo()) await new Promise((resolve) => setTimeout(resolve, 10));
}
