import { getVariableValues } from 'graphql';
import { compare, type Difference, type Run } from './compare.ts';
import type { ComposedGraph } from './composed-graph.ts';
import type { Executor } from './executors.ts';
import { type Operation, operationOf } from './operations/index.ts';
import { mutationCount } from './specification.ts';
import type { SimulatedGraph } from './world/index.ts';

/** One operation in one world. */
export type Case = {
  readonly graph: ComposedGraph;
  readonly simulated: SimulatedGraph;
  readonly operation: Operation;
  /** Of the world; the operation can be another (`shrink`). */
  readonly seed: string;
};

/** What Apollo's executor says of a case, where it can be the measure. */
export type Reference = { readonly run: Run } | { readonly beyondApollo: string };

/** Runs a case in Apollo's executor. */
export async function askApollo(
  apollo: Executor,
  { graph, simulated, operation, seed }: Case,
): Promise<Reference> {
  const conversation = simulated.start(seed);
  try {
    const answer = await apollo.run(operation, conversation);
    const [refused] = conversation.refused;
    if (refused !== undefined) return { beyondApollo: refused };
    // Without data nothing was executed, which is right only when the variables do not fit.
    if ((answer.data === undefined) !== !variablesFit(graph, operation)) {
      return { beyondApollo: answer.errors.map(({ message }) => message).join('; ') };
    }
    if (answer.errors.length === 0 && conversation.mutations.length < mutationCount(graph, operation)) {
      return { beyondApollo: 'a mutation was not run, and nothing was said of it' };
    }
    return { run: { answer, conversation } };
  } catch (error) {
    return { beyondApollo: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs a case in the executor that is judged, and compares. */
export async function judge(
  judged: Executor,
  reference: Run,
  { simulated, operation, seed }: Case,
): Promise<{ readonly run: Run; readonly differences: readonly Difference[] }> {
  const conversation = simulated.start(seed);
  const answer = await judged.run(operation, conversation).catch((error: unknown) => ({
    data: undefined,
    errors: [{ path: undefined, message: `rejected: ${String(error)}` }],
    valueCompletion: [],
  }));
  const run = { answer, conversation };
  return { run, differences: compare(reference, run) };
}

function variablesFit({ apiSchema }: ComposedGraph, operation: Operation): boolean {
  const declared = operationOf(operation).variableDefinitions ?? [];
  return getVariableValues(apiSchema, declared, operation.variables).errors === undefined;
}
