import { createHash, verify, X509Certificate } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { XmlC14NMode, XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { soapNamespace } from '../soap.ts';
import { wsaNamespace } from '../ws-addressing.ts';
import { wss } from './namen.ts';
import { ondertekendeEnvelop } from './onderteken.ts';
import { materiaalVan, nu, paren, vraagOver } from './proefbericht.ts';

const namen = { s: soapNamespace, a: wsaNamespace, ...wss };
const delen = vraagOver('999990019');
/** With whatever makes canonical form differ from what was written. */
const lastig = {
  header: `${delen.header}<x:Extra xmlns:y="urn:y"  xmlns:x='urn:x' b='2'   a="1 &quot; &#x9;"><x:Leeg/></x:Extra>`,
  body: `${delen.body}<!-- c --><q xmlns="urn:q"><r xmlns="">&lt;&amp;&#xD;<![CDATA[<é>]]></r></q>`,
};

describe('a signed envelope', () => {
  it('is found right by another implementation, with its certificate', () => {
    const tekst = ondertekendeEnvelop(lastig, materiaalVan(paren.eigen), nu);
    const [handtekening] = Array.from(
      new DOMParser().parseFromString(tekst, 'text/xml').getElementsByTagNameNS(wss.ds, 'Signature'),
    );
    const lezer = new SignedXml({ idMode: 'wssecurity', publicCert: paren.eigen.certificaat });
    lezer.loadSignature(handtekening ?? '');
    expect(lezer.checkSignature(tekst)).toBe(true);
    expect(lezer.getSignedReferences()).toHaveLength(7);
  });

  it('signs body, time stamp and every header block in the canonical form of libxml2', () => {
    using document = XmlDocument.fromString(ondertekendeEnvelop(lastig, materiaalVan(paren.eigen), nu));
    const vind = (pad: string) => document.find(pad, namen).filter((node) => node instanceof XmlElement);
    const canoniek = (element: XmlElement | undefined) =>
      Buffer.from(element?.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 }) ?? '');

    const verwijzingen = vind('//ds:Reference').map((verwijzing) => {
      const [element] = vind(`//*[@wsu:Id='${verwijzing.attr('URI')?.value.slice(1) ?? ''}']`);
      expect(verwijzing.get('ds:DigestValue', namen)?.content).toBe(
        createHash('sha256').update(canoniek(element)).digest('base64'),
      );
      return element?.name;
    });
    expect(verwijzingen).toEqual(['Timestamp', 'MessageID', 'From', 'To', 'Action', 'Extra', 'Body']);

    const [info] = vind('//ds:SignedInfo');
    const [token] = vind('/s:Envelope/s:Header/wsse:Security/wsse:BinarySecurityToken');
    const [waarde] = vind('//ds:SignatureValue');
    const certificaat = new X509Certificate(Buffer.from(token?.content ?? '', 'base64'));
    expect(certificaat.fingerprint256).toBe(new X509Certificate(paren.eigen.certificaat).fingerprint256);
    expect(
      verify(
        'RSA-SHA256',
        canoniek(info),
        certificaat.publicKey,
        Buffer.from(waarde?.content ?? '', 'base64'),
      ),
    ).toBe(true);
  });

  it('must be understood, and is valid for five minutes', () => {
    using document = XmlDocument.fromString(ondertekendeEnvelop(delen, materiaalVan(paren.eigen), nu));
    const tekst = (pad: string) => document.get(pad, namen)?.content;
    expect([
      tekst('/s:Envelope/s:Header/wsse:Security/@s:mustUnderstand'),
      tekst('//wsu:Timestamp/wsu:Created'),
      tekst('//wsu:Timestamp/wsu:Expires'),
      tekst('//ds:KeyInfo/wsse:SecurityTokenReference/wsse:Reference/@URI'),
    ]).toEqual(['1', '2026-01-15T09:00:00.000Z', '2026-01-15T09:05:00.000Z', '#X509']);
  });
});
