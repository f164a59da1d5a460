import { fileURLToPath } from 'node:url';
import { ontwikkelPseudoniem } from '../../../commands/development.ts';
import { gatewayFlags } from '../../../commands/node-flags.ts';
import { documentBody, documentIdBody, type Gateway } from './contestant.ts';

/** This gateway, built and started as a production process, with its two doors. */
export const ours: Gateway = {
  peer: false,
  command: ({ graph, supergraphFile, port, nodeFlags }) => ({
    argv: [
      process.execPath,
      ...gatewayFlags,
      ...nodeFlags,
      'dist/commands/gateway.js',
      ...['--supergraph', supergraphFile, '--port', String(port)],
      ...['--documents', fileURLToPath(graph.operationsFolder)],
    ],
    env: {
      ...ontwikkelPseudoniem,
      // As in production but for who is let in: it refuses a graph that is open, and none of the others asks who it is.
      NODE_ENV: 'bench',
      ACCESS: 'open',
      // Nor do they sign what they ask; a key of development would be used otherwise.
      SUBGRAPH_TOKEN_KEY_FILE: '',
      GRAPHIQL: 'false',
      // Both doors are measured.
      ONLY_TRUSTED: 'false',
      LOG_LEVEL: 'warn',
      // The others open as many connections as there are requests, and wait as long as it takes: the case of 500
      // in flight needs that.
      SUBGRAPH_CONNECTIONS: '1024',
      SUBGRAPH_TIMEOUT_MS: '30000',
      OPERATION_BUDGET_MS: '30000',
    },
  }),
  doors: [
    { contestant: 'ours', title: 'ours, any document', body: documentBody },
    { contestant: 'ours-trusted', title: 'ours, trusted document', body: documentIdBody },
  ],
};
