import {
  BronFout,
  type Bulkvraag,
  deWerkvoorraad,
  type HttpBron,
  isMedewerkernummer,
  perSleutel,
  type Raadpleging,
  type Werkvoorraadgegevens,
  werkvoorraadresultaat,
} from '../../kit/index.ts';
import { leesPagina, maxPaginas, take } from './get-connector.ts';
import { mapWerkvoorraad } from './map.ts';
import { type CaseloadRij, caseloadRij } from './messages.ts';

type Lijst = {
  readonly rijen: readonly CaseloadRij[];
  readonly volledig: boolean;
  readonly waarschuwing: boolean;
};

/**
 * The clients whom one consulent guides, from the GetConnector Werkplein_Caseload. A number that was not
 * issued here is left out, and the answer is then not complete.
 */
export function createWerkvoorraadvraag(
  http: HttpBron,
  bsnVan: (clientnummer: string) => string | undefined,
): Bulkvraag<string, Werkvoorraadgegevens> {
  return perSleutel(http.bron, deWerkvoorraad, async (consulent, raadpleging) => {
    // The number stands in a URL, and `;` in it would be a filter: only what can be a number travels.
    if (!isMedewerkernummer(consulent)) return { uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' };
    const { rijen, volledig, waarschuwing } = await leesLijst(http, consulent, raadpleging);
    const eigen = rijen.filter(({ Werkpleinnummer }) => bsnVan(Werkpleinnummer) !== undefined);
    return werkvoorraadresultaat(mapWerkvoorraad(eigen), {
      volledig: volledig && eigen.length === rijen.length,
      waarschuwing,
    });
  });
}

/** The path of one page: filtered on the consulent, ordered by client so that pages do not overlap. */
export function caseloadPad(consulent: string, skip: number): string {
  return (
    `/ProfitRestServices/connectors/Werkplein_Caseload?skip=${skip}&take=${take}` +
    `&filterfieldids=Consulentnummer&filtervalues=${consulent}&operatortypes=1` +
    '&orderbyfieldids=Werkpleinnummer,Volgnummer'
  );
}

async function leesLijst(http: HttpBron, consulent: string, raadpleging: Raadpleging): Promise<Lijst> {
  const rijen: CaseloadRij[] = [];
  let gelezen = 0;
  let waarschuwing = false;
  for (let nummer = 0; nummer < maxPaginas; nummer += 1) {
    try {
      const pagina = await leesPagina(http, caseloadPad(consulent, gelezen), gelezen, raadpleging);
      rijen.push(...leesRijen(pagina.rows, consulent));
      gelezen += pagina.rows.length;
      waarschuwing ||= pagina.waarschuwing;
      if (pagina.rows.length < pagina.take) {
        return { rijen, volledig: rijen.length === gelezen, waarschuwing };
      }
    } catch (error) {
      if (nummer === 0 || !(error instanceof BronFout)) throw error;
      meldAfgebroken(http.bron, error, raadpleging);
      return { rijen, volledig: false, waarschuwing };
    }
  }
  return { rijen, volledig: false, waarschuwing };
}

/**
 * The rows that can be read; none of several is another answer than was asked for. A row of another
 * consulent means that the filter did not work, and then nothing of it is believed.
 */
function leesRijen(rows: readonly unknown[], consulent: string): readonly CaseloadRij[] {
  const rijen = rows.flatMap((row) => caseloadRij.safeParse(row).data ?? []);
  const ander = rijen.some((rij) => rij.Consulentnummer.toLowerCase() !== consulent.toLowerCase());
  if (ander || (rijen.length === 0 && rows.length > 0)) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  return rijen;
}

function meldAfgebroken(bron: string, error: BronFout, { correlationId, logger }: Raadpleging): void {
  const { uitkomst, reden } = error;
  logger.warn({ correlationId, bron, uitkomst, reden, error }, 'a later page of the source did not come');
}
