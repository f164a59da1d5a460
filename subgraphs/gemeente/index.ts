import { defineSubgraph } from '../kit/index.ts';
import { leesConfig } from './config.ts';
import { open } from './context.ts';
import { resolvers } from './resolvers.ts';

/** The municipality: social assistance, re-integration, the client's file, and the register of persons. */
export const gemeente = defineSubgraph({
  naam: 'gemeente',
  partner: 'Gemeente (sociale dienst)',
  schema: new URL('./schema.graphql', import.meta.url),
  bronnen: ['BRP', 'GWS', 'SUWI_BIJSTAND', 'SUWI_REINTEGRATIE', 'KVS', 'DKD'],
  leesConfig,
  open,
  resolvers,
  laadStubs: () => import('./stub.ts'),
});
