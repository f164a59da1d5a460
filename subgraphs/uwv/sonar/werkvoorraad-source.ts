import {
  BronFout,
  type Bulkvraag,
  createToetsvraag,
  deWerkvoorraad,
  type HttpBron,
  isMedewerkernummer,
  leesJson,
  nietsGevonden,
  type Pseudonimiseerder,
  perSleutel,
  type Raadpleging,
  type Toetsvraag,
  type Werkvoorraadgegevens,
  werkvoorraadresultaat,
} from '../../kit/index.ts';
import { mapWerkvoorraad } from './map.ts';
import { probleem, type WerkvoorraadBladzijde, werkvoorraadBladzijde } from './messages.ts';

const path = '/sonar/v1/werkvoorraad';
/** Pages of one hundred; a werkcoach with more jobseekers than this is a fault, not a caseload. */
const maxBladzijden = 20;

/** The jobseekers of one werkcoach, all pages; one question per werkcoach, of whom a request has one. */
export function createWerkvoorraadvraag(
  http: HttpBron,
  { clientnummerVan }: Pick<Pseudonimiseerder, 'clientnummerVan'>,
): Bulkvraag<string, Werkvoorraadgegevens> {
  return perSleutel(http.bron, deWerkvoorraad, async (werkcoach, raadpleging) => {
    if (!isMedewerkernummer(werkcoach)) return { uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' };
    const gelezen = await leesLijst(http, { werkcoach }, raadpleging);
    return gelezen === undefined
      ? nietsGevonden()
      : werkvoorraadresultaat(mapWerkvoorraad(gelezen, clientnummerVan), gelezen);
  });
}

/** Which of some clients are the jobseekers of one werkcoach: SONAR is told whom it is about, and gives nobody else. */
export function createWerkvoorraadtoets(
  http: HttpBron,
  { bsnVan, clientnummerVan }: Pseudonimiseerder,
): Bulkvraag<Toetsvraag, Werkvoorraadgegevens> {
  const isUitgegeven = (clientnummer: string) => bsnVan(clientnummer) !== undefined;
  return createToetsvraag(http.bron, isUitgegeven, async (toets, raadpleging) => {
    const burgerservicenummers = toets.clientnummers.flatMap((nummer) => bsnVan(nummer) ?? []);
    const zoek = { werkcoach: toets.medewerkernummer, burgerservicenummers };
    const gelezen = await leesLijst(http, zoek, raadpleging);
    return gelezen && { ...gelezen, gegevens: mapWerkvoorraad(gelezen, clientnummerVan) };
  });
}

/** Whose jobseekers: all of them, or those among some persons. */
type Zoek = { readonly werkcoach: string; readonly burgerservicenummers?: readonly string[] };

type Lijst = Pick<WerkvoorraadBladzijde, 'totaal' | 'klanten'> & {
  readonly volledig: boolean;
  readonly waarschuwing: boolean;
};

/** All pages, or those before reading broke off; undefined when SONAR does not know this werkcoach. */
async function leesLijst(http: HttpBron, zoek: Zoek, raadpleging: Raadpleging): Promise<Lijst | undefined> {
  let lijst: Lijst = { totaal: 0, klanten: [], volledig: false, waarschuwing: false };
  for (let nummer = 1; nummer <= maxBladzijden; nummer += 1) {
    const deel = await vraagBladzijde(http, zoek, nummer, raadpleging).catch((error: unknown) => {
      if (nummer > 1 && error instanceof BronFout) return error;
      throw error;
    });
    if (deel instanceof BronFout) {
      meldAfgebroken(http.bron, deel, raadpleging);
      return lijst;
    }
    if (deel === undefined) return nummer === 1 ? undefined : lijst;
    const { totaal, klanten, volgendePagina } = deel.bladzijde;
    lijst = {
      totaal,
      klanten: [...lijst.klanten, ...klanten],
      volledig: volgendePagina === null,
      waarschuwing: lijst.waarschuwing || deel.waarschuwing,
    };
    if (lijst.volledig) return lijst;
  }
  return lijst;
}

/** One page; undefined when SONAR says that it does not know this werkcoach. */
async function vraagBladzijde(http: HttpBron, zoek: Zoek, nummer: number, raadpleging: Raadpleging) {
  const body = JSON.stringify({ ...zoek, pagina: nummer });
  const antwoord = await http.vraag({ method: 'POST', path, body, ookStatus: [404] }, raadpleging);
  const json = leesJson(antwoord.tekst);
  if (antwoord.status === 404) {
    // Another 404 is about our address, not about this werkcoach.
    if (probleem.safeParse(json).data?.code === 'werkcoach_onbekend') return undefined;
    throw new BronFout('FOUT', 'BRONFOUT');
  }
  const gelezen = werkvoorraadBladzijde.safeParse(json);
  if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
  const { pagina, volgendePagina, klanten } = gelezen.data;
  const eigen = gelezen.data.werkcoach === zoek.werkcoach && pagina === nummer;
  // A page with a successor cannot be empty and is followed by the next number: so reading always ends.
  const vervolg = volgendePagina === null || (volgendePagina === nummer + 1 && klanten.length > 0);
  if (!eigen || !vervolg) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  return { bladzijde: gelezen.data, waarschuwing: antwoord.waarschuwing };
}

function meldAfgebroken(bron: string, error: BronFout, { correlationId, logger }: Raadpleging): void {
  const { uitkomst, reden } = error;
  logger.warn({ correlationId, bron, uitkomst, reden, error }, 'a later page of the source did not come');
}
