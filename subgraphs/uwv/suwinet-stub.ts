import {
  type BronStub,
  jjjjmmddVan,
  leesXml,
  type StubRequest,
  type StubResponse,
  soapEnvelop,
  suwiHeader,
  xml,
  xmlTekst,
} from '../kit/index.ts';
import { actieVan, antwoordElementVan, namespaceVan, padVan, type SuwinetDienst } from './suwinet.ts';

const fwi = 'http://bkwi.nl/SuwiML/FWI/v0205';
const wsa = 'http://www.w3.org/2005/08/addressing';

/** What differs between the simulated services: their data, and how they could break their own XSD. */
export type SuwinetInhoud = {
  /** The element `ClientSuwi` of a person, or undefined when the service knows nothing of this BSN. */
  readonly clientSuwi: (bsn: string) => string | undefined;
  /** A `ClientSuwi` about this BSN that is well-formed but not of the service's XSD. */
  readonly verkeerdeVorm: (bsn: string) => string;
};

/**
 * One Suwinet service as the broker offers it: SOAP 1.1 over POST, WS-Addressing mandatory, faults as
 * `AanvraagNietOk` of the WSDL. A question that is not right gets a SOAP fault, never data.
 */
export function createSuwinetStub(dienst: SuwinetDienst, inhoud: SuwinetInhoud): BronStub {
  /** Checks the question as the broker does, then answers it. */
  const beantwoord = (request: StubRequest, antwoord: (bsn: string) => string): StubResponse => {
    const vraag = leesVraag(dienst, request);
    if ('fout' in vraag) return soapFout(500, 'Client', vraag.code, vraag.fout);
    const naam = `smls:${antwoordElementVan(dienst)}`;
    const body = `<${naam} xmlns:smls="${namespaceVan(dienst)}">${antwoord(vraag.bsn)}</${naam}>`;
    return xml(200, soapEnvelop(antwoordHeader(dienst, vraag), body));
  };
  const gegevens = (bsn: string) => inhoud.clientSuwi(bsn) ?? nietsGevonden;
  return {
    bron: dienst.bron,
    antwoord: (request) => beantwoord(request, gegevens),
    faults: {
      'nothing-found': (request) => beantwoord(request, () => nietsGevonden),
      warning: (request) =>
        beantwoord(request, (bsn) => {
          const clientSuwi = inhoud.clientSuwi(bsn);
          return clientSuwi === undefined ? nietsGevonden : clientSuwi + waarschuwing;
        }),
      'server-error': () => soapFout(500, 'Server', 'SB-500', 'INTERN: db-host-7 stacktrace'),
      'wrong-shape': (request) => beantwoord(request, inhoud.verkeerdeVorm),
      maintenance: () => soapFout(503, 'Server', 'SB-503', 'INTERN: db-host-7 gesloten voor onderhoud'),
      'rate-limited': () =>
        soapFout(429, 'Server', 'SB-429', 'INTERN: db-host-7 te veel vragen', { 'retry-after': '30' }),
    },
  };
}

const nietsGevonden = `<fwi:NietsGevonden xmlns:fwi="${fwi}"/>`;

function melding(code: string, omschrijving: string): string {
  return (
    tekst('Code', code) + tekst('Tekst', omschrijving) + groep('Bron', tekst('DN', 'CN=suwibroker.example'))
  );
}

const waarschuwing = `<fwi:FWI xmlns:fwi="${fwi}">${groep(
  'Waarschuwing',
  melding('W001', 'INTERN: db-host-7 heeft niet alle registraties geleverd'),
)}</fwi:FWI>`;

/** `soap:Fault` with the `fwi:Fout` of the WSDL's `AanvraagNietOk`. */
function soapFout(
  status: number,
  wie: 'Client' | 'Server',
  code: string,
  omschrijving: string,
  headers: Record<string, string> = {},
): StubResponse {
  const detail = `<detail><fwi:Fout xmlns:fwi="${fwi}">${melding(code, omschrijving)}</fwi:Fout></detail>`;
  const fault = `<soapenv:Fault><faultcode>soapenv:${wie}</faultcode><faultstring>${xmlTekst(omschrijving)}</faultstring>${detail}</soapenv:Fault>`;
  return xml(status, soapEnvelop('', fault), headers);
}

type Vraag = {
  readonly bsn: string;
  readonly messageId: string;
  readonly van: string;
  readonly naar: string;
};
type Weigering = { readonly code: string; readonly fout: string };

/** The checks of the broker, in its order: address, protocol, addressing header, body. */
function leesVraag(dienst: SuwinetDienst, request: StubRequest): Vraag | Weigering {
  if (request.path !== padVan(dienst) || request.method !== 'POST') {
    return { code: 'SB-404', fout: 'Service Not Found' };
  }
  if (!/^text\/xml\b/.test(request.headers['content-type'] ?? '')) {
    return { code: 'SB-415', fout: 'Content-Type is not text/xml' };
  }
  if (request.headers['soapaction'] === undefined) return { code: 'SB-400', fout: 'SOAPAction is missing' };
  const bericht = leesBericht(request.body);
  if (bericht === undefined) return { code: 'SB-400', fout: 'Not a SOAP 1.1 message' };
  const messageId = waarde(bericht, 'Header', 'MessageID');
  const van = waarde(bericht, 'Header', 'From', 'Address');
  const naar = waarde(bericht, 'Header', 'To');
  if (messageId === '' || naar === '') return { code: 'SB-401', fout: 'MessageID or To is missing' };
  if (!/[?&]oin=\d{20}$/.test(van)) return { code: 'SB-403', fout: 'From has no OIN' };
  if (waarde(bericht, 'Header', 'Action') !== actieVan(dienst)) {
    return { code: 'SB-402', fout: 'Action is not that of this service' };
  }
  const bsn = waarde(bericht, 'Body', dienst.vraag, 'Burgerservicenr');
  if (!request.body.includes(`"${namespaceVan(dienst)}"`) || !/^\d{9}$/.test(bsn)) {
    return { code: 'SB-422', fout: 'Body is not valid' };
  }
  return { bsn, messageId, van, naar };
}

function leesBericht(body: string): unknown {
  try {
    return body.includes('"http://schemas.xmlsoap.org/soap/envelope/"') ? leesXml(body) : undefined;
  } catch {
    return undefined; // not well-formed
  }
}

/** The text at a path below the envelope, or the empty string. */
function waarde(bericht: unknown, ...pad: readonly string[]): string {
  const gevonden = ['Envelope', ...pad].reduce<unknown>(
    (plek, naam) =>
      typeof plek === 'object' && plek !== null && naam in plek
        ? (plek as Readonly<Record<string, unknown>>)[naam]
        : undefined,
    bericht,
  );
  return typeof gevonden === 'string' ? gevonden : '';
}

/** Header of the answer: addressed to who asked, and tied to the question (`wsa:RelatesTo`). */
function antwoordHeader(dienst: SuwinetDienst, vraag: Vraag): string {
  const relatesTo = `<wsa:RelatesTo xmlns:wsa="${wsa}">${xmlTekst(vraag.messageId)}</wsa:RelatesTo>`;
  return suwiHeader({ actie: `${actieVan(dienst)}Response`, naar: vraag.van, van: vraag.naar }) + relatesTo;
}

/** An element with text; nothing when there is no value. */
export function tekst(naam: string, inhoud: string | number | undefined): string {
  return inhoud === undefined ? '' : `<${naam}>${xmlTekst(String(inhoud))}</${naam}>`;
}

/** An element with elements. */
export function groep(naam: string, ...inhoud: readonly string[]): string {
  return `<${naam}>${inhoud.join('')}</${naam}>`;
}

/** A SuwiML date from EDTF: zeros for what is not known. */
export function datumTekst(naam: string, datum: string | undefined): string {
  return tekst(naam, datum === undefined ? undefined : jjjjmmddVan(datum));
}

/** Hours as SuwiML `Tijdsduur`, `UUMM`. */
export function tijdsduur(uren: number | undefined): string | undefined {
  if (uren === undefined) return undefined;
  const minuten = Math.round(uren * 60);
  return `${String(Math.floor(minuten / 60)).padStart(2, '0')}${String(minuten % 60).padStart(2, '0')}`;
}
