import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PlanNode as ApolloNode } from '@apollo/query-planner';
import { planAnswer } from './apollo-messages.ts';
import { fromApolloPlan } from './apollo-plan.ts';
import type { Planner } from './plan.ts';

type Waiting = {
  readonly resolve: (plan: string) => void;
  readonly reject: (error: Error) => void;
};

type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/**
 * Apollo's own planner, in a thread of its own: planning blocks whoever does it, and only a thread can be stopped
 * when it takes too long. A thread that was stopped is replaced at the next operation.
 * @throws when the supergraph is not one to it
 */
export async function createApolloPlanner(supergraphSdl: string): Promise<Planner> {
  let thread = await startThread(supergraphSdl);
  let next = 1;
  let isClosed = false;
  const stop = async (stopped: Thread, reason: string) => {
    for (const { reject } of stopped.waiting.values()) reject(new Error(reason));
    stopped.waiting.clear();
    await stopped.worker.terminate();
  };
  let replacing: Promise<void> | undefined;
  const replace = (stopped: Thread): Promise<void> => {
    replacing ??= (async () => {
      await stop(stopped, 'planning took too long');
      if (!isClosed) thread = await startThread(supergraphSdl);
    })().finally(() => {
      replacing = undefined;
    });
    return replacing;
  };
  return {
    name: 'apollo',
    plan: async (operation, signal) => {
      await replacing;
      signal.throwIfAborted();
      const asked = thread;
      const id = next;
      next += 1;
      const plan = await new Promise<string>((resolve, reject) => {
        asked.waiting.set(id, { resolve, reject });
        asked.worker.ref();
        signal.addEventListener('abort', () => void replace(asked), { once: true });
        asked.worker.postMessage({ id, operation });
      });
      const node = JSON.parse(plan) as ApolloNode | null;
      return node === null ? undefined : fromApolloPlan(node);
    },
    close: async () => {
      isClosed = true;
      await replacing;
      await stop(thread, 'the planner was closed');
    },
  };
}

async function startThread(supergraphSdl: string): Promise<Thread> {
  const worker = new Worker(entry(), { workerData: { supergraphSdl } });
  const waiting = new Map<number, Waiting>();
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      reject(error);
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () => {
      fail(new Error('the planner stopped'));
    });
    worker.on('message', (message: unknown) => {
      const { id, plan, error } = planAnswer.parse(message);
      if (id === 0) resolve();
      const one = waiting.get(id);
      waiting.delete(id);
      if (plan !== undefined) one?.resolve(plan);
      else one?.reject(new Error(error ?? 'no plan'));
      // A planner with nothing to do keeps no process alive.
      if (waiting.size === 0) worker.unref();
    });
  });
  return { worker, waiting };
}

/** The file of the thread; a source file is loaded by tsx there, whatever loads the main thread (tests). */
function entry(): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('./apollo-worker.js', import.meta.url);
  const file = new URL('./apollo-worker.ts', import.meta.url).href;
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(
    /\.cjs$/,
    '.mjs',
  );
  const code = `import { register } from ${JSON.stringify(tsx)}; register(); await import(${JSON.stringify(file)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
