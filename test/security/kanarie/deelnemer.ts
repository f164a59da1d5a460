/**
 * Gateway and subgraphs in a process of their own, with the log on standard output: no population, no simulated sources,
 * so that what is in its memory came over the wire. Whoever starts it says where the sources are, and may stand between.
 */
import { writeHeapSnapshot } from 'node:v8';
import { leesGatewayConfig, leesSupergraph, startGateway } from '../../../gateway/index.ts';
import { registry } from '../../../subgraphs/index.ts';
import { createLogger, leesSubgraphToegang, startSubgraph } from '../../../subgraphs/kit/index.ts';

export type Opdracht =
  | { readonly soort: 'gateway'; readonly adressen: Readonly<Record<string, string>> }
  | { readonly soort: 'zwijg'; readonly subgraph: string }
  | { readonly soort: 'momentopname'; readonly bestand: string; readonly onthoud: Onthouden }
  | { readonly soort: 'stop' };

/** What is kept on purpose, to see that the search finds what is kept. */
export type Onthouden = { readonly tekst: string; readonly bedrag: number; readonly lang: string };

export type Bericht =
  | { readonly soort: 'subgraphs'; readonly adressen: Readonly<Record<string, string>> }
  | { readonly soort: 'gateway'; readonly url: string }
  | { readonly soort: 'klaar' };

const { env } = process;
const now = () => new Date(env['NU'] ?? '');
const logger = createLogger('test', { level: 'trace' });
const onthouden = new Map<string, Onthouden>();

const definities = await Promise.all(
  registry.map(async ({ laad, inProcess }) => ({ definitie: await laad(), inProcess: inProcess === true })),
);
const subgraphs = await Promise.all(
  definities
    .filter(({ inProcess }) => !inProcess)
    .map(async ({ definitie }) => ({
      naam: definitie.naam,
      server: await startSubgraph(definitie, {
        config: definitie.leesConfig(env),
        toegang: leesSubgraphToegang(env),
        port: 0,
        logger,
        now,
      }),
    })),
);
let stopGateway: (() => Promise<void>) | undefined;
let isStopping = false;

process.on('message', (opdracht: Opdracht) => {
  void voerUit(opdracht);
});
process.once('disconnect', () => {
  // Whoever started it is gone, and nobody will stop it.
  if (!isStopping) process.exit(1);
});
meld({
  soort: 'subgraphs',
  adressen: Object.fromEntries(subgraphs.map(({ naam, server }) => [naam, server.url])),
});

async function voerUit(opdracht: Opdracht): Promise<void> {
  switch (opdracht.soort) {
    case 'gateway': {
      const config = leesGatewayConfig({ ...env, ...opdracht.adressen });
      const gateway = await startGateway(config, {
        supergraph: leesSupergraph(config.supergraph.from),
        logger,
        now,
        inProcess: definities
          .filter(({ inProcess }) => inProcess)
          .map(({ definitie }) => ({ definitie, config: definitie.leesConfig(env) })),
      });
      stopGateway = gateway.stop;
      meld({ soort: 'gateway', url: gateway.url });
      return;
    }
    case 'zwijg':
      await subgraphs.find(({ naam }) => naam === opdracht.subgraph)?.server.stop();
      meld({ soort: 'klaar' });
      return;
    case 'momentopname':
      onthouden.set('control', opdracht.onthoud);
      for (let i = 0; i < 5; i += 1) {
        globalThis.gc?.();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      // Amounts may be kept as numbers.
      writeHeapSnapshot(opdracht.bestand, { exposeInternals: false, exposeNumericValues: true });
      meld({ soort: 'klaar' });
      return;
    case 'stop':
      isStopping = true;
      await stopGateway?.();
      await Promise.all(subgraphs.map(({ server }) => server.stop()));
      process.disconnect();
      return;
    default:
      opdracht satisfies never;
  }
}

function meld(bericht: Bericht): void {
  process.send?.(bericht);
}
