import {
  type BronConfig,
  BronFout,
  type Bronresultaat,
  type Bulkvraag,
  createHttpBron,
  deClient,
  gedeeltelijk,
  gevonden,
  type Pseudonimiseerder,
  voorAlle,
} from '../../kit/index.ts';
import { type IndicatieBericht, indicatie, zoekAntwoord } from './messages.ts';

const bron = 'UWV_INDICATIES';
const path = '/indicaties/v1/zoek';

/** Most persons one question takes. */
export const maxPersonenPerVraag = 50;

export type IndicatiesConfig = BronConfig & { readonly token: string };

export type IndicatiesBron = {
  /** Indications by clientnummer, at most `maxPersonenPerVraag` at a time: one call. */
  readonly indicaties: Bulkvraag<string, readonly IndicatieBericht[]>;
  readonly sluit: () => Promise<void>;
};

/** The register of SW and beschut-werk indications; asked by POST, so that no BSN stands in a URL. */
export function createIndicatiesBron(
  config: IndicatiesConfig,
  { bsnVan }: Pick<Pseudonimiseerder, 'bsnVan'>,
): IndicatiesBron {
  const http = createHttpBron({
    ...config,
    bron,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${config.token}`,
    },
  });
  return {
    indicaties: voorAlle(bron, deClient, async (clientnummers, raadpleging) => {
      const resultaten = new Map<string, Bronresultaat<readonly IndicatieBericht[]>>();
      const perBsn = new Map<string, string>();
      for (const clientnummer of clientnummers) {
        const bsn = bsnVan(clientnummer);
        if (bsn !== undefined) perBsn.set(bsn, clientnummer);
        else resultaten.set(clientnummer, { uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' });
      }
      if (perBsn.size === 0) return { gevonden: resultaten };
      const body = JSON.stringify({ burgerservicenummers: [...perBsn.keys()] });
      const antwoord = await http.vraagJson({ method: 'POST', path, body }, raadpleging);
      const gelezen = zoekAntwoord.safeParse(antwoord.json);
      if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
      for (const { burgerservicenummer, indicaties } of gelezen.data.personen) {
        const clientnummer = perBsn.get(burgerservicenummer);
        // A source that mixes people up must not leak a file: nothing of this answer is believed.
        if (clientnummer === undefined) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
        resultaten.set(
          clientnummer,
          // Twice the same person: neither is the whole answer.
          resultaten.has(clientnummer)
            ? { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' }
            : leesPersoon(indicaties, antwoord.waarschuwing),
        );
      }
      if (antwoord.waarschuwing) {
        for (const clientnummer of perBsn.values()) {
          // Under a warning, not being in the answer is no proof of nothing.
          if (!resultaten.has(clientnummer)) {
            resultaten.set(clientnummer, { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' });
          }
        }
      }
      return { gevonden: resultaten };
    }),
    sluit: http.sluit,
  };
}

function leesPersoon(
  berichten: readonly unknown[],
  waarschuwing: boolean,
): Bronresultaat<readonly IndicatieBericht[]> {
  const goed = berichten.flatMap((bericht) => {
    const gelezen = indicatie.safeParse(bericht);
    return gelezen.success ? [gelezen.data] : [];
  });
  if (berichten.length === 0) {
    return waarschuwing ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' } : { uitkomst: 'NIETS_GEVONDEN' };
  }
  if (goed.length === 0) return { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' };
  if (goed.length < berichten.length) return gedeeltelijk(goed, 'ONVERWACHTE_VORM');
  return waarschuwing ? gedeeltelijk(goed, 'WAARSCHUWING') : gevonden(goed);
}
