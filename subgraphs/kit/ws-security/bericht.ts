import { DOMParser } from '@xmldom/xmldom';
import { soapNamespace } from '../soap.ts';
import { isElement, kinderen, tekstVan } from './elementen.ts';
import { algoritmen, wss } from './namen.ts';
import { Weigering } from './weigering.ts';

/** A signed envelope of which every part is where it must be; nothing of it has been verified yet. */
export type OndertekendBericht = {
  readonly info: Element;
  /** The signature over `info`, base64. */
  readonly waarde: string;
  /** X.509 certificate, DER. */
  readonly token: Buffer;
  /** The elements that the references of the signature name, and their digests, base64. */
  readonly ondertekend: readonly { readonly element: Element; readonly digest: string }[];
  readonly body: Element;
  readonly timestamp: Element;
};

/**
 * Takes a signed envelope apart, strictly: every reference is to the body, the time stamp or a header block, at the place
 * where SOAP has it, and all of those are referred to. What is signed but stands elsewhere (signature wrapping) is
 * refused, and so is whatever stands beside.
 * @throws Weigering
 */
export function ontleedBericht(tekst: string): OndertekendBericht {
  const envelop = leesEnvelop(tekst);
  const [header, body, ...meer] = kinderen(envelop);
  if (
    !isElement(header, soapNamespace, 'Header') ||
    !isElement(body, soapNamespace, 'Body') ||
    meer.length > 0
  ) {
    throw new Weigering('InvalidSecurity', 'an envelope has one header and one body');
  }
  const blokken = kinderen(header);
  const [security, nogEen] = blokken.filter((blok) => isElement(blok, wss.wsse, 'Security'));
  if (security === undefined || nogEen !== undefined) {
    throw new Weigering('InvalidSecurity', 'there must be one Security header');
  }
  const [timestamp, token, handtekening] = kinderen(security);
  if (
    kinderen(security).length !== 3 ||
    !isElement(timestamp, wss.wsu, 'Timestamp') ||
    !isElement(token, wss.wsse, 'BinarySecurityToken') ||
    !isElement(handtekening, wss.ds, 'Signature')
  ) {
    throw new Weigering('InvalidSecurity', 'Security must hold a time stamp, a token and a signature');
  }
  const moet = [...blokken.filter((blok) => blok !== security), body, timestamp];
  const perId = leesIds(envelop);
  const info = enige(handtekening, wss.ds, 'SignedInfo');
  const ondertekend = leesVerwijzingen(info).map(({ id, digest }) => {
    const element = perId.get(id);
    if (element === undefined || !moet.includes(element)) {
      throw new Weigering('InvalidSecurity', 'the signature refers to an element that is not in its place');
    }
    return { element, digest };
  });
  if (
    new Set(ondertekend.map(({ element }) => element)).size !== ondertekend.length ||
    ondertekend.length !== moet.length
  ) {
    throw new Weigering('InvalidSecurity', 'body, time stamp and every header block must be signed, once');
  }
  return {
    info,
    waarde: tekstVan(enige(handtekening, wss.ds, 'SignatureValue')).replaceAll(/\s/g, ''),
    token: leesToken(token, handtekening),
    ondertekend,
    body,
    timestamp,
  };
}

function leesEnvelop(tekst: string): Element {
  const fout = () => new Weigering('InvalidSecurity', 'not a well-formed SOAP 1.1 envelope');
  if (/<!DOCTYPE/i.test(tekst)) throw fout();
  const errorHandler = () => {
    throw fout();
  };
  const envelop: Element | undefined = new DOMParser({ errorHandler }).parseFromString(
    tekst,
    'text/xml',
  ).documentElement;
  if (!isElement(envelop, soapNamespace, 'Envelope')) throw fout();
  return envelop;
}

/** Elements by their id, of whatever namespace it is. @throws Weigering when two have the same */
function leesIds(envelop: Element): ReadonlyMap<string, Element> {
  const perId = new Map<string, Element>();
  for (const element of [envelop, ...Array.from(envelop.getElementsByTagName('*'))]) {
    for (const { localName, value } of Array.from(element.attributes)) {
      if (!/^id$/i.test(localName)) continue;
      if (perId.has(value)) throw new Weigering('InvalidSecurity', 'two elements have the same id');
      perId.set(value, element);
    }
  }
  return perId;
}

/** What the signature refers to. @throws Weigering for any algorithm or transform but those we know */
function leesVerwijzingen(info: Element): readonly { readonly id: string; readonly digest: string }[] {
  const [canonicalisatie, algoritme, ...verwijzingen] = kinderen(info);
  eis(canonicalisatie, 'CanonicalizationMethod', algoritmen.canonicalisatie);
  eis(algoritme, 'SignatureMethod', algoritmen.handtekening);
  return verwijzingen.map((verwijzing) => {
    const [transforms, methode, digest, ...meer] = kinderen(verwijzing);
    if (
      !isElement(verwijzing, wss.ds, 'Reference') ||
      !isElement(digest, wss.ds, 'DigestValue') ||
      meer.length > 0
    ) {
      throw new Weigering('InvalidSecurity', 'SignedInfo holds something that is no reference');
    }
    const [transform, nogEen] = transforms === undefined ? [] : kinderen(transforms);
    if (nogEen !== undefined) throw new Weigering('UnsupportedAlgorithm', 'one transform is allowed');
    eis(transform, 'Transform', algoritmen.canonicalisatie);
    eis(methode, 'DigestMethod', algoritmen.digest);
    const [, id] = /^#([\w.-]+)$/.exec(verwijzing.getAttribute('URI') ?? '') ?? [];
    if (id === undefined)
      throw new Weigering('InvalidSecurity', 'a reference must name an element by its id');
    return { id, digest: tekstVan(digest).replaceAll(/\s/g, '') };
  });
}

/** @throws Weigering when this is not that element with that algorithm, without parameters */
function eis(element: Element | undefined, naam: string, algoritme: string): void {
  const goed =
    isElement(element, wss.ds, naam) &&
    element.getAttribute('Algorithm') === algoritme &&
    kinderen(element).length === 0;
  if (!goed) throw new Weigering('UnsupportedAlgorithm', `${naam} must be ${algoritme}`);
}

/** The certificate beside the signature, to which its `KeyInfo` must refer. @throws Weigering */
function leesToken(token: Element, handtekening: Element): Buffer {
  const keyInfo = enige(handtekening, wss.ds, 'KeyInfo');
  const verwijzing = enige(enige(keyInfo, wss.wsse, 'SecurityTokenReference'), wss.wsse, 'Reference');
  if (verwijzing.getAttribute('URI') !== `#${token.getAttributeNS(wss.wsu, 'Id') ?? ''}`) {
    throw new Weigering('InvalidSecurity', 'KeyInfo must refer to the token of the message');
  }
  if (token.getAttribute('ValueType') !== wss.x509v3 || token.getAttribute('EncodingType') !== wss.base64) {
    throw new Weigering('UnsupportedSecurityToken', 'the token must be one X.509 v3 certificate in base64');
  }
  return Buffer.from(tekstVan(token), 'base64');
}

function enige(ouder: Element, namespace: string, naam: string): Element {
  const [element, nogEen] = kinderen(ouder).filter((kind) => isElement(kind, namespace, naam));
  if (element === undefined || nogEen !== undefined) {
    throw new Weigering('InvalidSecurity', `there must be one ${naam}`);
  }
  return element;
}
