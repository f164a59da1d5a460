import { describe, expect, it } from 'vitest';
import { leesXml, type StubRequest, soapEnvelop, suwiHeader } from '../kit/index.ts';
import { actieVan, namespaceVan, padVan } from './suwinet.ts';
import { dienst } from './suwinet-inkomsten/source.ts';
import { createSuwinetStub, groep, tekst, tijdsduur } from './suwinet-stub.ts';

const stub = createSuwinetStub(dienst, {
  clientSuwi: (bsn) => groep('ClientSuwi', tekst('Burgerservicenr', bsn)),
  verkeerdeVorm: () => '<ClientSuwi/>',
});

const header = suwiHeader({
  actie: actieVan(dienst),
  naar: `https://suwinet.example${padVan(dienst)}`,
  van: 'https://werkplein.example/suwinet?oin=00000001001783000000',
});
const body = `<a:UWVPersoonsIkvInfo xmlns:a="${namespaceVan(dienst)}"><Burgerservicenr>999990019</Burgerservicenr></a:UWVPersoonsIkvInfo>`;

function vraag(afwijking: Partial<StubRequest> = {}): StubRequest {
  return {
    method: 'POST',
    path: padVan(dienst),
    query: new URLSearchParams(),
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
    body: soapEnvelop(header, body),
    origin: 'http://127.0.0.1',
    ...afwijking,
  };
}

describe('the simulated broker', () => {
  it('answers a good question, addressed to who asked and tied to the question', async () => {
    const antwoord = await stub.antwoord(vraag());
    expect(antwoord.status).toBe(200);
    expect(leesXml(antwoord.body)).toMatchObject({
      Envelope: {
        Header: {
          To: 'https://werkplein.example/suwinet?oin=00000001001783000000',
          Action: 'http://bkwi.nl/SuwiML/Diensten/UWVDossierInkomstenGSD-v0200/UWVPersoonsIkvInfoResponse',
          RelatesTo: /<wsa:MessageID[^>]*>([^<]+)</.exec(header)?.[1],
        },
        Body: { UWVPersoonsIkvInfoResponse: { ClientSuwi: { Burgerservicenr: '999990019' } } },
      },
    });
  });

  const zonder = (element: string) => header.replace(new RegExp(`<wsa:${element} .*?</wsa:${element}>`), '');

  it.each([
    ['another method', { method: 'GET' }, 'SB-404'],
    ['another path', { path: '/suwibroker/soap/UWVDossierInkomstenGSD-v0100' }, 'SB-404'],
    ['another media type', { headers: { 'content-type': 'application/json', soapaction: '""' } }, 'SB-415'],
    ['no SOAPAction', { headers: { 'content-type': 'text/xml' } }, 'SB-400'],
    ['broken XML', { body: soapEnvelop(header, body).slice(0, -9) }, 'SB-400'],
    ['no MessageID', { body: soapEnvelop(zonder('MessageID'), body) }, 'SB-401'],
    ['no To', { body: soapEnvelop(zonder('To'), body) }, 'SB-401'],
    ['no From', { body: soapEnvelop(zonder('From'), body) }, 'SB-403'],
    ['no OIN', { body: soapEnvelop(header.replace(/\?oin=\d+/, ''), body) }, 'SB-403'],
    ['no Action', { body: soapEnvelop(zonder('Action'), body) }, 'SB-402'],
    [
      'the namespace of another version',
      { body: soapEnvelop(header, body.replace('v0200', 'v0100')) },
      'SB-422',
    ],
    ['a BSN of eight digits', { body: soapEnvelop(header, body.replace('999990019', '99990019')) }, 'SB-422'],
  ] satisfies [string, Partial<StubRequest>, string][])(
    'refuses %s with a SOAP fault',
    async (_, afwijking, code) => {
      const antwoord = await stub.antwoord(vraag(afwijking));
      expect(antwoord.status).toBe(500);
      expect(leesXml(antwoord.body)).toMatchObject({
        Envelope: {
          Body: { Fault: { faultcode: 'soapenv:Client', detail: { Fout: { Code: code } } } },
        },
      });
    },
  );

  it('says with Retry-After when it takes no more questions', async () => {
    const antwoord = await stub.faults['rate-limited'](vraag());
    expect([antwoord.status, antwoord.headers['retry-after']]).toStrictEqual([429, '30']);
  });

  it('writes durations as hours and minutes', () => {
    expect([36, 36.5, 8, undefined].map(tijdsduur)).toStrictEqual(['3600', '3630', '0800', undefined]);
  });
});
