import { describe, expect, it } from 'vitest';
import { soapEnvelop, soapNamespace } from '../soap.ts';
import { dienstActie, dienstElement, dienstPad } from '../soap-dienst.ts';
import type { StubRequest } from '../stub/bron-stub.ts';
import { xmlDatum, xmlElement, xmlWaarde } from '../stub/xml-stub.ts';
import { wsAddressing, wsaNamespace } from '../ws-addressing.ts';
import { leesXml } from '../xml.ts';
import { type SuwiDienst, suwiml } from './bron.ts';
import { bedrag, verplichtPercentage } from './elementen.ts';
import { createSuwiStub } from './stub.ts';
import * as suwiXml from './stub-elementen.ts';

const dienst: SuwiDienst = {
  familie: suwiml,
  map: '/suwibroker/soap',
  bron: 'SUWINET_INKOMSTEN',
  naam: 'UWVDossierInkomstenGSD',
  versie: 'v0200',
  vraag: 'UWVPersoonsIkvInfo',
};
const stub = createSuwiStub({
  dienst,
  gegevens: (bsn) => xmlElement('ClientSuwi', xmlWaarde('Burgerservicenr', bsn)),
  verkeerdeVorm: () => '<ClientSuwi/>',
});

const header = wsAddressing({
  actie: dienstActie(dienst, 'vraag'),
  naar: `https://suwinet.example${dienstPad(dienst)}`,
  van: 'https://werkplein.example/suwinet?oin=00000001001783000000',
});
const body = dienstElement(dienst, 'vraag', '<Burgerservicenr>999990019</Burgerservicenr>');

const lees = (xml: string) =>
  leesXml(xml, (ns) => ns === soapNamespace || ns === wsaNamespace || ns.startsWith(`${suwiml}/`));

function vraag(afwijking: Partial<StubRequest> = {}): StubRequest {
  return {
    method: 'POST',
    path: dienstPad(dienst),
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
    expect(lees(antwoord.body)).toMatchObject({
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
    ['another method', { method: 'GET' }, 'SB-405'],
    ['another media type', { headers: { 'content-type': 'application/json', soapaction: '""' } }, 'SB-415'],
    ['no SOAPAction', { headers: { 'content-type': 'text/xml' } }, 'SB-400'],
    ['broken XML', { body: soapEnvelop(header, body).slice(0, -9) }, 'SB-400'],
    [
      'XML that is no SOAP 1.1',
      { body: '<e:Envelope xmlns:e="x"><e:Header/><e:Body/></e:Envelope>' },
      'SB-400',
    ],
    ['no addressing at all', { body: soapEnvelop('', body) }, 'SB-401'],
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
      expect(lees(antwoord.body)).toMatchObject({
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

  it('does not know another path: that is said by the gateway in front of it', async () => {
    const antwoord = await stub.antwoord(vraag({ path: '/suwibroker/soap/UWVDossierInkomstenGSD-v0100' }));
    expect(antwoord.status).toBe(500);
    expect(lees(antwoord.body)).toMatchObject({
      Envelope: { Body: { Fault: { faultcode: 'soapenv:Server', faultstring: 'Policy Falsified' } } },
    });
  });
});

describe('what a simulated source writes', () => {
  it('of durations is hours and minutes', () => {
    expect([36, 36.5, 8, undefined].map((uren) => suwiXml.tijdsduur('T', uren))).toEqual([
      '<T>3600</T>',
      '<T>3630</T>',
      '<T>0800</T>',
      '',
    ]);
  });

  it('of dates is zeros for what is not known', () => {
    expect(['2015-03-XX', undefined].map((datum) => xmlDatum('D', datum))).toEqual(['<D>20150300</D>', '']);
  });

  it.each([0, 1, 12_345, -12_345, 2_147_483_647])('of amounts is what is read again: %i', (centen) => {
    expect(bedrag.parse((lees(suwiXml.bedrag('B', centen)) as { B: unknown }).B)).toBe(centen);
  });

  it.each([0, 45.5, -0.01, 100])('of percentages is what is read again: %d', (waarde) => {
    const gelezen = lees(suwiXml.percentage('P', waarde)) as { P: unknown };
    expect(verplichtPercentage.parse(gelezen.P)).toBe(waarde);
  });

  it('of names is letters without points, at most six', () => {
    const naam = { voorletters: 'A.B.C.D.E.F.G.', voorvoegsel: 'van', geslachtsnaam: 'Dijk & Zn' };
    expect(suwiXml.naam(naam)).toBe(
      '<Voorletters>ABCDEF</Voorletters><Voorvoegsel>van</Voorvoegsel><SignificantDeelVanDeAchternaam>Dijk &amp; Zn</SignificantDeelVanDeAchternaam>',
    );
  });
});
