import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { ConfiguratieFout } from '../../../subgraphs/kit/index.ts';

/** Signatures that may be accepted (RFC 7518 §3.1, RFC 8037); each by public key, so that no verifier can sign. */
export const algoritmen = ['EdDSA', 'ES256', 'PS256', 'RS256'] as const;

/** The start of the `iss` of every development issuer; in production none is trusted. */
export const ontwikkelIssuer = 'urn:werkplein:ontwikkeling:';

/** An issuer of access tokens, and what it is trusted with. */
export type Issuer = {
  /** Its name in the log. */
  readonly naam: string;
  /** Its `iss`, letter by letter. */
  readonly issuer: string;
  readonly kind: 'medewerker' | 'burger';
  /** Where its keys are fetched, or the keys of its file. */
  readonly keys: { readonly jwksUri: URL } | { readonly jwks: JSONWebKeySet };
  readonly algorithms: readonly (typeof algoritmen)[number][];
  /** Applications (`azp`) whose tokens are taken. */
  readonly azp: readonly string[];
  /** Organisations that it speaks for; for citizens the one that lets them in. */
  readonly organisaties: readonly string[];
  /** The `typ` that its access tokens have, where it gives them one (RFC 9068: `at+jwt`). */
  readonly typ?: string;
};

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a name in lower case');
const text = z.string().min(1).max(500);
/** A name or an OIN of twenty digits; never nine digits, which could be a BSN. */
export const organisatienaam = z
  .string()
  .regex(/^(?!\d{9}$)[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'must be a name or an OIN');

const jwksUri = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const right =
    url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (right) return url;
  context.addIssue({ code: 'custom', message: 'must be an http(s) URL without credentials' });
  return z.NEVER;
});

const entry = z
  .strictObject({
    naam: name,
    issuer: text,
    kind: z.enum(['medewerker', 'burger']),
    jwksUri: jwksUri.optional(),
    jwksFile: text.optional(),
    algorithms: z.array(z.enum(algoritmen)).min(1),
    azp: z.array(text).min(1),
    organisaties: z.array(organisatienaam).min(1),
    typ: text.optional(),
  })
  .superRefine((value, context) => {
    const problem = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if ((value.jwksUri === undefined) === (value.jwksFile === undefined)) {
      problem('jwksUri', 'give either jwksUri or jwksFile');
    }
    if (value.kind === 'burger' && value.organisaties.length !== 1) {
      problem('organisaties', 'must be one organisation: the one that lets citizens in');
    }
  });

type Entry = z.output<typeof entry>;

const fileSchema = z.strictObject({ issuers: z.array(entry).min(1).max(50) });

/** A public key for verifying (RFC 7517 §4). A private or symmetric one is refused: the gateway must not be able to sign. */
const publicKey = z
  .looseObject({ kty: z.enum(['OKP', 'EC', 'RSA']), kid: z.string().min(1) })
  .refine((key) => !['d', 'k', 'p', 'q'].some((secret) => secret in key), {
    message: 'must be a public key',
  });
const jwksSchema = z.object({ keys: z.array(publicKey).min(1).max(100) });

/**
 * Reads the file of issuers; paths in it are relative to it.
 *
 * @throws ConfiguratieFout with every problem of it and of the key files; no value is repeated
 */
export function leesIssuers(file: string, production: boolean): readonly Issuer[] {
  const { issuers } = parse('OIDC_ISSUERS_FILE', file, fileSchema);
  const problems: string[] = [];
  const read = issuers.flatMap((one, i): readonly Issuer[] => {
    const where = `OIDC_ISSUERS_FILE: issuers.${i}`;
    const twice = issuers.slice(0, i).some((other) => other.issuer === one.issuer || other.naam === one.naam);
    if (twice) problems.push(`${where}: has the naam or the issuer of another`);
    if (production) problems.push(...productionProblems(one).map((problem) => `${where}.${problem}`));
    try {
      return [toIssuer(one, where, file)];
    } catch (error) {
      if (!(error instanceof ConfiguratieFout)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new ConfiguratieFout(problems);
  return Object.freeze(read);
}

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

function productionProblems({ issuer, jwksUri: uri }: Entry): readonly string[] {
  const plain = uri?.protocol === 'http:' && !loopback.includes(uri.hostname);
  return [
    ...(issuer.startsWith(ontwikkelIssuer)
      ? ['issuer: is a development issuer, which production refuses']
      : []),
    ...(plain ? ['jwksUri: must be https in production'] : []),
  ];
}

function toIssuer({ jwksUri: uri, jwksFile, typ, ...rest }: Entry, where: string, file: string): Issuer {
  const optional = typ === undefined ? {} : { typ };
  if (uri !== undefined) return Object.freeze({ ...rest, ...optional, keys: { jwksUri: uri } });
  const jwks = parse(`${where}.jwksFile`, resolve(dirname(file), jwksFile ?? ''), jwksSchema);
  return Object.freeze({ ...rest, ...optional, keys: { jwks } });
}

function parse<T>(setting: string, file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(readJson(setting, file));
  if (result.success) return result.data;
  throw new ConfiguratieFout(
    result.error.issues.map(({ path, message }) => {
      const place = path.length === 0 ? '' : `${path.map(String).join('.')}: `;
      return `${setting}: ${place}${message.replace(/\s+/g, ' ')}`;
    }),
  );
}

function readJson(setting: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // What is in the file is not repeated: it may be one that should not be here.
    throw new ConfiguratieFout([`${setting}: must be the path of a JSON file that can be read`]);
  }
}
