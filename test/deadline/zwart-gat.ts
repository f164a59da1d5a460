import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

export type ZwartGat = { readonly url: URL; readonly stop: () => Promise<void> };

/** A listener that stops running as soon as it listens: the kernel takes a few connections for it, and no more. */
const luisteraar = `
  const { createServer } = require('node:net');
  const { parentPort } = require('node:worker_threads');
  const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

const volNaMs = 500;

/** An address that is there and to which no connection is ever made, as behind a firewall that drops. */
export async function openZwartGat(): Promise<ZwartGat> {
  const worker = new Worker(luisteraar, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  const gemaakt: Socket[] = [];
  // Until one is not taken any more.
  for (let isVol = false; !isVol; ) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    gemaakt.push(socket);
    isVol = await Promise.race([
      once(socket, 'connect').then(() => false),
      new Promise<boolean>((resolve) => {
        setTimeout(resolve, volNaMs, true);
      }),
    ]);
  }
  return {
    url: new URL(`http://127.0.0.1:${port}/graphql`),
    stop: async () => {
      for (const socket of gemaakt) socket.destroy();
      await worker.terminate();
    },
  };
}
