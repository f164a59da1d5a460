import { fileURLToPath } from 'node:url';
import { ontwikkelPseudoniem } from '../../../commands/development.ts';
import { documentBody, type Gateway, idBody } from './contestant.ts';

/** This gateway, started as a production process, with its two doors. */
export const ours: Gateway = {
  peer: false,
  command: ({ graph, supergraphFile, port }) => ({
    argv: [
      process.execPath,
      'dist/commands/gateway.js',
      ...['--supergraph', supergraphFile, '--port', String(port)],
    ],
    env: {
      ...ontwikkelPseudoniem,
      TRUSTED_DOCUMENTS: fileURLToPath(graph.operationsFolder),
      NODE_ENV: 'production',
      // Both doors are measured.
      ONLY_TRUSTED: 'false',
      LOG_LEVEL: 'warn',
      // The others open as many connections as there are requests; the case of 500 in flight needs them.
      SUBGRAPH_CONNECTIONS: '1024',
      SUBGRAPH_TIMEOUT_MS: '30000',
    },
  }),
  doors: [
    { contestant: 'ours', title: 'ours, any document', body: documentBody },
    { contestant: 'ours-trusted', title: 'ours, trusted document', body: idBody },
  ],
};
