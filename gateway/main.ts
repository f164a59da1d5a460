/** The process edge of the gateway: configuration, supergraph, listen, drain. */

import { registry } from '../subgraphs/index.ts';
import { ConfiguratieFout, createLogger } from '../subgraphs/kit/index.ts';
import { startGateway } from './app.ts';
import { leesGatewayConfig } from './config.ts';
import { leesSupergraph } from './supergraph/index.ts';

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
  const supergraph = leesSupergraph(config.supergraph.from);
  const gateway = await startGateway(config, { supergraph, logger, inProcess });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'gateway stops');
      void gateway.stop();
    });
  }
} catch (error) {
  if (!(error instanceof ConfiguratieFout)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
