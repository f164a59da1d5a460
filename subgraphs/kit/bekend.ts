import { deClient } from './betrokkene.ts';
import { BronFout, type Bronresultaat } from './bronantwoord.ts';
import { type Bulkvraag, type Raadpleging, voorAlle } from './raadpleeg.ts';

/** The BSN of a clientnummer, or undefined when this Werkplein did not issue it. */
export type BsnVan = (clientnummer: string) => string | undefined;

/** The BSN of a clientnummer. @throws BronFout FOUT/CLIENTNUMMER_ONBEKEND when it was not issued here */
export function bsnOfFout(bsnVan: BsnVan, clientnummer: string): string {
  const bsn = bsnVan(clientnummer);
  if (bsn === undefined) throw new BronFout('FOUT', 'CLIENTNUMMER_ONBEKEND');
  return bsn;
}

/**
 * As `voorAlle`, keyed on clientnummer: numbers that were not issued here are FOUT/CLIENTNUMMER_ONBEKEND
 * and do not travel; when there is no other, the source is not asked.
 * @param vraag gets the BSN of each clientnummer and returns what it found by clientnummer
 */
export function voorBekenden<T>(
  bron: string,
  bsnVan: BsnVan,
  vraag: (
    bsns: ReadonlyMap<string, string>,
    raadpleging: Raadpleging,
  ) => Promise<ReadonlyMap<string, Bronresultaat<T>>>,
): Bulkvraag<string, T> {
  return voorAlle<string, T>(bron, deClient, async (clientnummers, raadpleging) => {
    const bsns = new Map<string, string>();
    const gevonden = new Map<string, Bronresultaat<T>>();
    for (const clientnummer of clientnummers) {
      const bsn = bsnVan(clientnummer);
      if (bsn !== undefined) bsns.set(clientnummer, bsn);
      else gevonden.set(clientnummer, { uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' });
    }
    const antwoord = bsns.size === 0 ? [] : await vraag(bsns, raadpleging);
    for (const [clientnummer, resultaat] of antwoord) gevonden.set(clientnummer, resultaat);
    return { gevonden };
  });
}
