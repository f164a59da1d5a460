/** How operations come in: trusted documents by id, any document by text. One engine behind both. */
export { openAnyDocument } from './any-document.ts';
export type { Graph } from './graph.ts';
export { createGraphqlDoor } from './graphql-door.ts';
export { createPerform } from './perform.ts';
export { prepareTrusted, readTrustedDocuments } from './trusted-documents.ts';
