import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { PartnerName } from './graph.ts';
import type { Silence } from './partners.ts';
import type { Remains } from './remains.ts';

/** What the gateway's process holds now, and the processor time it took since its start. */
export type GatewayState = Remains & { readonly cpuMs: number };

export type Processes = {
  readonly url: URL;
  readonly gateway: () => Promise<GatewayState>;
  readonly stop: () => Promise<void>;
};

/** Gateway and partners in a process each, so that who measures is not who is measured. */
export async function startProcesses(silence: Silence): Promise<Processes> {
  const partners = run('serve-partners.ts', [silence], {});
  const urls = (await message(partners)) as Record<PartnerName, string>;
  const addresses = Object.entries(urls).map(([name, url]) => [`SUBGRAPH_URL_${name.toUpperCase()}`, url]);
  const gateway = run('gateway.ts', [], Object.fromEntries(addresses) as Record<string, string>);
  const url = (await message(gateway)) as string;
  return {
    url: new URL(url),
    gateway: async () => {
      gateway.send('state');
      return (await message(gateway)) as GatewayState;
    },
    stop: async () => {
      const gone = [gateway, partners].map((child) => once(child, 'exit'));
      gateway.kill();
      partners.kill();
      await Promise.all(gone);
    },
  };
}

function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return fork(new URL(file, import.meta.url), args, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
  });
}

async function message(child: ChildProcess): Promise<unknown> {
  const [first] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('a process of the bench stopped');
    }),
  ])) as [unknown];
  return first;
}
