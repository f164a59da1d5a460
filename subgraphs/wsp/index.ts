import { defineSubgraph } from '../kit/index.ts';
import { leesConfig } from './config.ts';
import { createContext } from './context.ts';
import { createCrm } from './crm/source.ts';
import { createKvk } from './kvk/source.ts';
import { resolvers } from './resolvers.ts';
import { createVum } from './vum/source.ts';

/** The employer service point (werkgeversservicepunt): employers, vacancies, proposals. Holds no pseudonym key. */
export const wsp = defineSubgraph({
  naam: 'wsp',
  partner: 'Werkgeversservicepunt',
  schema: new URL('./schema.graphql', import.meta.url),
  bronnen: ['CRM', 'KVK', 'VUM'],
  leesConfig,
  open: (config) => {
    const crm = createCrm(config.crm);
    const kvk = createKvk(config.kvk);
    const vum = createVum(config.vum);
    return {
      context: (raadpleging) => createContext({ crm, kvk, vum }, raadpleging),
      sluit: async () => {
        await Promise.all([crm.sluit(), kvk.sluit(), vum.sluit()]);
      },
    };
  },
  resolvers,
  laadStubs: () => import('./stub.ts'),
});
