import type { BatchFetchNode, DeferNode, FetchNode, PlanNode } from '../planner/plan.ts';
import { announcementOf } from './announcements.ts';
import { compileEntityFetch } from './entity-fetch.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { DeferredPart, PlanCompilerInput, Run, Step } from './step.ts';

/** Compiles a plan, once; the step runs it for each request. */
export function compilePlan(node: PlanNode | undefined, input: PlanCompilerInput): Step {
  const asked = node === undefined ? new Map<string, number>() : operationCounts(node);
  const compile = (child: PlanNode): Step => {
    switch (child.kind) {
      case 'Sequence':
        return sequence(child.nodes.map(compile));
      case 'Parallel':
        return parallel(child.nodes.map(compile));
      case 'Fetch': {
        const isRepeated = (asked.get(operationKey(child)) ?? 0) > 1;
        const step =
          child.requires === undefined
            ? compileRootFetch(child, { ...input, isRepeated })
            : compileEntityFetch(
                child,
                [
                  {
                    alias: '_entities',
                    representationsVariable: 'representations',
                    paths: [child.path],
                    requires: child.requires,
                    inputRewrites: child.inputRewrites,
                    outputRewrites: child.outputRewrites,
                  },
                ],
                { ...input, isRepeated },
              );
        return child.id === undefined ? step : announced(child.id, step);
      }
      case 'BatchFetch':
        return compileEntityFetch(child, child.batches, {
          ...input,
          isRepeated: (asked.get(operationKey(child)) ?? 0) > 1,
        });
      case 'Defer':
        return deferring(child, compile);
      default:
        return child satisfies never;
    }
  };
  return node === undefined ? nothing : compile(node);
}

const nothing: Step = () => undefined;

function sequence(steps: readonly Step[]): Step {
  const from = (run: Run, start: number): Promise<void> | undefined => {
    for (let i = start; i < steps.length; i += 1) {
      const pending = steps[i]?.(run);
      if (pending !== undefined) return pending.then(() => from(run, i + 1));
    }
    return undefined;
  };
  return (run) => from(run, 0);
}

function parallel(steps: readonly Step[]): Step {
  return (run) => {
    const pending: Promise<void>[] = [];
    for (const step of steps) {
      const one = step(run);
      if (one !== undefined) pending.push(one);
    }
    return pending.length > 1 ? Promise.all(pending).then(ignore) : pending[0];
  };
}

function ignore(): void {
  // What a step did stands in the run.
}

/** A fetch that deferred parts wait for by name. */
function announced(id: string, step: Step): Step {
  return (run) => {
    const { announce } = announcementOf(run.fetched, id);
    const pending = step(run);
    if (pending !== undefined) return pending.then(announce);
    announce();
    return undefined;
  };
}

/** The primary part is what is waited for; the deferred ones start when the fetches they need are there. */
function deferring(node: DeferNode, compile: (child: PlanNode) => Step): Step {
  const primary = node.primary === undefined ? nothing : compile(node.primary);
  const deferred = node.deferred.map(({ label, depends, node: own }) => {
    return { label, depends, step: own === undefined ? nothing : compile(own) };
  });
  return (run) => {
    for (const { label, depends, step } of deferred) {
      const errors: Run['errors'] = [];
      const part: DeferredPart = { label, within: run.part, errors };
      const inputs = depends.map((id) => announcementOf(run.fetched, id).promise);
      const done = Promise.all(inputs).then(() => step({ ...run, errors, part }));
      // Who delivers the part sees what is wrong; after a client that left, nobody does.
      done.catch(ignore);
      run.deferred.push({ part, done });
    }
    return primary(run);
  };
}

type Asking = { readonly subgraph: string; readonly operation: string };

function operationKey({ subgraph, operation }: Asking): string {
  return `${subgraph}\n${operation}`;
}

/**
 * How often each operation of a subgraph stands in a plan: only what stands there twice can be under way twice. In a
 * plan that changes things nothing counts as the same: what was read before a change is not what is read after it.
 */
function operationCounts(node: PlanNode): Map<string, number> {
  const counts = new Map<string, number>();
  const fetches = fetchesIn(node);
  if (fetches.some(({ operationKind }) => operationKind === 'mutation')) return counts;
  for (const fetch of fetches) {
    counts.set(operationKey(fetch), (counts.get(operationKey(fetch)) ?? 0) + 1);
  }
  return counts;
}

function fetchesIn(node: PlanNode | undefined): readonly (FetchNode | BatchFetchNode)[] {
  switch (node?.kind) {
    case undefined:
      return [];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesIn);
    case 'Defer':
      return [...fetchesIn(node.primary), ...node.deferred.flatMap((deferred) => fetchesIn(deferred.node))];
    case 'Fetch':
    case 'BatchFetch':
      return [node];
    default:
      return node satisfies never;
  }
}
