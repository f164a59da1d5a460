import { z } from 'zod';
import {
  type BronConfig,
  leesBronConfig,
  leesOmgeving,
  leesPseudoniemConfig,
  leesSamen,
  type Omgeving,
  type PseudoniemConfig,
} from '../kit/index.ts';

/** How to reach the waiting list, and how long its last whole file may stand in for a new one. */
export type WachtlijstConfig = BronConfig & {
  readonly gebruiker: string;
  readonly wachtwoord: string;
  /** Hours, at most 72; 0 keeps nothing. */
  readonly bewaarUren: number;
  /** Minutes in which the source is not asked again, at most 60; 0 asks on every request. */
  readonly versMinuten: number;
};

/** Settings of the sheltered-employment company's subgraph. */
export type Config = {
  readonly administratie: BronConfig & {
    /** The 64 hexadecimal characters between `<data>` and `</data>` of the AFAS token. */
    readonly token: string;
  };
  readonly wachtlijst: WachtlijstConfig;
  readonly pseudoniem: PseudoniemConfig;
};

const geheimen = z.object({
  SW_ADMINISTRATIE_TOKEN: z
    .string()
    .regex(/^[0-9A-Fa-f]{64}$/, 'must be the 64 hexadecimal characters of the AFAS token'),
  // RFC 7617 §2: a user-id cannot hold a colon.
  SW_WACHTLIJST_GEBRUIKER: z.string().regex(/^[^:]{1,64}$/, 'must be a user name without a colon'),
  SW_WACHTLIJST_WACHTWOORD: z.string().min(8, 'must have at least 8 characters'),
});

const bewaring = z.object({
  SW_WACHTLIJST_BEWAAR_UREN: z.coerce.number().int().min(0).max(72).default(36),
  SW_WACHTLIJST_VERS_MINUTEN: z.coerce.number().int().min(0).max(60).default(0),
});

/** Reads the environment (see README, Settings). @throws ConfiguratieFout with every problem */
export function leesConfig(env: Omgeving): Config {
  const gelezen = leesSamen({
    administratie: () => leesBronConfig('SW_ADMINISTRATIE', env),
    wachtlijst: () => leesBronConfig('SW_WACHTLIJST', env),
    bewaring: () => leesOmgeving(bewaring, env),
    geheimen: () => leesOmgeving(geheimen, env),
    pseudoniem: () => leesPseudoniemConfig(env),
  });
  return Object.freeze({
    administratie: { ...gelezen.administratie, token: gelezen.geheimen.SW_ADMINISTRATIE_TOKEN },
    wachtlijst: {
      ...gelezen.wachtlijst,
      gebruiker: gelezen.geheimen.SW_WACHTLIJST_GEBRUIKER,
      wachtwoord: gelezen.geheimen.SW_WACHTLIJST_WACHTWOORD,
      bewaarUren: gelezen.bewaring.SW_WACHTLIJST_BEWAAR_UREN,
      versMinuten: gelezen.bewaring.SW_WACHTLIJST_VERS_MINUTEN,
    },
    pseudoniem: gelezen.pseudoniem,
  });
}
