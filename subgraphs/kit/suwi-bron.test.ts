import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttpBron, type HttpBron } from './http-bron.ts';
import { proefraadpleging } from './proefraadpleging.ts';
import { type LopendeStub, type LopendeStubs, startStubs } from './stub/start-stubs.ts';
import { createSuwiStub } from './stub/suwi-stub.ts';
import { createSuwiBron, type SuwiDienst, suwiActie, suwiNamespace, suwiPad } from './suwi-bron.ts';
import { suwiHeader } from './suwi-vraag.ts';

const dienst: SuwiDienst = { bron: 'PROEF', naam: 'Proefregelingen', versie: 'v0500', vraag: 'ProefregelingenInfo' };
const clientSuwi = z.looseObject({ Burgerservicenr: z.string(), Naam: z.string() });
const bsns: Readonly<Record<string, string>> = { een: '999990019', nul: '012345672', leeg: '999990020', ander: '999990032' };
const bestand = (bsn: string, inhoud = '<Naam>K&#228;ster</Naam>') =>
  `<ClientSuwi><Burgerservicenr>${bsn}</Burgerservicenr>${inhoud}</ClientSuwi>`;

let stubs: LopendeStubs;
let stub: LopendeStub;
let http: HttpBron;

beforeAll(async () => {
  stubs = await startStubs([
    createSuwiStub({
      dienst,
      // Asked about `ander`, it answers about someone else.
      gegevens: (bsn) => (bsn === bsns['leeg'] ? undefined : bestand(bsn === bsns['ander'] ? '999990019' : bsn)),
      verkeerdeVorm: (bsn) => bestand(bsn, '<Naam><Deel>x</Deel></Naam>'),
    }),
  ]);
  const [eerste] = Object.values(stubs.bronnen);
  if (eerste === undefined) throw new Error('no stub');
  stub = eerste;
  http = createHttpBron({ bron: 'PROEF', url: new URL(stub.url), timeoutMs: 300, maxGelijktijdig: 4 });
});
beforeEach(async () => {
  await stub.setFault('none');
  stub.reset();
});
afterAll(async () => {
  await http.sluit();
  await stubs.stop();
});

/** Outcome, and data or reason, of asking about these clients. */
async function vraag(...clientnummers: readonly string[]) {
  const raadpleging = proefraadpleging();
  const toegang = {
    http,
    url: new URL(`${stub.url}/`),
    afnemer: 'https://werkplein.example/?oin=00000001234567890000',
    bsnVan: (nummer: string) => bsns[nummer],
  };
  const antwoorden = await createSuwiBron(dienst, clientSuwi, toegang)(clientnummers, raadpleging);
  expect(raadpleging.log()).not.toMatch(/99999|012345672|INTERN/);
  return antwoorden.map((a) => [a.uitkomst, 'gegevens' in a ? a.gegevens : 'reden' in a ? a.reden : null]);
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

it('its names on the wire follow from the service', () => {
  expect([suwiPad(dienst), suwiNamespace(dienst), suwiActie(dienst, dienst.vraag)]).toEqual([
    '/Proefregelingen-v0500',
    'http://bkwi.nl/SuwiML/Diensten/Proefregelingen/v0500',
    'http://bkwi.nl/SuwiML/Diensten/Proefregelingen-v0500/ProefregelingenInfo',
  ]);
});

it('each question has a message id of its own, and addresses that cannot break out of the header', () => {
  const adres = { actie: 'a', naar: 'http://x/?a=1&b=2', van: '</wsa:Address>' };
  const [een, twee] = [suwiHeader(adres), suwiHeader(adres)];
  expect(een).not.toBe(twee);
  expect(een).toContain('http://x/?a=1&amp;b=2');
  expect(een).toContain('<wsa:Address>&lt;/wsa:Address&gt;</wsa:Address>');
});
