/**
 * Apollo's executor and ours run the same operations in the same worlds and must answer the same. A red case
 * says how to run it again; `DIFFERENTIAL_SEED=<text>` draws other cases.
 */
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { drawGraphs } from './cases.ts';
import { type Contest, holdContest, holdMatch, outcomes } from './contest.ts';
import { createApolloExecutor, createJudgedExecutors } from './executors.ts';
import { knownDifferences } from './known-differences.ts';
import { features, shrinkOperation } from './operations/index.ts';
import { describeRed, describeRequests } from './report.ts';

const comparedPerGraph = 200;
/** A graph and a number, e.g. `rooster/17`: only this case is run, and every question to a subgraph is printed. */
const only = process.env['DIFFERENTIAL_CASE']?.split('/');
/** Red cases that are made small and described; the others are only named. */
const maxDescribed = 3;
/** A busy machine may take its time; on a core of its own the whole takes less than two minutes. */
const timeout = 600_000;

const graphs = (await drawGraphs()).filter(({ name }) => only === undefined || name === only[0]);
const contests: Contest[] = [];

describe.each(graphs)('over $name', (drawn) => {
  it('the same operations give the same answers', { timeout }, async () => {
    const apollo = await createApolloExecutor(drawn.graph);
    const executors = await createJudgedExecutors(drawn.graph);
    const which = only === undefined ? { wanted: comparedPerGraph } : { number: Number(only[1]) };
    const contest = await holdContest(drawn, which, apollo, executors);
    contests.push(contest);
    const { compared, invalid, avoided, beyondApollo, red } = contest;
    print(
      `${drawn.name}: ${compared} operations compared, ${invalid} drafts not valid, ` +
        `${avoided + beyondApollo.length} beyond Apollo`,
    );

    const described: string[] = [];
    for (const { name, executor, drawn: drawnCase, runs } of red.slice(0, maxDescribed)) {
      const differs = async (operation: typeof drawnCase.operation) =>
        (await holdMatch(apollo, executor, { ...drawnCase, operation })).unknown;
      const operation = await shrinkOperation(
        drawn.graph.apiSchema,
        drawnCase.operation,
        async (smaller) => (await differs(smaller)).length > 0,
      );
      described.push(describeRed(name, executor.name, { ...drawnCase, operation }, await differs(operation)));
      if (only !== undefined) print(describeRequests(runs));
    }
    await Promise.all([apollo, ...executors].map((executor) => executor.close()));
    const others = red.slice(maxDescribed).map(({ name, executor }) => `${name}: ${executor.name}`);
    expect([...described, ...others].join('\n\n')).toBe('');
    if (only !== undefined) return;
    expect(compared).toBe(comparedPerGraph);
    // What cannot be compared must stay rare, or the comparison says little.
    expect(invalid).toBeLessThanOrEqual(comparedPerGraph * 0.05);
    expect(beyondApollo.slice(comparedPerGraph * 0.08)).toEqual([]);
  });
});

describe.skipIf(only !== undefined)('over all graphs', () => {
  it('at least 2,000 operations were compared', () => {
    const compared = contests.reduce((sum, contest) => sum + contest.compared, 0);
    print(`${compared} operations compared over ${contests.length} graphs`);
    expect(compared).toBeGreaterThanOrEqual(2_000);
  });

  it.each([...features, ...outcomes])('there was enough of: %s', (feature) => {
    const cases = contests.reduce((sum, contest) => sum + (contest.seen.get(feature) ?? 0), 0);
    expect(cases).toBeGreaterThanOrEqual(20);
  });
});

describe.skipIf(only !== undefined)('a known difference', () => {
  it.each(knownDifferences)('still is one: $name', { timeout }, async ({ name, example }) => {
    const drawn = graphs.find((graph) => graph.name === example.graph);
    if (drawn === undefined) throw new Error(`no graph ${example.graph}`);
    const document = parse(example.text);
    expect(validate(drawn.graph.apiSchema, document)).toEqual([]);
    const operation = { text: example.text, document, operationName: undefined, variables: {} };
    const apollo = await createApolloExecutor(drawn.graph);
    const executors = await createJudgedExecutors(drawn.graph);
    const matches = await Promise.all(
      executors.map((executor) => holdMatch(apollo, executor, { ...drawn, operation, seed: example.seed })),
    );
    await Promise.all([apollo, ...executors].map((executor) => executor.close()));
    expect(matches.flatMap(({ unknown }) => unknown)).toEqual([]);
    expect(matches.flatMap(({ covered }) => covered)).toContain(name);
  });
});

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
