/**
 * What a document costs when it is asked for the first time: its plan, by each planner, and with the engine's compiling
 * after it. A new planner and a new engine for every measurement, so that nothing is remembered.
 */
import { parse, print } from 'graphql';
import { createEngine, unlimited } from '../gateway/execution/index.ts';
import { createPlanner } from '../gateway/execution/planner/index.ts';
import { createLogger } from '../subgraphs/kit/index.ts';
import { cases, composeGraph, graphs } from './speed/index.ts';

export type Eersteplan = {
  readonly case: string;
  readonly operation: string;
  /** Medians, milliseconds: the plan alone, by the native planner and by Apollo's. */
  readonly hiveMs: number;
  readonly apolloMs: number;
  /** Everything before it can be run, as the gateway does it. */
  readonly preparedMs: number;
};

const rounds = 7;
const planTimeoutMs = 60_000;
const logger = createLogger('bench', { level: 'silent' });

/** Measures each document of the speed cases; the planners in turn, round after round. */
export async function meetEerstePlannen(): Promise<readonly Eersteplan[]> {
  const seen = cases.filter(
    (one, i) => cases.findIndex(({ operation }) => operation === one.operation) === i,
  );
  const plans: Eersteplan[] = [];
  for (const { name, graph: graphName, operation } of seen) {
    const graph = graphs[graphName];
    const urls = Object.fromEntries(graph.subgraphs.map((one) => [one.name, 'http://127.0.0.1:1/']));
    const sdl = composeGraph(graph, urls);
    const text = graph.operations[operation] ?? '';
    const hive: number[] = [];
    const apollo: number[] = [];
    const prepared: number[] = [];
    // The first round warms this process up, and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      const times = [await planTime(sdl, text, 'hive'), await planTime(sdl, text, 'apollo')];
      times.push(await preparationTime(sdl, text));
      if (round === 0) continue;
      for (const [i, list] of [hive, apollo, prepared].entries()) list.push(times[i] ?? Number.NaN);
    }
    plans.push({
      case: name,
      operation,
      hiveMs: median(hive),
      apolloMs: median(apollo),
      preparedMs: median(prepared),
    });
  }
  return plans;
}

export function printEerstePlannen(plans: readonly Eersteplan[]): string {
  const lines = plans.map(({ case: name, operation, hiveMs, apolloMs, preparedMs }) =>
    [
      `(${name}) ${operation.padEnd(9)}`,
      `native ${hiveMs.toFixed(2)} ms`,
      `Apollo's ${apolloMs.toFixed(2)} ms: ${(apolloMs / hiveMs).toFixed(1)} x`,
      `ready to run after ${preparedMs.toFixed(2)} ms`,
    ].join('  '),
  );
  return ['the plan of a document that is asked for the first time', ...lines].join('\n');
}

async function planTime(sdl: string, text: string, name: 'hive' | 'apollo'): Promise<number> {
  const planner = await createPlanner(name, sdl, logger);
  const operation = print(parse(text, { noLocation: true }));
  const start = performance.now();
  await planner.plan(operation, planTimeoutMs);
  const ms = performance.now() - start;
  await planner.close();
  return ms;
}

async function preparationTime(supergraphSdl: string, text: string): Promise<number> {
  const engine = await createEngine({
    supergraphSdl,
    source: ({ name }) => ({
      vraag: () => Promise.reject(new Error(`${name} is not asked`)),
      sluit: async () => undefined,
    }),
    planner: 'hive',
    planTimeoutMs,
    maxOperations: 10,
    ...unlimited,
    introspection: true,
    maxCost: Infinity,
    logger,
  });
  const document = parse(text, { noLocation: true });
  const start = performance.now();
  await engine.prepare(document);
  const ms = performance.now() - start;
  await engine.close();
  return ms;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
