import type { GraphQLFormattedError } from 'graphql';
import { meldingVan } from '../../subgraphs/kit/index.ts';
import type { OperationContext } from './operation-context.ts';
import type { GevraagdVeld, SubgraphOperatie } from './subgraph-operatie.ts';

/** A field that a silent subgraph should have answered, and the error that says so: one for each source behind it. */
export type Leemte = {
  /** Index in the `delen` of the operation. */
  readonly deel: number;
  readonly veld: GevraagdVeld;
  readonly fout: Pick<GraphQLFormattedError, 'message' | 'extensions'>;
};

/** Whose silence it is. */
type StilteBron = {
  readonly naam: string;
  /** Sources behind a field, from the supergraph. */
  readonly bronnenVan: (type: string, field: string) => readonly string[];
};

/**
 * What a silent subgraph leaves: for each source behind the fields that were asked one error, at the first
 * place it is missing, and a line in the report. The rest of the plan runs on with that gap in view.
 */
export function stilte(
  { naam, bronnenVan }: StilteBron,
  operatie: SubgraphOperatie,
  context: OperationContext,
  reden: 'TIJD_OP' | 'TE_LAAT' | 'AANMELDING_GEWEIGERD' | 'ONBEREIKBAAR',
  duurMs: number,
): { readonly soort: 'STIL'; readonly leemten: readonly Leemte[] } {
  const geraadpleegdOp = context.now().toISOString();
  const leemten: Leemte[] = [];
  const gemeld = new Set<string>();
  for (const [deel, { velden }] of operatie.delen.entries()) {
    for (const veld of velden) {
      const bronnen = bronnenVan(veld.type, veld.field);
      for (const bron of bronnen.length > 0 ? bronnen : [undefined]) {
        if (gemeld.has(bron ?? naam)) continue;
        gemeld.add(bron ?? naam);
        leemten.push({
          deel,
          veld,
          fout: {
            message: meldingVan(reden),
            extensions: {
              code: 'BRON_NIET_BESCHIKBAAR',
              subgraph: naam,
              ...(bron === undefined ? {} : { bron }),
            },
          },
        });
        if (bron === undefined) continue;
        context.verslag.noteerBron(naam, {
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
