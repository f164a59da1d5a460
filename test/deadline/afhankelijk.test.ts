/** What needs the answer of a partner that is late: another partner is not asked any more, and what we compute names the gap. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoerVan } from '../../commands/front-office.ts';
import { type Antwoord, type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { lees, leesElk, operatie, toetsmoment } from '../operations.ts';
import { meldingen, regel, startGraaf, vraagSamen } from './graaf.ts';
import { type StilleServer, startStilleServer } from './stille-server.ts';

const budgetMs = 4_000;

const fout = (reden: keyof typeof meldingen, path: readonly string[], subgraph: string, bron: string) => ({
  message: meldingen[reden],
  path,
  extensions: {
    code: 'BRON_NIET_BESCHIKBAAR',
    subgraph,
    bron,
    correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  },
});

describe('a field that another partner computes with what is late', () => {
  const query = 'query ($nummer: ID!) { client(nummer: $nummer) { naam advies } }';

  it('is not asked for when the time of the operation is up, and says so', async () => {
    const url = await startGraaf('silent', {});
    expect(await vraagSamen(url, 1, { budgetMs, query })).toEqual([
      {
        data: { client: { naam: 'J. M. van der Meulen', advies: null } },
        errors: [
          fout('TE_LAAT', ['client', 'loonwaarde'], 'vierde', 'METING'),
          fout('TIJD_OP', ['client', 'advies'], 'derde', 'PLAATSING'),
        ],
        bronnen: [
          regel('PLAATSING', 'derde', 'BRON_NIET_BESCHIKBAAR', 0),
          regel('REGISTER', 'eerste', 'GEVONDEN', 1),
          regel('METING', 'vierde', 'BRON_NIET_BESCHIKBAAR', 0),
        ],
        heeftGewacht: true,
      },
    ]);
  });

  it('is asked for, with the gap, when only the time of that one call was up', async () => {
    const url = await startGraaf('silent', { SUBGRAPH_TIMEOUT_MS: '500' });
    expect(await vraagSamen(url, 1, { budgetMs, query })).toEqual([
      {
        data: { client: { naam: 'J. M. van der Meulen', advies: 'Meer uren' } },
        errors: [fout('TE_LAAT', ['client', 'loonwaarde'], 'vierde', 'METING')],
        bronnen: [
          regel('PLAATSING', 'derde', 'GEVONDEN', 1),
          regel('REGISTER', 'eerste', 'GEVONDEN', 1),
          regel('METING', 'vierde', 'BRON_NIET_BESCHIKBAAR', 0),
        ],
        heeftGewacht: false,
      },
    ]);
  });

  // One call fewer, and with it a field that could have been there: docs/adr/0011. To be dropped when it is not so.
  it.each([
    ['hive', null],
    ['apollo', 'Kwekerij'],
  ])('takes what is asked beside it along, by the plan of %s: %s', async (PLANNER, plaatsing) => {
    const url = await startGraaf('silent', { PLANNER });
    const samen = 'query ($nummer: ID!) { client(nummer: $nummer) { plaatsing advies } }';
    const [antwoord] = await vraagSamen(url, 1, { budgetMs, query: samen });
    expect(antwoord?.data).toEqual({ client: { plaatsing, advies: null } });
  });
});

/** Why each source is missing, by the errors; and which it is by the report. */
function gemist({ errors, extensions }: Antwoord) {
  const redenen = errors?.map(({ message, extensions: { code, subgraph, bron } }) =>
    [code, subgraph, bron, message].join(' '),
  );
  const stil = extensions?.bronnen?.filter(({ uitkomst }) => uitkomst === 'BRON_NIET_BESCHIKBAAR');
  return { redenen: redenen?.sort(), stil: stil?.map(({ bron }) => bron).sort() };
}

const bijUwv = [
  'SUWINET_AANVRAAGSTATUS',
  'SUWINET_DOELGROEPREGISTER',
  'SUWINET_INKOMSTEN',
  'SUWINET_WERKNEMERSVERZEKERINGEN',
  'SUWINET_WERKZOEKENDE',
];

describe('without an answer of UWV', () => {
  let uwv: StilleServer;
  let werkplein: LopendWerkplein;
  beforeAll(async () => {
    uwv = await startStilleServer();
    werkplein = await startWerkplein({
      now: toetsmoment,
      tussen: async (naam, url) => (naam === 'uwv' ? uwv.url : url),
    });
  });
  afterAll(async () => {
    await werkplein.stop();
    await uwv.stop();
  });

  const vraag = async (document: string): Promise<Antwoord> => {
    const antwoord = await fetch(werkplein.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tijdbudget-ms': String(budgetMs) },
      body: JSON.stringify({ query: operatie(document), variables: invoerVan(werkplein)(document) }),
    });
    return (await antwoord.json()) as Antwoord;
  };

  it('the profile is that of the other partners, and what is computed over all says what it lacks', async () => {
    const antwoord = await vraag('clientprofiel');
    const uitkomst = (slice: string) => lees(antwoord.data, `client.${slice}.bron.uitkomst`);
    expect(['persoon', 'klantdossier', 'loonwaarde', 'bemiddeling', 'werkzoekende'].map(uitkomst)).toEqual([
      ...Array.from({ length: 4 }, () => 'GEVONDEN'),
      undefined,
    ]);
    expect(lees(antwoord.data, 'client.werkzoekende')).toBeNull();
    expect(lees(antwoord.data, 'client.uitkeringen.volledig')).toBe(false);
    const { redenen, stil } = gemist(antwoord);
    expect(redenen).toEqual(
      (stil ?? []).map((bron) => `BRON_NIET_BESCHIKBAAR uwv ${bron} ${meldingen.TE_LAAT}`),
    );
    expect(stil).toEqual(expect.arrayContaining(bijUwv));
  });

  it('there are signals of which it cannot be told whether they are due, by the names of what is silent', async () => {
    const antwoord = await vraag('signalen');
    const overzicht = lees(antwoord.data, 'clienten.0.signalen');
    expect(lees(overzicht, 'volledig')).toBe(false);
    const standen = leesElk(overzicht, 'nietTeBepalen', 'stand');
    expect(new Set(standen)).toEqual(new Set(['NIET_TE_BEPALEN']));
    const zwijgend = new Set(leesElk(overzicht, 'nietTeBepalen', 'zwijgend').flat());
    expect([...zwijgend].sort()).toEqual(['SUWINET_INKOMSTEN', 'SUWINET_WERKNEMERSVERZEKERINGEN']);
    expect(gemist(antwoord).stil).toEqual(expect.arrayContaining([...zwijgend]));
  });
});
