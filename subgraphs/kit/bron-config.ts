import { z } from 'zod';
import { bronUrl, leesOmgeving, leesSamen, milliseconden, type Omgeving } from './config.ts';
import { ConfiguratieFout } from './configuratie-fout.ts';
import { leesTls, type TlsConfig } from './tls/index.ts';

/** Settings every source has: base URL, time per call (default 3,000 ms), calls at once (default 16). */
export type BronConfig = {
  readonly url: URL;
  readonly timeoutMs: number;
  readonly maxGelijktijdig: number;
  /** What is shown and trusted over https; undefined over http. */
  readonly tls?: TlsConfig;
};

/**
 * The variables `<PREFIX>_URL`, `<PREFIX>_TIMEOUT_MS`, `<PREFIX>_MAX_CONCURRENT` and those of `leesTls` of one source.
 * @throws ConfiguratieFout
 */
export function leesBronConfig(prefix: string, env: Omgeving): BronConfig {
  const { gelezen, tls } = leesSamen({
    gelezen: () =>
      leesOmgeving(
        z.object({
          [`${prefix}_URL`]: bronUrl(env),
          [`${prefix}_TIMEOUT_MS`]: milliseconden.default(3_000),
          [`${prefix}_MAX_CONCURRENT`]: z.coerce.number().int().min(1).max(512).default(16),
        }),
        env,
      ),
    tls: () => leesTls(prefix, env),
  });
  const url = gelezen[`${prefix}_URL`] as URL;
  if (url.protocol === 'http:' && tls.paden.length > 0) {
    throw new ConfiguratieFout([`${prefix}_URL: must be https where there are certificates`]);
  }
  return Object.freeze({
    url,
    timeoutMs: gelezen[`${prefix}_TIMEOUT_MS`] as number,
    maxGelijktijdig: gelezen[`${prefix}_MAX_CONCURRENT`] as number,
    ...(url.protocol === 'http:' ? {} : { tls }),
  });
}
