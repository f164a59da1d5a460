import { z } from 'zod';
import { soapEnvelop, soapNamespace } from '../soap.ts';
import { dienstNamespace, type SoapDienst } from '../soap-dienst.ts';
import { wsaNamespace } from '../ws-addressing.ts';
import { leesXml, xmlTekst } from '../xml.ts';
import { type StubRequest, type StubResponse, xml } from './bron-stub.ts';
import { xmlElement, xmlWaarde } from './xml-stub.ts';

const objectOfLeeg = z.preprocess((v) => (v === '' ? {} : v), z.record(z.string(), z.unknown()));
const envelop = z.object({
  Envelope: z.object({ Header: objectOfLeeg.default({}), Body: objectOfLeeg }),
});

/** A SOAP question as a simulated source reads it: by local name, every value a string. */
export type SoapStubVraag = {
  readonly header: Readonly<Record<string, unknown>>;
  /** Content of the service's question element; undefined when the body holds another, or of another namespace. */
  readonly inhoud: unknown;
};

/** Why a question is refused; `code` is the HTTP status that says it best. */
export type SoapWeigering = { readonly code: number; readonly fout: string };

/** Reads a question the way a SOAP endpoint does: POST, `text/xml`, a SOAPAction header, a SOAP 1.1 envelope. */
export function leesSoapVraag(request: StubRequest, dienst: SoapDienst): SoapStubVraag | SoapWeigering {
  if (request.method !== 'POST') return { code: 405, fout: 'method must be POST' };
  if (!/^text\/xml\b/.test(request.headers['content-type'] ?? '')) {
    return { code: 415, fout: 'content type must be text/xml' };
  }
  if (request.headers['soapaction'] === undefined) return { code: 400, fout: 'SOAPAction header is missing' };
  try {
    const eigen = [soapNamespace, wsaNamespace, dienstNamespace(dienst)];
    const gelezen = envelop.safeParse(
      leesXml(request.body, (n) => eigen.includes(n) || n.startsWith(`${dienst.familie}/Header/`)),
    );
    if (!gelezen.success) return { code: 400, fout: 'not a SOAP 1.1 envelope' };
    const { Header: header, Body: body } = gelezen.data.Envelope;
    return { header, inhoud: body[dienst.vraag] };
  } catch {
    return { code: 400, fout: 'not well-formed' };
  }
}

/** A SOAP answer, HTTP 200. */
export function soapAntwoord(header: string, body: string): StubResponse {
  return xml(200, soapEnvelop(header, body));
}

/** A SOAP 1.1 Fault; `detail` is finished XML. A code is of SOAP, or has the namespace that it is of. HTTP 500 unless said otherwise. */
export function soapFault(
  fout: {
    readonly code: 'Client' | 'Server' | { readonly namespace: string; readonly naam: string };
    readonly tekst: string;
    readonly detail?: string;
  },
  opties: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): StubResponse {
  const fault = xmlElement(
    'soapenv:Fault',
    typeof fout.code === 'string'
      ? xmlWaarde('faultcode', `soapenv:${fout.code}`)
      : `<faultcode xmlns:f="${fout.code.namespace}">f:${fout.code.naam}</faultcode>`,
    xmlWaarde('faultstring', fout.tekst),
    fout.detail === undefined ? '' : xmlElement('detail', fout.detail),
  );
  return xml(opties.status ?? 500, soapEnvelop('', fault), opties.headers ?? {});
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

/** What that gateway says of a path it does not know. */
export function onbekendeDienst(): StubResponse {
  return gatewayFault('Service Not Found.  The request may have been sent to an invalid URL.');
}
