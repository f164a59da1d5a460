/**
 * `npm start`: the whole Werkplein on this machine, one process per simulated partner system, per
 * subgraph and for the gateway. Prints `ready` when all of them serve. A process that stops takes
 * no other with it: the graph says what is missing.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { poortplan, registry } from '../subgraphs/index.ts';
import { basispoort } from './development.ts';

const startTimeoutMs = 60_000;
const ports = poortplan(basispoort(process.env));

type Part = { readonly name: string; readonly args: readonly string[]; readonly alive: string };

const parts: readonly Part[] = [
  ...registry.flatMap(({ naam, inProcess }, index): readonly Part[] =>
    inProcess === true
      ? []
      : [
          {
            name: `sources of ${naam}`,
            args: ['commands/sources.ts', naam],
            alive: `http://127.0.0.1:${ports.control(index)}/`,
          },
          {
            name: `subgraph ${naam}`,
            args: ['commands/subgraph.ts', naam],
            alive: `http://127.0.0.1:${ports.subgraph(index)}/health/live`,
          },
        ],
  ),
  {
    name: 'gateway',
    args: ['commands/gateway.ts'],
    alive: `http://127.0.0.1:${ports.gateway}/health/live`,
  },
];

const toestand = { stopping: false };
const running = new Map<string, ChildProcess>();

function stop(): void {
  toestand.stopping = true;
  for (const child of running.values()) child.kill('SIGTERM');
}

for (const { name, args } of parts) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { LOG_LEVEL: 'warn', ...process.env },
  });
  running.set(name, child);
  child.once('exit', (code, signal) => {
    running.delete(name);
    if (!toestand.stopping) console.error(`${name} stopped (${signal ?? `exit ${code ?? 'unknown'}`})`);
  });
}
// A signal may come more than once: from the terminal to the whole group, and from npm.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

async function isAlive(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

const deadline = Date.now() + startTimeoutMs;
let waiting = parts;
while (waiting.length > 0 && !toestand.stopping) {
  const dead = waiting.find(({ name }) => !running.has(name));
  if (dead !== undefined || Date.now() > deadline) {
    console.error(`not ready: ${(dead ?? waiting[0])?.name ?? ''} does not serve`);
    process.exitCode = 1;
    stop();
    break;
  }
  await pause(100);
  const alive = await Promise.all(waiting.map(({ alive: url }) => isAlive(url)));
  waiting = waiting.filter((_part, i) => alive[i] !== true);
}
if (waiting.length === 0 && !toestand.stopping) {
  for (const [name, { pid }] of running) console.log(`${name.padEnd(20)} process ${pid ?? ''}`);
  console.log(`gateway   http://127.0.0.1:${ports.gateway}/graphql`);
  console.log(`graphiql  http://127.0.0.1:${ports.gateway}/graphiql`);
  console.log('ready');
}
