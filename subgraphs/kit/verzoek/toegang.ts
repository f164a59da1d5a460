import { z } from 'zod';
import { leesOmgeving, leesSamen, type Omgeving } from '../config.ts';
import { ConfiguratieFout } from '../configuratie-fout.ts';
import { leesPollMs } from '../volg-bestanden.ts';
import { leesJwks } from './sleutels.ts';

/** Whose questions a subgraph takes: its gateway's, or anybody's. */
export type SubgraphToegang =
  | { readonly soort: 'OPEN' }
  | {
      readonly soort: 'GESLOTEN';
      /** File with the public keys of the gateway. */
      readonly jwksFile: string;
      readonly pollMs: number;
      /** Whether questions of a graph that is open are taken. */
      readonly openGraaf: boolean;
    };

const schema = z.object({
  SUBGRAPH_ACCESS: z.enum(['closed', 'open']).default('closed'),
  GATEWAY_JWKS_FILE: z.string().optional(),
  NODE_ENV: z.string().default('development'),
});

/** Reads `SUBGRAPH_ACCESS` and `GATEWAY_JWKS_FILE`, and whether the keys are there. @throws ConfiguratieFout */
export function leesSubgraphToegang(env: Omgeving): SubgraphToegang {
  const { gelezen, pollMs } = leesSamen({
    gelezen: () => leesOmgeving(schema, env),
    pollMs: () => leesPollMs(env),
  });
  const productie = gelezen.NODE_ENV === 'production';
  if (gelezen.SUBGRAPH_ACCESS === 'open') {
    if (productie) throw new ConfiguratieFout(['SUBGRAPH_ACCESS: must be closed in production']);
    return Object.freeze({ soort: 'OPEN' });
  }
  const jwksFile = gelezen.GATEWAY_JWKS_FILE;
  if (jwksFile === undefined) {
    throw new ConfiguratieFout(['GATEWAY_JWKS_FILE: must be set where SUBGRAPH_ACCESS is closed']);
  }
  leesJwks(jwksFile, 'GATEWAY_JWKS_FILE');
  return Object.freeze({ soort: 'GESLOTEN', jwksFile, pollMs, openGraaf: !productie });
}
