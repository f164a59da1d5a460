import { isBsn, type Werkvoorraadgegevens } from '../../kit/index.ts';
import { bsnVan } from './bladzijde.ts';
import type { PartijenBladzijde } from './messages.ts';

/** The parties of a klantmanager to the graph, each once; who has no valid number has no place in it. */
export function mapWerkvoorraad(
  bladzijden: readonly PartijenBladzijde[],
  clientnummerVan: (bsn: string) => string,
): Werkvoorraadgegevens {
  const bsns = bladzijden.flatMap(({ results }) => results.flatMap((partij) => bsnVan(partij) ?? []));
  return {
    clienten: [...new Set(bsns.filter(isBsn))].map((bsn) => ({ clientnummer: clientnummerVan(bsn) })),
    totaal: bladzijden.at(-1)?.count ?? null,
  };
}
