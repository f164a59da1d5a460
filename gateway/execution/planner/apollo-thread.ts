import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { planAnswer } from './apollo-messages.ts';

/** A thread with Apollo's planner. */
export type PlanThread = {
  /**
   * Plans one operation; not to be asked again before it answered.
   * @returns the plan as JSON text
   * @throws when the operation cannot be planned, or not in time: then the thread has stopped
   */
  readonly plan: (operation: string, timeoutMs: number) => Promise<string>;
  readonly hasStopped: () => boolean;
  readonly stop: () => Promise<void>;
};

type Waiting = { readonly resolve: (plan: string) => void; readonly reject: (error: Error) => void };

/** @throws when the supergraph is not one to the planner */
export async function startPlanThread(supergraphSdl: string): Promise<PlanThread> {
  const worker = new Worker(entry(), { workerData: { supergraphSdl } });
  let waiting: Waiting | undefined;
  let hasStopped = false;
  const next = () =>
    new Promise<string>((resolve, reject) => {
      waiting = { resolve, reject };
      worker.ref();
    }).finally(() => {
      waiting = undefined;
      // A planner with nothing to do keeps no process alive.
      worker.unref();
    });
  const end = (error: Error) => {
    hasStopped = true;
    waiting?.reject(error);
  };
  worker.on('error', end);
  worker.on('exit', () => {
    end(new Error('the planner stopped'));
  });
  worker.on('message', (message: unknown) => {
    const answer = planAnswer.parse(message);
    if ('plan' in answer) waiting?.resolve(answer.plan);
    else waiting?.reject(new Error(answer.error));
  });
  const stop = async (reason: string) => {
    end(new Error(reason));
    await worker.terminate();
  };
  await next();
  return {
    plan: async (operation, timeoutMs) => {
      if (hasStopped) throw new Error('the planner stopped');
      const timer = setTimeout(() => void stop('planning took too long'), timeoutMs);
      const planned = next();
      worker.postMessage({ operation });
      return planned.finally(() => {
        clearTimeout(timer);
      });
    },
    hasStopped: () => hasStopped,
    stop: () => stop('the planner was closed'),
  };
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
