import {
  BronFout,
  type Bronresultaat,
  type Bulkvraag,
  client,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  type Raadpleging,
  voorAlle,
} from '../../kit/index.ts';
import { leesPagina, maxPaginas, take } from './get-connector.ts';
import { type WerkgeverplaatsingRij, werkgeverplaatsingRij } from './werkgever-messages.ts';

type Rijen = readonly WerkgeverplaatsingRij[];
type Oogst = {
  readonly rijen: Rijen;
  readonly waarschuwing: boolean;
  /** A page after the first failed: any employer may miss rows. */
  readonly afgebroken?: BronFout;
};

/**
 * The placements at employers, by KvK number, from the GetConnector Werkplein_Plaatsingen_Werkgever: one call
 * for many employers. A client who was not issued a number here is left out, and the answer is then partial.
 */
export function createWerkgevervraag(
  http: HttpBron,
  isUitgegeven: (clientnummer: string) => boolean,
): Bulkvraag<string, Rijen> {
  return voorAlle(http.bron, deGeplaatsten, async (kvkNummers, raadpleging) => {
    // The number stands in a URL, and `;` in it would be a filter: only what can be a number travels.
    const gevraagd = kvkNummers.filter((nummer) => /^\d{8}$/.test(nummer));
    const oogst: Oogst =
      gevraagd.length === 0
        ? { rijen: [], waarschuwing: false }
        : await leesAlles(http, gevraagd, raadpleging);
    return {
      gevonden: new Map(
        kvkNummers.map((nummer): [string, Bronresultaat<Rijen>] => [
          nummer,
          gevraagd.includes(nummer)
            ? resultaatVan(nummer, oogst, isUitgegeven)
            : { uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' },
        ]),
      ),
    };
  });
}

const deGeplaatsten = (_kvkNummer: string, rijen: Rijen | undefined) =>
  (rijen ?? []).map(({ Werkpleinnummer }) => client(Werkpleinnummer));

/** Path and query of one page, ordered so that pages do not overlap. */
export function werkgeverPad(kvkNummers: readonly string[], skip: number): string {
  const herhaald = (waarde: string) => kvkNummers.map(() => waarde).join(';');
  return (
    `/ProfitRestServices/connectors/Werkplein_Plaatsingen_Werkgever?skip=${skip}&take=${take}` +
    `&filterfieldids=${herhaald('KvK_nummer')}&filtervalues=${kvkNummers.join(';')}` +
    `&operatortypes=${herhaald('1')}&orderbyfieldids=Werkpleinnummer,Volgnummer`
  );
}

async function leesAlles(
  http: HttpBron,
  kvkNummers: readonly string[],
  raadpleging: Raadpleging,
): Promise<Oogst> {
  const rijen: WerkgeverplaatsingRij[] = [];
  let waarschuwing = false;
  for (let nummer = 0; nummer < maxPaginas; nummer += 1) {
    try {
      const pad = werkgeverPad(kvkNummers, rijen.length);
      const pagina = await leesPagina(http, pad, rijen.length, raadpleging);
      rijen.push(...leesRijen(pagina.rows, kvkNummers));
      waarschuwing ||= pagina.waarschuwing;
      if (pagina.rows.length < pagina.take) return { rijen, waarschuwing };
    } catch (error) {
      if (nummer === 0 || !(error instanceof BronFout)) throw error;
      const { uitkomst, reden } = error;
      const { correlationId, logger } = raadpleging;
      const velden = { correlationId, bron: http.bron, uitkomst, reden, error };
      logger.warn(velden, 'a later page of the source did not come');
      return { rijen, waarschuwing, afgebroken: error };
    }
  }
  return { rijen, waarschuwing, afgebroken: new BronFout('FOUT', 'ONVOLLEDIG') };
}

/** A row of another employer, or one that cannot be read, could be anybody's: then nothing is believed. */
function leesRijen(rows: readonly unknown[], kvkNummers: readonly string[]): Rijen {
  return rows.map((row) => {
    const gelezen = werkgeverplaatsingRij.safeParse(row);
    if (!gelezen.success) throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
    if (!kvkNummers.includes(gelezen.data.KvK_nummer)) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
    return gelezen.data;
  });
}

function resultaatVan(
  kvkNummer: string,
  { rijen, waarschuwing, afgebroken }: Oogst,
  isUitgegeven: (clientnummer: string) => boolean,
): Bronresultaat<Rijen> {
  const bijWerkgever = rijen.filter((rij) => rij.KvK_nummer === kvkNummer);
  const eigen = bijWerkgever.filter((rij) => isUitgegeven(rij.Werkpleinnummer));
  if (eigen.length === 0) {
    if (afgebroken !== undefined) return { uitkomst: afgebroken.uitkomst, reden: afgebroken.reden };
    // Under a warning, or with rows that are not ours to show, no rows is no proof of nothing.
    return waarschuwing || bijWerkgever.length > 0
      ? { uitkomst: 'FOUT', reden: 'ONVOLLEDIG' }
      : { uitkomst: 'NIETS_GEVONDEN' };
  }
  if (afgebroken !== undefined || eigen.length < bijWerkgever.length)
    return gedeeltelijk(eigen, 'ONVOLLEDIG');
  return waarschuwing ? gedeeltelijk(eigen, 'WAARSCHUWING') : gevonden(eigen);
}
