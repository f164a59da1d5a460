import { describe, expect, it } from 'vitest';
import { BronFout } from './bronantwoord.ts';
import { createHttpBron } from './http-bron.ts';
import { proefraadpleging } from './proefraadpleging.ts';
import { type SoapVraag, soapEnvelop, vraagSoap } from './soap.ts';
import { type StubRequest, type StubResponse, xml } from './stub/bron-stub.ts';
import { soapAntwoord, soapFault } from './stub/soap-stub.ts';
import { startStubs } from './stub/start-stubs.ts';

describe('a SOAP question', () => {
  const stel = async (
    antwoord: (request: StubRequest) => StubResponse,
    afwijking: Partial<SoapVraag> = {},
  ) => {
    let koppen = 0;
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
    const vraag = {
      path: '/gws',
      header: () => {
        koppen += 1;
        return `<h>${koppen}</h>`;
      },
      ...afwijking,
      body: '<Vraag>&amp;</Vraag>',
      antwoordElement: 'Antwoord',
      eigen: (namespace: string) => namespace === 'urn:g',
    };
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
      soapEnvelop('<h>1</h>', '<Vraag>&amp;</Vraag>'),
    ]);
  });

  it('that is sent once more is another message, signed anew', async () => {
    const berichten: string[] = [];
    const antwoord = await stel(
      ({ body }) => {
        berichten.push(body);
        return berichten.length === 1
          ? xml(429, '', { 'retry-after': '0' })
          : soapAntwoord('', '<Antwoord/>');
      },
      { onderteken: ({ header, body }, now) => `${header}${body}${now.toISOString()}` },
    );
    expect(antwoord).toEqual({ inhoud: '', waarschuwing: false });
    const moment = proefraadpleging().now().toISOString();
    expect(berichten).toEqual([1, 2].map((n) => `<h>${n}</h><Vraag>&amp;</Vraag>${moment}`));
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
    [
      'a Fault about our signature',
      soapFault({ code: { namespace: 'urn:wsse', naam: 'FailedAuthentication' }, tekst: 'INTERN' }),
      'FOUT AANMELDING_GEWEIGERD',
    ],
    [
      'a Fault about nothing we know',
      soapFault({ code: { namespace: 'urn:wsse', naam: 'FailedAuthenticationOfSome' }, tekst: 'INTERN' }),
      'FOUT BRONFOUT',
    ],
    ['another answer with 500', xml(500, soapEnvelop('', '<Antwoord/>')), 'FOUT BRONFOUT'],
    ['XML that is no SOAP with 500', xml(500, '<html/>'), 'FOUT BRONFOUT'],
    ['a page that is no XML with 500', xml(500, 'Internal Server Error'), 'FOUT ONLEESBAAR'],
    ['XML that is no SOAP', xml(200, '<html/>'), 'FOUT ONVERWACHTE_VORM'],
    ['an empty body', soapAntwoord('', ''), 'FOUT ONVERWACHTE_VORM'],
    [
      'an answer of another namespace',
      soapAntwoord('', '<v:Antwoord xmlns:v="urn:vreemd"><Bsn>012345672</Bsn></v:Antwoord>'),
      'FOUT ONVERWACHTE_VORM',
    ],
    [
      'an answer beside one of another namespace',
      soapAntwoord(
        '',
        '<v:Antwoord xmlns:v="urn:v"><Bsn>1</Bsn></v:Antwoord><Antwoord><Bsn>2</Bsn></Antwoord>',
      ),
      { inhoud: { Bsn: '2' }, waarschuwing: false },
    ],
    [
      'an envelope of SOAP 1.2',
      xml(
        200,
        soapEnvelop('', '<Antwoord/>').replace(
          'http://schemas.xmlsoap.org/soap/envelope/',
          'http://www.w3.org/2003/05/soap-envelope',
        ),
      ),
      'FOUT ONVERWACHTE_VORM',
    ],
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
