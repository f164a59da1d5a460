import {
  type BronConfig,
  BronFout,
  type Bronresultaat,
  type BsnVan,
  type Bulkvraag,
  createHttpBron,
  gedeeltelijk,
  type HttpBron,
  type Raadpleging,
  voorBekenden,
} from '../../kit/index.ts';
import { leesBestand } from './bestand.ts';
import type { WachtlijstRij } from './messages.ts';

const bron = 'SW_WACHTLIJST';
const path = '/export/wachtlijst.csv';

/** The waiting list. */
export type Wachtlijst = {
  /**
   * The question for one request, keyed on clientnummer: the file is fetched at most once, whatever the
   * number of clients and the moments at which they are asked, and is gone with the request.
   */
  readonly voorVraag: () => Bulkvraag<string, WachtlijstRij>;
  readonly sluit: () => Promise<void>;
};

export function createWachtlijst(
  config: BronConfig & { readonly gebruiker: string; readonly wachtwoord: string },
  bsnVan: BsnVan,
): Wachtlijst {
  const aanmelding = Buffer.from(`${config.gebruiker}:${config.wachtwoord}`).toString('base64');
  const http = createHttpBron({
    ...config,
    bron,
    headers: { accept: 'text/csv', authorization: `Basic ${aanmelding}` },
  });
  return {
    voorVraag: () => {
      let gehaald: ReturnType<typeof haal> | undefined;
      return voorBekenden(bron, bsnVan, async (bsns, raadpleging) => {
        gehaald ??= haal(http, raadpleging);
        const { bestand, waarschuwing } = await gehaald;
        return new Map(
          [...bsns].map(([clientnummer, bsn]) => [
            clientnummer,
            metWaarschuwing(bestand.resultaatVan(bsn), waarschuwing),
          ]),
        );
      });
    },
    sluit: http.sluit,
  };
}

async function haal(http: HttpBron, raadpleging: Raadpleging) {
  const antwoord = await http.vraag({ method: 'GET', path, ookStatus: [403] }, raadpleging);
  // A file is not refused for a person or a purpose: 403 is about our account.
  if (antwoord.status === 403) throw new BronFout('FOUT', 'AANMELDING_GEWEIGERD');
  return { bestand: await leesBestand(antwoord.tekst), waarschuwing: antwoord.waarschuwing };
}

/**
 * A `Warning` on a file that is whole by its own count is about its age. So a row comes with the
 * reservation, and who is not in it is still not in it, on the day that `actueelPer` says.
 */
function metWaarschuwing(
  resultaat: Bronresultaat<WachtlijstRij>,
  waarschuwing: boolean,
): Bronresultaat<WachtlijstRij> {
  if (!waarschuwing || resultaat.uitkomst !== 'GEVONDEN') return resultaat;
  return gedeeltelijk(resultaat.gegevens, 'WAARSCHUWING', resultaat.actueelPer);
}
