/** A gateway over subgraphs that answer what a test wrote down. */
export {
  type Asked,
  type CannedEngine,
  createCannedEngine,
  describeAsked,
  operationContext,
  readSubgraphs,
} from './canned-engine.ts';
export {
  type Canned,
  type CannedGraph,
  CannedHttp,
  composeSdl,
  type GraphAnswer,
  type Served,
  startCannedGraph,
} from './canned-graph.ts';
export { answerFrom, type CannedRequest, type Known } from './canned-subgraph.ts';
export { openMultipart, type Parts } from './multipart.ts';
