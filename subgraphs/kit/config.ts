import { z } from 'zod';
import { ConfiguratieFout } from './configuratie-fout.ts';
import { leesGeheim } from './geheimbestand.ts';

export type Omgeving = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment with a zod object whose keys are the variable names; an empty value counts
 * as absent. `<NAME>_FILE` is the path of a file with the value of `<NAME>`, for secrets: see `leesGeheim`.
 * @throws ConfiguratieFout with every problem
 */
export function leesOmgeving<S extends z.ZodObject>(schema: S, env: Omgeving): Readonly<z.output<S>> {
  const gevuld = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const problems = new Map<string, string>();
  for (const naam of Object.keys(schema.shape)) {
    const bestand = `${naam}_FILE`;
    const pad = gevuld[bestand];
    if (pad === undefined || bestand in schema.shape) continue;
    try {
      if (gevuld[naam] !== undefined) throw new ConfiguratieFout([`${naam}: is given, and ${bestand} too`]);
      gevuld[naam] = leesGeheim(pad, bestand);
    } catch (error) {
      if (!(error instanceof ConfiguratieFout)) throw error;
      problems.set(naam, error.problems.join());
    }
  }
  const result = schema.safeParse(gevuld);
  if (result.success && problems.size === 0) return Object.freeze(result.data);
  const issues = result.error?.issues ?? [];
  throw new ConfiguratieFout([
    ...problems.values(),
    ...issues
      .filter(({ path }) => !problems.has(path.join('.')))
      .map((issue) => `${issue.path.join('.')}: ${issue.message.replace(/\s+/g, ' ')}`),
  ]);
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

/** Whether what goes to an address crosses no network in the clear: https, or this machine. */
export function isAfgeschermd({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/** Address of a system or subgraph that persons' data come from; in production nothing of them crosses a network in the clear. */
export const bronUrl = (env: Omgeving) =>
  basisUrl.refine(
    (url) => env['NODE_ENV'] !== 'production' || isAfgeschermd(url),
    'must be https in production, or on this machine',
  );

/** Whole milliseconds between 10 and 60,000. */
export const milliseconden = z.coerce.number().int().min(10).max(60_000);

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
