import { z } from 'zod';
import {
  basisUrl,
  isAfgeschermd,
  leesOmgeving,
  milliseconden,
  type Omgeving,
} from '../../subgraphs/kit/index.ts';
import type { Bewaartermijn } from './segmenten/index.ts';

/** Settings of the logs, parsed once and frozen. */
export type LogboekConfig = {
  /** Directory of both logs; of one process of the gateway. */
  readonly dir: string;
  readonly registerDir: string;
  /** Directory with the declared flows between partners. */
  readonly stromenDir: string;
  /** Bytes after which a segment is full (default 16 MiB; 64 KiB to 1 GiB). */
  readonly maxBytes: number;
  readonly fsync: 'per-schrijf' | 'per-batch';
  readonly retention: { readonly verwerkingen: Bewaartermijn; readonly audit: Bewaartermijn };
  /** Files with the key that encrypts data subjects; those after the first are of before, to find by. */
  readonly sleutelFiles: readonly [string, ...string[]];
  /** File with the Ed25519 private key that signs the heads; undefined for none. */
  readonly ondertekensleutelFile: string | undefined;
  /** Time for writing the records of one answer, milliseconds (default 2,000). */
  readonly schrijfTimeoutMs: number;
  /** OTLP/HTTP collector that gets a copy of both logs; undefined for none. */
  readonly otlp: { readonly url: URL; readonly tokenFile: string | undefined } | undefined;
};

const dagen = z.coerce.number().int().min(1).max(36_500).default(1_095);

/** Where the logs stand, for who only reads them. */
export const logboekDir = z.string().default('var/logboek');

/** The standard asks for TLS towards a log (LDV, component Logboek); a collector beside us needs none. */
const collector = basisUrl.refine(isAfgeschermd, 'must be https, or on this machine');

const schema = z.object({
  LOGBOEK_DIR: logboekDir,
  VERWERKINGENREGISTER_DIR: z.string().default('schema/verwerkingen'),
  GEGEVENSSTROMEN_DIR: z.string().default('schema/gegevensstromen'),
  LOGBOEK_MAX_BYTES: z.coerce.number().int().min(65_536).max(1_073_741_824).default(16_777_216),
  LOGBOEK_FSYNC: z.enum(['per-schrijf', 'per-batch']).default('per-batch'),
  LOGBOEK_VERWERKINGEN_DAGEN: dagen,
  LOGBOEK_AUDIT_DAGEN: dagen,
  LOGBOEK_SLEUTEL_FILE: z
    .string()
    .transform((paden) => paden.split(',').map((pad) => pad.trim()))
    .refine((paden) => paden.every((pad) => pad !== ''), 'must be paths with commas between them'),
  LOGBOEK_ONDERTEKENSLEUTEL_FILE: z.string().optional(),
  LOGBOEK_TIMEOUT_MS: milliseconden.default(2_000),
  LOGBOEK_OTLP_URL: collector.optional(),
  LOGBOEK_OTLP_TOKEN_FILE: z.string().optional(),
});

/** Reads the settings of the logs. @throws ConfiguratieFout with every problem */
export function leesLogboekConfig(env: Omgeving): LogboekConfig {
  const gelezen = leesOmgeving(schema, env);
  const [sleutel = '', ...eerdere] = gelezen.LOGBOEK_SLEUTEL_FILE;
  return Object.freeze({
    dir: gelezen.LOGBOEK_DIR,
    registerDir: gelezen.VERWERKINGENREGISTER_DIR,
    stromenDir: gelezen.GEGEVENSSTROMEN_DIR,
    maxBytes: gelezen.LOGBOEK_MAX_BYTES,
    fsync: gelezen.LOGBOEK_FSYNC,
    retention: Object.freeze({
      verwerkingen: { profiel: 'werkplein-verwerkingen', dagen: gelezen.LOGBOEK_VERWERKINGEN_DAGEN },
      audit: { profiel: 'werkplein-audit', dagen: gelezen.LOGBOEK_AUDIT_DAGEN },
    }),
    sleutelFiles: Object.freeze([sleutel, ...eerdere] as const),
    ondertekensleutelFile: gelezen.LOGBOEK_ONDERTEKENSLEUTEL_FILE,
    schrijfTimeoutMs: gelezen.LOGBOEK_TIMEOUT_MS,
    otlp:
      gelezen.LOGBOEK_OTLP_URL === undefined
        ? undefined
        : Object.freeze({ url: gelezen.LOGBOEK_OTLP_URL, tokenFile: gelezen.LOGBOEK_OTLP_TOKEN_FILE }),
  });
}
