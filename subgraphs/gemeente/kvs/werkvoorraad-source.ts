import {
  BronFout,
  type Bulkvraag,
  createToetsvraag,
  deWerkvoorraad,
  type HttpBron,
  isMedewerkernummer,
  type Pseudonimiseerder,
  perSleutel,
  type Raadpleging,
  type Toetsvraag,
  type Werkvoorraadgegevens,
  werkvoorraadresultaat,
} from '../../kit/index.ts';
import { controleerVervolg, identificatorenVan, vraagBladzijde } from './bladzijde.ts';
import type { PartijenBladzijde } from './messages.ts';
import { mapWerkvoorraad } from './werkvoorraad-map.ts';

/** Pages of fifty; a klantmanager with more clients than this is a fault, not a caseload. */
const maxBladzijden = 40;

/**
 * The clients of one klantmanager, all pages. Nothing of the files is asked for: who the clients are is
 * enough, and what is wanted of their files is asked as for any client.
 */
export function createWerkvoorraadvraag(
  http: HttpBron,
  { clientnummerVan }: Pick<Pseudonimiseerder, 'clientnummerVan'>,
): Bulkvraag<string, Werkvoorraadgegevens> {
  return perSleutel(http.bron, deWerkvoorraad, async (medewerker, raadpleging) => {
    if (!isMedewerkernummer(medewerker)) return { uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' };
    const lijst = await leesLijst(http, { behandelaar: behandelaar(medewerker) }, raadpleging);
    return werkvoorraadresultaat(mapWerkvoorraad(lijst.bladzijden, clientnummerVan), lijst);
  });
}

/**
 * Which of some clients are those of one klantmanager: both conditions in one search, so that of nobody else is
 * asked and nobody else is given.
 */
export function createWerkvoorraadtoets(
  http: HttpBron,
  { bsnVan, clientnummerVan }: Pseudonimiseerder,
): Bulkvraag<Toetsvraag, Werkvoorraadgegevens> {
  const isUitgegeven = (clientnummer: string) => bsnVan(clientnummer) !== undefined;
  return createToetsvraag(http.bron, isUitgegeven, async (toets, raadpleging) => {
    const bsns = toets.clientnummers.flatMap((clientnummer) => bsnVan(clientnummer) ?? []);
    const zoek = {
      partijIdentificatoren: identificatorenVan(bsns),
      behandelaar: behandelaar(toets.medewerkernummer),
    };
    const lijst = await leesLijst(http, zoek, raadpleging);
    return { ...lijst, gegevens: mapWerkvoorraad(lijst.bladzijden, clientnummerVan) };
  });
}

/** A worker as a search names one (`actoridentificator`). */
const behandelaar = (objectId: string) => ({
  codeObjecttype: 'mdw',
  codeSoortObjectId: 'idf',
  codeRegister: 'msei',
  objectId,
});

type Lijst = {
  readonly bladzijden: readonly PartijenBladzijde[];
  readonly volledig: boolean;
  readonly waarschuwing: boolean;
};

/** All pages, or those before reading broke off. */
async function leesLijst(http: HttpBron, zoek: object, raadpleging: Raadpleging): Promise<Lijst> {
  const body = JSON.stringify({ ...zoek, expand: [] });
  const bladzijden: PartijenBladzijde[] = [];
  let waarschuwing = false;
  for (let nummer = 1; nummer <= maxBladzijden; nummer += 1) {
    try {
      const gelezen = await vraagBladzijde(http, body, nummer, raadpleging);
      bladzijden.push(gelezen.bladzijde);
      waarschuwing ||= gelezen.waarschuwing;
      if (gelezen.bladzijde.next === null) return { bladzijden, volledig: true, waarschuwing };
      controleerVervolg(gelezen.bladzijde, nummer);
    } catch (error) {
      if (bladzijden.length === 0 || !(error instanceof BronFout)) throw error;
      meldAfgebroken(http.bron, error, raadpleging);
      break;
    }
  }
  return { bladzijden, volledig: false, waarschuwing };
}

function meldAfgebroken(bron: string, error: BronFout, { correlationId, logger }: Raadpleging): void {
  const { uitkomst, reden } = error;
  logger.warn({ correlationId, bron, uitkomst, reden, error }, 'reading the pages of the source broke off');
}
