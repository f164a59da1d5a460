import { z } from 'zod';
import { leesXml, soapEnvelop, xmlTekst } from '../soap.ts';
import { type StubRequest, type StubResponse, xml } from './bron-stub.ts';

/** An element with finished XML inside; nothing at all when `inhoud` is undefined. */
export function xmlElement(naam: string, inhoud: string | undefined): string {
  return inhoud === undefined ? '' : `<${naam}>${inhoud}</${naam}>`;
}

/** An element with text or a number inside; nothing at all when `waarde` is undefined. */
export function xmlWaarde(naam: string, inhoud: string | number | undefined): string {
  return xmlElement(naam, inhoud === undefined ? undefined : xmlTekst(String(inhoud)));
}

const objectOfLeeg = z.preprocess((v) => (v === '' ? {} : v), z.record(z.string(), z.unknown()));
const envelop = z.object({
  Envelope: z.object({ Header: objectOfLeeg.default({}), Body: objectOfLeeg }),
});

/** A SOAP question as a simulated source reads it: prefixes removed, every value a string. */
export type SoapStubVraag = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
};

/**
 * Reads a question the way a SOAP endpoint does: POST, `text/xml`, a SOAPAction header, an envelope.
 * @returns the question, or what is wrong with it
 */
export function leesSoapVraag(request: StubRequest): SoapStubVraag | string {
  if (request.method !== 'POST') return 'method must be POST';
  if (!(request.headers['content-type'] ?? '').startsWith('text/xml')) return 'content type must be text/xml';
  if (request.headers['soapaction'] === undefined) return 'SOAPAction header is missing';
  try {
    const gelezen = envelop.safeParse(leesXml(request.body));
    if (!gelezen.success) return 'not a SOAP envelope';
    return { header: gelezen.data.Envelope.Header, body: gelezen.data.Envelope.Body };
  } catch {
    return 'not well-formed';
  }
}

/** A SOAP answer, HTTP 200. */
export function soapAntwoord(header: string, body: string): StubResponse {
  return xml(200, soapEnvelop(header, body));
}

/** A SOAP 1.1 Fault; `detail` is finished XML. HTTP 500 unless said otherwise. */
export function soapFault(
  fout: { readonly code: 'Client' | 'Server'; readonly tekst: string; readonly detail?: string },
  opties: {
    readonly status?: number;
    readonly headers?: Record<string, string>;
    readonly header?: string;
  } = {},
): StubResponse {
  const body = [
    xmlWaarde('faultcode', `soapenv:${fout.code}`),
    xmlWaarde('faultstring', fout.tekst),
    xmlElement('detail', fout.detail),
  ].join('');
  return xml(
    opties.status ?? 500,
    soapEnvelop(opties.header ?? '', xmlElement('soapenv:Fault', body)),
    opties.headers ?? {},
  );
}

/** The fault of the gateway (Layer7) that stands in front of many SOAP services. */
export function gatewayFault(
  status: string,
  opties: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): StubResponse {
  const tekst = xmlTekst(status).replaceAll('"', '&quot;');
  return soapFault(
    {
      code: 'Server',
      tekst: 'Policy Falsified',
      detail: `<l7:policyResult status="${tekst}" xmlns:l7="http://www.layer7tech.com/ws/policy/fault"/>`,
    },
    opties,
  );
}
