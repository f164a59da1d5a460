import { z } from 'zod';
import {
  leesOmgeving,
  leesPseudoniemConfig,
  leesSamen,
  type Omgeving,
  type PseudoniemConfig,
} from '../../../subgraphs/kit/index.ts';
import { type Issuer, leesIssuers } from './issuers-file.ts';

export type { Issuer } from './issuers-file.ts';

/** When keys are fetched, milliseconds. */
export type JwksTimes = {
  /** For one fetch, to its last byte. */
  readonly timeoutMs: number;
  /** Between two fetches for a key that is not known. */
  readonly cooldownMs: number;
  /** How long fetched keys are used. */
  readonly maxAgeMs: number;
};

/** What tokens are accepted, and what is made of them. */
export type IdentitySettings = {
  readonly issuers: readonly Issuer[];
  /** The `aud` that stands for this gateway. */
  readonly audience: string;
  /** How far clocks may be apart, seconds. */
  readonly clockSkewSeconds: number;
  /** How long after `iat` a token is taken, whatever its `exp`, seconds. */
  readonly maxTokenAgeSeconds: number;
  readonly maxTokenBytes: number;
  /** How long a token that was verified is taken without verifying it again, milliseconds. */
  readonly recognisedForMs: number;
  readonly jwksTimes: JwksTimes;
  /** Key of the pseudonyms of actors, 64 hexadecimal characters. */
  readonly actorSleutel: string;
  /** Key and region of clientnummers, for citizens. */
  readonly pseudoniem: PseudoniemConfig;
};

const schema = z.object({
  OIDC_ISSUERS_FILE: z.string(),
  TOKEN_AUDIENCE: z.string().min(1).max(200),
  TOKEN_CLOCK_SKEW_S: z.coerce.number().int().min(0).max(300).default(30),
  TOKEN_MAX_AGE_S: z.coerce.number().int().min(60).max(86_400).default(43_200),
  // Node reads at most 16 KiB of headers.
  TOKEN_MAX_BYTES: z.coerce.number().int().min(512).max(12_288).default(8_192),
  TOKEN_RECOGNISED_MS: z.coerce.number().int().min(0).max(300_000).default(30_000),
  JWKS_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(3_000),
  JWKS_COOLDOWN_MS: z.coerce.number().int().min(100).max(600_000).default(30_000),
  JWKS_MAX_AGE_MS: z.coerce.number().int().min(1_000).max(86_400_000).default(600_000),
  ACTOR_SLEUTEL: z.string().regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal characters'),
});

/**
 * Reads who is trusted to say who somebody is (docs/aanmelding.md).
 *
 * @throws ConfiguratieFout with every problem of environment, issuers file and key files
 */
export function leesIdentitySettings(env: Omgeving): IdentitySettings {
  const file = env['OIDC_ISSUERS_FILE'] ?? '';
  const { omgeving, issuers, pseudoniem } = leesSamen({
    omgeving: () => leesOmgeving(schema, env),
    issuers: () => (file === '' ? [] : leesIssuers(file, env['NODE_ENV'] === 'production')),
    pseudoniem: () => leesPseudoniemConfig(env),
  });
  return Object.freeze({
    issuers,
    audience: omgeving.TOKEN_AUDIENCE,
    clockSkewSeconds: omgeving.TOKEN_CLOCK_SKEW_S,
    maxTokenAgeSeconds: omgeving.TOKEN_MAX_AGE_S,
    maxTokenBytes: omgeving.TOKEN_MAX_BYTES,
    recognisedForMs: omgeving.TOKEN_RECOGNISED_MS,
    jwksTimes: Object.freeze({
      timeoutMs: omgeving.JWKS_TIMEOUT_MS,
      cooldownMs: omgeving.JWKS_COOLDOWN_MS,
      maxAgeMs: omgeving.JWKS_MAX_AGE_MS,
    }),
    actorSleutel: omgeving.ACTOR_SLEUTEL,
    pseudoniem,
  });
}
