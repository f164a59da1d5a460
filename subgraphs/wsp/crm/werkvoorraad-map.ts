import type { Werkvoorraadgegevens } from '../../kit/index.ts';
import type { WerkvoorraadRij } from './werkvoorraad-messages.ts';

/** Candidates to the graph, each once however many proposals there are; the CRM does not count them. */
export function mapWerkvoorraad(rijen: readonly WerkvoorraadRij[]): Werkvoorraadgegevens {
  const nummers = new Set(rijen.map((rij) => rij.wg_clientnummer));
  return { clienten: [...nummers].map((clientnummer) => ({ clientnummer })), totaal: null };
}
