/**
 * The whole Werkplein in this process, over real sockets on free ports: what tests, the bench and the
 * documents' examples run against. `npm start` does the same with a process for each part.
 */
import { type GatewayDeps, leesGatewayConfig, leesSupergraph, startGateway } from '../gateway/index.ts';
import { registry } from '../subgraphs/index.ts';
import {
  type BronStub,
  bronPrefix,
  createLogger,
  createPseudonimiseerder,
  type Logger,
  type LopendeServer,
  type LopendeStub,
  type LopendeStubs,
  leesLuisteraar,
  leesSubgraphToegang,
  type Omgeving,
  type Pseudonimiseerder,
  type StubTls,
  startStubs,
  startSubgraph,
} from '../subgraphs/kit/index.ts';
import { type Bevolking, createBevolking, type Regionaam } from '../subgraphs/population/index.ts';
import { ontwikkelPseudoniem } from './development.ts';
import { openVerzoeksleutel } from './development-request-key.ts';

export type LopendePartner = {
  readonly naam: string;
  readonly stubs: LopendeStubs;
  readonly subgraph: LopendeServer;
};

export type LopendWerkplein = {
  readonly url: string;
  readonly bevolking: Bevolking;
  readonly pseudoniem: Pseudonimiseerder;
  readonly partners: Readonly<Record<string, LopendePartner>>;
  /** Every simulated source, by its name in the graph. */
  readonly bronnen: Readonly<Record<string, LopendeStub>>;
  /** Posts an operation to the gateway and returns its answer. */
  readonly vraag: (
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Antwoord>;
  readonly stop: () => Promise<void>;
};

/** A GraphQL answer as JSON; the shape of `data` is the caller's to check. */
export type Antwoord = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: {
    readonly bronnen?: readonly {
      readonly bron: string;
      readonly subgraph: string;
      readonly uitkomst: string;
      readonly aanroepen: number;
      readonly duurMs: number;
      readonly geraadpleegdOp: string;
      readonly actueelPer?: string;
    }[];
  };
};

export type WerkpleinOpties = {
  readonly logger?: Logger;
  /** Settings over those of development, e.g. shorter times. */
  readonly env?: Omgeving;
  readonly now?: () => Date;
  /** Whose population the simulated sources have; Westland when absent. */
  readonly regio?: Regionaam;
  /** What the simulated sources know, from what they know otherwise. */
  readonly bevolking?: (bevolking: Bevolking) => Bevolking;
  /** What becomes of each simulated source, e.g. one that words its answers otherwise. */
  readonly bron?: (stub: BronStub) => BronStub;
  /** With which the simulated sources serve over TLS. */
  readonly stubTls?: StubTls;
  readonly opKlaar?: GatewayDeps['opKlaar'];
  /** Stands before each subgraph, e.g. to record what crosses; gets and returns a URL. */
  readonly tussen?: (naam: string, url: string) => Promise<string>;
};

export async function startWerkplein(opties: WerkpleinOpties = {}): Promise<LopendWerkplein> {
  const logger = opties.logger ?? createLogger('test', { level: 'silent' });
  const now = opties.now ?? (() => new Date());
  const regio = opties.regio ?? ontwikkelPseudoniem.WERKPLEIN_REGIO;
  const omgeving = { ...ontwikkelPseudoniem, WERKPLEIN_REGIO: regio };
  const pseudoniem = createPseudonimiseerder(omgeving.PSEUDONIEM_SLEUTEL, regio);
  const gemaakt = createBevolking({ regio, seed: 1 });
  const bevolking = opties.bevolking?.(gemaakt) ?? gemaakt;
  const wereld = { bevolking, ...pseudoniem, now };
  const partners: Record<string, LopendePartner> = {};
  const sleutel = openVerzoeksleutel();
  const gatewayEnv: Record<string, string> = { ...sleutel.gateway };
  for (const { naam, inProcess, laad } of registry) {
    if (inProcess === true) continue;
    const definitie = await laad();
    const module = await definitie.laadStubs?.();
    const gewoon = module?.createStubs(wereld) ?? [];
    const stubs = await startStubs(
      opties.bron === undefined ? gewoon : gewoon.map(opties.bron),
      {},
      opties.stubTls,
    );
    const adressen = Object.fromEntries(
      Object.values(stubs.bronnen).map(({ bron, url }) => [`${bronPrefix(naam, bron)}_URL`, url]),
    );
    const subgraph = await startSubgraph(definitie, {
      config: definitie.leesConfig({
        ...omgeving,
        ...module?.ontwikkelOmgeving,
        ...adressen,
        ...opties.env,
      }),
      toegang: leesSubgraphToegang({ ...sleutel.subgraph, ...opties.env }),
      ...leesLuisteraar(opties.env ?? {}),
      port: 0,
      logger,
      now,
    });
    partners[naam] = { naam, stubs, subgraph };
    gatewayEnv[`SUBGRAPH_URL_${naam.toUpperCase()}`] =
      (await opties.tussen?.(naam, subgraph.url)) ?? subgraph.url;
  }
  const inProcess = await Promise.all(
    registry
      .filter((partner) => partner.inProcess === true)
      .map(async ({ laad }) => {
        const definitie = await laad();
        return { definitie, config: definitie.leesConfig(omgeving) };
      }),
  );
  // Who may see what is tested where it is the matter; elsewhere everybody sees everything.
  const config = leesGatewayConfig({ ...gatewayEnv, ACCESS: 'open', PORT: '0', ...opties.env });
  const gateway = await startGateway(config, {
    supergraph: leesSupergraph(config.supergraph.from),
    logger,
    now,
    inProcess,
    ...(opties.opKlaar === undefined ? {} : { opKlaar: opties.opKlaar }),
  });
  const bronnen = Object.assign({}, ...Object.values(partners).map((p) => p.stubs.bronnen)) as Record<
    string,
    LopendeStub
  >;
  return {
    url: gateway.url,
    bevolking,
    pseudoniem,
    partners,
    bronnen,
    vraag: async (query, variables, headers) => {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Antwoord;
    },
    stop: async () => {
      await gateway.stop();
      await Promise.all(
        Object.values(partners).flatMap(({ subgraph, stubs }) => [subgraph.stop(), stubs.stop()]),
      );
    },
  };
}
