import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JWTVerifyGetKey,
} from 'jose';
import { Agent } from 'undici';
import type { Logger } from '../../../subgraphs/kit/index.ts';
import type { Issuer, JwksTimes } from './settings.ts';

/** The public keys of one issuer. */
export type Keys = {
  /** Finds the key of a token by `kid` and `alg`. @throws KeysAway when the keys cannot be had */
  readonly find: JWTVerifyGetKey;
  readonly close: () => Promise<void>;
};

/** The issuer's keys cannot be had now; says nothing about the token. */
export class KeysAway extends Error {
  override readonly name = 'KeysAwayError';
}

/** A set of keys is a few kilobytes; more is not one. */
const maxJwksBytes = 256 * 1024;
/** After a failure the issuer is left alone for this long, milliseconds, however many tokens come. */
const pauseMs = 1_000;

/** The keys of an issuer: of its file, or of its `jwks_uri` (RFC 7517 §5), fetched when first needed. */
export function createKeys(issuer: Issuer, times: JwksTimes, logger: Logger): Keys {
  if ('jwks' in issuer.keys)
    return { find: createLocalJWKSet(issuer.keys.jwks), close: async () => undefined };
  const agent = new Agent({ connections: 1, connect: { timeout: times.timeoutMs } });
  let failedAt = Number.NEGATIVE_INFINITY;
  const inPause = () => performance.now() - failedAt < Math.min(pauseMs, times.cooldownMs);
  const remote = createRemoteJWKSet(issuer.keys.jwksUri, {
    timeoutDuration: times.timeoutMs,
    cooldownDuration: times.cooldownMs,
    cacheMaxAge: times.maxAgeMs,
    [customFetch]: async (url, options) => {
      if (inPause()) throw new KeysAway('failed a moment ago');
      return fetchBounded(agent, url, options);
    },
  });
  return {
    find: async (header, token) => {
      try {
        return await remote(header, token);
      } catch (error) {
        if (saysOfToken(error)) throw error;
        if (!inPause()) {
          failedAt = performance.now();
          logger.warn({ issuer: issuer.naam, error }, 'keys of an issuer cannot be had');
        }
        throw new KeysAway('no keys');
      }
    },
    close: () => agent.destroy(),
  };
}

/** Whether the set of keys is there, and the token has no key in it. */
function saysOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

/** A GET that follows no redirect and reads no more than a set of keys can be. */
async function fetchBounded(
  agent: Agent,
  url: string,
  { headers, signal }: Parameters<FetchImplementation>[1],
): Promise<Response> {
  const { origin, pathname, search } = new URL(url);
  const { statusCode, body } = await agent.request({
    origin,
    path: `${pathname}${search}`,
    method: 'GET',
    headers: Object.fromEntries(headers),
    signal,
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxJwksBytes) throw new Error('the set of keys is too large');
    chunks.push(chunk);
  }
  // `Response` takes no status below 200, and only 200 is of use.
  return new Response(Buffer.concat(chunks), { status: statusCode === 200 ? 200 : 502 });
}
