import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { xmlTekst } from '../soap.ts';
import { type SuwiDienst, suwiActie, suwiNamespace, suwiPad } from '../suwi-bron.ts';
import type { BronStub, StubRequest, StubResponse } from './bron-stub.ts';
import {
  gatewayFault,
  leesSoapVraag,
  type SoapStubVraag,
  soapAntwoord,
  soapFault,
  xmlElement,
  xmlWaarde,
} from './soap-stub.ts';

const fwiNs = 'http://bkwi.nl/SuwiML/FWI/v0205';
const wsaNs = 'http://www.w3.org/2005/08/addressing';

/** A SuwiML service as it is simulated: what it knows of a person. */
export type SuwiStubDienst = {
  readonly dienst: SuwiDienst;
  /** Content of the answer element for this BSN, as finished XML; undefined when the source knows nothing. */
  readonly gegevens: (bsn: string) => string | undefined;
  /** Well-formed content of the answer element that is not what the schema says. */
  readonly verkeerdeVorm: (bsn: string) => string;
};

const adressering = z.object({
  MessageID: z.string().min(1),
  From: z.object({ Address: z.string().regex(/^https?:\/\/\S+\?oin=\d{20}$/) }),
  To: z.string().min(1),
  Action: z.string().min(1),
});

type Vraag = { readonly bsn: string; readonly wsa: z.output<typeof adressering> };

/** A SuwiML service simulated over SOAP 1.1 with the WS-Addressing of Transactiestandaard 4.0. */
export function createSuwiStub({ dienst, gegevens, verkeerdeVorm }: SuwiStubDienst): BronStub {
  const leesVraag = (request: StubRequest): Vraag | StubResponse => {
    if (request.path !== suwiPad(dienst)) {
      return gatewayFault('Service Not Found.  The request may have been sent to an invalid URL.');
    }
    const vraag = leesSoapVraag(request);
    if (typeof vraag === 'string') return soapFault({ code: 'Client', tekst: vraag });
    const wsa = adressering.safeParse(vraag.header);
    if (!wsa.success) return soapFault({ code: 'Client', tekst: 'WS-Addressing header is not complete' });
    if (wsa.data.Action !== suwiActie(dienst, dienst.vraag)) {
      return soapFault({ code: 'Client', tekst: 'wsa:Action is not known' });
    }
    const bsn = leesBsn(vraag, dienst.vraag);
    if (bsn === undefined || !request.body.includes(`"${suwiNamespace(dienst)}"`)) {
      return soapFault({
        code: 'Client',
        tekst: 'AanvraagNietOk',
        detail: fout('Bericht voldoet niet aan XSD'),
      });
    }
    return { bsn, wsa: wsa.data };
  };

  const kop = ({ wsa }: Vraag, naam: string) =>
    [
      `<wsa:MessageID xmlns:wsa="${wsaNs}">urn:uuid:${randomUUID()}</wsa:MessageID>`,
      `<wsa:From xmlns:wsa="${wsaNs}"><wsa:Address>${xmlTekst(wsa.To)}</wsa:Address></wsa:From>`,
      `<wsa:To xmlns:wsa="${wsaNs}">${xmlTekst(wsa.From.Address)}</wsa:To>`,
      `<wsa:Action xmlns:wsa="${wsaNs}">${suwiActie(dienst, naam)}</wsa:Action>`,
      `<wsa:RelatesTo xmlns:wsa="${wsaNs}">${xmlTekst(wsa.MessageID)}</wsa:RelatesTo>`,
    ].join('');

  const beantwoord = (request: StubRequest, inhoud: (vraag: Vraag) => string | undefined): StubResponse => {
    const vraag = leesVraag(request);
    if ('status' in vraag) return vraag;
    const naam = `${dienst.vraag}Response`;
    const body = `<smls:${naam} xmlns:smls="${suwiNamespace(dienst)}">${inhoud(vraag) ?? nietsGevonden}</smls:${naam}>`;
    return soapAntwoord(kop(vraag, naam), body);
  };

  return {
    bron: dienst.bron,
    antwoord: (request) => beantwoord(request, ({ bsn }) => gegevens(bsn)),
    faults: {
      'nothing-found': (request) => beantwoord(request, () => undefined),
      warning: (request) =>
        beantwoord(request, ({ bsn }) => {
          const inhoud = gegevens(bsn);
          return inhoud === undefined ? undefined : inhoud + waarschuwing;
        }),
      'wrong-shape': (request) => beantwoord(request, ({ bsn }) => verkeerdeVorm(bsn)),
      'server-error': () =>
        soapFault({
          code: 'Server',
          tekst: 'INTERN: db-host-7 stacktrace',
          detail: fout('INTERN: db-host-7 stacktrace at nl.bkwi.broker.Dispatch'),
        }),
      maintenance: () => gatewayFault('INTERN: db-host-7 in onderhoud', { status: 503 }),
      'rate-limited': () =>
        gatewayFault('Rate limit exceeded', { status: 429, headers: { 'retry-after': '30' } }),
    },
  };
}

const nietsGevonden = `<fwi:NietsGevonden xmlns:fwi="${fwiNs}"/>`;

/** `fwi:Melding` with the source as a distinguished name. */
function melding(code: string, tekst: string): string {
  return [
    xmlWaarde('Code', code),
    xmlWaarde('Tekst', tekst),
    xmlElement('Bron', xmlWaarde('DN', 'CN=suwinet-stub,O=Inlichtingenbureau,C=NL')),
  ].join('');
}

const waarschuwing = `<fwi:FWI xmlns:fwi="${fwiNs}">${xmlElement(
  'Waarschuwing',
  melding('W001', 'INTERN: db-host-7 stacktrace: gegevens zijn mogelijk niet volledig'),
)}</fwi:FWI>`;

function fout(tekst: string): string {
  return `<fwi:Fout xmlns:fwi="${fwiNs}">${melding('F001', tekst)}</fwi:Fout>`;
}

function leesBsn(vraag: SoapStubVraag, naam: string): string | undefined {
  const inhoud = z.looseObject({ Burgerservicenr: z.string().regex(/^\d{9}$/) }).safeParse(vraag.body[naam]);
  return inhoud.success ? inhoud.data.Burgerservicenr : undefined;
}
