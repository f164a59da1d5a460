import { sign } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { type SoapDelen, soapEnvelop, soapNamespace } from '../soap.ts';
import { canoniek, digest } from './canoniek.ts';
import { kinderen } from './elementen.ts';
import { algoritmen, wss } from './namen.ts';
import type { Sleutelmateriaal } from './sleutelmateriaal.ts';

/** How long a signed message is valid. */
const geldigMs = 5 * 60_000;

/**
 * A SOAP 1.1 envelope with a WS-Security signature as Digikoppeling 2W-be-S asks for: over body, time stamp and every
 * header block, with the certificate beside it. `header` and `body` are finished XML, without ids of their own. What is
 * sent is the canonical form itself, so that what is signed and what is sent cannot differ.
 */
export function ondertekendeEnvelop(delen: SoapDelen, materiaal: Sleutelmateriaal, now: Date): string {
  const { documentElement } = new DOMParser().parseFromString(
    soapEnvelop(timestamp(now) + delen.header, delen.body),
    'text/xml',
  );
  const [header, body] = kinderen(documentElement);
  if (header === undefined || body === undefined) throw new TypeError('a SOAP envelope has header and body');
  const blokken = [...kinderen(header), body].map((element, index) => {
    element.setAttributeNS('http://www.w3.org/2000/xmlns/', 'xmlns:wsu', wss.wsu);
    element.setAttributeNS(wss.wsu, 'wsu:Id', `D${index}`);
    return canoniek(element);
  });
  const [tijd = '', ...rest] = blokken;
  const security = `<wsse:Security xmlns:wsse="${wss.wsse}" soapenv:mustUnderstand="1">${tijd}${token(materiaal)}${handtekening(blokken, materiaal)}</wsse:Security>`;
  const kop = security + rest.slice(0, -1).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${soapNamespace}"><soapenv:Header>${kop}</soapenv:Header>${rest.at(-1) ?? ''}</soapenv:Envelope>`;
}

function timestamp(now: Date): string {
  const verloopt = new Date(now.getTime() + geldigMs);
  return `<wsu:Timestamp xmlns:wsu="${wss.wsu}"><wsu:Created>${now.toISOString()}</wsu:Created><wsu:Expires>${verloopt.toISOString()}</wsu:Expires></wsu:Timestamp>`;
}

function token({ certificaat }: Sleutelmateriaal): string {
  return `<wsse:BinarySecurityToken xmlns:wsu="${wss.wsu}" EncodingType="${wss.base64}" ValueType="${wss.x509v3}" wsu:Id="X509">${certificaat.raw.toString('base64')}</wsse:BinarySecurityToken>`;
}

/** `ds:Signature` over these canonical texts, whose ids are their places; `SignedInfo` is written as its canonical form. */
function handtekening(blokken: readonly string[], { sleutel }: Sleutelmateriaal): string {
  const algoritme = (naam: string, uri: string) => `<ds:${naam} Algorithm="${uri}"></ds:${naam}>`;
  const transforms = `<ds:Transforms>${algoritme('Transform', algoritmen.canonicalisatie)}</ds:Transforms>`;
  const verwijzingen = blokken.map(
    (blok, index) =>
      `<ds:Reference URI="#D${index}">${transforms}${algoritme('DigestMethod', algoritmen.digest)}<ds:DigestValue>${digest(blok)}</ds:DigestValue></ds:Reference>`,
  );
  const info = `<ds:SignedInfo xmlns:ds="${wss.ds}">${algoritme('CanonicalizationMethod', algoritmen.canonicalisatie)}${algoritme('SignatureMethod', algoritmen.handtekening)}${verwijzingen.join('')}</ds:SignedInfo>`;
  const waarde = sign('RSA-SHA256', Buffer.from(info), sleutel).toString('base64');
  const keyInfo = `<ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI="#X509" ValueType="${wss.x509v3}"/></wsse:SecurityTokenReference></ds:KeyInfo>`;
  return `<ds:Signature xmlns:ds="${wss.ds}">${info}<ds:SignatureValue>${waarde}</ds:SignatureValue>${keyInfo}</ds:Signature>`;
}
