/** The process edge of the gateway: configuration, supergraph, listen, drain. */

import { registry } from '../subgraphs/index.ts';
import { ConfiguratieFout, createLogger } from '../subgraphs/kit/index.ts';
import { startGateway } from './app.ts';
import { leesGatewayConfig } from './config.ts';
import { followSupergraph, SupergraphFout } from './supergraph/index.ts';

try {
  const config = leesGatewayConfig(process.env);
  const logger = createLogger('gateway', { level: config.logLevel });
  const inProcess = await Promise.all(
    registry
      .filter((partner) => partner.inProcess === true)
      .map(async ({ laad }) => {
        const definitie = await laad();
        return { definitie, config: definitie.leesConfig(process.env) };
      }),
  );
  const follower = await followSupergraph(config.supergraph, logger);
  const gateway = await startGateway(config, {
    supergraph: follower.first,
    followed: follower.status,
    logger,
    inProcess,
  }).catch(async (error: unknown) => {
    await follower.stop();
    throw error;
  });
  follower.start((supergraph) => void gateway.replace(supergraph));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'gateway stops');
      void follower.stop().then(() => gateway.stop());
    });
  }
} catch (error) {
  if (!(error instanceof ConfiguratieFout || error instanceof SupergraphFout)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
