import type { Difference, Run } from './compare.ts';
import type { Case } from './judge.ts';

/** A red case in words: how to run it again, what was asked, and what differs. */
export function describeRed(
  name: string,
  executor: string,
  { graph, simulated, seed, operation }: Case,
  differences: readonly Difference[],
): string {
  const { text, variables, operationName } = operation;
  return [
    `${name}: ${executor} differs from Apollo's over ${graph.name}, in a ${simulated.moodOf(seed)} world`,
    `again: DIFFERENTIAL_CASE=${name} npx vitest run test/differential`,
    text,
    `variables ${JSON.stringify(variables)}${operationName === undefined ? '' : `, operation ${operationName}`}`,
    ...differences.map((difference) => `  ${JSON.stringify(difference)}`),
  ].join('\n');
}

/** What each executor asked of the subgraphs, and what came of it. */
export function describeRequests(runs: Readonly<Record<string, Run>>): string {
  return Object.entries(runs)
    .flatMap(([executor, { answer, conversation }]) => [
      `${executor} asked`,
      ...conversation.requests.map(
        ({ subgraph, query, variables }) => `  ${subgraph}: ${query} ${JSON.stringify(variables ?? {})}`,
      ),
      `and answered ${String(answer.data)}`,
      ...answer.errors.map(({ path, message }) => `  ${JSON.stringify(path)} ${message}`),
    ])
    .join('\n');
}
