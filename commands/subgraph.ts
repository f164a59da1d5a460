/** `npm run subgraph -- <partner>`: one partner's subgraph as a process of its own, as in production. */

import { poortplan, registry } from '../subgraphs/index.ts';
import {
  ConfiguratieFout,
  createLogger,
  leesLuisteraar,
  leesSamen,
  leesSubgraphToegang,
  startSubgraph,
} from '../subgraphs/kit/index.ts';
import { basispoort, ontwikkelOmgeving } from './development.ts';

const naam = process.argv[2];
const index = registry.findIndex((partner) => partner.naam === naam && partner.inProcess !== true);
const partner = registry[index];
if (partner === undefined) {
  const namen = registry.filter((p) => p.inProcess !== true).map((p) => p.naam);
  console.error(`usage: npm run subgraph -- <partner>, one of ${namen.join(', ')}`);
  process.exit(2);
}
try {
  const env = await ontwikkelOmgeving(process.env, partner.naam);
  const definitie = await partner.laad();
  const logger = createLogger(`subgraph-${partner.naam}`, { level: env['LOG_LEVEL'] ?? 'info' });
  const { luisteraar, ...gelezen } = leesSamen({
    config: () => definitie.leesConfig(env),
    toegang: () => leesSubgraphToegang(env),
    luisteraar: () => leesLuisteraar(env),
  });
  const server = await startSubgraph(definitie, {
    ...gelezen,
    ...luisteraar,
    port: Number(env['SUBGRAPH_PORT'] ?? poortplan(basispoort(env)).subgraph(index)),
    logger,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'subgraph stops');
      void server.stop();
    });
  }
} catch (error) {
  if (!(error instanceof ConfiguratieFout)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
