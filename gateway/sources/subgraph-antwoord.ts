import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import type { Bronregel, Verwerkingsmelding } from '../../subgraphs/kit/index.ts';
import { leesVerwerkingen } from './verwerkt.ts';

/** What a subgraph answered, read from the JSON of its response. */
export type GelezenAntwoord = {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  /** Its own report of sources (`extensions.bronnen`); a report that is not one is none. */
  readonly bronnen: readonly Bronregel[];
  /** Whose data it processed (`extensions.verwerkingen`); undefined when it does not say. */
  readonly verwerkingen: readonly Verwerkingsmelding[] | undefined;
};

const bronregels = z.array(
  z.object({
    bron: z.string().max(64),
    uitkomst: z.enum([
      'GEVONDEN',
      'NIETS_GEVONDEN',
      'GEDEELTELIJK',
      'NIET_GERECHTIGD',
      'BRON_NIET_BESCHIKBAAR',
      'FOUT',
    ]),
    aanroepen: z.number().int().nonnegative(),
    duurMs: z.number().nonnegative(),
    geraadpleegdOp: z.string().max(40),
    actueelPer: z.string().max(40).exactOptional(),
  }),
);

/** Some servers write null for what is absent. */
const fouten = z
  .array(
    z
      .object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).nullish(),
        extensions: z.record(z.string(), z.unknown()).nullish(),
      })
      .transform(({ message, path, extensions }) => ({
        message,
        ...(path === null || path === undefined ? {} : { path }),
        ...(extensions === null || extensions === undefined ? {} : { extensions }),
      })),
  )
  .nullish();

/**
 * Reads GraphQL's response format; undefined for anything else, which counts as no answer. A response without
 * data is an answer when it says why.
 */
export function leesAntwoord(body: unknown): GelezenAntwoord | undefined {
  if (!isObject(body)) return undefined;
  const { data } = body;
  if (data !== undefined && data !== null && !isObject(data)) return undefined;
  const gelezen = fouten.safeParse(body['errors']);
  if (!gelezen.success) return undefined;
  const errors = gelezen.data ?? undefined;
  if ((data === undefined || data === null) && (errors === undefined || errors.length === 0))
    return undefined;
  const extensions = isObject(body['extensions']) ? body['extensions'] : {};
  const bronnen = bronregels.safeParse(extensions['bronnen']).data;
  return { data, errors, bronnen: bronnen ?? [], verwerkingen: leesVerwerkingen(extensions['verwerkingen']) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
