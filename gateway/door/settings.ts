import { z } from 'zod';
import { leesOmgeving, type Omgeving } from '../../subgraphs/kit/index.ts';
import type { OperationLimits } from '../execution/index.ts';
import type { RateSettings } from './rate-limiter.ts';

/** What comes in at the door, and how much of it (docs/aanmelding.md, "What the door lets in"). */
export type DoorSettings = OperationLimits & {
  /** Words and signs of a document at most. */
  readonly maxTokens: number;
  /** What one operation may cost at most, by `@cost` and `@listSize`. */
  readonly maxCost: number;
  /** Whether `__schema` and `__type` are answered, and errors suggest names. */
  readonly introspection: boolean;
  /** Origins whose pages may read answers, besides the gateway's own. */
  readonly corsOrigins: ReadonlySet<string>;
  /** How many requests of one person, and of one address that fails to sign in. */
  readonly rate: RateSettings;
  /** Header in which a proxy before the gateway names the address of its client; undefined for none. */
  readonly addressHeader: string | undefined;
};

const originForm = /^https?:\/\/[\w.:[\]-]+$/;

/** `scheme://host[:port]` as a browser writes it in `Origin`; no `*`, and no `null`. */
const origins = z.string().transform((value, context): ReadonlySet<string> => {
  const given = value.split(',').map((one) => one.trim());
  const good = given.every((one) => originForm.test(one) && URL.canParse(one) && new URL(one).origin === one);
  if (good) return new Set(given);
  context.addIssue({
    code: 'custom',
    message: 'must be http(s) origins with commas between, e.g. https://balie.example',
  });
  return z.NEVER;
});

const count = (max: number) => z.coerce.number().int().min(1).max(max);

const schema = z.object({
  MAX_FIELDS: count(100_000).default(5_000),
  MAX_DEPTH: count(1_000).default(30),
  MAX_ALIASES: count(100_000).default(30),
  MAX_ROOT_FIELDS: count(1_000).default(10),
  MAX_DIRECTIVES: count(100_000).default(50),
  MAX_REPEATED: count(100_000).default(100),
  MAX_TOKENS: count(1_000_000).default(5_000),
  MAX_COST: count(1_000_000_000).default(40_000),
  INTROSPECTION: z.stringbool().optional(),
  CORS_ORIGINS: origins.default(new Set<string>()),
  RATE_PER_MINUTE: count(1_000_000_000).default(600),
  RATE_BURST: count(1_000_000_000).default(200),
  CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be the name of a header, in lower case')
    .optional(),
  NODE_ENV: z.string().default('development'),
});

/** @throws ConfiguratieFout with every problem */
export function leesDoorSettings(env: Omgeving): DoorSettings {
  const gelezen = leesOmgeving(schema, env);
  return Object.freeze({
    maxFields: gelezen.MAX_FIELDS,
    maxDepth: gelezen.MAX_DEPTH,
    maxAliases: gelezen.MAX_ALIASES,
    maxRootFields: gelezen.MAX_ROOT_FIELDS,
    maxDirectives: gelezen.MAX_DIRECTIVES,
    maxRepeated: gelezen.MAX_REPEATED,
    maxTokens: gelezen.MAX_TOKENS,
    maxCost: gelezen.MAX_COST,
    introspection: gelezen.INTROSPECTION ?? gelezen.NODE_ENV !== 'production',
    corsOrigins: gelezen.CORS_ORIGINS,
    rate: Object.freeze({ perMinute: gelezen.RATE_PER_MINUTE, burst: gelezen.RATE_BURST }),
    addressHeader: gelezen.CLIENT_ADDRESS_HEADER,
  });
}
