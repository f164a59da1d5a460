import type { Werkvoorraadgegevens } from '../../kit/index.ts';
import type { WerkvoorraadBladzijde } from './messages.ts';

/** The jobseekers of a werkcoach to the graph, each once, in the order of the source. */
export function mapWerkvoorraad(
  { klanten, totaal }: Pick<WerkvoorraadBladzijde, 'klanten' | 'totaal'>,
  clientnummerVan: (bsn: string) => string,
): Werkvoorraadgegevens {
  const bsns = new Set(klanten.flatMap((klant) => (klant === null ? [] : [klant.bsn])));
  return { clienten: [...bsns].map((bsn) => ({ clientnummer: clientnummerVan(bsn) })), totaal };
}
