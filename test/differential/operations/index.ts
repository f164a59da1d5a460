/** Operations that clients could send, drawn from a seed. */
export { type Feature, features, featuresOf } from './features.ts';
export { generateOperation, type Operation, type OperationBounds, operationOf } from './operation.ts';
export { shrinkOperation } from './shrink.ts';
