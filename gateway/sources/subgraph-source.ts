import type { GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
import { type Logger, meldingVan } from '../../subgraphs/kit/index.ts';
import { call } from './http-call.ts';
import type { OperationContext } from './operation-context.ts';
import { leesAntwoord } from './subgraph-antwoord.ts';
import type { GevraagdVeld, SubgraphOperatie } from './subgraph-operatie.ts';

/** One subgraph as the engine sees it: it always answers, if need be with the gap it leaves. */
export type SubgraphSource = {
  /** @param variables JSON text of the object of variables */
  readonly vraag: (
    operatie: SubgraphOperatie,
    variables: string,
    context: OperationContext,
  ) => Promise<SubgraphAntwoord>;
  readonly sluit: () => Promise<void>;
};

export type SubgraphAntwoord =
  | {
      readonly soort: 'ANTWOORD';
      /** Of this answer only: whoever asked may change it. */
      readonly data: Record<string, unknown> | null | undefined;
      readonly errors: readonly GraphQLFormattedError[] | undefined;
    }
  | { readonly soort: 'STIL'; readonly leemten: readonly Leemte[] };

/** A field that a silent subgraph should have answered, and the error that says so: one for each source behind it. */
export type Leemte = {
  /** Index in the `delen` of the operation. */
  readonly deel: number;
  readonly veld: GevraagdVeld;
  readonly fout: Pick<GraphQLFormattedError, 'message' | 'extensions'>;
};

export type SubgraphSourceOpties = {
  readonly naam: string;
  readonly url: URL;
  /** Time for one call, milliseconds, when the operation has more left. */
  readonly timeoutMs: number;
  readonly connections: number;
  /** Sources behind a field, from the supergraph. */
  readonly bronnenVan: (type: string, field: string) => readonly string[];
  readonly logger: Logger;
};

const vasteHeaders = ['content-type', 'application/json', 'accept', 'application/json'];
const maxAntwoordBytes = 64 * 1024 * 1024;

/** A subgraph over HTTP, on a pool of kept connections. */
export function createSubgraphSource(opties: SubgraphSourceOpties): SubgraphSource {
  const pool = new Pool(opties.url.origin, {
    connections: opties.connections,
    connect: { timeout: opties.timeoutMs },
  });
  const path = opties.url.pathname + opties.url.search;

  const haal = async (
    operatie: SubgraphOperatie,
    variables: string,
    { correlationId, looptijd }: OperationContext,
    budgetMs: number,
  ): Promise<unknown> => {
    const { answered, abort } = call(pool, {
      path,
      headers: [...vasteHeaders, 'x-correlation-id', correlationId, 'x-tijdbudget-ms', String(budgetMs)],
      body: `${operatie.kop}${variables}}`,
      maxBytes: maxAntwoordBytes,
    });
    const breekAf = () => {
      abort(new Error('the time is up'));
    };
    const terug = looptijd.bijEinde(breekAf);
    // The operation's own end is kept by its looptijd; a timer here is for a subgraph that may take less.
    const timer = budgetMs < looptijd.resterendMs() ? setTimeout(breekAf, budgetMs) : undefined;
    try {
      return JSON.parse(await answered) as unknown;
    } finally {
      clearTimeout(timer);
      terug();
    }
  };

  return {
    vraag: async (operatie, variables, context) => {
      const budgetMs = Math.min(opties.timeoutMs, context.looptijd.resterendMs());
      if (budgetMs <= 0) return stilte(opties, operatie, context, 'TIJD_OP', 0);
      const start = performance.now();
      const gelezen = await haal(operatie, variables, context, budgetMs)
        .then((body) => ({ antwoord: leesAntwoord(body), error: undefined }))
        .catch((error: unknown) => ({ antwoord: undefined, error }));
      const duurMs = performance.now() - start;
      const { antwoord } = gelezen;
      if (antwoord !== undefined) {
        context.verslag.noteerOversteek({ subgraph: opties.naam, duurMs, uitkomst: 'OK' });
        for (const regel of antwoord.bronnen) context.verslag.noteerBron(opties.naam, regel);
        return { soort: 'ANTWOORD', data: antwoord.data, errors: antwoord.errors };
      }
      context.verslag.noteerOversteek({ subgraph: opties.naam, duurMs, uitkomst: 'FOUT' });
      opties.logger.warn(
        {
          correlationId: context.correlationId,
          subgraph: opties.naam,
          durationMs: Math.round(duurMs),
          error: gelezen.error,
        },
        'subgraph did not answer',
      );
      const teLaat = context.looptijd.einde() === 'TIJD_OP' || duurMs >= budgetMs;
      return stilte(opties, operatie, context, teLaat ? 'TE_LAAT' : 'ONBEREIKBAAR', duurMs);
    },
    sluit: () => pool.destroy(),
  };
}

/**
 * What a silent subgraph leaves: for each source behind the fields that were asked one error, at the first
 * place it is missing, and a line in the report. The rest of the plan runs on with that gap in view.
 */
function stilte(
  opties: SubgraphSourceOpties,
  operatie: SubgraphOperatie,
  context: OperationContext,
  reden: 'TIJD_OP' | 'TE_LAAT' | 'ONBEREIKBAAR',
  duurMs: number,
): SubgraphAntwoord {
  const geraadpleegdOp = context.now().toISOString();
  const leemten: Leemte[] = [];
  const gemeld = new Set<string>();
  for (const [deel, { velden }] of operatie.delen.entries()) {
    for (const veld of velden) {
      const bronnen = opties.bronnenVan(veld.type, veld.field);
      for (const bron of bronnen.length > 0 ? bronnen : [undefined]) {
        if (gemeld.has(bron ?? opties.naam)) continue;
        gemeld.add(bron ?? opties.naam);
        leemten.push({
          deel,
          veld,
          fout: {
            message: meldingVan(reden),
            extensions: {
              code: 'BRON_NIET_BESCHIKBAAR',
              subgraph: opties.naam,
              ...(bron === undefined ? {} : { bron }),
            },
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
  }
  return { soort: 'STIL', leemten };
}
