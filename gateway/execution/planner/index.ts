/** One seam, two planners: Hive's native one where it loads, Apollo's elsewhere and on request. */
import type { Logger } from '../../../subgraphs/kit/index.ts';
import { createApolloPlanner } from './apollo-planner.ts';
import { createHivePlanner } from './hive-planner.ts';
import type { Planner } from './plan.ts';

export type PlannerChoice = Planner['name'] | 'auto';

/** @throws when the supergraph is not one to the planner, or the planner that was named cannot run here */
export async function createPlanner(
  choice: PlannerChoice,
  supergraphSdl: string,
  logger: Logger,
): Promise<Planner> {
  if (choice === 'apollo') return createApolloPlanner(supergraphSdl);
  try {
    return await createHivePlanner(supergraphSdl);
  } catch (error) {
    if (choice === 'hive') throw error;
    logger.warn({ error }, 'native planner does not run here');
    return createApolloPlanner(supergraphSdl);
  }
}

export { createApolloPlanner } from './apollo-planner.ts';
export { hasNeedlessCall } from './needless-call.ts';
export { deferredLabels, type PlanNode, type Planner } from './plan.ts';
export { requiredSets } from './required-sets.ts';
export { createTellings, type Telling, type ToldField } from './told.ts';
