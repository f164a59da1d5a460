import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leesGevallen } from '../../../test/golden/gevallen.ts';
import {
  type BronStub,
  createBronloader,
  createPseudonimiseerder,
  dienstElement,
  GraafFout,
  type StubFault,
  type StubRequest,
  soapAntwoord,
  soapEnvelop,
  startStubs,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking, type Persoon } from '../../population/index.ts';
import { mapJaaropgave, mapUitkeringsspecificatie } from './map.ts';
import { leesJaar, leesPeriode } from './periode.ts';
import {
  createGwsSource,
  type GwsSource,
  jaarOpgaveDienst,
  specificatieSleutel,
  uitkeringsSpecificatieDienst,
} from './source.ts';
import { createGwsStub } from './stub.ts';

it('lets no bank account, creditor or other party through', () => {
  const mappen = ['jaaropgave', 'uitkeringsspecificatie'].map(
    (m) => new URL(`./fixtures/${m}/`, import.meta.url),
  );
  const gevallen = mappen.flatMap(leesGevallen);
  for (const geheim of ['999900006', '999900018', 'STUB', 'Partner', 'Woningcorporatie']) {
    expect(gevallen.some(({ bericht }) => bericht.includes(geheim))).toBe(true);
    expect(JSON.stringify(gevallen.map(({ verwacht }) => verwacht))).not.toContain(geheim);
  }
});

describe('the month and the year asked for', () => {
  const nieuwjaar = new Date('2026-01-01T08:00:00Z');

  it('are the previous ones when the question does not say', () => {
    expect(leesPeriode(undefined, nieuwjaar)).toBe('2025-12');
    expect(leesPeriode(null, new Date('2026-11-01T09:00:00Z'))).toBe('2026-10');
    expect(leesJaar(undefined, nieuwjaar)).toBe(2025);
  });

  it('follow the clock of the Netherlands, also on New Year’s Eve', () => {
    const oudjaar = new Date('2025-12-31T23:30:00Z');
    expect(leesPeriode(undefined, oudjaar)).toBe('2025-12');
    expect(leesJaar(undefined, oudjaar)).toBe(2025);
    expect(leesJaar(undefined, new Date('2025-12-31T22:30:00Z'))).toBe(2024);
  });

  it.each(['202512', '2025-13', '2025-00', '2025-1', '', '2025-12-01', '<x/>'])(
    'refuses month %j',
    (periode) => {
      expect(() => leesPeriode(periode, nieuwjaar)).toThrow(GraafFout);
    },
  );

  it.each([1979, 3000, 2024.5, Number.NaN])('refuses year %j', (jaar) => {
    expect(() => leesJaar(jaar, nieuwjaar)).toThrow(GraafFout);
  });
});

const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const pseudoniem = createPseudonimiseerder('0'.repeat(64), 'westland');
const periode = '2026-10';
const betaald = bevolking.personen.filter((p) => p.bijstand?.betalingen.some((b) => b.maand === '202610'));
const [klant] = betaald as [Persoon];
const clientnummer = pseudoniem.clientnummerVan(klant.bsn);
const stub = createGwsStub({ bevolking, ...pseudoniem, now: () => new Date('2026-11-01T09:00:00Z') });
const vermelding = { bron: 'GWS', geraadpleegdOp: '2026-11-01T09:00:00.000Z' };

const nu = () => new Date('2026-11-01T09:00:00Z');
const raadpleging = () => proefraadpleging({ now: nu });

function open(url: string, timeoutMs: number): GwsSource {
  const config = { url: new URL(url), timeoutMs, maxGelijktijdig: 16 };
  return createGwsSource({ ...config, gemeentecode: '1783', applicatieNaam: 'Werkplein' }, pseudoniem);
}

/** What both services make of one client. */
async function vraag(gesteld: BronStub, fault: StubFault = 'none') {
  const stubs = await startStubs([gesteld]);
  const lopend = stubs.bronnen['GWS'];
  if (lopend === undefined) throw new Error('stub does not run');
  await lopend.setFault(fault);
  const bron = open(lopend.url, 300);
  try {
    const [specificatie] = await bron.loadUitkeringsspecificaties([{ clientnummer, periode }], raadpleging());
    const [jaaropgave] = await bron.loadJaaropgaven([{ clientnummer, jaar: 2025 }], raadpleging());
    return { specificatie, jaaropgave };
  } finally {
    await bron.sluit();
    await stubs.stop();
  }
}

describe('both services, when GWS misbehaves', () => {
  it.each<readonly [StubFault, object]>([
    ['nothing-found', { uitkomst: 'NIETS_GEVONDEN' }],
    ['server-error', { uitkomst: 'FOUT', reden: 'BRONFOUT' }],
    ['malformed', { uitkomst: 'FOUT', reden: 'ONLEESBAAR' }],
    ['wrong-shape', { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' }],
    ['refused', { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONBEREIKBAAR' }],
    ['hang', { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'TE_LAAT' }],
    ['maintenance', { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONDERHOUD' }],
    ['rate-limited', { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'BEGRENSD' }],
  ])('%s', async (fault, expected) => {
    const antwoord = { ...vermelding, ...expected };
    expect(await vraag(stub, fault)).toEqual({ specificatie: antwoord, jaaropgave: antwoord });
  });

  it('warning: the data come, as part of the truth', async () => {
    const antwoord = { uitkomst: 'GEDEELTELIJK', reden: 'WAARSCHUWING' };
    expect(await vraag(stub, 'warning')).toMatchObject({ specificatie: antwoord, jaaropgave: antwoord });
  });
});

describe('both services, when the answer is strange', () => {
  const bsn = `<BurgerServiceNr>${klant.bsn}</BurgerServiceNr>`;
  const melding =
    '<Code>1</Code><Tekst>t</Tekst><Bron><Gemeentecode>1783</Gemeentecode><ApplicatieNaam>GWS</ApplicatieNaam></Bron>';

  const fwi = 'http://www.centric.nl/GWS/FWI/v0200';

  /** Answers each service with an element that holds this. */
  function antwoordend(inhoud: (element: string) => string): BronStub {
    return {
      ...stub,
      antwoord: ({ path }) => {
        const dienst = path.startsWith('/Jaar') ? jaarOpgaveDienst : uitkeringsSpecificatieDienst;
        return soapAntwoord('', dienstElement(dienst, 'antwoord', inhoud(dienst.naam)));
      },
    };
  }
  const geheel = (client: string) => (element: string) =>
    `<${element}>${client}<TypePeriode>0</TypePeriode></${element}>`;

  it.each([
    ['another person', geheel('<Client><BurgerServiceNr>999900018</BurgerServiceNr></Client>')],
    ['nobody in particular', geheel('')],
    ['two clients', geheel(`<Client>${bsn}</Client><Client>${bsn}</Client>`)],
    ['nothing at all', () => ''],
    ['only a warning', () => `<f:FWI xmlns:f="${fwi}"><Waarschuwing>${melding}</Waarschuwing></f:FWI>`],
  ])('refuses an answer about %s', async (_naam, inhoud) => {
    const antwoord = { ...vermelding, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' };
    expect(await vraag(antwoordend(inhoud))).toEqual({ specificatie: antwoord, jaaropgave: antwoord });
  });

  it('reads an FWI error, whose source is an actor here, as an error of GWS', async () => {
    const antwoord = { ...vermelding, uitkomst: 'FOUT', reden: 'BRONFOUT' };
    const inhoud = () => `<f:FWI xmlns:f="${fwi}"><Fout>${melding}</Fout></f:FWI>`;
    expect(await vraag(antwoordend(inhoud))).toEqual({ specificatie: antwoord, jaaropgave: antwoord });
  });

  it('takes a client without specifications for what it is: known, with nothing in this month', async () => {
    const { specificatie, jaaropgave } = await vraag(antwoordend(geheel(`<Client>${bsn}</Client>`)));
    if (specificatie?.uitkomst !== 'GEVONDEN' || jaaropgave?.uitkomst !== 'GEVONDEN') {
      throw new Error('expected data');
    }
    expect(mapUitkeringsspecificatie(specificatie.gegevens)).toEqual({
      soortPeriode: { code: '0', omschrijving: 'Periode betrekking' },
      instantie: null,
      specificaties: [],
    });
    expect(mapJaaropgave(jaaropgave.gegevens)).toEqual({ opgaven: [] });
  });
});

describe('both services, when all is well', () => {
  const vragen: StubRequest[] = [];
  let stubs: Awaited<ReturnType<typeof startStubs>>;
  let bron: GwsSource;

  beforeAll(async () => {
    const luisterend: BronStub = {
      ...stub,
      antwoord: (request) => {
        vragen.push(request);
        return stub.antwoord(request);
      },
    };
    stubs = await startStubs([luisterend]);
    bron = open(stubs.bronnen['GWS']?.url ?? '', 5_000);
  });
  beforeEach(() => {
    vragen.length = 0;
    stubs.bronnen['GWS']?.reset();
  });
  afterAll(async () => {
    await bron.sluit();
    await stubs.stop();
  });

  it('give the month as it was paid', async () => {
    const [antwoord] = await bron.loadUitkeringsspecificaties([{ clientnummer, periode }], raadpleging());
    if (antwoord?.uitkomst !== 'GEVONDEN') throw new Error('expected data');
    const betaling = klant.bijstand?.betalingen.find((b) => b.maand === '202610');
    expect(mapUitkeringsspecificatie(antwoord.gegevens)).toMatchObject({
      instantie: { gemeentecode: klant.adres.gemeentecode },
      specificaties: [
        {
          regeling: 'Participatiewet',
          dossiernummer: klant.bijstand?.dossiernummer,
          periode: '2026-10',
          betaaldeBedragCenten: betaling?.nettoCenten,
          gekorteInkomstenCenten: betaling?.gekorteInkomstenCenten,
          datumBetaald: betaling?.datumBetaald,
        },
      ],
    });
  });

  it('know nothing of a month without payment and of a year that is not over', async () => {
    const niets = { ...vermelding, uitkomst: 'NIETS_GEVONDEN' };
    expect(
      await bron.loadUitkeringsspecificaties([{ clientnummer, periode: '1999-01' }], raadpleging()),
    ).toEqual([niets]);
    expect(await bron.loadJaaropgaven([{ clientnummer, jaar: 2026 }], raadpleging())).toEqual([niets]);
  });

  it('take one call per client', async () => {
    const honderd = betaald.slice(0, 100);
    const antwoorden = await bron.loadUitkeringsspecificaties(
      honderd.map((p) => ({ clientnummer: pseudoniem.clientnummerVan(p.bsn), periode })),
      raadpleging(),
    );
    expect(stubs.bronnen['GWS']?.calls()).toEqual({ 'POST /UitkeringsSpecificatieClient-v0600': 100 });
    expect(
      antwoorden.map((a) => (a.uitkomst === 'GEVONDEN' ? a.gegevens.Client.BurgerServiceNr : a.uitkomst)),
    ).toEqual(honderd.map((p) => p.bsn));
  });

  it('are asked once for the same client and month, and apart for another month', async () => {
    const loader = createBronloader(raadpleging(), bron.loadUitkeringsspecificaties, {
      maxPerVraag: 100,
      cacheSleutel: specificatieSleutel,
    });
    await Promise.all(
      [periode, periode, '2026-09'].map((maand) => loader.load({ clientnummer, periode: maand })),
    );
    expect(stubs.bronnen['GWS']?.calls()).toEqual({ 'POST /UitkeringsSpecificatieClient-v0600': 2 });
  });

  it('are not asked about a clientnummer that this Werkplein did not issue', async () => {
    const vreemd = createPseudonimiseerder('1'.repeat(64), 'helmond').clientnummerVan(klant.bsn);
    expect(await bron.loadJaaropgaven([{ clientnummer: vreemd, jaar: 2025 }], raadpleging())).toEqual([
      { ...vermelding, uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' },
    ]);
    expect(vragen).toEqual([]);
  });

  it('get the BSN in the body only', async () => {
    await bron.loadJaaropgaven([{ clientnummer, jaar: 2025 }], raadpleging());
    const [verstuurd] = vragen as [StubRequest];
    expect(verstuurd.body).toContain(klant.bsn);
    expect(JSON.stringify([verstuurd.path, [...verstuurd.query], verstuurd.headers])).not.toContain(
      klant.bsn,
    );
    expect(verstuurd.body.slice(0, verstuurd.body.indexOf('<soapenv:Body>'))).not.toContain(klant.bsn);
  });
});

describe('the simulated GWS', () => {
  const goed: StubRequest = {
    method: 'POST',
    path: '/JaarOpgaveClient-v0400',
    query: new URLSearchParams(),
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body: soapEnvelop('', ''),
    origin: '',
  };

  it.each([
    ['another service', { path: '/JaarOpgaveClient-v0100' }, 'Policy Falsified'],
    ['GET', { method: 'GET' }, 'method'],
    ['no SOAPAction', { headers: { 'content-type': 'text/xml' } }, 'SOAPAction'],
    ['no header of its own', {}, 'GWSMLHeader'],
  ])('refuses %s with a SOAP fault', async (_naam, anders, tekst) => {
    const antwoord = await stub.antwoord({ ...goed, ...anders });
    expect(antwoord.status).toBe(500);
    expect(antwoord.body).toContain('<soapenv:Fault>');
    expect(antwoord.body).toContain(tekst);
  });
});
