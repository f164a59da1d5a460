import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { proefraadpleging } from '../proefraadpleging.ts';
import type { Ondertekenaar } from '../soap.ts';
import { dienstActie, dienstAdres, dienstElement, dienstNamespace, dienstPad } from '../soap-dienst.ts';
import { type LopendeStub, type LopendeStubs, startStubs } from '../stub/start-stubs.ts';
import { wsAddressing, wsaAnoniem } from '../ws-addressing.ts';
import { createHandtekeningcontrole } from '../ws-security/index.ts';
import { ondertekendeEnvelop } from '../ws-security/onderteken.ts';
import { materiaalVan, nu, paren } from '../ws-security/proefbericht.ts';
import { createSuwiBron, type SuwiDienst, suwiAfnemer, suwiml } from './bron.ts';
import { createSuwiStub } from './stub.ts';

const dienst: SuwiDienst = {
  familie: suwiml,
  bron: 'PROEF',
  naam: 'Proefregelingen',
  versie: 'v0500',
  vraag: 'ProefregelingenInfo',
};
const antwoord = z.object({ ClientSuwi: z.looseObject({ Burgerservicenr: z.string(), Naam: z.string() }) });
const bsns: Readonly<Record<string, string>> = {
  een: '999990019',
  nul: '012345672',
  leeg: '999990020',
  ander: '999990032',
};
const bestand = (bsn: string, inhoud = '<Naam>K&#228;ster</Naam>') =>
  `<ClientSuwi><Burgerservicenr>${bsn}</Burgerservicenr>${inhoud}</ClientSuwi>`;

let stubs: LopendeStubs;
let stub: LopendeStub;

beforeAll(async () => {
  stubs = await startStubs([
    createSuwiStub({
      dienst,
      // Asked about `ander`, it answers about someone else.
      gegevens: (bsn) =>
        bsn === bsns['leeg'] ? undefined : bestand(bsn === bsns['ander'] ? '999990019' : bsn),
      verkeerdeVorm: (bsn) => bestand(bsn, '<Naam><Deel>x</Deel></Naam>'),
    }),
  ]);
  const [eerste] = Object.values(stubs.bronnen);
  if (eerste === undefined) throw new Error('no stub');
  stub = eerste;
});
beforeEach(async () => {
  await stub.setFault('none');
  stub.reset();
});
afterAll(async () => {
  await stubs.stop();
});

/** Outcome, and data or reason, of asking about these clients. */
async function vraag(...clientnummers: readonly string[]) {
  const raadpleging = proefraadpleging();
  const config = {
    url: new URL(`${stub.url}/`),
    timeoutMs: 300,
    maxGelijktijdig: 4,
    afnemer: suwiAfnemer(new URL('https://werkplein.example/'), '00000001234567890000'),
  };
  const bron = createSuwiBron(dienst, antwoord)(config, {
    bsnVan: (nummer: string) => bsns[nummer],
    clientnummerVan: (bsn: string) => `nummer van ${bsn.slice(-2)}`,
  });
  const antwoorden = await bron.vraag(clientnummers, raadpleging);
  await bron.sluit();
  expect(raadpleging.log()).not.toMatch(/99999|012345672|INTERN/);
  return antwoorden.map((a) => [
    a.uitkomst,
    'gegevens' in a ? a.gegevens.ClientSuwi : 'reden' in a ? a.reden : null,
  ]);
}

describe('a SuwiML service', () => {
  it('is asked once per person, in one place, and read as text', async () => {
    expect(await vraag('een', 'nul', 'leeg')).toEqual([
      ['GEVONDEN', { Burgerservicenr: '999990019', Naam: 'Käster' }],
      ['GEVONDEN', { Burgerservicenr: '012345672', Naam: 'Käster' }],
      ['NIETS_GEVONDEN', null],
    ]);
    expect(stub.calls()).toEqual({ 'POST /Proefregelingen-v0500': 3 });
  });

  it('is not asked about a number that was not issued here', async () => {
    expect(await vraag('onbekend')).toEqual([['FOUT', 'CLIENTNUMMER_ONBEKEND']]);
    expect(stub.calls()).toEqual({});
  });

  it('that answers about another person is not believed', async () => {
    expect(await vraag('ander')).toEqual([['FOUT', 'ONVERWACHTE_VORM']]);
  });

  it.each([
    ['nothing-found', 'NIETS_GEVONDEN', null],
    ['warning', 'GEDEELTELIJK', { Burgerservicenr: '999990019', Naam: 'Käster' }],
    ['server-error', 'FOUT', 'BRONFOUT'],
    ['malformed', 'FOUT', 'ONLEESBAAR'],
    ['wrong-shape', 'FOUT', 'ONVERWACHTE_VORM'],
    ['refused', 'BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR'],
    ['hang', 'BRON_NIET_BESCHIKBAAR', 'TE_LAAT'],
    ['maintenance', 'BRON_NIET_BESCHIKBAAR', 'ONDERHOUD'],
    ['rate-limited', 'BRON_NIET_BESCHIKBAAR', 'BEGRENSD'],
  ] as const)('%s is %s', async (fault, uitkomst, wat) => {
    await stub.setFault(fault);
    expect(await vraag('een')).toEqual([[uitkomst, wat]]);
  });
});

describe('a SuwiML service that asks for a signature', () => {
  const vraagMet = async (ondertekend: 'eigen' | 'ander' | 'niet') => {
    const now = () => nu;
    const vertrouwd = [paren.eigen.certificaat];
    const strenge = await startStubs([
      createSuwiStub({
        dienst,
        gegevens: (bsn) => bestand(bsn),
        verkeerdeVorm: () => '',
        handtekening: createHandtekeningcontrole({ vertrouwd, now }),
      }),
    ]);
    const config = {
      url: new URL(strenge.bronnen['PROEF']?.url ?? ''),
      timeoutMs: 2_000,
      maxGelijktijdig: 4,
      afnemer: suwiAfnemer(new URL('https://werkplein.example/'), '00000001234567890000'),
    };
    const onderteken: Ondertekenaar | undefined =
      ondertekend === 'niet'
        ? undefined
        : (delen, moment) => ondertekendeEnvelop(delen, materiaalVan(paren[ondertekend]), moment);
    const bron = createSuwiBron(dienst, antwoord)(config, {
      bsnVan: (nummer) => bsns[nummer],
      clientnummerVan: (bsn) => bsn,
      onderteken,
    });
    const antwoorden = await bron.vraag(['een', 'nul'], { ...proefraadpleging(), now });
    await bron.sluit();
    await strenge.stop();
    return antwoorden.map((a) => ('reden' in a ? a.reden : a.uitkomst));
  };

  it.each([
    ['eigen', ['GEVONDEN', 'GEVONDEN']],
    ['ander', ['AANMELDING_GEWEIGERD', 'AANMELDING_GEWEIGERD']],
    ['niet', ['AANMELDING_GEWEIGERD', 'AANMELDING_GEWEIGERD']],
  ] as const)('signed (%s): %j', async (ondertekend, verwacht) => {
    expect(await vraagMet(ondertekend)).toEqual(verwacht);
  });
});

describe('the names of a service on the wire', () => {
  it('follow from the service', () => {
    expect([
      dienstPad(dienst),
      dienstNamespace(dienst),
      dienstActie(dienst, 'vraag'),
      dienstActie(dienst, 'antwoord'),
      dienstElement(dienst, 'antwoord', '<A/>'),
    ]).toEqual([
      '/Proefregelingen-v0500',
      'http://bkwi.nl/SuwiML/Diensten/Proefregelingen/v0500',
      'http://bkwi.nl/SuwiML/Diensten/Proefregelingen-v0500/ProefregelingenInfo',
      'http://bkwi.nl/SuwiML/Diensten/Proefregelingen-v0500/ProefregelingenInfoResponse',
      '<d:ProefregelingenInfoResponse xmlns:d="http://bkwi.nl/SuwiML/Diensten/Proefregelingen/v0500"><A/></d:ProefregelingenInfoResponse>',
    ]);
  });

  it('include where the broker keeps its services', () => {
    const elders = { ...dienst, map: '/suwibroker/soap' };
    expect(dienstPad(elders)).toBe('/suwibroker/soap/Proefregelingen-v0500');
    const adres = 'http://broker.example/basis/suwibroker/soap/Proefregelingen-v0500';
    expect(dienstAdres(elders, new URL('http://broker.example/basis'))).toBe(adres);
    expect(dienstAdres(elders, new URL('http://broker.example/basis/'))).toBe(adres);
  });
});

describe('a WS-Addressing header', () => {
  it('has a message id of its own, and addresses that cannot break out of it', () => {
    const adres = { actie: 'a', naar: 'http://x/?a=1&b=2', van: '</wsa:Address>' };
    const [een, twee] = [wsAddressing(adres), wsAddressing(adres)];
    expect(een).not.toBe(twee);
    expect(een).toContain('http://x/?a=1&amp;b=2');
    expect(een).toContain('<wsa:Address>&lt;/wsa:Address&gt;</wsa:Address>');
  });

  it('says only what there is to say', () => {
    const blokken = (header: string) => [...header.matchAll(/<wsa:(\w+) /g)].map(([, naam]) => naam);
    expect(blokken(wsAddressing({ actie: 'a' }))).toEqual(['MessageID', 'Action']);
    const alles = { actie: 'a', naar: 'n', van: 'v', antwoordAan: wsaAnoniem, betreft: 'b' };
    expect(blokken(wsAddressing(alles))).toEqual([
      'MessageID',
      'From',
      'To',
      'Action',
      'ReplyTo',
      'RelatesTo',
    ]);
  });
});
