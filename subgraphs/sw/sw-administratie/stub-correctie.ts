import { json, type Postvak, type StubRequest, type StubResponse } from '../../kit/index.ts';

export const correctievelden = ['Kenmerk', 'Nummer', 'Ontvangen_op'] as const;

/** The UpdateConnector that inserts a request; undefined when the question is for another. */
export const isInvoer = ({ method, path }: StubRequest) =>
  method === 'POST' && path === '/ProfitRestServices/connectors/Werkplein_Correctieverzoek';

/** @param weiger how Profit refuses what it does not take in */
export function voerIn(
  { body }: StubRequest,
  postvak: Postvak,
  weiger: (melding: string) => StubResponse,
): StubResponse {
  const velden = leesVelden(body);
  const namen = ['Werkpleinnummer', 'Kenmerk', 'Bron', 'Gegeven', 'Toelichting'];
  const inOrde = namen.every((naam) => typeof velden[naam] === 'string' && velden[naam] !== '');
  if (!inOrde) return weiger('Het bericht is niet volledig.');
  const { isNieuw, stuk } = postvak.neem(String(velden['Kenmerk']), velden);
  if (!isNieuw) return weiger('Kenmerk bestaat al.');
  return json(201, { results: { Werkplein_Correctieverzoek: { Nummer: nummerVan(stuk.volgnummer) } } });
}

/** The rows of the GetConnector that reads them back. */
export function correctierijen(postvak: Postvak, kenmerk: string) {
  const stuk = postvak.vind(kenmerk);
  if (stuk === undefined) return [];
  return [
    {
      Werkpleinnummer: String(stuk.inhoud['Werkpleinnummer']),
      Volgnummer: 1,
      Kenmerk: stuk.kenmerk,
      Nummer: nummerVan(stuk.volgnummer),
      Ontvangen_op: stuk.ontvangenOp,
    },
  ];
}

const nummerVan = (volgnummer: number) => `CV-${String(volgnummer).padStart(5, '0')}`;

function leesVelden(body: string): Readonly<Record<string, unknown>> {
  try {
    const gelezen = JSON.parse(body) as {
      readonly Werkplein_Correctieverzoek?: {
        readonly Element?: { readonly Fields?: Readonly<Record<string, unknown>> };
      };
    } | null;
    return gelezen?.Werkplein_Correctieverzoek?.Element?.Fields ?? {};
  } catch {
    return {};
  }
}
