import { defineSubgraph } from '../kit/index.ts';
import { leesConfig } from './config.ts';
import { open } from './context.ts';
import { resolvers } from './resolvers.ts';

/** The sheltered-employment company: employment, placements, wage value and the waiting list. */
export const sw = defineSubgraph({
  naam: 'sw',
  partner: 'Sociaal werkvoorzieningsbedrijf',
  schema: new URL('./schema.graphql', import.meta.url),
  bronnen: ['SW_ADMINISTRATIE', 'SW_WACHTLIJST'],
  leesConfig,
  open: (config) => open(config),
  resolvers,
  laadStubs: () => import('./stub.ts'),
});
