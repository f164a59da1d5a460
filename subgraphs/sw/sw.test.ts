import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ConfiguratieFout,
  createLogger,
  createPseudonimiseerder,
  type LopendeServer,
  type LopendeStubs,
  type StubFault,
  type StubRequest,
  startStubs,
  startSubgraph,
} from '../kit/index.ts';
import type { Bevolking, Medewerker, Persoon } from '../population/index.ts';
import { sw } from './index.ts';
import { createStubs } from './stub.ts';

const sleutel = 'ab'.repeat(32);
const { clientnummerVan, bsnVan } = createPseudonimiseerder(sleutel, 'westland');
const consulent: Medewerker = {
  nummer: 'M1',
  naam: 'T. Voorbeeld',
  functie: 'Consulent',
  telefoon: '0174-000001',
  email: 't.voorbeeld@sw.example',
};

/** A person of whom only the sheltered-employment company knows anything. */
function persoon(bsn: string, feiten: Partial<Persoon>): Persoon {
  return {
    bsn,
    naam: { voornamen: 'Test', voorletters: 'T.', geslachtsnaam: 'Voorbeeld' },
    geslacht: 'V',
    geboortedatum: '1980-01-01',
    adres: {
      straat: 'Dorpsstraat',
      huisnummer: 1,
      postcode: '2671AA',
      woonplaats: 'Naaldwijk',
      gemeentecode: '1783',
      gemeentenaam: 'Westland',
    },
    telefoon: '',
    email: '',
    uwvUitkeringen: [],
    uwvAanvragen: [],
    inkomstenverhoudingen: [],
    loonwaardemetingen: [],
    voorstellen: [],
    ...feiten,
  };
}

const plaatsing = {
  soort: 'INDIVIDUELE_DETACHERING',
  kvkNummer: '01234567',
  functie: 'Medewerker kas',
  urenPerWeek: 28,
  begindatum: '2012-06-01',
} as const;

const werkt = persoon('999990019', {
  swDienstverband: {
    medewerkernummer: '1001',
    soort: 'WSW',
    eenheid: 'INDUSTRIE',
    afdeling: 'Verpakken',
    urenPerWeek: 32,
    begindatum: '1998-XX-XX',
    consulent,
    plaatsingen: [plaatsing],
  },
  ontwikkelplan: {
    doelen: [
      { omschrijving: 'Heftruck', begindatum: '2024-01-XX', streefdatum: '2024-12-31', status: 'LOPEND' },
    ],
    evaluaties: [{ datum: '2024-06-03', conclusie: 'Ligt op schema' }],
  },
  loonwaardemetingen: [{ datum: '2022-11-03', percentage: 42, methode: 'Dariuz', functie: 'Medewerker kas' }],
});
const wacht = persoon('000000012', {
  swWachtlijst: {
    plaats: 7,
    aangemeldOp: '2023-02-XX',
    indicatieGeldigTot: '2027-01-14',
    indicatie: 'BESCHUT_WERK',
    voorkeur: 'Groen; "buiten"',
  },
});
const onbekend = persoon('999990032', {});

/** A hundred and one people with ten placements each: more rows than fit one page. */
const velen = bsnReeks(999_991_000, 101).map((bsn) =>
  persoon(bsn, {
    swDienstverband: {
      medewerkernummer: '1',
      soort: 'BESCHUT_WERK',
      eenheid: 'DIENSTVERLENING',
      afdeling: 'Groen',
      urenPerWeek: 20,
      begindatum: '2020-01-01',
      consulent,
      plaatsingen: Array.from({ length: 10 }, () => plaatsing),
    },
  }),
);

function bsnReeks(vanaf: number, aantal: number): readonly string[] {
  const reeks: string[] = [];
  for (let n = vanaf; reeks.length < aantal; n += 1) {
    try {
      clientnummerVan(String(n));
      reeks.push(String(n));
    } catch {
      // fails the eleven-test
    }
  }
  return reeks;
}

const personen = [werkt, wacht, onbekend, ...velen];
const bevolking: Bevolking = {
  regio: 'westland',
  peildatum: '2025-03-02',
  personen,
  perBsn: new Map(personen.map((p) => [p.bsn, p])),
  werkgevers: [],
  vacatures: [],
};
const now = () => new Date('2025-03-03T08:00:00.000Z');

let stubs: LopendeStubs;
let subgraph: LopendeServer;
/** The same, with no file kept between requests. */
let vergeetachtig: LopendeServer;
let log = '';
const gevraagd: string[] = [];
const logger = createLogger('test', { level: 'trace', destination: { write: (regel) => (log += regel) } });

beforeAll(async () => {
  const bronnen = createStubs({ bevolking, clientnummerVan, bsnVan, now }).map((stub) => ({
    ...stub,
    antwoord: (vraag: StubRequest) => {
      gevraagd.push(`${vraag.path}?${vraag.query.toString()} ${JSON.stringify(vraag.headers)}`);
      return stub.antwoord(vraag);
    },
  }));
  stubs = await startStubs(bronnen);
  const env = {
    SW_ADMINISTRATIE_URL: stubs.bronnen['SW_ADMINISTRATIE']?.url,
    SW_ADMINISTRATIE_TOKEN: '0'.repeat(64),
    SW_ADMINISTRATIE_TIMEOUT_MS: '1000',
    SW_WACHTLIJST_URL: stubs.bronnen['SW_WACHTLIJST']?.url,
    SW_WACHTLIJST_GEBRUIKER: 'werkplein',
    SW_WACHTLIJST_WACHTWOORD: 'alleen-voor-tests',
    SW_WACHTLIJST_TIMEOUT_MS: '1000',
    PSEUDONIEM_SLEUTEL: sleutel,
    WERKPLEIN_REGIO: 'westland',
  };
  const start = (anders: object = {}) =>
    startSubgraph(sw, {
      config: sw.leesConfig({ ...env, ...anders }),
      toegang: { soort: 'OPEN' },
      port: 0,
      logger,
      now,
    });
  subgraph = await start();
  vergeetachtig = await start({ SW_WACHTLIJST_BEWAAR_UREN: '0' });
});

afterAll(async () => {
  await subgraph.stop();
  await vergeetachtig.stop();
  await stubs.stop();
});

afterEach(async () => {
  for (const stub of Object.values(stubs.bronnen)) {
    await stub.setFault('none');
    stub.reset();
  }
  log = '';
  gevraagd.length = 0;
});

const bronvelden = 'bron { bron uitkomst geraadpleegdOp actueelPer melding }';
const profiel = `
  swDienstverbanden { ${bronvelden} dienstverbanden {
    soort { code omschrijving } eenheid { code omschrijving } afdeling urenPerWeek begindatum einddatum
    contactpersoon { naam functie telefoonnummer emailadres }
  } }
  plaatsingen { ${bronvelden} plaatsingen {
    soort { code omschrijving } functie urenPerWeek begindatum einddatum werkgever { kvkNummer }
  } }
  loonwaarde { ${bronvelden} metingen { vastgesteldOp loonwaardePercentage methode functie } }
  wachtlijst { ${bronvelden} plaats aangemeldOp indicatie { code omschrijving } indicatieGeldigTot voorkeur }`;
const uitkomsten = `
  swDienstverbanden { bron { uitkomst } dienstverbanden { afdeling } }
  plaatsingen { bron { uitkomst } plaatsingen { functie } }
  loonwaarde { bron { uitkomst } metingen { functie } }
  wachtlijst { bron { uitkomst } plaats }`;

const graphqlAntwoord = z.strictObject({
  data: z.object({ _entities: z.array(z.unknown()) }),
  extensions: z.object({ bronnen: z.array(z.unknown()) }),
});

/** Asks these fields of these clients in one operation, as the gateway does. */
async function vraag(
  clientnummers: readonly string[],
  velden: string,
  aan = subgraph,
): Promise<readonly unknown[]> {
  const { body } = await request(aan.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Client { ${velden} } } }`,
      variables: { r: clientnummers.map((clientnummer) => ({ __typename: 'Client', clientnummer })) },
    }),
  });
  return graphqlAntwoord.parse(await body.json()).data._entities;
}

const nummers = (mensen: readonly Persoon[]) => mensen.map((p) => clientnummerVan(p.bsn));
const bron = (naam: string, uitkomst: string, anders: object = {}) => ({
  bron: naam,
  uitkomst,
  geraadpleegdOp: '2025-03-03T08:00:00.000Z',
  actueelPer: null,
  melding: null,
  ...anders,
});
const export_ = { actueelPer: '2025-03-02' };

describe('the profile of', () => {
  it('somebody who works at the company', async () => {
    expect(await vraag(nummers([werkt]), profiel)).toEqual([
      {
        swDienstverbanden: {
          bron: bron('SW_ADMINISTRATIE', 'GEVONDEN'),
          dienstverbanden: [
            {
              soort: { code: 'WSW', omschrijving: 'Dienstverband Wet sociale werkvoorziening' },
              eenheid: { code: 'INDUSTRIE', omschrijving: 'Industrie' },
              afdeling: 'Verpakken',
              urenPerWeek: 32,
              begindatum: '1998-XX-XX',
              einddatum: null,
              contactpersoon: {
                naam: 'T. Voorbeeld',
                functie: 'Consulent',
                telefoonnummer: '0174-000001',
                emailadres: 't.voorbeeld@sw.example',
              },
            },
          ],
        },
        plaatsingen: {
          bron: bron('SW_ADMINISTRATIE', 'GEVONDEN'),
          plaatsingen: [
            {
              soort: { code: 'INDIVIDUELE_DETACHERING', omschrijving: 'Individuele detachering' },
              functie: 'Medewerker kas',
              urenPerWeek: 28,
              begindatum: '2012-06-01',
              einddatum: null,
              werkgever: { kvkNummer: '01234567' },
            },
          ],
        },
        loonwaarde: {
          bron: bron('SW_ADMINISTRATIE', 'GEVONDEN'),
          metingen: [
            {
              vastgesteldOp: '2022-11-03',
              loonwaardePercentage: 42,
              methode: 'Dariuz',
              functie: 'Medewerker kas',
            },
          ],
        },
        wachtlijst: {
          bron: bron('SW_WACHTLIJST', 'NIETS_GEVONDEN', export_),
          plaats: null,
          aangemeldOp: null,
          indicatie: null,
          indicatieGeldigTot: null,
          voorkeur: null,
        },
      },
    ]);
  });

  it('somebody on the waiting list, whose BSN begins with a zero', async () => {
    expect(await vraag(nummers([wacht]), profiel)).toEqual([
      {
        swDienstverbanden: { bron: bron('SW_ADMINISTRATIE', 'NIETS_GEVONDEN'), dienstverbanden: null },
        plaatsingen: { bron: bron('SW_ADMINISTRATIE', 'NIETS_GEVONDEN'), plaatsingen: null },
        loonwaarde: { bron: bron('SW_ADMINISTRATIE', 'NIETS_GEVONDEN'), metingen: null },
        wachtlijst: {
          bron: bron('SW_WACHTLIJST', 'GEVONDEN', export_),
          plaats: 7,
          aangemeldOp: '2023-02-XX',
          indicatie: { code: 'BESCHUT_WERK', omschrijving: 'Advies beschut werk (Participatiewet)' },
          indicatieGeldigTot: '2027-01-14',
          voorkeur: 'Groen; "buiten"',
        },
      },
    ]);
  });

  it('somebody with a development plan, and somebody without', async () => {
    const plan = `ontwikkelplan { ${bronvelden}
      doelen { omschrijving begindatum streefdatum behaaldOp status { code omschrijving } }
      evaluaties { datum conclusie } }`;
    expect(await vraag(nummers([werkt, wacht]), plan)).toEqual([
      {
        ontwikkelplan: {
          bron: bron('SW_ADMINISTRATIE', 'GEVONDEN'),
          doelen: [
            {
              omschrijving: 'Heftruck',
              begindatum: '2024-01-XX',
              streefdatum: '2024-12-31',
              behaaldOp: null,
              status: { code: 'LOPEND', omschrijving: 'Loopt' },
            },
          ],
          evaluaties: [{ datum: '2024-06-03', conclusie: 'Ligt op schema' }],
        },
      },
      {
        ontwikkelplan: {
          bron: bron('SW_ADMINISTRATIE', 'NIETS_GEVONDEN'),
          doelen: null,
          evaluaties: null,
        },
      },
    ]);
    expect(stubs.bronnen['SW_ADMINISTRATIE']?.calls()).toEqual({
      'GET /ProfitRestServices/connectors/Werkplein_Ontwikkelplannen': 1,
    });
  });

  it('a clientnummer of another region, beside one of ours', async () => {
    const elders = createPseudonimiseerder(sleutel, 'ijmond').clientnummerVan(werkt.bsn);
    const [vreemd, eigen] = await vraag([elders, ...nummers([werkt])], uitkomsten);
    const fout = { uitkomst: 'FOUT' };
    expect(vreemd).toEqual({
      swDienstverbanden: { bron: fout, dienstverbanden: null },
      plaatsingen: { bron: fout, plaatsingen: null },
      loonwaarde: { bron: fout, metingen: null },
      wachtlijst: { bron: fout, plaats: null },
    });
    expect(eigen).toMatchObject({ swDienstverbanden: { bron: { uitkomst: 'GEVONDEN' } } });
  });
});

describe('calls', () => {
  const connector = (naam: string) => `GET /ProfitRestServices/connectors/Werkplein_${naam}`;

  it('one hundred clients take one call a service, and one more where the rows fill a page', async () => {
    const antwoord = await vraag(nummers(velen.slice(0, 100)), uitkomsten);
    expect(antwoord).toEqual(
      Array.from({ length: 100 }, () => ({
        swDienstverbanden: { bron: { uitkomst: 'GEVONDEN' }, dienstverbanden: [{ afdeling: 'Groen' }] },
        plaatsingen: {
          bron: { uitkomst: 'GEVONDEN' },
          plaatsingen: Array.from({ length: 10 }, () => ({ functie: 'Medewerker kas' })),
        },
        loonwaarde: { bron: { uitkomst: 'NIETS_GEVONDEN' }, metingen: null },
        wachtlijst: { bron: { uitkomst: 'NIETS_GEVONDEN' }, plaats: null },
      })),
    );
    expect(stubs.bronnen['SW_ADMINISTRATIE']?.calls()).toEqual({
      [connector('Dienstverbanden')]: 1,
      // 1,000 placements are two full pages of 500, and an empty third that says so.
      [connector('Plaatsingen')]: 3,
      [connector('Loonwaarden')]: 1,
    });
    expect(stubs.bronnen['SW_WACHTLIJST']?.calls()).toEqual({ 'GET /export/wachtlijst.csv': 1 });
  });

  it('a hundred and one clients take two questions a service and still one download', async () => {
    await vraag(nummers(velen), 'loonwaarde { bron { uitkomst } } wachtlijst { plaats }');
    expect(stubs.bronnen['SW_ADMINISTRATIE']?.calls()).toEqual({ [connector('Loonwaarden')]: 2 });
    expect(stubs.bronnen['SW_WACHTLIJST']?.calls()).toEqual({ 'GET /export/wachtlijst.csv': 1 });
  });

  it('one profile takes one call a service, only where its fields are asked', async () => {
    await vraag(nummers([werkt]), profiel);
    expect(stubs.bronnen['SW_ADMINISTRATIE']?.calls()).toEqual({
      [connector('Dienstverbanden')]: 1,
      [connector('Plaatsingen')]: 1,
      [connector('Loonwaarden')]: 1,
    });
    stubs.bronnen['SW_ADMINISTRATIE']?.reset();
    await vraag(nummers([werkt]), 'plaatsingen { plaatsingen { functie } }');
    expect(stubs.bronnen['SW_ADMINISTRATIE']?.calls()).toEqual({ [connector('Plaatsingen')]: 1 });
  });

  it('carry no BSN in path, query or headers', async () => {
    await vraag(nummers([werkt, wacht, onbekend]), profiel);
    expect(gevraagd).toHaveLength(4);
    for (const { bsn } of [werkt, wacht, onbekend]) expect(gevraagd.join('\n')).not.toContain(bsn);
  });
});

describe('when a source fails, its slices say how and the others are there', () => {
  const administratie: readonly (readonly [StubFault, string, string | null])[] = [
    ['nothing-found', 'NIETS_GEVONDEN', null],
    [
      'warning',
      'GEDEELTELIJK',
      'De bron geeft gegevens met een waarschuwing; ze zijn mogelijk niet volledig.',
    ],
    ['server-error', 'FOUT', 'De bron meldt een fout.'],
    ['malformed', 'FOUT', 'Het antwoord van de bron is onleesbaar.'],
    ['wrong-shape', 'FOUT', 'Het antwoord van de bron heeft een onverwachte vorm.'],
    ['refused', 'BRON_NIET_BESCHIKBAAR', 'De bron is niet bereikbaar.'],
    ['hang', 'BRON_NIET_BESCHIKBAAR', 'De bron heeft niet op tijd geantwoord.'],
    ['maintenance', 'BRON_NIET_BESCHIKBAAR', 'De bron is tijdelijk gesloten voor onderhoud.'],
    ['rate-limited', 'BRON_NIET_BESCHIKBAAR', 'De bron neemt op dit moment geen vragen meer aan.'],
  ];

  it.each(administratie)('SW_ADMINISTRATIE: %s is %s', async (fault, uitkomst, melding) => {
    await stubs.bronnen['SW_ADMINISTRATIE']?.setFault(fault);
    const [antwoord] = await vraag(nummers([werkt]), profiel);
    const bericht = bron('SW_ADMINISTRATIE', uitkomst, { melding });
    const data: unknown = fault === 'warning' ? expect.any(Array) : null;
    expect(antwoord).toEqual({
      swDienstverbanden: { bron: bericht, dienstverbanden: data },
      plaatsingen: { bron: bericht, plaatsingen: data },
      loonwaarde: { bron: bericht, metingen: data },
      wachtlijst: expect.objectContaining({
        bron: bron('SW_WACHTLIJST', 'NIETS_GEVONDEN', export_),
      }) as unknown,
    });
    expect(log + JSON.stringify(antwoord)).not.toMatch(/INTERN|999990019/);
  });

  it.each(administratie)('SW_WACHTLIJST, nothing kept: %s is %s', async (fault, uitkomst, melding) => {
    await stubs.bronnen['SW_WACHTLIJST']?.setFault(fault);
    const antwoord = await vraag(
      nummers([wacht]),
      'wachtlijst { bron { uitkomst actueelPer melding } plaats }',
      vergeetachtig,
    );
    const gelezen = fault === 'warning' || fault === 'nothing-found';
    expect(antwoord).toEqual([
      {
        wachtlijst: {
          bron: { uitkomst, actueelPer: gelezen ? '2025-03-02' : null, melding },
          plaats: fault === 'warning' ? 7 : null,
        },
      },
    ]);
    expect(stubs.bronnen['SW_WACHTLIJST']?.calls()).toEqual(
      fault === 'refused' ? {} : { 'GET /export/wachtlijst.csv': 1 },
    );
    expect(log + JSON.stringify(antwoord)).not.toMatch(/INTERN|000000012/);
  });
});

describe('when the export fails after a night on which it did not', () => {
  const storingen = [
    ['server-error', 'FOUT'],
    ['malformed', 'FOUT'],
    ['wrong-shape', 'FOUT'],
    ['refused', 'BRON_NIET_BESCHIKBAAR'],
    ['hang', 'BRON_NIET_BESCHIKBAAR'],
    ['maintenance', 'BRON_NIET_BESCHIKBAAR'],
    ['rate-limited', 'BRON_NIET_BESCHIKBAAR'],
  ] as const;

  it.each(storingen)(
    '%s: who stood in the last whole file stands there, with its day; of who did not it is %s',
    async (fault, uitkomst) => {
      const velden = 'wachtlijst { bron { uitkomst actueelPer melding } plaats }';
      await vraag(nummers([wacht]), velden);
      await stubs.bronnen['SW_WACHTLIJST']?.setFault(fault);
      const antwoord = await vraag(nummers([wacht, werkt]), velden);
      expect(antwoord).toEqual([
        {
          wachtlijst: {
            bron: {
              uitkomst: 'GEDEELTELIJK',
              actueelPer: '2025-03-02',
              melding:
                'De bron levert nu geen bruikbare gegevens; dit zijn die van de laatste volledige levering.',
            },
            plaats: 7,
          },
        },
        {
          wachtlijst: {
            bron: { uitkomst, actueelPer: null, melding: expect.any(String) as unknown },
            plaats: null,
          },
        },
      ]);
      expect(log).toContain('the last whole file is used');
      expect(log + JSON.stringify(antwoord)).not.toMatch(/INTERN|000000012|999990019/);
    },
  );
});

describe('the settings', () => {
  it('say how long the last whole file may stand in: 36 hours, at most 72', () => {
    const bewaring = (env: object) => {
      const { bewaarUren, versMinuten } = sw.leesConfig({ ...geldig, ...env }).wachtlijst;
      return [bewaarUren, versMinuten];
    };
    const geldig = {
      SW_ADMINISTRATIE_URL: 'https://12345.rest.afas.example',
      SW_ADMINISTRATIE_TOKEN: '0'.repeat(64),
      SW_WACHTLIJST_URL: 'https://export.example',
      SW_WACHTLIJST_GEBRUIKER: 'werkplein',
      SW_WACHTLIJST_WACHTWOORD: 'alleen-voor-tests',
      PSEUDONIEM_SLEUTEL: sleutel,
      WERKPLEIN_REGIO: 'westland',
    };
    expect(bewaring({})).toEqual([36, 0]);
    expect(bewaring({ SW_WACHTLIJST_BEWAAR_UREN: '0', SW_WACHTLIJST_VERS_MINUTEN: '60' })).toEqual([0, 60]);
    const teVeel = { SW_WACHTLIJST_BEWAAR_UREN: '73', SW_WACHTLIJST_VERS_MINUTEN: '61' };
    expect(() => bewaring(teVeel)).toThrow(/SW_WACHTLIJST_BEWAAR_UREN[\s\S]*SW_WACHTLIJST_VERS_MINUTEN/);
  });

  it('are refused all at once, without repeating a value', () => {
    const lees = () =>
      sw.leesConfig({
        SW_ADMINISTRATIE_URL: 'ftp://afas',
        SW_ADMINISTRATIE_TOKEN: 'geheim-token',
        SW_WACHTLIJST_GEBRUIKER: 'a:b',
        SW_WACHTLIJST_WACHTWOORD: 'kort',
      });
    expect(lees).toThrow(ConfiguratieFout);
    expect(lees).toThrow(
      /SW_ADMINISTRATIE_URL[\s\S]*SW_WACHTLIJST_URL[\s\S]*SW_ADMINISTRATIE_TOKEN[\s\S]*SW_WACHTLIJST_GEBRUIKER[\s\S]*SW_WACHTLIJST_WACHTWOORD[\s\S]*PSEUDONIEM_SLEUTEL[\s\S]*WERKPLEIN_REGIO/,
    );
    expect(lees).not.toThrow(/geheim-token|a:b/);
  });
});
