import { z } from 'zod';
import { BronFout } from './bronantwoord.ts';
import type { HttpAntwoord, HttpBron } from './http-bron.ts';
import type { Raadpleging } from './raadpleeg.ts';
import { type Eigen, leesXml } from './xml.ts';

/** A SOAP 1.1 question (document/literal). `header` and `body` are finished XML; a message that is sent once more gets a header of its own. */
export type SoapVraag = {
  readonly path: string;
  /** Value of the SOAPAction header; the WSDLs of SuwiML and GWS leave it empty. */
  readonly soapAction?: string;
  readonly header: () => string;
  readonly body: string;
  /** Signs the message (WS-Security); left out it goes as it is. */
  readonly onderteken?: Ondertekenaar | undefined;
  /** Local name of the element that the answer's Body must hold. */
  readonly antwoordElement: string;
  /** Namespaces of what is read in the Body. */
  readonly eigen: Eigen;
};

export type SoapAntwoord = {
  /** Content of the answer element, unvalidated: by local name, every value a string. */
  readonly inhoud: unknown;
  readonly waarschuwing: boolean;
};

/** What an envelope is made of, as finished XML. */
export type SoapDelen = { readonly header: string; readonly body: string };

/** Makes a signed envelope, as of this moment. */
export type Ondertekenaar = (delen: SoapDelen, now: Date) => string;

/** Namespace of a SOAP 1.1 envelope. */
export const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';

/** A SOAP 1.1 envelope around finished header and body XML. */
export function soapEnvelop(header: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${soapNamespace}"><soapenv:Header>${header}</soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

const envelop = z.object({ Envelope: z.object({ Body: z.record(z.string(), z.unknown()) }) });

/**
 * Sends a SOAP question and returns the content of the answer element.
 * @throws BronFout a Fault is FOUT/BRONFOUT, one about our signature AANMELDING_GEWEIGERD, broken XML ONLEESBAAR, another
 *   element ONVERWACHTE_VORM
 */
export async function vraagSoap(
  http: HttpBron,
  vraag: SoapVraag,
  raadpleging: Raadpleging,
): Promise<SoapAntwoord> {
  const antwoord = await http.vraag(
    {
      method: 'POST',
      path: vraag.path,
      headers: {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: `"${vraag.soapAction ?? ''}"`,
      },
      body: () => {
        const delen = { header: vraag.header(), body: vraag.body };
        return vraag.onderteken?.(delen, raadpleging.now()) ?? soapEnvelop(delen.header, delen.body);
      },
      ookStatus: [500],
    },
    raadpleging,
  );
  return leesSoapAntwoord(antwoord, vraag);
}

/** What an answer says of its question. @throws BronFout as `vraagSoap` */
export function leesSoapAntwoord(
  antwoord: Pick<HttpAntwoord, 'status' | 'tekst' | 'waarschuwing'>,
  vraag: Pick<SoapVraag, 'antwoordElement' | 'eigen'>,
): SoapAntwoord {
  const gelezen = envelop.safeParse(
    leesXml(antwoord.tekst, (namespace) => namespace === soapNamespace || vraag.eigen(namespace)),
  );
  if (!gelezen.success) {
    throw new BronFout('FOUT', antwoord.status === 500 ? 'BRONFOUT' : 'ONVERWACHTE_VORM');
  }
  const inhoud = gelezen.data.Envelope.Body;
  if (isHandtekeningGeweigerd(inhoud['Fault'])) throw new BronFout('FOUT', 'AANMELDING_GEWEIGERD');
  if ('Fault' in inhoud || antwoord.status === 500) throw new BronFout('FOUT', 'BRONFOUT');
  if (!(vraag.antwoordElement in inhoud)) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  return { inhoud: inhoud[vraag.antwoordElement], waarschuwing: antwoord.waarschuwing };
}

const fault = z.looseObject({ faultcode: z.string() });

/** Fault codes of WS-Security 1.0 (§12), and that of its time stamp, whatever their prefix. */
const handtekeningfout =
  /^(?:[\w.-]+:)?(?:UnsupportedSecurityToken|UnsupportedAlgorithm|InvalidSecurity|InvalidSecurityToken|FailedAuthentication|FailedCheck|SecurityTokenUnavailable|MessageExpired)$/;

function isHandtekeningGeweigerd(inhoud: unknown): boolean {
  return handtekeningfout.test(fault.safeParse(inhoud).data?.faultcode ?? '');
}
