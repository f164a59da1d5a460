/** A process of the bench: the gateway over the four partners, which tells what it holds and what it cost. */
import { createSupergraph, leesGatewayConfig, startGateway } from '../../gateway/index.ts';
import { createLogger } from '../../subgraphs/kit/index.ts';
import { composeGraph } from './graph.ts';
import type { GatewayState } from './processes.ts';
import { readRemains } from './remains.ts';

const gateway = await startGateway(leesGatewayConfig({ ACCESS: 'open', ...process.env, PORT: '0' }), {
  supergraph: createSupergraph(composeGraph()),
  logger: createLogger('gateway', { level: 'warn', destination: { write: () => undefined } }),
  inProcess: [],
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ ...readRemains(), cpuMs: (user + system) / 1_000 } satisfies GatewayState);
});
process.send?.(gateway.url);
