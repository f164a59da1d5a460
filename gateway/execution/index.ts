/** Plans and runs operations over one supergraph. */
export { createEngine, type EngineOptions } from './create-engine.ts';
export { checkSize, type OperationLimits, unlimited } from './document/limits.ts';
export type { Operation } from './document/operation.ts';
export {
  type Answer,
  type Caller,
  type Engine,
  JsonText,
  type LaterPart,
  type PreparedOperation,
  type View,
} from './engine.ts';
export type { PlannerChoice } from './planner/index.ts';
