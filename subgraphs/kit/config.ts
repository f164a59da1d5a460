import { z } from 'zod';
import { ConfiguratieFout } from './configuratie-fout.ts';

export type Omgeving = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment with a zod object whose keys are the variable names; an empty value counts
 * as absent. @throws ConfiguratieFout with every problem
 */
export function leesOmgeving<S extends z.ZodObject>(schema: S, env: Omgeving): Readonly<z.output<S>> {
  const gevuld = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(gevuld);
  if (result.success) return Object.freeze(result.data);
  throw new ConfiguratieFout(
    result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message.replace(/\s+/g, ' ')}`),
  );
}

/** An http(s) URL without credentials, query or fragment. */
export const basisUrl = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const geldig =
    url !== undefined &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '';
  if (geldig) return url;
  context.addIssue({ code: 'custom', message: 'must be an http(s) URL without credentials or query' });
  return z.NEVER;
});

/** Whole milliseconds between 10 and 60,000. */
export const milliseconden = z.coerce.number().int().min(10).max(60_000);

/** Settings every source has: base URL, time per call (default 3,000 ms), calls at once (default 16). */
export type BronConfig = {
  readonly url: URL;
  readonly timeoutMs: number;
  readonly maxGelijktijdig: number;
};

/**
 * The variables `<PREFIX>_URL`, `<PREFIX>_TIMEOUT_MS` and `<PREFIX>_MAX_CONCURRENT` of one source.
 * @throws ConfiguratieFout
 */
export function leesBronConfig(prefix: string, env: Omgeving): BronConfig {
  const gelezen = leesOmgeving(
    z.object({
      [`${prefix}_URL`]: basisUrl,
      [`${prefix}_TIMEOUT_MS`]: milliseconden.default(3_000),
      [`${prefix}_MAX_CONCURRENT`]: z.coerce.number().int().min(1).max(512).default(16),
    }),
    env,
  );
  return Object.freeze({
    url: gelezen[`${prefix}_URL`] as URL,
    timeoutMs: gelezen[`${prefix}_TIMEOUT_MS`] as number,
    maxGelijktijdig: gelezen[`${prefix}_MAX_CONCURRENT`] as number,
  });
}

/**
 * Reads several parts of a configuration and reports the problems of all of them together.
 * @throws ConfiguratieFout
 */
export function leesSamen<T extends Readonly<Record<string, () => unknown>>>(
  delen: T,
): { readonly [K in keyof T]: ReturnType<T[K]> } {
  const problems: string[] = [];
  const gelezen: Record<string, unknown> = {};
  for (const [naam, lees] of Object.entries(delen)) {
    try {
      gelezen[naam] = lees();
    } catch (error) {
      if (!(error instanceof ConfiguratieFout)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfiguratieFout(problems);
  return Object.freeze(gelezen) as { readonly [K in keyof T]: ReturnType<T[K]> };
}

/** The key and region of the pseudonym: `PSEUDONIEM_SLEUTEL` (64 hex characters), `WERKPLEIN_REGIO`. */
export const pseudoniemOmgeving = z.object({
  PSEUDONIEM_SLEUTEL: z.string().regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal characters'),
  WERKPLEIN_REGIO: z.string().regex(/^[a-z][a-z-]{1,40}$/, 'must be a region name in lower case'),
});

/** Key and region of the pseudonym, as `createPseudonimiseerder` takes them. */
export type PseudoniemConfig = { readonly sleutel: string; readonly regio: string };

/** Reads `pseudoniemOmgeving`. @throws ConfiguratieFout */
export function leesPseudoniemConfig(env: Omgeving): PseudoniemConfig {
  const gelezen = leesOmgeving(pseudoniemOmgeving, env);
  return Object.freeze({ sleutel: gelezen.PSEUDONIEM_SLEUTEL, regio: gelezen.WERKPLEIN_REGIO });
}

/** Organisatie-identificatienummer, or a sub-OIN. */
export const oin = z.string().regex(/^\d{20}$/, 'must be 20 digits');

/** A token or key that travels in a header: printable ASCII without spaces. */
export const geheim = z.string().regex(/^[\x21-\x7e]{1,500}$/, 'must be printable ASCII without spaces');

/** Prefix of a source's settings: `GEMEENTE_BRP`; the partner's name is not said twice (`SW_WACHTLIJST`). */
export function bronPrefix(partner: string, bron: string): string {
  const naam = partner.toUpperCase().replaceAll('-', '_');
  return bron.startsWith(`${naam}_`) ? bron : `${naam}_${bron}`;
}
