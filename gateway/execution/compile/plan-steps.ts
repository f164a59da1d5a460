import type { DeferredNode, PlanNode } from '../planner/plan.ts';
import { compileEntityFetch } from './entity-fetch.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { PlanCompilerInput, Run, Step } from './step.ts';

/** Compiles a plan, once; the step runs it for each request. */
export function compilePlan(node: PlanNode | undefined, input: PlanCompilerInput): Step {
  const asked = node === undefined ? new Map<string, number>() : operationCounts(node);
  const compile = (child: PlanNode): Step => {
    switch (child.kind) {
      case 'Sequence':
        return sequence(child.nodes.map(compile));
      case 'Parallel':
        return parallel(child.nodes.map(compile));
      case 'Condition': {
        const { variable } = child;
        const whenTrue = child.whenTrue === undefined ? nothing : compile(child.whenTrue);
        const whenFalse = child.whenFalse === undefined ? nothing : compile(child.whenFalse);
        return (run) => (run.variables[variable] === true ? whenTrue(run) : whenFalse(run));
      }
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
        return deferring(
          child.primary === undefined ? nothing : compile(child.primary),
          child.deferred.map((deferred) => ({
            ...deferred,
            step: deferred.node === undefined ? nothing : compile(deferred.node),
          })),
        );
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
    const pending = step(run);
    if (pending === undefined) {
      run.fetched.get(id)?.();
      return undefined;
    }
    return pending.then(() => run.fetched.get(id)?.());
  };
}

/** The primary part is what is waited for; the deferred ones start when the fetches they need are there. */
function deferring(primary: Step, deferred: readonly (DeferredNode & { readonly step: Step })[]): Step {
  return (run) => {
    for (const { label, depends, step } of deferred) {
      const inputs = depends.map(
        (id) =>
          new Promise<void>((resolve) => {
            const earlier = run.fetched.get(id);
            run.fetched.set(id, () => {
              earlier?.();
              resolve();
            });
          }),
      );
      const own: Run = { ...run, errors: [] };
      run.deferred.push({
        label,
        done: Promise.all(inputs)
          .then(() => step(own))
          .then(() => own.errors),
      });
    }
    return primary(run);
  };
}

type Asking = { readonly subgraph: string; readonly operation: string };

function operationKey({ subgraph, operation }: Asking): string {
  return `${subgraph}\n${operation}`;
}

/** How often each operation of a subgraph stands in a plan: only what stands there twice can be under way twice. */
function operationCounts(node: PlanNode): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (child: PlanNode | undefined): void => {
    switch (child?.kind) {
      case undefined:
        return;
      case 'Sequence':
      case 'Parallel':
        child.nodes.forEach(visit);
        return;
      case 'Condition':
        visit(child.whenTrue);
        visit(child.whenFalse);
        return;
      case 'Defer':
        visit(child.primary);
        for (const deferred of child.deferred) visit(deferred.node);
        return;
      case 'Fetch':
      case 'BatchFetch':
        counts.set(operationKey(child), (counts.get(operationKey(child)) ?? 0) + 1);
        return;
      default:
        child satisfies never;
    }
  };
  visit(node);
  return counts;
}
