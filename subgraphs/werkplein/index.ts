import { createPseudonimiseerder, defineSubgraph } from '../kit/index.ts';
import { leesConfig, type WerkpleinConfig } from './config.ts';
import type { Context } from './context.ts';
import { resolvers } from './resolvers.ts';

/** The joint front office: no source and no store; computes what only the combination of partners can know. */
export const werkplein = defineSubgraph<WerkpleinConfig, Context>({
  naam: 'werkplein',
  partner: 'Werkplein (joint front office)',
  schema: new URL('./schema.graphql', import.meta.url),
  bronnen: [],
  leesConfig,
  open: ({ sleutel, regio }) => {
    const { clientnummerVan } = createPseudonimiseerder(sleutel, regio);
    return { context: ({ now, inzage }) => ({ now, inzage, clientnummerVan }), sluit: async () => {} };
  },
  resolvers,
});
