import { gatewayFlags } from '../../../commands/node-flags.ts';
import { documentIdBody, type Gateway } from './contestant.ts';

/** The same work written by hand for exactly this operation: what a gateway in Node can hope for. */
function handWritten(client: 'undici' | 'raw', title: string): Gateway {
  return {
    peer: false,
    command: ({ port, urls, nodeFlags }) => ({
      argv: [
        process.execPath,
        ...gatewayFlags,
        ...nodeFlags,
        'bench/dist/speed/limit/main.js',
        ...[client, String(port), JSON.stringify(urls)],
      ],
      env: { NODE_ENV: 'production' },
    }),
    doors: [{ contestant: `limit-${client}`, title, body: documentIdBody }],
  };
}

export const limits: readonly Gateway[] = [
  handWritten('undici', 'hand-written, undici'),
  handWritten('raw', 'hand-written, raw sockets'),
];
