import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import {
  bronUrl,
  ConfiguratieFout,
  leesOmgeving,
  leesSamen,
  leesTls,
  milliseconden,
  type Omgeving,
  type TlsConfig,
} from '../subgraphs/kit/index.ts';
import { type IdentitySettings, leesIdentitySettings } from './access/index.ts';
import { type LogboekConfig, leesLogboekConfig } from './accountability/index.ts';
import { type DoorSettings, leesDoorSettings } from './door/index.ts';
import { leesTokenKey } from './sources/index.ts';
import type { SupergraphSettings } from './supergraph/index.ts';

/** Settings of the gateway, parsed once and frozen. */
export type GatewayConfig = {
  readonly port: number;
  readonly host: string;
  readonly supergraph: SupergraphSettings;
  /** Where each subgraph answers, by name, when that is not the address in the supergraph. */
  readonly subgraphUrls: Readonly<Record<string, URL>>;
  /** Time for one call to a subgraph, milliseconds; more than its sources need. */
  readonly subgraphTimeoutMs: number;
  /** Connections kept to each subgraph. */
  readonly subgraphConnections: number;
  /** Time for an operation whose request asks for none, milliseconds. */
  readonly budgetMs: number;
  /** The most time that `X-Tijdbudget-Ms` can ask for, milliseconds. */
  readonly maxBudgetMs: number;
  /** Who plans: Hive's native planner, Apollo's, or the first where it runs. */
  readonly planner: 'hive' | 'apollo' | 'auto';
  /** Time for planning one operation, milliseconds. */
  readonly planTimeoutMs: number;
  /** Prepared operations that are remembered. */
  readonly maxOperations: number;
  /** How much comes in, and from where. */
  readonly door: DoorSettings;
  /** Folder of trusted documents; undefined for none (`TRUSTED_DOCUMENTS=none`). */
  readonly trustedDocuments: string | undefined;
  /** Whether only trusted documents are served. */
  readonly onlyTrusted: boolean;
  /** GraphiQL at `/graphiql`. */
  readonly graphiql: boolean;
  readonly logLevel: string;
  /** Who is let in; undefined when anybody is, and sees everything (`ACCESS=open`, never in production). */
  readonly identity: IdentitySettings | undefined;
  /** Where it is recorded whose data were processed, and for whom; undefined where `identity` is. */
  readonly logboek: LogboekConfig | undefined;
  /** Key that signs questions to subgraphs; undefined where they have no token (never in production). */
  readonly tokenKey: KeyObject | undefined;
  /** What is shown to subgraphs over https, and trusted. */
  readonly subgraphTls: TlsConfig;
  /** Whether a subgraph on another machine may be asked over http (never in production). */
  readonly cleartext: boolean;
};

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** An http(s) URL, which may have a query (a signed address), or else the path of a file. */
const padOfUrl = z.string().transform((value, context) => {
  if (!/^https?:/i.test(value)) return value;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && url.username === '' && url.password === '' && url.hash === '') return url;
  context.addIssue({ code: 'custom', message: 'must be a path, or an http(s) URL without credentials' });
  return z.NEVER;
});

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  ACCESS: z.enum(['closed', 'open']).default('closed'),
  SUPERGRAPH: padOfUrl.default('schema/supergraph.graphql'),
  SUPERGRAPH_POLL_MS: z.coerce.number().int().min(100).max(3_600_000).default(10_000),
  SUPERGRAPH_PUBLIC_KEY: z.string().optional(),
  SUBGRAPH_TIMEOUT_MS: milliseconden.default(5_000),
  SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(1024).default(64),
  OPERATION_BUDGET_MS: milliseconden.default(8_000),
  OPERATION_BUDGET_MAX_MS: milliseconden.default(30_000),
  PLANNER: z.enum(['hive', 'apollo', 'auto']).default('auto'),
  PLAN_TIMEOUT_MS: milliseconden.default(2_000),
  MAX_OPERATIONS: z.coerce.number().int().min(1).max(100_000).default(1_000),
  TRUSTED_DOCUMENTS: z.string().default('schema/operations'),
  ONLY_TRUSTED: z.stringbool().optional(),
  GRAPHIQL: z.stringbool().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NODE_ENV: z.string().default('development'),
});

/** An open graph is for a machine of its own, without persons' data. @throws ConfiguratieFout */
function controleerOpen({ ACCESS, HOST, NODE_ENV }: Omgeving): void {
  if (ACCESS !== 'open') return;
  if (NODE_ENV === 'production') throw new ConfiguratieFout(['ACCESS: must be closed in production']);
  if (HOST !== undefined && HOST !== '' && !loopback.includes(HOST)) {
    throw new ConfiguratieFout(['HOST: must be a loopback address while ACCESS is open']);
  }
}

/** Reads the gateway's settings; `SUBGRAPH_URL_<NAAM>` moves one subgraph. @throws ConfiguratieFout */
export function leesGatewayConfig(env: Omgeving): GatewayConfig {
  const prefix = 'SUBGRAPH_URL_';
  const adressen = Object.keys(env).filter((key) => key.startsWith(prefix) && (env[key] ?? '') !== '');
  const isOpen = env['ACCESS'] === 'open';
  const { gelezen, identity, logboek, door, tokenKey, subgraphTls } = leesSamen({
    gelezen: () =>
      leesOmgeving(
        schema.extend(Object.fromEntries(adressen.map((key) => [key, bronUrl(env)]))),
        env,
      ) as z.output<typeof schema> & Readonly<Record<string, unknown>>,
    identity: () => (isOpen ? undefined : leesIdentitySettings(env)),
    logboek: () => (isOpen ? undefined : leesLogboekConfig(env)),
    door: () => leesDoorSettings(env),
    open: () => {
      controleerOpen(env);
    },
    tokenKey: () => leesTokenKey(env),
    subgraphTls: () => leesTls('SUBGRAPH', env),
  });
  const subgraphUrls: Record<string, URL> = {};
  for (const key of adressen) {
    const url = gelezen[key];
    if (url instanceof URL) subgraphUrls[key.slice(prefix.length).toLowerCase()] = url;
  }
  return Object.freeze({
    port: gelezen.PORT,
    host: gelezen.HOST,
    supergraph: Object.freeze({
      from: gelezen.SUPERGRAPH,
      pollMs: gelezen.SUPERGRAPH_POLL_MS,
      ...(gelezen.SUPERGRAPH_PUBLIC_KEY === undefined
        ? {}
        : { publicKeyFile: gelezen.SUPERGRAPH_PUBLIC_KEY }),
    }),
    subgraphUrls: Object.freeze(subgraphUrls),
    subgraphTimeoutMs: gelezen.SUBGRAPH_TIMEOUT_MS,
    subgraphConnections: gelezen.SUBGRAPH_CONNECTIONS,
    budgetMs: gelezen.OPERATION_BUDGET_MS,
    maxBudgetMs: gelezen.OPERATION_BUDGET_MAX_MS,
    planner: gelezen.PLANNER,
    planTimeoutMs: gelezen.PLAN_TIMEOUT_MS,
    maxOperations: gelezen.MAX_OPERATIONS,
    door,
    trustedDocuments: gelezen.TRUSTED_DOCUMENTS === 'none' ? undefined : gelezen.TRUSTED_DOCUMENTS,
    onlyTrusted: gelezen.ONLY_TRUSTED ?? gelezen.NODE_ENV === 'production',
    graphiql: gelezen.GRAPHIQL ?? gelezen.NODE_ENV !== 'production',
    logLevel: gelezen.LOG_LEVEL,
    identity,
    logboek,
    tokenKey,
    subgraphTls,
    cleartext: gelezen.NODE_ENV !== 'production',
  });
}
