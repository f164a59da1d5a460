import { z } from 'zod';
import {
  dienstActie,
  dienstPad,
  type FwiTaal,
  fwiFout,
  leesSoapVraag,
  onbekendeDienst,
  type SoapDienst,
  type StubRequest,
  type StubResponse,
  soapFault,
  suwi,
  wsAddressing,
  xmlElement,
  xmlWaarde,
} from '../../kit/index.ts';
import { jaarOpgaveDienst, uitkeringsSpecificatieDienst } from './source.ts';

const gwshNs = 'http://www.centric.nl/GWS/Header/v0300';

/** Unlike in SuwiML, the source of a message is an actor with an application. */
export const gwsTaal: FwiTaal = {
  namespace: 'http://www.centric.nl/GWS/FWI/v0200',
  melder: xmlWaarde('Bedrijfsnaam', 'Centric') + xmlWaarde('ApplicatieNaam', 'GWS4all'),
};

const actor = z.union([
  z.looseObject({ Gemeentecode: z.string().regex(/^\d{4}$/) }),
  z.looseObject({ Bedrijfsnaam: z.string().min(1) }),
]);
const kop = z.looseObject({
  MessageID: z.string().min(1),
  Action: z.string().min(1),
  Header: z.looseObject({
    RouteInformatie: z.looseObject({ Bron: actor, Bestemming: actor }),
    BerichtIdentificatie: z.unknown(),
  }),
});

/** A question that passed the checks of the simulated GWS. */
export type GwsStubVraag = {
  readonly dienst: SoapDienst;
  readonly bsn: string;
  /** Periodenummer (JJJJMM) or Dienstjaar (JJJJ). */
  readonly parameter: string;
  readonly messageId: string;
};

const diensten = [
  {
    dienst: uitkeringsSpecificatieDienst,
    vraag: z
      .object({
        BurgerServiceNr: suwi.burgerservicenr,
        Periodenummer: z.string().regex(/^[12]\d{3}(0[1-9]|1[0-2])$/),
        TypePeriode: z.enum(['0', '1']).optional(),
      })
      .transform((v) => ({ bsn: v.BurgerServiceNr, parameter: v.Periodenummer })),
  },
  {
    dienst: jaarOpgaveDienst,
    vraag: z
      .object({ BurgerServiceNr: suwi.burgerservicenr, Dienstjaar: z.string().regex(/^(19[89]|2\d\d)\d$/) })
      .transform((v) => ({ bsn: v.BurgerServiceNr, parameter: v.Dienstjaar })),
  },
] as const;

/** The question, or the fault that a wrong one gets. */
export function leesGwsVraag(request: StubRequest): GwsStubVraag | StubResponse {
  const gevraagd = diensten.find(({ dienst }) => request.path === dienstPad(dienst));
  if (gevraagd === undefined) return onbekendeDienst();
  const { dienst } = gevraagd;
  const soap = leesSoapVraag(request, dienst);
  if ('fout' in soap) return soapFault({ code: 'Client', tekst: soap.fout });
  const header = kop.safeParse(soap.header);
  if (!header.success || header.data.Action !== dienstActie(dienst, 'vraag')) {
    return weiger('Header', 'Header voldoet niet aan GWSMLHeader');
  }
  const inhoud = gevraagd.vraag.safeParse(soap.inhoud);
  if (!inhoud.success) return weiger('Body', 'Bericht voldoet niet aan XSD');
  return { dienst, ...inhoud.data, messageId: header.data.MessageID };
}

function weiger(deel: string, reden: string): StubResponse {
  return soapFault({ code: 'Client', tekst: deel, detail: fwiFout(gwsTaal, 'F001', reden) });
}

/** SOAP header of an answer. */
export function gwsAntwoordKop({ dienst, messageId }: GwsStubVraag, gemeentecode: string, nu: Date): string {
  const gemeente = xmlWaarde('Gemeentecode', gemeentecode);
  return [
    wsAddressing({ actie: dienstActie(dienst, 'antwoord'), betreft: messageId }),
    `<gwsh:Header xmlns:gwsh="${gwshNs}">`,
    xmlElement(
      'RouteInformatie',
      xmlElement('Bron', gemeente, xmlWaarde('ApplicatieNaam', 'GWS4all')),
      xmlElement('Bestemming', gemeente),
    ),
    xmlElement('BerichtIdentificatie', xmlWaarde('DatTijdAanmaakResponse', nu.toISOString())),
    '</gwsh:Header>',
  ].join('');
}
