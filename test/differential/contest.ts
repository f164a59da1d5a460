import { type DrawnGraph, drawCase } from './cases.ts';
import type { Difference, Run } from './compare.ts';
import type { Executor } from './executors.ts';
import { askApollo, type Case, judge } from './judge.ts';
import { knownDifferences } from './known-differences.ts';
import { type Feature, featuresOf } from './operations/index.ts';

/** Executors against Apollo's over one graph. */
export type Contest = {
  readonly compared: number;
  /** Drafts that were not valid. */
  readonly invalid: number;
  /** Operations that were not asked, because Apollo's planner is known to fail on them. */
  readonly avoided: number;
  /** Why Apollo's planner or executor did not get through an operation. */
  readonly beyondApollo: readonly string[];
  readonly red: readonly RedCase[];
  /** How often a known difference occurred, by name. */
  readonly known: ReadonlyMap<string, number>;
  /** Cases with a feature of the operation or of the answer. */
  readonly seen: ReadonlyMap<Feature | Outcome, number>;
};

export type RedCase = {
  readonly name: string;
  readonly executor: Executor;
  readonly drawn: Case;
  readonly differences: readonly Difference[];
  readonly runs: Readonly<Record<string, Run>>;
};

/** What answers must have been, often enough, for their comparison to say something. */
export const outcomes = [
  'nothing executed',
  'null root',
  'null',
  'error',
  'all well',
  'value completion',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Draws cases until enough of them were compared, or twice as many were drawn; or runs the case of one number. */
export async function holdContest(
  drawn: DrawnGraph,
  which: { readonly wanted: number } | { readonly number: number },
  apollo: Executor,
  executors: readonly Executor[],
): Promise<Contest> {
  const tally = { compared: 0, invalid: 0, avoided: 0 };
  const beyondApollo: string[] = [];
  const red: RedCase[] = [];
  const known = new Map<string, number>();
  const seen = new Map<Feature | Outcome, number>();
  const numbers = 'number' in which ? [which.number] : Array(2 * which.wanted).keys();
  for (const number of numbers) {
    if ('wanted' in which && tally.compared === which.wanted) break;
    const name = `${drawn.name}/${number}`;
    const drawnCase = drawCase(drawn, number);
    if (drawnCase === undefined) {
      tally.invalid += 1;
      continue;
    }
    if (drawn.graph.beyondApollo(drawnCase.operation.text)) {
      tally.avoided += 1;
      continue;
    }
    const reference = await askApollo(apollo, drawnCase);
    if ('beyondApollo' in reference) {
      beyondApollo.push(`${name}: ${reference.beyondApollo}`);
      continue;
    }
    tally.compared += 1;
    for (const feature of [...featuresOf(drawnCase.operation), ...outcomesOf(reference.run)]) {
      seen.set(feature, (seen.get(feature) ?? 0) + 1);
    }
    for (const executor of executors) {
      const { run, unknown, covered } = await judgeKnowing(executor, reference.run, drawnCase);
      for (const cover of covered) known.set(cover, (known.get(cover) ?? 0) + 1);
      if (unknown.length > 0) {
        const runs = { [apollo.name]: reference.run, [executor.name]: run };
        red.push({ name, executor, drawn: drawnCase, differences: unknown, runs });
      }
    }
  }
  return { ...tally, beyondApollo, red, known, seen };
}

/** How an executor differs from Apollo's in one case: in ways that are known, by name, and in others. */
export async function holdMatch(
  apollo: Executor,
  executor: Executor,
  one: Case,
): Promise<{ readonly unknown: readonly Difference[]; readonly covered: readonly string[] }> {
  const none = { unknown: [], covered: [] };
  if (one.graph.beyondApollo(one.operation.text)) return none;
  const reference = await askApollo(apollo, one);
  return 'beyondApollo' in reference ? none : judgeKnowing(executor, reference.run, one);
}

async function judgeKnowing(executor: Executor, apollo: Run, one: Case) {
  const { graph, operation } = one;
  const { run: judged, differences } = await judge(executor, apollo, one);
  const unknown: Difference[] = [];
  const covered: string[] = [];
  for (const difference of differences) {
    const known = knownDifferences.find(({ covers }) =>
      covers({ graph, operation, difference, apollo, judged }),
    );
    if (known === undefined) unknown.push(difference);
    else covered.push(known.name);
  }
  return { run: judged, unknown, covered };
}

function outcomesOf({ answer: { data, errors, valueCompletion } }: Run): readonly Outcome[] {
  if (data === undefined) return ['nothing executed'];
  const found: Outcome[] = [];
  if (data === null) found.push('null root');
  if (errors.length > 0) found.push('error');
  if (valueCompletion.length > 0) found.push('value completion');
  if (data?.includes('null') === true) found.push('null');
  return found.length === 0 ? ['all well'] : found;
}
