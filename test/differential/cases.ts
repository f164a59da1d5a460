import { type ComposedGraph, composeTestGraph, readOwnGraph } from './composed-graph.ts';
import type { Case } from './judge.ts';
import { generateOperation, type OperationBounds } from './operations/index.ts';
import { testGraphs } from './supergraphs/index.ts';
import { type SimulatedGraph, simulate } from './world/index.ts';

/** A graph that operations are drawn for. */
export type DrawnGraph = {
  readonly name: string;
  readonly graph: ComposedGraph;
  readonly simulated: SimulatedGraph;
};

/** Another text draws other operations and other worlds: worth doing now and then. */
const seed = process.env['DIFFERENTIAL_SEED'] ?? '';

/** So large that planners have something to do, so small that Apollo's does it in milliseconds. */
const bounds: OperationBounds = { fields: 20, depth: 6 };

/** Ten graphs of our own making and the one we serve. */
export async function drawGraphs(): Promise<readonly DrawnGraph[]> {
  const graphs = [...testGraphs.map(composeTestGraph), await readOwnGraph()];
  return graphs.map((graph) => ({ name: graph.name, graph, simulated: simulate(graph.subgraphs) }));
}

/** The case of a number; undefined when what was drafted is not valid. */
export function drawCase({ name, graph, simulated }: DrawnGraph, number: number): Case | undefined {
  const caseSeed = `${seed}${name}/${number}`;
  const operation = generateOperation(graph.apiSchema, caseSeed, bounds);
  return operation === undefined ? undefined : { graph, simulated, operation, seed: caseSeed };
}
