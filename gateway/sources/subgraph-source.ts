import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import { Pool } from 'undici';
import { z } from 'zod';
import { type Logger, meldingVan } from '../../subgraphs/kit/index.ts';
import { legeData, vraagvorm } from './ontbrekend.ts';
import type { OperationContext } from './operation-context.ts';

/** One operation of a plan, on its way to one subgraph. */
export type Subgraphvraag = {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
};

/** One subgraph as the plan's executor sees it: it always answers, if need be with the gap it leaves. */
export type SubgraphSource = {
  readonly vraag: (vraag: Subgraphvraag, context: OperationContext) => Promise<GatewayGraphQLResponse>;
  readonly sluit: () => Promise<void>;
};

export type SubgraphSourceOpties = {
  readonly naam: string;
  readonly url: URL;
  readonly timeoutMs: number;
  readonly connections: number;
  /** Sources behind a field, from the supergraph. */
  readonly bronnenVan: (type: string, field: string) => readonly string[];
  readonly logger: Logger;
};

const bronregel = z.object({
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
  actueelPer: z.string().max(40).optional(),
});

/** What a subgraph may send: GraphQL's response format; anything else counts as no answer. */
const antwoordvorm = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
  extensions: z.looseObject({ bronnen: z.array(bronregel).optional().catch(undefined) }).optional(),
});

/** A subgraph over HTTP, on a pool of kept connections. */
export function createSubgraphSource(opties: SubgraphSourceOpties): SubgraphSource {
  const pool = new Pool(opties.url.origin, {
    connections: opties.connections,
    connect: { timeout: opties.timeoutMs },
  });
  const path = opties.url.pathname;

  const haal = async (vraag: Subgraphvraag, context: OperationContext): Promise<unknown> => {
    const response = await pool.request({
      method: 'POST',
      path,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-correlation-id': context.correlationId,
      },
      body: JSON.stringify(vraag),
      signal: AbortSignal.any([context.signal, AbortSignal.timeout(opties.timeoutMs)]),
    });
    return response.body.json();
  };

  return {
    vraag: async (vraag, context) => {
      const start = performance.now();
      const gelezen = await haal(vraag, context)
        .then((body) => antwoordvorm.safeParse(body))
        .catch((error: unknown) => ({ success: false as const, error }));
      const duurMs = performance.now() - start;
      if (gelezen.success && bruikbaar(gelezen.data)) {
        context.verslag.noteerOversteek({ subgraph: opties.naam, duurMs, uitkomst: 'OK' });
        for (const regel of gelezen.data.extensions?.bronnen ?? []) {
          context.verslag.noteerBron(opties.naam, {
            bron: regel.bron,
            uitkomst: regel.uitkomst,
            aanroepen: regel.aanroepen,
            duurMs: regel.duurMs,
            geraadpleegdOp: regel.geraadpleegdOp,
            ...(regel.actueelPer === undefined ? {} : { actueelPer: regel.actueelPer }),
          });
        }
        const { data, errors } = gelezen.data;
        return {
          ...(data === undefined ? {} : { data }),
          ...(errors === undefined ? {} : { errors }),
        };
      }
      context.verslag.noteerOversteek({ subgraph: opties.naam, duurMs, uitkomst: 'FOUT' });
      opties.logger.warn(
        {
          correlationId: context.correlationId,
          subgraph: opties.naam,
          durationMs: Math.round(duurMs),
          error: gelezen.success ? undefined : gelezen.error,
        },
        'subgraph did not answer',
      );
      return zwijgend(opties, vraag, context, duurMs);
    },
    sluit: () => pool.destroy(),
  };
}

/** A response without data is usable when it says why; without either it is no GraphQL answer. */
function bruikbaar(antwoord: z.output<typeof antwoordvorm>): boolean {
  return (
    (antwoord.data !== undefined && antwoord.data !== null) ||
    (antwoord.errors !== undefined && antwoord.errors.length > 0)
  );
}

/**
 * The answer in place of a silent subgraph: nulls of the same shape, one error per source behind the
 * fields that were asked (at the first place it is missing), and a line per source in the report.
 */
function zwijgend(
  opties: SubgraphSourceOpties,
  vraag: Subgraphvraag,
  context: OperationContext,
  duurMs: number,
): GatewayGraphQLResponse {
  const vorm = vraagvorm(vraag.query);
  const geraadpleegdOp = context.now().toISOString();
  const errors: Record<string, unknown>[] = [];
  const gemeld = new Set<string>();
  for (const veld of vorm.velden) {
    const bronnen = opties.bronnenVan(veld.type, veld.field);
    for (const bron of bronnen.length > 0 ? bronnen : [undefined]) {
      if (gemeld.has(bron ?? opties.naam)) continue;
      gemeld.add(bron ?? opties.naam);
      errors.push({
        message: meldingVan('ONBEREIKBAAR'),
        path: vorm.soort === 'ENTITEITEN' ? ['_entities', 0, veld.responseName] : [veld.responseName],
        extensions: {
          code: 'BRON_NIET_BESCHIKBAAR',
          subgraph: opties.naam,
          ...(bron === undefined ? {} : { bron }),
        },
      });
      if (bron === undefined) continue;
      context.verslag.noteerBron(opties.naam, {
        bron,
        uitkomst: 'BRON_NIET_BESCHIKBAAR',
        aanroepen: 0,
        duurMs: Math.round(duurMs),
        geraadpleegdOp,
      });
    }
  }
  return { data: legeData(vorm, vraag.variables), errors } as unknown as GatewayGraphQLResponse;
}
