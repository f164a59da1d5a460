import {
  BronFout,
  type BsnVan,
  type Bulkvraag,
  createToetsvraag,
  deWerkvoorraad,
  type HttpBron,
  isMedewerkernummer,
  perSleutel,
  type Raadpleging,
  type Toetsvraag,
  type Werkvoorraadgegevens,
  werkvoorraadresultaat,
} from '../../kit/index.ts';
import { leesPagina, maxPaginas, take, vergelijkbaar } from './get-connector.ts';
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
  bsnVan: BsnVan,
): Bulkvraag<string, Werkvoorraadgegevens> {
  return perSleutel(http.bron, deWerkvoorraad, async (consulent, raadpleging) => {
    // The number stands in a URL, and `;` in it would be a filter: only what can be a number travels.
    if (!isMedewerkernummer(consulent)) return { uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' };
    const { rijen, volledig, waarschuwing } = await leesLijst(http, { consulent }, raadpleging);
    const eigen = rijen.filter(({ Werkpleinnummer }) => bsnVan(Werkpleinnummer) !== undefined);
    return werkvoorraadresultaat(mapWerkvoorraad(eigen), {
      volledig: volledig && eigen.length === rijen.length,
      waarschuwing,
    });
  });
}

/** Two conditions a client: so many clients keep a URL below 6,000 characters (a test holds it). */
export const maxClientenPerToets = 50;

/**
 * Which of some clients one consulent guides: the same connector, filtered on the clients too. More clients than
 * fit one URL are two calls, side by side; when one fails there is no answer.
 */
export function createWerkvoorraadtoets(
  http: HttpBron,
  bsnVan: BsnVan,
): Bulkvraag<Toetsvraag, Werkvoorraadgegevens> {
  const isUitgegeven = (clientnummer: string) => bsnVan(clientnummer) !== undefined;
  return createToetsvraag(http.bron, isUitgegeven, async (toets, raadpleging) => {
    const { medewerkernummer: consulent, clientnummers } = toets;
    const delen = Array.from({ length: Math.ceil(clientnummers.length / maxClientenPerToets) }, (_, i) =>
      clientnummers.slice(i * maxClientenPerToets, (i + 1) * maxClientenPerToets),
    );
    const lijsten = await Promise.all(
      delen.map((deel) => leesLijst(http, { consulent, clientnummers: deel }, raadpleging)),
    );
    // Its collation does not tell upper from lower case: a number that differs in nothing else is another client.
    const gelijkend = new Set(clientnummers.map(vergelijkbaar));
    const rijen = lijsten
      .flatMap((lijst) => lijst.rijen)
      .filter(
        ({ Werkpleinnummer: nummer }) =>
          clientnummers.includes(nummer) || !gelijkend.has(vergelijkbaar(nummer)),
      );
    return {
      gegevens: mapWerkvoorraad(rijen),
      volledig: lijsten.every(({ volledig }) => volledig),
      waarschuwing: lijsten.some(({ waarschuwing }) => waarschuwing),
    };
  });
}

/** Whose clients: all of them, or those among some. */
type Zoek = { readonly consulent: string; readonly clientnummers?: readonly string[] };

/**
 * The path of one page: filtered on the consulent, ordered by client so that pages do not overlap. In a filter `,`
 * joins conditions that go together and `;` parts alternatives, each with all its conditions.
 */
export function caseloadPad({ consulent, clientnummers }: Zoek, skip: number): string {
  const elk = (alleen: string, metClient: (clientnummer: string) => string) =>
    clientnummers === undefined ? alleen : clientnummers.map(metClient).join(';');
  const vraag = [
    `skip=${skip}`,
    `take=${take}`,
    `filterfieldids=${elk('Consulentnummer', () => 'Consulentnummer,Werkpleinnummer')}`,
    `filtervalues=${elk(consulent, (clientnummer) => `${consulent},${clientnummer}`)}`,
    `operatortypes=${elk('1', () => '1,1')}`,
    'orderbyfieldids=Werkpleinnummer,Volgnummer',
  ];
  return `/ProfitRestServices/connectors/Werkplein_Caseload?${vraag.join('&')}`;
}

async function leesLijst(http: HttpBron, zoek: Zoek, raadpleging: Raadpleging): Promise<Lijst> {
  const rijen: CaseloadRij[] = [];
  let gelezen = 0;
  let waarschuwing = false;
  for (let nummer = 0; nummer < maxPaginas; nummer += 1) {
    try {
      const pagina = await leesPagina(http, caseloadPad(zoek, gelezen), gelezen, raadpleging);
      rijen.push(...leesRijen(pagina.rows, zoek.consulent));
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
