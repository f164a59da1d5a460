import type { HttpBron } from './http-bron.ts';
import type { Raadpleging } from './raadpleeg.ts';
import { type Ondertekenaar, type SoapAntwoord, vraagSoap } from './soap.ts';
import type { Eigen } from './xml.ts';

/** One SOAP service in the terms of its WSDL, as SuwiML and GWS name them: all its names on the wire follow from these. */
export type SoapDienst = {
  /** Where the names of its family begin: `http://bkwi.nl/SuwiML`. */
  readonly familie: string;
  /** Name of the service: `Bijstandsregelingen`. */
  readonly naam: string;
  /** Version of the service: `v0500`. */
  readonly versie: string;
  /** Element of the question: `BijstandsregelingenInfo`; that of the answer has `Response` behind it. */
  readonly vraag: string;
  /** Path of the services at their broker, when they do not stand at its root: `/suwibroker/soap`. */
  readonly map?: string;
};

/** Path below the address of the broker (`soap:address` of the WSDL). */
export function dienstPad({ map = '', naam, versie }: SoapDienst): string {
  return `${map}/${naam}-${versie}`;
}

/** Address of the service, for `wsa:To`. */
export function dienstAdres(dienst: SoapDienst, broker: URL): string {
  return broker.href.replace(/\/$/, '') + dienstPad(dienst);
}

/** Target namespace of the service's schemas. */
export function dienstNamespace({ familie, naam, versie }: SoapDienst): string {
  return `${familie}/Diensten/${naam}/${versie}`;
}

/**
 * Namespaces of what a service itself says: its own, and that of the FWI of its family, whatever the version.
 * An answer of another version of the service is another message.
 */
export function eigenVan(dienst: SoapDienst): Eigen {
  const eigen = dienstNamespace(dienst);
  return (namespace) => namespace === eigen || namespace.startsWith(`${dienst.familie}/FWI/`);
}

/** Local name of the element in the answer's Body. */
export function antwoordElement({ vraag }: SoapDienst): string {
  return `${vraag}Response`;
}

/** `wsaw:Action` of the question, or of the answer (WSDL, portType). */
export function dienstActie(dienst: SoapDienst, bericht: 'vraag' | 'antwoord'): string {
  const element = bericht === 'vraag' ? dienst.vraag : antwoordElement(dienst);
  return `${dienst.familie}/Diensten/${dienst.naam}-${dienst.versie}/${element}`;
}

/** An element of the service with finished XML inside. Only this root is qualified, what is in it is not. */
export function dienstElement(dienst: SoapDienst, bericht: 'vraag' | 'antwoord', inhoud: string): string {
  const element = bericht === 'vraag' ? dienst.vraag : antwoordElement(dienst);
  return `<d:${element} xmlns:d="${dienstNamespace(dienst)}">${inhoud}</d:${element}>`;
}

/**
 * Asks a service.
 * @param vraag `header` and `inhoud` (of the question's element) are finished XML; without `onderteken` it goes unsigned
 * @throws BronFout as `vraagSoap`
 */
export function vraagDienst(
  http: HttpBron,
  dienst: SoapDienst,
  vraag: {
    readonly header: () => string;
    readonly inhoud: string;
    readonly onderteken?: Ondertekenaar | undefined;
  },
  raadpleging: Raadpleging,
): Promise<SoapAntwoord> {
  return vraagSoap(
    http,
    {
      path: dienstPad(dienst),
      header: vraag.header,
      onderteken: vraag.onderteken,
      body: dienstElement(dienst, 'vraag', vraag.inhoud),
      antwoordElement: antwoordElement(dienst),
      eigen: eigenVan(dienst),
    },
    raadpleging,
  );
}
