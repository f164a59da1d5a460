import { BronFout, type HttpBron, leesJson, type Raadpleging } from '../../kit/index.ts';
import { foutbericht, pagina, type RuweRij } from './messages.ts';

/** Clients per call. With 100 a URL stays below 6,000 characters (a test holds it). */
export const maxClientenPerVraag = 100;
/** Rows per page asked for. */
export const take = 500;
/** Pages per question at most: 100 clients with 200 rows each; more is not an answer but a fault. */
export const maxPaginas = 40;

/** The rows of all pages that came, and why the rest did not. */
export type Oogst = {
  readonly rijen: readonly RuweRij[];
  readonly waarschuwing: boolean;
  /** A page after the first failed: rows after the last one here may be missing. */
  readonly afgebroken?: BronFout;
};

/** How AFAS knows the clientnummer: its collation does not tell upper from lower case. */
export function vergelijkbaar(clientnummer: string): string {
  return clientnummer.toLowerCase();
}

/**
 * Reads all rows of one connector for these clients, page by page, ordered by client.
 * @throws BronFout when the first page fails, or when the source did not do what was asked
 */
export async function leesRijen(
  http: HttpBron,
  connector: string,
  clientnummers: readonly string[],
  raadpleging: Raadpleging,
): Promise<Oogst> {
  const rijen: RuweRij[] = [];
  let waarschuwing = false;
  for (let nummer = 0; nummer < maxPaginas; nummer += 1) {
    let deel: Awaited<ReturnType<typeof leesPagina>>;
    try {
      const path = connectorPad(connector, clientnummers, rijen.length);
      deel = await leesPagina(http, path, rijen.length, raadpleging);
    } catch (error) {
      if (nummer === 0 || !(error instanceof BronFout)) throw error;
      return { rijen, waarschuwing, afgebroken: error };
    }
    rijen.push(...deel.rows);
    controleerVolgorde(rijen, clientnummers);
    waarschuwing ||= deel.waarschuwing;
    // The source may serve smaller pages than asked: its own `take` tells which page is the last.
    if (deel.rows.length < deel.take) return { rijen, waarschuwing };
  }
  return { rijen, waarschuwing, afgebroken: new BronFout('FOUT', 'ONVOLLEDIG') };
}

/**
 * Path and query of one page. A filter is a list of fields, values and operators (1 is "equals"),
 * conditions joined by `;` for OR. `;` stands in a query as it is (RFC 3986 §3.4), and so do the
 * characters of a clientnummer. No BSN can be in it: a clientnummer is what is filtered on.
 */
export function connectorPad(connector: string, clientnummers: readonly string[], skip: number): string {
  const herhaald = (waarde: string) => clientnummers.map(() => waarde).join(';');
  const vraag = [
    `skip=${skip}`,
    `take=${take}`,
    `filterfieldids=${herhaald('Werkpleinnummer')}`,
    `filtervalues=${clientnummers.join(';')}`,
    `operatortypes=${herhaald('1')}`,
    'orderbyfieldids=Werkpleinnummer,Volgnummer',
  ];
  return `/ProfitRestServices/connectors/${connector}?${vraag.join('&')}`;
}

/**
 * One page of a connector; `path` asks for `skip`.
 * @throws BronFout
 */
export async function leesPagina(http: HttpBron, path: string, skip: number, raadpleging: Raadpleging) {
  const antwoord = await http.vraag({ method: 'GET', path, ookStatus: [403, 500] }, raadpleging);
  // AFAS says 403 to an address it does not know: about us, not about what this user may see.
  if (antwoord.status === 403) throw new BronFout('FOUT', 'AANMELDING_GEWEIGERD');
  if (antwoord.status === 500) {
    noteerReferentie(http.bron, antwoord.tekst, raadpleging);
    throw new BronFout('FOUT', 'BRONFOUT');
  }
  const gelezen = pagina.safeParse(leesJson(antwoord.tekst));
  if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
  const { rows, take: geleverd } = gelezen.data;
  if (gelezen.data.skip !== skip || geleverd > take || rows.length > geleverd) {
    throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  }
  return { rows, take: geleverd, waarschuwing: antwoord.waarschuwing };
}

/** AFAS logs its errors under this reference and asks for it; it identifies no person. */
function noteerReferentie(bron: string, tekst: string, raadpleging: Raadpleging): void {
  let bericht: unknown;
  try {
    bericht = JSON.parse(tekst);
  } catch {
    return; // a 500 of something before AFAS
  }
  const gelezen = foutbericht.safeParse(bericht);
  if (!gelezen.success) return;
  const { correlationId, logger } = raadpleging;
  logger.warn({ correlationId, bron, code: gelezen.data.profitLogReference }, 'AFAS logged an error');
}

/**
 * Rows of a client nobody asked for mean that the filter did not work, rows of one client in two places
 * that the order did not: then a page that is missing could be anybody's, and nothing here can be trusted.
 */
function controleerVolgorde(rijen: readonly RuweRij[], clientnummers: readonly string[]): void {
  const gevraagd = new Set(clientnummers.map(vergelijkbaar));
  const afgerond = new Set<string>();
  let vorige: string | undefined;
  for (const rij of rijen) {
    const sleutel = vergelijkbaar(rij.Werkpleinnummer);
    if (sleutel === vorige) continue;
    if (!gevraagd.has(sleutel) || afgerond.has(sleutel)) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
    if (vorige !== undefined) afgerond.add(vorige);
    vorige = sleutel;
  }
}
