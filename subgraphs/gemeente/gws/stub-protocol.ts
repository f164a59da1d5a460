import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  xmlElement as element,
  gatewayFault,
  leesSoapVraag,
  type StubRequest,
  type StubResponse,
  soapAntwoord,
  soapFault,
  xmlWaarde as waarde,
  xmlTekst,
} from '../../kit/index.ts';
import {
  type GwsDienst,
  gwsActie,
  gwsNamespace,
  gwsPad,
  jaarOpgaveDienst,
  uitkeringsSpecificatieDienst,
} from './source.ts';

const wsaNs = 'http://www.w3.org/2005/08/addressing';
const gwshNs = 'http://www.centric.nl/GWS/Header/v0300';
const fwiNs = 'http://www.centric.nl/GWS/FWI/v0200';

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
  readonly dienst: GwsDienst;
  readonly bsn: string;
  /** Periodenummer (JJJJMM) or Dienstjaar (JJJJ). */
  readonly parameter: string;
  readonly messageId: string;
};

const bsnVorm = z.string().regex(/^\d{9}$/);
const diensten = [
  {
    dienst: uitkeringsSpecificatieDienst,
    vraag: z
      .object({
        BurgerServiceNr: bsnVorm,
        Periodenummer: z.string().regex(/^[12]\d{3}(0[1-9]|1[0-2])$/),
        TypePeriode: z.enum(['0', '1']).optional(),
      })
      .transform((v) => ({ bsn: v.BurgerServiceNr, parameter: v.Periodenummer })),
  },
  {
    dienst: jaarOpgaveDienst,
    vraag: z
      .object({ BurgerServiceNr: bsnVorm, Dienstjaar: z.string().regex(/^(19[89]|2\d\d)\d$/) })
      .transform((v) => ({ bsn: v.BurgerServiceNr, parameter: v.Dienstjaar })),
  },
] as const;

/** The question, or the fault that a wrong one gets. */
export function leesGwsVraag(request: StubRequest): GwsStubVraag | StubResponse {
  const gevraagd = diensten.find(({ dienst }) => request.path === gwsPad(dienst));
  if (gevraagd === undefined) {
    return gatewayFault('Service Not Found.  The request may have been sent to an invalid URL.');
  }
  const { dienst } = gevraagd;
  const soap = leesSoapVraag(request);
  if (typeof soap === 'string') return soapFault({ code: 'Client', tekst: soap });
  const header = kop.safeParse(soap.header);
  if (!header.success || header.data.Action !== gwsActie(dienst, dienst.vraag)) {
    return soapFault({
      code: 'Client',
      tekst: 'Header',
      detail: gwsFout('Header voldoet niet aan GWSMLHeader'),
    });
  }
  const body = gevraagd.vraag.safeParse(soap.body[dienst.vraag]);
  if (!body.success || !request.body.includes(`"${gwsNamespace(dienst)}"`)) {
    return soapFault({ code: 'Client', tekst: 'Body', detail: gwsFout('Bericht voldoet niet aan XSD') });
  }
  return { dienst, ...body.data, messageId: header.data.MessageID };
}

/** The answer to a question: its content as finished XML, or `NietsGevonden` without any. */
export function gwsAntwoord(
  vraag: GwsStubVraag,
  inhoud: string | undefined,
  kop: { readonly gemeentecode: string; readonly nu: Date },
): StubResponse {
  const naam = `${vraag.dienst.vraag}Response`;
  const body = inhoud ?? `<fwi:NietsGevonden xmlns:fwi="${fwiNs}"/>`;
  return soapAntwoord(
    antwoordKop(vraag, kop.gemeentecode, kop.nu),
    `<gwsd:${naam} xmlns:gwsd="${gwsNamespace(vraag.dienst)}">${body}</gwsd:${naam}>`,
  );
}

function antwoordKop({ dienst, messageId }: GwsStubVraag, gemeentecode: string, nu: Date): string {
  const gemeente = waarde('Gemeentecode', gemeentecode);
  return [
    `<wsa:MessageID xmlns:wsa="${wsaNs}">urn:uuid:${randomUUID()}</wsa:MessageID>`,
    `<wsa:Action xmlns:wsa="${wsaNs}">${gwsActie(dienst, `${dienst.vraag}Response`)}</wsa:Action>`,
    `<wsa:RelatesTo xmlns:wsa="${wsaNs}">${xmlTekst(messageId)}</wsa:RelatesTo>`,
    `<gwsh:Header xmlns:gwsh="${gwshNs}">`,
    element(
      'RouteInformatie',
      element('Bron', gemeente + waarde('ApplicatieNaam', 'GWS4all')) + element('Bestemming', gemeente),
    ),
    element('BerichtIdentificatie', waarde('DatTijdAanmaakResponse', nu.toISOString())),
    '</gwsh:Header>',
  ].join('');
}

/** `fwi:Melding` of GWS: unlike SuwiML, its source is an actor with an application. */
function melding(code: string, tekst: string): string {
  return [
    waarde('Code', code),
    waarde('Tekst', tekst),
    element('Bron', waarde('Bedrijfsnaam', 'Centric') + waarde('ApplicatieNaam', 'GWS4all')),
  ].join('');
}

/** `fwi:FWI` with a warning, to stand behind the data. */
export const gwsWaarschuwing = `<fwi:FWI xmlns:fwi="${fwiNs}">${element(
  'Waarschuwing',
  melding('W001', 'INTERN: db-host-7 stacktrace: een deel van het dossier is in bewerking'),
)}</fwi:FWI>`;

/** `fwi:Fout`, the detail of a SOAP fault. */
export function gwsFout(tekst: string): string {
  return `<fwi:Fout xmlns:fwi="${fwiNs}">${melding('F001', tekst)}</fwi:Fout>`;
}
