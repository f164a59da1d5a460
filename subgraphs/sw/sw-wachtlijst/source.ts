import {
  BronFout,
  type Bulkvraag,
  createHttpBron,
  type HttpBron,
  type Pseudonimiseerder,
  type Raadpleging,
  voorBekenden,
} from '../../kit/index.ts';
import type { WachtlijstConfig } from '../config.ts';
import { leesBestand, type WachtlijstPlek } from './bestand.ts';
import { type Afhaling, createLeveringen, type Levering, resultaatUit } from './levering.ts';

const bron = 'SW_WACHTLIJST';
const path = '/export/wachtlijst.csv';
/** Some fifty thousand rows: more is no waiting list, and what is kept stays below it. */
export const maxBestandBytes = 4 * 1024 * 1024;

/** The waiting list. */
export type Wachtlijst = {
  /**
   * The question for one request, keyed on clientnummer: the source is asked at most once, whatever the
   * number of clients and the moments at which they are asked.
   */
  readonly voorVraag: () => Bulkvraag<string, WachtlijstPlek>;
  readonly sluit: () => Promise<void>;
};

/** The nightly file over HTTP. What is kept of it between requests is keyed on clientnummer, see `levering.ts`. */
export function createWachtlijst(config: WachtlijstConfig, pseudoniem: Pseudonimiseerder): Wachtlijst {
  const aanmelding = Buffer.from(`${config.gebruiker}:${config.wachtwoord}`).toString('base64');
  const http = createHttpBron({
    ...config,
    bron,
    maxAntwoordBytes: maxBestandBytes,
    headers: { accept: 'text/csv', authorization: `Basic ${aanmelding}` },
  });
  const leveringen = createLeveringen(
    (etag, raadpleging) => haalAf(http, pseudoniem.clientnummerVan, etag, raadpleging),
    { bewaarMs: config.bewaarUren * 3_600_000, versMs: config.versMinuten * 60_000 },
  );
  return {
    voorVraag: () => {
      let gehaald: Promise<Levering> | undefined;
      return voorBekenden(bron, pseudoniem.bsnVan, async (bsns, raadpleging) => {
        gehaald ??= leveringen.haal(raadpleging);
        const levering = await gehaald;
        return new Map([...bsns.keys()].map((nummer) => [nummer, resultaatUit(levering, nummer)]));
      });
    },
    sluit: async () => {
      leveringen.sluit();
      await http.sluit();
    },
  };
}

async function haalAf(
  http: HttpBron,
  clientnummerVan: (bsn: string) => string,
  etag: string | undefined,
  raadpleging: Raadpleging,
): Promise<Afhaling> {
  const headers = etag === undefined ? {} : { 'if-none-match': etag };
  const antwoord = await http.vraag({ method: 'GET', path, headers, ookStatus: [304, 403] }, raadpleging);
  const { waarschuwing } = antwoord;
  // A file is not refused for a person or a purpose: 403 is about our account.
  if (antwoord.status === 403) throw new BronFout('FOUT', 'AANMELDING_GEWEIGERD');
  if (antwoord.status === 304) return { soort: 'ONGEWIJZIGD', waarschuwing };
  const bestand = await leesBestand(antwoord.tekst, clientnummerVan);
  const gekregen = antwoord.headers['etag'];
  return { soort: 'NIEUW', bestand, etag: typeof gekregen === 'string' ? gekregen : undefined, waarschuwing };
}
