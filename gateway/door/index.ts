/** How operations come in: trusted documents by id, any document by text. One engine behind both. */
export { createGraph, type Graph } from './graph.ts';
export { createGraphqlDoor } from './graphql-door.ts';
export { createPerform } from './perform.ts';
export { readTrustedDocuments } from './trusted-documents.ts';
