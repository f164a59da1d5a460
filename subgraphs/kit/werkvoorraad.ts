import { type Bronresultaat, gedeeltelijk, gevonden, nietsGevonden } from './bronantwoord.ts';
import type { ClientSleutel } from './sleutels.ts';

/** `Werkvoorraaddeel` of a partner's schema without its provenance: who is in a caseload, each once. */
export type Werkvoorraadgegevens = {
  readonly clienten: readonly ClientSleutel[];
  /** How many the source counts; null when it does not. */
  readonly totaal: number | null;
};

/**
 * What reading a caseload came to. A list that does not hold what the source counts is not whole; and
 * nobody in a list that is not whole, or that came with a warning, does not prove that there is nobody.
 */
export function werkvoorraadresultaat(
  gegevens: Werkvoorraadgegevens,
  stand: { readonly volledig: boolean; readonly waarschuwing: boolean },
): Bronresultaat<Werkvoorraadgegevens> {
  const { clienten, totaal } = gegevens;
  const volledig = stand.volledig && (totaal === null || totaal === clienten.length);
  if (clienten.length === 0) {
    return volledig && !stand.waarschuwing ? nietsGevonden() : { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' };
  }
  if (!volledig) return gedeeltelijk(gegevens, 'ONVOLLEDIG');
  return stand.waarschuwing ? gedeeltelijk(gegevens, 'WAARSCHUWING') : gevonden(gegevens);
}
