import type { PlanNode as ApolloNode } from '@apollo/query-planner';
import { fromApolloPlan } from './apollo-plan.ts';
import { type PlanThread, startPlanThread } from './apollo-thread.ts';
import type { Planner } from './plan.ts';

/**
 * How long an operation waits for its turn at most, milliseconds: for those before it, and for a thread that starts.
 * With it also a crowd of operations that take all their time is soon over.
 */
const maxWaitMs = 10_000;

/**
 * Apollo's own planner, in a thread of its own: planning blocks whoever does it, and only a thread can be stopped
 * when it takes too long. It plans one operation at a time, so that time is counted for the one that takes it. A
 * thread that was stopped is replaced.
 * @throws when the supergraph is not one to it
 */
export async function createApolloPlanner(supergraphSdl: string): Promise<Planner> {
  let thread = startPlanThread(supergraphSdl);
  let turn: Promise<unknown> = thread;
  let isClosed = false;
  await thread;

  const running = async (): Promise<PlanThread> => {
    if (isClosed) throw new Error('the planner was closed');
    const known = await thread.catch(() => undefined);
    if (known?.hasStopped() === false) return known;
    thread = startPlanThread(supergraphSdl);
    return thread;
  };

  const planNow = async (operation: string, timeoutMs: number): Promise<string> => {
    const one = await running();
    try {
      return await one.plan(operation, timeoutMs);
    } finally {
      // One that has to start is begun at once: who comes next should not wait for it.
      running().catch(ignore);
    }
  };

  return {
    name: 'apollo',
    plan: async (operation, timeoutMs) => {
      const latest = performance.now() + maxWaitMs;
      const planned = turn.then(() => {
        if (performance.now() > latest) throw new Error('others were planned all the time');
        return planNow(operation, timeoutMs);
      });
      turn = planned.catch(ignore);
      const node = JSON.parse(await planned) as ApolloNode | null;
      return node === null ? undefined : fromApolloPlan(node);
    },
    close: async () => {
      isClosed = true;
      await thread.then((one) => one.stop(), ignore);
    },
  };
}

function ignore(): void {
  // Whoever waits for it is told.
}
