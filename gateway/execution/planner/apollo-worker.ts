/** The thread of Apollo's planner: builds it once, then answers each operation with its plan. */
import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { type PlanAnswer, planRequest, planWorkerData } from './apollo-messages.ts';

const { supergraphSdl } = planWorkerData.parse(workerData);
const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
const apiSchema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph, { incrementalDelivery: { enableDefer: true } });
const port = parentPort;
if (port === null) throw new Error('the planner runs as a thread');

port.on('message', (message: unknown) => {
  port.postMessage(answer(planRequest.parse(message).operation));
});
port.postMessage({ plan: 'null' } satisfies PlanAnswer);

function answer(operation: string): PlanAnswer {
  try {
    const plan = planner.buildQueryPlan(
      operationFromDocument(apiSchema, parse(operation), { validate: false }),
    );
    return { plan: JSON.stringify(plan.node ?? null) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'not an Error' };
  }
}
