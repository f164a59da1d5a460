import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BronFout } from './bronantwoord.ts';
import { createHttpBron } from './http-bron.ts';
import { proefraadpleging } from './proefraadpleging.ts';
import { leesXml, soapEnvelop, vraagSoap, xmlLijst, xmlOptioneel, xmlTekst } from './soap.ts';
import { type StubRequest, type StubResponse, xml } from './stub/bron-stub.ts';
import { soapAntwoord, soapFault } from './stub/soap-stub.ts';
import { startStubs } from './stub/start-stubs.ts';

const reden = (doe: () => unknown) => {
  try {
    return doe();
  } catch (error) {
    return error instanceof BronFout ? error.reden : error;
  }
};

describe('XML is read as text', () => {
  it.each([
    ['a leading zero stays', '<a>012345672</a>', { a: '012345672' }],
    ['nothing becomes a number or a boolean', '<a><b>1e3</b><c>true</c></a>', { a: { b: '1e3', c: 'true' } }],
    ['prefixes go', '<x:a xmlns:x="urn:x"><y:b xmlns:y="urn:y">1</y:b></x:a>', { a: { b: '1' } }],
    ['attributes go', '<a xsi:nil="true" xmlns:xsi="urn:x"/>', { a: '' }],
    [
      "XML's own entities are read",
      '<a>&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;</a>',
      { a: `<b> & "c" 'd'` },
    ],
    ['characters by number are read', '<a>K&#228;ster &#x2019;s</a>', { a: 'Käster ’s' }],
    ['once only', '<a>&amp;lt;b&amp;#65;</a>', { a: '&lt;b&#65;' }],
    ['other entities stay as they are', '<a>&nbsp;&foo;</a>', { a: '&nbsp;&foo;' }],
    [
      'names every object has are no entities',
      '<a>&constructor;&toString;</a>',
      { a: '&constructor;&toString;' },
    ],
    ['a character that does not exist stays', '<a>&#0;&#x110000;</a>', { a: '&#0;&#x110000;' }],
    ['repeated elements are a list', '<a><b>1</b><b>2</b></a>', { a: { b: ['1', '2'] } }],
    ['a single one is not', '<a><b>1</b></a>', { a: { b: '1' } }],
  ])('%s', (_naam, tekst, verwacht) => {
    expect(leesXml(tekst)).toEqual(verwacht);
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['a DOCTYPE in small letters', '<!doctype a><a/>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['entities that grow', '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;">]><a>&y;</a>'],
    ['half a document', '<a><b>1</b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['an element that would reach a prototype', '<a><__proto__><b>1</b></__proto__></a>'],
    ['no XML', '{"a":1}'],
    ['nothing', ''],
    ['elements nested without end', '<a>'.repeat(200_000)],
    ['elements nested very deep', '<a>'.repeat(20_000) + '</a>'.repeat(20_000)],
  ])('%s is ONLEESBAAR', (_naam, tekst) => {
    expect(reden(() => leesXml(tekst))).toBe('ONLEESBAAR');
  });
});

it('text written into XML comes back as it was, less what XML forbids', () => {
  const tekst = `<script> & "'</a>]]>`;
  expect(leesXml(`<a>${xmlTekst(tekst)}</a>`)).toEqual({ a: tekst });
  expect(xmlTekst('a\u0000b\u000Bc\u001Fd\te')).toBe('abcd\te');
});

describe('an element that may be absent, empty, single or repeated', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['1', ['1']],
    [
      ['1', '2'],
      ['1', '2'],
    ],
  ])('as a list: %j is %j', (waarde, verwacht) => {
    expect(xmlLijst(z.string()).parse(waarde)).toEqual(verwacht);
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['1', '1'],
  ])('as an option: %j is %j', (waarde, verwacht) => {
    expect(xmlOptioneel(z.string()).parse(waarde)).toBe(verwacht);
  });

  it('an element of the wrong shape is still refused', () => {
    expect(xmlLijst(z.string()).safeParse({ b: '1' }).success).toBe(false);
    expect(xmlOptioneel(z.string()).safeParse({ b: '1' }).success).toBe(false);
  });
});

describe('a SOAP question', () => {
  const stel = async (antwoord: (request: StubRequest) => StubResponse) => {
    const protocol = antwoord;
    const faults = {
      'nothing-found': protocol,
      warning: protocol,
      'server-error': protocol,
      'wrong-shape': protocol,
      maintenance: protocol,
      'rate-limited': protocol,
    };
    const stubs = await startStubs([{ bron: 'GWS', antwoord, faults }]);
    const url = new URL(stubs.bronnen['GWS']?.url ?? '');
    const http = createHttpBron({ bron: 'GWS', url, timeoutMs: 2_000, maxGelijktijdig: 2 });
    const vraag = { path: '/gws', header: '<h/>', body: '<Vraag>&amp;</Vraag>', antwoordElement: 'Antwoord' };
    try {
      return await vraagSoap(http, vraag, proefraadpleging());
    } catch (error) {
      return error instanceof BronFout ? `${error.uitkomst} ${error.reden}` : error;
    } finally {
      await http.sluit();
      await stubs.stop();
    }
  };

  it('is a POST of text/xml with an empty SOAPAction and an envelope around header and body', async () => {
    const vragen: StubRequest[] = [];
    await stel((request) => {
      vragen.push(request);
      return soapAntwoord('', '<Antwoord/>');
    });
    const [{ method, path, headers, body } = {}] = vragen;
    expect([method, path, headers?.['soapaction'], headers?.['content-type'], body]).toEqual([
      'POST',
      '/gws',
      '""',
      'text/xml; charset=utf-8',
      soapEnvelop('<h/>', '<Vraag>&amp;</Vraag>'),
    ]);
  });

  it.each<[string, StubResponse, unknown]>([
    [
      'an answer',
      soapAntwoord('', '<g:Antwoord xmlns:g="urn:g"><Bsn>012345672</Bsn></g:Antwoord>'),
      { inhoud: { Bsn: '012345672' }, waarschuwing: false },
    ],
    [
      'an answer under an HTTP warning',
      { ...soapAntwoord('', '<Antwoord/>'), headers: { warning: '199 - "x"' } },
      { inhoud: '', waarschuwing: true },
    ],
    ['a Fault with 500', soapFault({ code: 'Server', tekst: 'INTERN' }), 'FOUT BRONFOUT'],
    ['a Fault with 200', soapFault({ code: 'Server', tekst: 'INTERN' }, { status: 200 }), 'FOUT BRONFOUT'],
    ['another answer with 500', xml(500, soapEnvelop('', '<Antwoord/>')), 'FOUT BRONFOUT'],
    ['XML that is no SOAP with 500', xml(500, '<html/>'), 'FOUT BRONFOUT'],
    ['a page that is no XML with 500', xml(500, 'Internal Server Error'), 'FOUT ONLEESBAAR'],
    ['XML that is no SOAP', xml(200, '<html/>'), 'FOUT ONVERWACHTE_VORM'],
    ['an empty body', soapAntwoord('', ''), 'FOUT ONVERWACHTE_VORM'],
    ['the answer to another question', soapAntwoord('', '<AnderAntwoord/>'), 'FOUT ONVERWACHTE_VORM'],
    ['half an answer', xml(200, soapEnvelop('', '<Antwoord/>').slice(0, 150)), 'FOUT ONLEESBAAR'],
    [
      'a Fault with 503',
      soapFault({ code: 'Server', tekst: 'x' }, { status: 503 }),
      'BRON_NIET_BESCHIKBAAR ONDERHOUD',
    ],
  ])('%s', async (_naam, antwoord, verwacht) => {
    expect(await stel(() => antwoord)).toEqual(verwacht);
  });
});
