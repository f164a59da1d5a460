import { script } from '../processes/index.ts';
import { type Gateway, idBody } from './contestant.ts';

/** The same work written by hand for exactly this operation: what a gateway in Node can hope for. */
function handWritten(client: 'undici' | 'raw', title: string): Gateway {
  return {
    peer: false,
    command: ({ port, urls }) => {
      const command = script(
        new URL('../limit/main.ts', import.meta.url),
        client,
        String(port),
        JSON.stringify(urls),
      );
      return { ...command, env: { NODE_ENV: 'production' } };
    },
    doors: [{ contestant: `limit-${client}`, title, body: idBody }],
  };
}

export const limits: readonly Gateway[] = [
  handWritten('undici', 'hand-written, undici'),
  handWritten('raw', 'hand-written, raw sockets'),
];
