import { dienstElement, type SoapDienst } from '../soap-dienst.ts';
import type { BronStub, StubRequest, StubResponse } from './bron-stub.ts';
import { gatewayFault, soapAntwoord, soapFault } from './soap-stub.ts';
import { xmlElement, xmlWaarde } from './xml-stub.ts';

/** How a family of services says something beside its data, or instead of them (FWI). */
export type FwiTaal = {
  /** Namespace of its FWI schema. */
  readonly namespace: string;
  /** Content of `Bron` in a message: who says so, as finished XML. */
  readonly melder: string;
};

function melding({ melder }: FwiTaal, code: string, tekst: string): string {
  return xmlWaarde('Code', code) + xmlWaarde('Tekst', tekst) + xmlElement('Bron', melder);
}

/** `fwi:Fout`, the detail of a SOAP fault (`AanvraagNietOk` of the WSDLs). */
export function fwiFout(taal: FwiTaal, code: string, tekst: string): string {
  return `<fwi:Fout xmlns:fwi="${taal.namespace}">${melding(taal, code, tekst)}</fwi:Fout>`;
}

/** `fwi:FWI` with a warning, to stand behind the data. */
function fwiWaarschuwing(taal: FwiTaal): string {
  const tekst = 'INTERN: db-host-7 stacktrace: gegevens zijn mogelijk niet volledig';
  return `<fwi:FWI xmlns:fwi="${taal.namespace}">${xmlElement('Waarschuwing', melding(taal, 'W001', tekst))}</fwi:FWI>`;
}

/** What a simulated SOAP source with the FWI convention has of its own; all content is finished XML. */
export type FwiStub<V extends { readonly dienst: SoapDienst }> = {
  readonly bron: string;
  readonly taal: FwiTaal;
  /** The question, or the fault that a wrong one gets. */
  readonly leesVraag: (request: StubRequest) => V | StubResponse;
  /** SOAP header of the answer. */
  readonly kop: (vraag: V) => string;
  /** Content of the answer element; undefined when the source knows nothing. */
  readonly gegevens: (vraag: V) => string | undefined;
  /** Well-formed content of the answer element that is not what the schema says. */
  readonly verkeerdeVorm: (vraag: V) => string;
};

/** A source over SOAP 1.1 that answers and fails as SuwiML and GWS do, behind the gateway of a broker. */
export function createFwiStub<V extends { readonly dienst: SoapDienst }>(stub: FwiStub<V>): BronStub {
  const { taal } = stub;
  const beantwoord = (request: StubRequest, inhoud: (vraag: V) => string | undefined): StubResponse => {
    const vraag = stub.leesVraag(request);
    if ('status' in vraag) return vraag;
    const nietsGevonden = `<fwi:NietsGevonden xmlns:fwi="${taal.namespace}"/>`;
    const body = dienstElement(vraag.dienst, 'antwoord', inhoud(vraag) ?? nietsGevonden);
    return soapAntwoord(stub.kop(vraag), body);
  };
  return {
    bron: stub.bron,
    antwoord: (request) => beantwoord(request, stub.gegevens),
    faults: {
      'nothing-found': (request) => beantwoord(request, () => undefined),
      warning: (request) =>
        beantwoord(request, (vraag) => {
          const inhoud = stub.gegevens(vraag);
          return inhoud === undefined ? undefined : inhoud + fwiWaarschuwing(taal);
        }),
      'wrong-shape': (request) => beantwoord(request, stub.verkeerdeVorm),
      'server-error': () => {
        const tekst = 'INTERN: db-host-7 stacktrace';
        return soapFault({ code: 'Server', tekst, detail: fwiFout(taal, 'F001', tekst) });
      },
      maintenance: () => gatewayFault('INTERN: db-host-7 in onderhoud', { status: 503 }),
      'rate-limited': () =>
        gatewayFault('INTERN: db-host-7 rate limit exceeded', {
          status: 429,
          headers: { 'retry-after': '30' },
        }),
    },
  };
}
