/** A gateway over another registry, beside a running Werkplein and over the same simulated sources. */
import { ontwikkelPseudoniem } from '../../commands/development.ts';
import { openVerzoeksleutel } from '../../commands/development-request-key.ts';
import type { Antwoord, LopendWerkplein } from '../../commands/in-one-process.ts';
import { createSupergraph, leesGatewayConfig, startGateway } from '../../gateway/index.ts';
import { registry } from '../../subgraphs/index.ts';
import {
  bronPrefix,
  createLogger,
  type LopendeServer,
  leesSubgraphToegang,
  type Omgeving,
  startSubgraph,
} from '../../subgraphs/kit/index.ts';
import { toetsmoment } from '../operations.ts';
import { composeToekomst, type Verleden } from './stromen.ts';
import type { Partners } from './toekomsten.ts';

export type LopendeToekomst = {
  readonly vraag: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Antwoord>;
  /** The subgraphs started for it, by name; what did not change is today's. */
  readonly subgraphs: ReadonlyMap<string, LopendeServer>;
  readonly stop: () => Promise<void>;
};

/**
 * @param extra settings over those of the running Werkplein, for the subgraphs that are started anew
 * @param was whose tasks are done by partners that are not what they were
 */
export async function startToekomst(
  werkplein: LopendWerkplein,
  partners: Partners,
  extra: Omgeving = {},
  was: Verleden = {},
): Promise<LopendeToekomst> {
  const logger = createLogger('toekomst', { level: 'silent' });
  const env = { ...(await bronomgeving(werkplein)), ...extra };
  const sleutel = openVerzoeksleutel();
  const toegang = leesSubgraphToegang(sleutel.subgraph);
  const gatewayEnv: Record<string, string> = { ...sleutel.gateway, PORT: '0' };
  const subgraphs = new Map<string, LopendeServer>();
  const inProcess = [];
  for (const partner of partners) {
    const definitie = await partner.laad();
    if (partner.inProcess === true) {
      inProcess.push({ definitie, config: definitie.leesConfig(env) });
      continue;
    }
    const vandaag = registry.includes(partner) && Object.keys(extra).length === 0;
    const lopend = vandaag ? werkplein.partners[partner.naam]?.subgraph : undefined;
    const config = () => definitie.leesConfig(env);
    const subgraph =
      lopend ??
      (await startSubgraph(definitie, { config: config(), toegang, port: 0, logger, now: toetsmoment }));
    if (lopend === undefined) subgraphs.set(partner.naam, subgraph);
    gatewayEnv[`SUBGRAPH_URL_${partner.naam.toUpperCase()}`] = subgraph.url;
  }
  const { supergraphSdl } = await composeToekomst(partners, was);
  const gateway = await startGateway(leesGatewayConfig({ ACCESS: 'open', ...gatewayEnv }), {
    supergraph: createSupergraph(supergraphSdl),
    logger,
    now: toetsmoment,
    inProcess,
  });
  return {
    subgraphs,
    vraag: async (query, variables) => {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Antwoord;
    },
    stop: async () => {
      await gateway.stop();
      await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.stop()));
    },
  };
}

/** The settings with which today's partners reach the sources of a running Werkplein. */
async function bronomgeving({ partners, bevolking }: LopendWerkplein): Promise<Omgeving> {
  const env: Record<string, string> = { ...ontwikkelPseudoniem, WERKPLEIN_REGIO: bevolking.regio };
  for (const { naam, laad } of registry) {
    Object.assign(env, (await (await laad()).laadStubs?.())?.ontwikkelOmgeving);
    for (const { bron, url } of Object.values(partners[naam]?.stubs.bronnen ?? {})) {
      env[`${bronPrefix(naam, bron)}_URL`] = url;
    }
  }
  return env;
}
