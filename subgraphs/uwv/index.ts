import { defineSubgraph } from '../kit/index.ts';
import { leesConfig } from './config.ts';
import { open } from './context.ts';
import { resolvers } from './resolvers.ts';

/** UWV and UWV WERKbedrijf: five Suwinet services, the register of indications, and SONAR. */
export const uwv = defineSubgraph({
  naam: 'uwv',
  partner: 'UWV',
  schema: new URL('schema.graphql', import.meta.url),
  bronnen: [
    'SUWINET_WERKNEMERSVERZEKERINGEN',
    'SUWINET_INKOMSTEN',
    'SUWINET_WERKZOEKENDE',
    'SUWINET_DOELGROEPREGISTER',
    'SUWINET_AANVRAAGSTATUS',
    'UWV_INDICATIES',
    'SONAR',
  ],
  leesConfig,
  open,
  resolvers,
  laadStubs: () => import('./stub.ts'),
});
