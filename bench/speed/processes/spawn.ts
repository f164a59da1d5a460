import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** Which core a process is bound to: the gateway has one to itself, whoever calls and answers it the other. */
export type Core = 'gateway' | 'harness';

export type Running = {
  readonly pid: number;
  /** The last it wrote, for when it does not serve. */
  readonly output: () => string;
  readonly ended: () => boolean;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
};

export type Command = {
  readonly argv: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
};

const stopTimeoutMs = 5_000;
const askTimeoutMs = 60_000;
const keptOutput = 4_000;
const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The two cores to bind to, of those this process may use; none where `taskset` or a second core is missing. */
const cores = twoCores();

/** Whether gateway and harness have a core each. Without, figures say less. */
export const pinned = cores !== undefined;

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) kill(child, 'SIGKILL');
});

/** Starts a process, by default in the repository, with a channel for `ask` when it is `ours`. */
export function start(core: Core, { argv, env, cwd }: Command, ours = false): Running {
  const [program, ...args]: Command['argv'] =
    cores === undefined ? argv : ['taskset', '-c', String(cores[core]), ...argv];
  const child = spawn(program, args, {
    cwd: cwd ?? repository,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(ours ? (['ipc'] as const) : [])],
    // A group of its own: what it starts is stopped with it.
    detached: true,
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece: Buffer) => {
      output = `${output}${piece.toString('utf8')}`.slice(-keptOutput);
    });
  }
  child.on('error', (error) => {
    output += error.message;
  });
  const closed = new Promise<void>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => {
      resolve();
    });
  }).then(() => running.delete(child));
  return {
    pid: child.pid ?? 0,
    child,
    output: () => output,
    ended: () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined,
    stop: async () => {
      kill(child, 'SIGTERM');
      const timer = setTimeout(kill, stopTimeoutMs, child, 'SIGKILL');
      await closed;
      clearTimeout(timer);
    },
  };
}

function twoCores(): Readonly<Record<Core, number>> | undefined {
  if (spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
  // `pid 1's current affinity list: 0-3,8`
  const { stdout } = spawnSync('taskset', ['-pc', String(process.pid)], { encoding: 'utf8' });
  const allowed = (stdout.split(': ')[1] ?? '').split(',').flatMap((range) => {
    const [first = Number.NaN, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 || 0 }, (_empty, i) => first + i);
  });
  const [gateway, harness] = allowed;
  return gateway === undefined || harness === undefined ? undefined : { gateway, harness };
}

function kill({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}

/** A TypeScript file of the bench, as a command. */
export function script(file: URL, ...args: readonly string[]): Command {
  return { argv: [process.execPath, '--import', 'tsx', fileURLToPath(file), ...args] };
}

/**
 * Sends one message to a process of ours and waits for one back.
 * @throws when the process has ended, ends instead, or takes longer than `timeoutMs`
 */
export async function ask<T>(
  to: Running,
  message: object,
  answer: z.ZodType<T>,
  timeoutMs = askTimeoutMs,
): Promise<T> {
  const { child } = to;
  const forgotten = new AbortController();
  const { signal } = forgotten;
  const failed = (what: string): Error => new Error(`a process of the bench ${what}: ${to.output()}`);
  try {
    if (to.ended()) throw failed('had ended');
    const answered = once(child, 'message', { signal });
    const ended = once(child, 'exit', { signal }).then(() => {
      throw failed('ended');
    });
    const late = pause(timeoutMs, undefined, { signal }).then(() => {
      throw failed('does not answer');
    });
    child.send(message);
    const received: readonly unknown[] = await Promise.race([answered, ended, late]);
    return answer.parse(received[0]);
  } finally {
    forgotten.abort();
  }
}

/** Answers `ask` in a process of ours, which ends with the one that asks. */
export function answerMessages(answer: (message: unknown) => Promise<object> | object): void {
  process.on('message', (message) => {
    void Promise.resolve(answer(message)).then((reply) => process.send?.(reply));
  });
  process.on('disconnect', () => {
    process.exit();
  });
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
