import { describe, expect, it } from 'vitest';
import {
  type BronStub,
  createPseudonimiseerder,
  type StubFault,
  soapAntwoord,
  startStubs,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking, type Persoon } from '../../population/index.ts';
import { mapReintegratie } from './map.ts';
import { createReintegratieBron } from './source.ts';
import { createSuwiReintegratieStub } from './stub.ts';

const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const pseudoniem = createPseudonimiseerder('0'.repeat(64), 'westland');
const metReintegratie = bevolking.personen.filter((p) => p.reintegratie !== undefined);
const [klant] = metReintegratie as [Persoon];
const stub = createSuwiReintegratieStub({
  bevolking,
  ...pseudoniem,
  now: () => new Date('2026-11-01T09:00:00Z'),
});
const afnemer = 'https://werkplein.example/graaf?oin=00000001001234567000';
const vermelding = { bron: 'SUWI_REINTEGRATIE', geraadpleegdOp: '2026-11-01T09:00:00.000Z' };

const nu = () => new Date('2026-11-01T09:00:00Z');
const raadpleging = () => proefraadpleging({ now: nu });

/** What the source makes of these people, and how many calls that took. */
async function vraag(personen: readonly Persoon[], gesteld: BronStub = stub, fault: StubFault = 'none') {
  const stubs = await startStubs([gesteld]);
  const lopend = stubs.bronnen['SUWI_REINTEGRATIE'];
  if (lopend === undefined) throw new Error('stub does not run');
  await lopend.setFault(fault);
  const url = new URL(lopend.url);
  const timeoutMs = fault === 'hang' ? 300 : 5_000;
  const bron = createReintegratieBron({ url, timeoutMs, maxGelijktijdig: 16, afnemer }, pseudoniem);
  try {
    const antwoorden = await bron.vraag(
      personen.map((p) => pseudoniem.clientnummerVan(p.bsn)),
      raadpleging(),
    );
    return { antwoorden, calls: lopend.calls() };
  } finally {
    await bron.sluit();
    await stubs.stop();
  }
}

/** A source that answers with this content of the answer element, whatever is asked. */
function antwoordend(inhoud: string): BronStub {
  const ns = 'http://bkwi.nl/SuwiML/Diensten/GSDDossierReintegratie/v0200';
  const body = `<s:GSDReintegratieInfoResponse xmlns:s="${ns}">${inhoud}</s:GSDReintegratieInfoResponse>`;
  return { ...stub, antwoord: () => soapAntwoord('', body) };
}

describe('the source', () => {
  it('gives the facts of the person, mapped', async () => {
    const { antwoorden } = await vraag([klant]);
    const [antwoord] = antwoorden;
    if (antwoord?.uitkomst !== 'GEVONDEN') throw new Error('expected data');
    const feiten = klant.reintegratie;
    expect(mapReintegratie(antwoord.gegevens)).toMatchObject({
      arbeidsvermogen: { code: feiten?.arbeidsvermogen },
      doel: { code: feiten?.doel },
      voorzieningen: feiten?.voorzieningen.map((v) => ({
        registratienummer: v.registratienummer,
        soort: { code: v.type },
        omschrijving: v.omschrijving,
        begindatum: v.begindatum,
        einddatum: v.einddatum ?? null,
        loonwaardePercentage: v.loonwaardePercentage ?? null,
      })),
    });
  });

  it('asks once per client and answers in the order of the question', async () => {
    const honderd = metReintegratie.slice(0, 100);
    const { antwoorden, calls } = await vraag(honderd);
    expect(calls).toEqual({ 'POST /GSDDossierReintegratie-v0200': 100 });
    expect(
      antwoorden.map((a) => (a.uitkomst === 'GEVONDEN' ? a.gegevens.ClientSuwi.Burgerservicenr : a.uitkomst)),
    ).toEqual(honderd.map((p) => p.bsn));
  });

  it.each<readonly [StubFault, object]>([
    ['nothing-found', { uitkomst: 'NIETS_GEVONDEN' }],
    ['server-error', { uitkomst: 'FOUT', reden: 'BRONFOUT' }],
    ['malformed', { uitkomst: 'FOUT', reden: 'ONLEESBAAR' }],
    ['wrong-shape', { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' }],
    ['refused', { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONBEREIKBAAR' }],
    ['hang', { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'TE_LAAT' }],
    ['maintenance', { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONDERHOUD' }],
    ['rate-limited', { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'BEGRENSD' }],
  ])('says what came of it when the broker has fault %s', async (fault, expected) => {
    const { antwoorden } = await vraag([klant], stub, fault);
    expect(antwoorden).toEqual([{ ...vermelding, ...expected }]);
  });

  it('gives data under a warning as part of the truth', async () => {
    const { antwoorden } = await vraag([klant], stub, 'warning');
    expect(antwoorden).toMatchObject([{ uitkomst: 'GEDEELTELIJK', reden: 'WAARSCHUWING' }]);
  });

  it.each([
    ['the file of another person', '<ClientSuwi><Burgerservicenr>999900018</Burgerservicenr></ClientSuwi>'],
    [
      'a wage value that is no percentage',
      `<ClientSuwi><Burgerservicenr>${klant.bsn}</Burgerservicenr><AtlRelatie><ReIntegratievoorziening><DatBRv>20240101</DatBRv><Loonkostensubsidie><PercLoonwaardeTovWml><Percentage>veel</Percentage></PercLoonwaardeTovWml></Loonkostensubsidie></ReIntegratievoorziening><Bron><CdPartijSuwi>1783</CdPartijSuwi></Bron></AtlRelatie></ClientSuwi>`,
    ],
  ])('refuses %s', async (_naam, inhoud) => {
    const { antwoorden } = await vraag([klant], antwoordend(inhoud));
    expect(antwoorden).toEqual([{ ...vermelding, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' }]);
  });

  it('knows a client without any report: found, with nothing in it', async () => {
    const inhoud = `<ClientSuwi><Burgerservicenr>${klant.bsn}</Burgerservicenr></ClientSuwi>`;
    const { antwoorden } = await vraag([klant], antwoordend(inhoud));
    const [antwoord] = antwoorden;
    if (antwoord?.uitkomst !== 'GEVONDEN') throw new Error('expected data');
    expect(mapReintegratie(antwoord.gegevens)).toEqual({
      arbeidsvermogen: null,
      doel: null,
      voorzieningen: [],
      meldingen: [],
    });
  });
});
