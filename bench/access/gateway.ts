/**
 * A process of the bench: the built product as production runs it, but for the part of access and accounting that its
 * variant leaves out. `gateway.ts <variant>`, settings from the environment.
 */
import { z } from 'zod';
import { answerMessages } from '../speed/processes/index.ts';
import { variants } from './variants.ts';

const built = async (door: 'gateway' | 'subgraphs' | 'subgraphs/kit'): Promise<unknown> =>
  import(new URL(`../../dist/${door}/index.js`, import.meta.url).href);
const { leesGatewayConfig, leesSupergraph, startGateway } = (await built(
  'gateway',
)) as typeof import('../../gateway/index.ts');
const { registry } = (await built('subgraphs')) as typeof import('../../subgraphs/index.ts');
const { createLogger } = (await built('subgraphs/kit')) as typeof import('../../subgraphs/kit/index.ts');

const variant = z.enum(variants).parse(process.argv[2]);
const config = leesGatewayConfig({ ...process.env, ACCESS: variant === 'open' ? 'open' : 'closed' });
const inProcess = await Promise.all(
  registry
    .filter((partner) => partner.inProcess === true)
    .map(async ({ laad }) => {
      const definitie = await laad();
      return { definitie, config: definitie.leesConfig(process.env) };
    }),
);
const gateway = await startGateway(
  {
    ...config,
    ...(variant === 'open' || variant === 'unsigned' ? { tokenKey: undefined } : {}),
    ...(variant === 'unrecorded' ? { logboek: undefined } : {}),
  },
  {
    supergraph: leesSupergraph(config.supergraph.from),
    logger: createLogger('gateway', { level: config.logLevel }),
    inProcess,
  },
);
answerMessages(() => ({ port: Number(new URL(gateway.url).port) }));
process.once('SIGTERM', () => {
  void gateway.stop().then(() => process.exit());
});
