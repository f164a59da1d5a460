/** How operations come in: trusted documents by id, any document by text. One engine behind both. */
export { createAdmission } from './admission.ts';
export { createEveryAnswer, refuseBroken, serverLimits } from './every-answer.ts';
export { createGraph, type Graph } from './graph.ts';
export { createGraphqlDoor } from './graphql-door.ts';
export { createPerform } from './perform.ts';
export { createTokenBuckets } from './rate-limiter.ts';
export { type DoorSettings, leesDoorSettings } from './settings.ts';
export { readTrustedDocuments } from './trusted-documents.ts';
