/** Plans and runs operations over one supergraph. */
export { createEngine, type EngineOptions } from './create-engine.ts';
export { checkSize, type OperationLimits, unlimited } from './document/limits.ts';
export type { Operation } from './document/operation.ts';
export type { Reached } from './document/reached.ts';
export type { RootArgument } from './document/root-arguments.ts';
export type { VariableUse } from './document/variable-uses.ts';
export {
  type Answer,
  type Bewaking,
  type Caller,
  type Engine,
  type EntityRefusal,
  JsonText,
  type LaterPart,
  type PreparedOperation,
  type View,
} from './engine.ts';
export { createTellings, type PlannerChoice, type Telling, type ToldField } from './planner/index.ts';
