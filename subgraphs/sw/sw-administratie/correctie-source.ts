import {
  BronFout,
  type BsnVan,
  bsnOfFout,
  type Correctieverzoek,
  type Correctievraag,
  gedeeltelijk,
  gevonden,
  type HttpBron,
  perSleutel,
  vanVerzoeker,
} from '../../kit/index.ts';
import { correctieRij } from './correctie-messages.ts';
import { leesPagina } from './get-connector.ts';

const connector = 'Werkplein_Correctieverzoek';
const pad = '/ProfitRestServices/connectors/';

/**
 * An UpdateConnector inserts a request, a GetConnector reads what it became. AFAS says 500 to a reference that it has as
 * well as to a fault, so only reading tells the one from the other, and a receipt is of what is really there.
 */
export function createCorrectievraag(http: HttpBron, bsnVan: BsnVan): Correctievraag {
  return perSleutel(http.bron, vanVerzoeker, async (verzoek, raadpleging) => {
    bsnOfFout(bsnVan, verzoek.clientnummer);
    const { status } = await http.vraag(
      {
        method: 'POST',
        path: `${pad}${connector}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ [connector]: { Element: { Fields: veldenVan(verzoek) } } }),
        ookStatus: [403, 500],
        isHerhaalbaar: false,
      },
      raadpleging,
    );
    if (status === 403) throw new BronFout('FOUT', 'AANMELDING_GEWEIGERD');
    const { rows, waarschuwing } = await leesPagina(http, leespad(verzoek), 0, raadpleging);
    const [rij, ...andere] = rows;
    if (rij === undefined) throw new BronFout('FOUT', 'BRONFOUT');
    const gelezen = correctieRij.safeParse(rij);
    const isDeze =
      gelezen.data?.Kenmerk === verzoek.kenmerk && gelezen.data.Werkpleinnummer === verzoek.clientnummer;
    if (!gelezen.success || !isDeze || andere.length > 0) {
      throw new BronFout('FOUT', 'ONVERWACHTE_VORM', gelezen.error);
    }
    const { Nummer: nummer, Ontvangen_op } = gelezen.data;
    const ontvangst = { nummer, ontvangenOp: new Date(Ontvangen_op).toISOString() };
    return waarschuwing ? gedeeltelijk(ontvangst, 'WAARSCHUWING') : gevonden(ontvangst);
  });
}

function veldenVan({ clientnummer, kenmerk, bron, gegeven, toelichting }: Correctieverzoek) {
  return {
    Werkpleinnummer: clientnummer,
    Kenmerk: kenmerk,
    Bron: bron,
    Gegeven: gegeven,
    Toelichting: toelichting,
  };
}

/** The reference tells nothing of a person, and is hexadecimal. */
function leespad({ kenmerk }: Correctieverzoek): string {
  const vraag = [
    'skip=0',
    'take=2',
    'filterfieldids=Kenmerk',
    `filtervalues=${kenmerk}`,
    'operatortypes=1',
    'orderbyfieldids=Werkpleinnummer,Volgnummer',
  ];
  return `${pad}Werkplein_Correctieverzoeken?${vraag.join('&')}`;
}
