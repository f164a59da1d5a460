import type DataLoader from 'dataloader';
import { client } from './betrokkene.ts';
import { type Bronantwoord, BronFout, nietsGevonden, slice } from './bronantwoord.ts';
import { GraafFout } from './errors.ts';
import { isMedewerkernummer } from './medewerkernummer.ts';
import { type Bulkvraag, createBronloader, perSleutel, type Raadpleging } from './raadpleeg.ts';
import { type Werkvoorraadgegevens, werkvoorraadresultaat } from './werkvoorraad.ts';

/** Most clients in one question whether they are in a caseload. */
export const maxGetoetsteClienten = 100;

/** Whether these clients are in the caseload of this worker. */
export type Toetsvraag = {
  readonly medewerkernummer: string;
  /** Each once, in an order that means nothing. */
  readonly clientnummers: readonly string[];
};

/** What a source gave for a question about a caseload, and whether that was all of it. */
export type Toetslezing = {
  readonly gegevens: Werkvoorraadgegevens;
  readonly volledig: boolean;
  readonly waarschuwing: boolean;
};

/**
 * A question to a source about some clients of a caseload, in place of the whole caseload: only whoever is asked
 * about is processed, and is a data subject of it whether in the caseload or not. A number that was not issued
 * here is in no caseload and does not travel. An answer about somebody else means that the source did not do
 * what was asked: nothing of it is believed.
 * @param vraag gets issued numbers only; gives undefined when the source does not know the worker
 */
export function createToetsvraag(
  bron: string,
  isUitgegeven: (clientnummer: string) => boolean,
  vraag: (toets: Toetsvraag, raadpleging: Raadpleging) => Promise<Toetslezing | undefined>,
): Bulkvraag<Toetsvraag, Werkvoorraadgegevens> {
  return perSleutel<Toetsvraag, Werkvoorraadgegevens>(
    bron,
    ({ clientnummers }) => clientnummers.filter(isUitgegeven).map(client),
    async ({ medewerkernummer, clientnummers }, raadpleging) => {
      if (!isMedewerkernummer(medewerkernummer)) return { uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' };
      const uitgegeven = clientnummers.filter(isUitgegeven);
      if (uitgegeven.length === 0) return { uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' };
      const lezing = await vraag({ medewerkernummer, clientnummers: uitgegeven }, raadpleging);
      if (lezing === undefined) return nietsGevonden();
      const gevraagd = new Set(uitgegeven);
      if (lezing.gegevens.clienten.some(({ clientnummer }) => !gevraagd.has(clientnummer))) {
        throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
      }
      return werkvoorraadresultaat(lezing.gegevens, lezing);
    },
  );
}

export type Toetsloader = DataLoader<Toetsvraag, Bronantwoord<Werkvoorraadgegevens>>;

/** A per-request loader: the same worker and the same clients are one question. */
export function createToetsloader(
  raadpleging: Raadpleging,
  vraag: Bulkvraag<Toetsvraag, Werkvoorraadgegevens>,
): Toetsloader {
  return createBronloader(raadpleging, vraag, {
    maxPerVraag: Number.POSITIVE_INFINITY,
    cacheSleutel: ({ medewerkernummer, clientnummers }) => [medewerkernummer, ...clientnummers].join(' '),
  });
}

/**
 * `Werkvoorraadtoets` of a partner's schema: those of the asked who are in the caseload, in the order asked.
 * @throws GraafFout ONGELDIGE_INVOER for no clients, or more than `maxGetoetsteClienten`
 */
export async function toetsWerkvoorraad(
  toetsen: Toetsloader,
  medewerkernummer: string,
  gevraagd: readonly string[],
) {
  if (gevraagd.length < 1 || gevraagd.length > maxGetoetsteClienten) {
    throw new GraafFout(
      'ONGELDIGE_INVOER',
      `clientnummers must be between 1 and ${maxGetoetsteClienten} in number.`,
    );
  }
  const uniek = [...new Set(gevraagd)];
  const antwoord = await toetsen.load({ medewerkernummer, clientnummers: uniek.toSorted() });
  return slice(antwoord, ({ clienten }) => {
    const erin = new Set(clienten.map(({ clientnummer }) => clientnummer));
    return {
      clienten: uniek.filter((nummer) => erin.has(nummer)).map((clientnummer) => ({ clientnummer })),
    };
  });
}
