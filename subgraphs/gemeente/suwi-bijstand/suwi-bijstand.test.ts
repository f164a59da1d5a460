import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { leesGevallen } from '../../../test/golden/gevallen.ts';
import {
  type BronStub,
  createPseudonimiseerder,
  type StubFault,
  type StubRequest,
  soapAntwoord,
  startStubs,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking, type Persoon } from '../../population/index.ts';
import { mapBijstand } from './map.ts';
import { createBijstandBron } from './source.ts';
import { createSuwiBijstandStub } from './stub.ts';

it('lets nothing of a partner or of fraud prosecution through', () => {
  const gevallen = leesGevallen(new URL('./fixtures/bijstand/', import.meta.url));
  for (const geheim of ['999900018', '999900006', 'Partner', '10-123456-24']) {
    expect(gevallen.some(({ bericht }) => bericht.includes(geheim))).toBe(true);
    expect(JSON.stringify(gevallen.map(({ verwacht }) => verwacht))).not.toContain(geheim);
  }
});

const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const pseudoniem = createPseudonimiseerder('0'.repeat(64), 'westland');
const metBijstand = bevolking.personen.filter((p) => p.bijstand !== undefined);
const [klant] = metBijstand as [Persoon];
const clientnummer = pseudoniem.clientnummerVan(klant.bsn);
const stub = createSuwiBijstandStub({
  bevolking,
  ...pseudoniem,
  now: () => new Date('2026-11-01T09:00:00Z'),
});
const afnemer = 'https://werkplein.example/graaf?oin=00000001001234567000';

const nu = () => new Date('2026-11-01T09:00:00Z');
const raadpleging = () => proefraadpleging({ now: nu });

/** Runs the source against this stub for the time of one question. */
async function vraagAan(gesteld: BronStub, fault: StubFault = 'none') {
  const stubs = await startStubs([gesteld]);
  const lopend = stubs.bronnen['SUWI_BIJSTAND'];
  if (lopend === undefined) throw new Error('stub does not run');
  await lopend.setFault(fault);
  const url = new URL(lopend.url);
  const bron = createBijstandBron({ url, timeoutMs: 300, maxGelijktijdig: 4, afnemer }, pseudoniem);
  try {
    const [antwoord] = await bron.vraag([clientnummer], raadpleging());
    return antwoord;
  } finally {
    await bron.sluit();
    await stubs.stop();
  }
}

/** A source that answers with this content of the answer element, whatever is asked. */
function antwoordend(inhoud: string): BronStub {
  const ns = 'http://bkwi.nl/SuwiML/Diensten/Bijstandsregelingen/v0500';
  const body = `<s:BijstandsregelingenInfoResponse xmlns:s="${ns}" xmlns:f="http://bkwi.nl/SuwiML/FWI/v0205">${inhoud}</s:BijstandsregelingenInfoResponse>`;
  return { ...stub, antwoord: () => soapAntwoord('', body) };
}

const vermelding = { bron: 'SUWI_BIJSTAND', geraadpleegdOp: '2026-11-01T09:00:00.000Z' };
const fout = (reden: string) => ({ ...vermelding, uitkomst: 'FOUT', reden });
const nietBeschikbaar = (reden: string) => ({ ...vermelding, uitkomst: 'BRON_NIET_BESCHIKBAAR', reden });

describe('the source, when the broker misbehaves', () => {
  it.each<readonly [StubFault, object]>([
    ['nothing-found', { ...vermelding, uitkomst: 'NIETS_GEVONDEN' }],
    ['server-error', fout('BRONFOUT')],
    ['malformed', fout('ONLEESBAAR')],
    ['wrong-shape', fout('ONVERWACHTE_VORM')],
    ['refused', nietBeschikbaar('ONBEREIKBAAR')],
    ['hang', nietBeschikbaar('TE_LAAT')],
    ['maintenance', nietBeschikbaar('ONDERHOUD')],
    ['rate-limited', nietBeschikbaar('BEGRENSD')],
  ])('%s', async (fault, expected) => {
    expect(await vraagAan(stub, fault)).toEqual(expected);
  });

  it('warning: the data come, as part of the truth', async () => {
    const antwoord = await vraagAan(stub, 'warning');
    expect(antwoord).toMatchObject({ uitkomst: 'GEDEELTELIJK', reden: 'WAARSCHUWING' });
    expect(JSON.stringify(antwoord)).not.toContain('db-host-7');
  });
});

describe('the source, when the answer is strange', () => {
  const bsn = `<Burgerservicenr>${klant.bsn}</Burgerservicenr>`;
  const melding = '<Code>1</Code><Tekst>t</Tekst><Bron><DN>CN=x</DN></Bron>';
  const uitkering = (inhoud: string, wet = 'PW') =>
    `<ClientSuwi>${bsn}<Uitkeringsverhouding>${inhoud}<SzWet><CdSzWet>${wet}</CdSzWet></SzWet><Uitkeringsperiode><DatBUitkeringsperiode>20200101</DatBUitkeringsperiode></Uitkeringsperiode></Uitkeringsverhouding></ClientSuwi>`;

  it.each([
    ['the file of another person', '<ClientSuwi><Burgerservicenr>999900018</Burgerservicenr></ClientSuwi>'],
    ['a file of nobody', '<ClientSuwi><CdLeefvorm>01</CdLeefvorm></ClientSuwi>'],
    ['two files', `<ClientSuwi>${bsn}</ClientSuwi><ClientSuwi>${bsn}</ClientSuwi>`],
    ['nothing at all', ''],
    ['only a warning', `<f:FWI><Waarschuwing>${melding}</Waarschuwing></f:FWI>`],
    ['a day that does not exist', uitkering('<DatBUitkeringsverhouding>20230231</DatBUitkeringsverhouding>')],
    ['a benefit without a begin', uitkering('')],
    [
      'an amount in guilders',
      `<ClientSuwi>${bsn}<Vordering><BedrAanvangVordering><CdMunteenheid>NLG</CdMunteenheid><WaardeBedr>100</WaardeBedr></BedrAanvangVordering><SzWet><CdSzWet>PW</CdSzWet></SzWet></Vordering></ClientSuwi>`,
    ],
    [
      'an amount beyond any benefit',
      `<ClientSuwi>${bsn}<Vordering><BedrAanvangVordering><WaardeBedr>999999999999999999</WaardeBedr></BedrAanvangVordering><SzWet><CdSzWet>PW</CdSzWet></SzWet></Vordering></ClientSuwi>`,
    ],
  ])('%s is refused', async (_naam, inhoud) => {
    expect(await vraagAan(antwoordend(inhoud))).toEqual(fout('ONVERWACHTE_VORM'));
  });

  it('an FWI error in an answer with status 200 is an error of the source', async () => {
    const inhoud = `<f:FWI><Fout>${melding}</Fout></f:FWI>`;
    expect(await vraagAan(antwoordend(inhoud))).toEqual(fout('BRONFOUT'));
  });

  it('NietGerechtigd is no error and no empty file', async () => {
    expect(await vraagAan(antwoordend('<f:NietGerechtigd/>'))).toEqual({
      ...vermelding,
      uitkomst: 'NIET_GERECHTIGD',
      reden: 'GEWEIGERD',
    });
  });

  it('information beside the data is no reservation', async () => {
    const inhoud = `<ClientSuwi>${bsn}</ClientSuwi><f:FWI><Informatie>${melding}</Informatie></f:FWI>`;
    expect(await vraagAan(antwoordend(inhoud))).toMatchObject({ uitkomst: 'GEVONDEN' });
  });

  it('a law that nobody has heard of stays visible', async () => {
    const inhoud = uitkering('<DatBUitkeringsverhouding>00000000</DatBUitkeringsverhouding>', 'NIEUW');
    const antwoord = await vraagAan(antwoordend(inhoud));
    if (antwoord?.uitkomst !== 'GEVONDEN') throw new Error('expected data');
    expect(mapBijstand(antwoord.gegevens).uitkeringen).toMatchObject([
      { regeling: { code: 'NIEUW', omschrijving: null }, begindatum: 'XXXX-XX-XX' },
    ]);
  });
});

describe('the source, when all is well', () => {
  const vragen: StubRequest[] = [];
  let stubs: Awaited<ReturnType<typeof startStubs>>;
  let bron: ReturnType<typeof createBijstandBron>;

  beforeAll(async () => {
    const luisterend: BronStub = {
      ...stub,
      antwoord: (request) => {
        vragen.push(request);
        return stub.antwoord(request);
      },
    };
    stubs = await startStubs([luisterend]);
    const url = new URL(stubs.bronnen['SUWI_BIJSTAND']?.url ?? '');
    bron = createBijstandBron({ url, timeoutMs: 5_000, maxGelijktijdig: 16, afnemer }, pseudoniem);
  });
  afterEach(() => {
    vragen.length = 0;
    stubs.bronnen['SUWI_BIJSTAND']?.reset();
  });
  afterAll(async () => {
    await bron.sluit();
    await stubs.stop();
  });

  it('gives the facts of the person, mapped', async () => {
    const [antwoord] = await bron.vraag([clientnummer], raadpleging());
    if (antwoord?.uitkomst !== 'GEVONDEN') throw new Error('expected data');
    const feiten = klant.bijstand;
    expect(mapBijstand(antwoord.gegevens)).toMatchObject({
      dossiercode: feiten?.dossiernummer,
      uitkeringen: [{ regeling: { code: feiten?.szWet }, begindatum: feiten?.begindatum }],
    });
  });

  it('gives all applications, claims and special assistance of the first client', async () => {
    const eerste = bevolking.personen[0] as Persoon;
    const [antwoord] = await bron.vraag([pseudoniem.clientnummerVan(eerste.bsn)], raadpleging());
    if (antwoord?.uitkomst !== 'GEVONDEN') throw new Error('expected data');
    const bijstand = mapBijstand(antwoord.gegevens);
    expect(bijstand.waarschuwingInlichtingenplicht).toBe(eerste.bijstand?.waarschuwingOp);
    // Rejected, granted, and one without a decision yet.
    expect(bijstand.aanvragen?.map(({ beslissing }) => beslissing?.code)).toEqual(['02', '01', undefined]);
    expect(bijstand.vorderingen?.map(({ nummer, fraude }) => [nummer, fraude?.hoogteBoete?.code])).toEqual([
      ['000000007900000', '1'],
      ['000000007100000', undefined],
    ]);
    expect(bijstand.bijzondereBijstand).toEqual(
      eerste.bijstand?.bijzondereBijstand?.map(({ cluster, kosten, betaalbaarOp }) => ({
        cluster: { code: cluster, omschrijving: null },
        omschrijving: kosten,
        datumBetaalbaar: betaalbaarOp,
        regeling: { code: 'PW', omschrijving: 'Participatiewet' },
      })),
    );
  });

  it('gives a benefit under another law apart, before the present one', async () => {
    const ouder = metBijstand.find((p) => p.bijstand?.eerdereUitkering !== undefined) as Persoon;
    const [antwoord] = await bron.vraag([pseudoniem.clientnummerVan(ouder.bsn)], raadpleging());
    if (antwoord?.uitkomst !== 'GEVONDEN') throw new Error('expected data');
    const { eerdereUitkering: eerder } = ouder.bijstand ?? {};
    expect(mapBijstand(antwoord.gegevens).uitkeringen).toMatchObject([
      { regeling: { code: eerder?.szWet }, einddatum: eerder?.einddatum },
      { regeling: { code: 'PW' }, einddatum: null },
    ]);
  });

  it('asks once per client and answers in the order of the question', async () => {
    const honderd = metBijstand.slice(0, 100);
    const antwoorden = await bron.vraag(
      honderd.map((p) => pseudoniem.clientnummerVan(p.bsn)),
      raadpleging(),
    );
    expect(stubs.bronnen['SUWI_BIJSTAND']?.calls()).toEqual({ 'POST /Bijstandsregelingen-v0500': 100 });
    expect(
      antwoorden.map((a) => (a.uitkomst === 'GEVONDEN' ? a.gegevens.ClientSuwi.Burgerservicenr : a.uitkomst)),
    ).toEqual(honderd.map((p) => p.bsn));
  });

  it('finds nothing for someone without social assistance', async () => {
    const ander = bevolking.personen.find((p) => p.bijstand === undefined) as Persoon;
    expect(await bron.vraag([pseudoniem.clientnummerVan(ander.bsn)], raadpleging())).toEqual([
      { ...vermelding, uitkomst: 'NIETS_GEVONDEN' },
    ]);
  });

  it('does not ask about a clientnummer that this Werkplein did not issue', async () => {
    const vreemd = createPseudonimiseerder('1'.repeat(64), 'helmond').clientnummerVan(klant.bsn);
    expect(await bron.vraag([vreemd], raadpleging())).toEqual([fout('CLIENTNUMMER_ONBEKEND')]);
    expect(vragen).toEqual([]);
  });

  it('carries the BSN in the body only', async () => {
    await bron.vraag([clientnummer], raadpleging());
    const [vraag] = vragen as [StubRequest];
    expect(vraag.body).toContain(klant.bsn);
    expect(JSON.stringify([vraag.path, [...vraag.query], vraag.headers])).not.toContain(klant.bsn);
    expect(vraag.body.slice(0, vraag.body.indexOf('<soapenv:Body>'))).not.toContain(klant.bsn);
  });
});
