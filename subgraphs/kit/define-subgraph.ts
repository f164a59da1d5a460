import { readFileSync } from 'node:fs';
import type { Omgeving } from './config.ts';
import type { Logger } from './logger.ts';
import type { Raadpleging } from './raadpleeg.ts';
import type { BronStub, StubWereld } from './stub/bron-stub.ts';

/** A subgraph at work: its pools are open. */
export type OpenSubgraph<Context> = {
  /** What the resolvers of one request get; loaders are made here, so they are never shared. */
  readonly context: (raadpleging: Raadpleging) => Context;
  readonly sluit: () => Promise<void>;
};

/** The door of a partner's simulated sources: its `stub.ts`. */
export type StubModule = {
  createStubs(wereld: StubWereld): readonly BronStub[];
  /** The partner's own settings (keys, user names) that the simulated sources accept. */
  readonly ontwikkelOmgeving?: Readonly<Record<string, string>>;
};

/**
 * All that the rest of the system knows of a partner. `open` is a method, so that a definition with
 * its own types of settings and context is also one of unknown ones: the registry holds them all.
 */
export type SubgraphDefinitie<Config = unknown, Context extends object = object> = {
  /** Name of the subgraph and of its folder. */
  readonly naam: string;
  /** The partner, as the README and the registry name it. */
  readonly partner: string;
  /** The partner's own SDL with the shared part in front of it: what it serves and what is composed. */
  readonly sdl: string;
  /** The sources behind it: values of its enum `Bron`, one folder each (`SW_WACHTLIJST` → `sw-wachtlijst`). */
  readonly bronnen: readonly string[];
  /** Reads the partner's settings. @throws ConfiguratieFout with every problem */
  readonly leesConfig: (env: Omgeving) => Config;
  /** Opens the pools; `config` is what this definition's own `leesConfig` returned. */
  open(config: Config, deps: { readonly logger: Logger }): OpenSubgraph<Context>;
  readonly resolvers: object;
  /** The simulated sources, loaded only where they are wanted. */
  readonly laadStubs?: () => Promise<StubModule>;
};

const gedeeld = readFileSync(new URL('./gedeeld.graphql', import.meta.url), 'utf8');

/** Completes a partner's definition: reads its `schema.graphql` and puts the shared SDL in front. */
export function defineSubgraph<Config, Context extends object>(
  definitie: Omit<SubgraphDefinitie<Config, Context>, 'sdl'> & { readonly schema: URL },
): SubgraphDefinitie<Config, Context> {
  const { schema, ...rest } = definitie;
  return Object.freeze({ ...rest, sdl: `${gedeeld}\n${readFileSync(schema, 'utf8')}` });
}
