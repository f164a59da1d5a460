import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type BronStub,
  bronPrefix,
  createBronverbruik,
  createLogger,
  createPseudonimiseerder,
  isBsn,
  type Logger,
  type LopendeServer,
  type LopendeStubs,
  type Omgeving,
  type OpenSubgraph,
  type Raadpleging,
  type StubFault,
  startStubs,
  startSubgraph,
} from '../kit/index.ts';
import type { Bevolking, Persoon } from '../population/index.ts';
import type { Context } from './context.ts';
import { uwv } from './index.ts';
import { createStubs, ontwikkelOmgeving } from './stub.ts';

const sleutel = '0f'.repeat(32);
const pseudoniem = createPseudonimiseerder(sleutel, 'westland');

const werkcoach = {
  nummer: 'W7',
  naam: 'W. Coach',
  functie: 'werkcoach',
  telefoon: '0174000000',
  email: 'w.coach@uwv.example',
};

/** A person nobody at UWV knows, until facts are added. */
function persoon(bsn: string, feiten: Partial<Persoon> = {}): Persoon {
  return {
    bsn,
    naam: { voornamen: 'Test', voorletters: 'T.', geslachtsnaam: 'Persoon' },
    geslacht: 'V',
    geboortedatum: '1980-XX-XX',
    adres: {
      straat: 'Teststraat',
      huisnummer: 1,
      postcode: '2671AA',
      woonplaats: 'Naaldwijk',
      gemeentecode: '1783',
      gemeentenaam: 'Westland',
    },
    telefoon: '0612345678',
    email: 'test@persoon.example',
    uwvUitkeringen: [],
    uwvAanvragen: [],
    inkomstenverhoudingen: [],
    loonwaardemetingen: [],
    voorstellen: [],
    ...feiten,
  };
}

const alles: Partial<Persoon> = {
  uwvUitkeringen: [
    {
      wet: 'WAJONG',
      szWet: 'WAJ',
      begindatum: '2015-03-XX',
      brutoPerMaandCenten: 123_456,
      aoKlasse: '7',
      eersteAoDag: '2013-XX-XX',
      maatregel: { begindatum: '2024-01-01', percentage: 5 },
    },
  ],
  uwvAanvragen: [
    { datum: '2025-09-01', szWet: 'WW', status: '2', beslissing: { code: '01', datum: '2025-09-18' } },
  ],
  inkomstenverhoudingen: [
    {
      volgnummer: 1,
      begindatum: '2024-05-01',
      werkgever: {
        naam: 'Kwekerij & Zn.',
        loonheffingennummer: '808080808L01',
        fiscaalNummer: '808080808',
        kvkNummer: '00000001',
      },
      soort: '15',
      aard: '01',
      contract: 'B',
      opgaven: [
        {
          begindatum: '2025-09-01',
          einddatum: '2025-09-30',
          svDagen: 22,
          uren: 96,
          svLoonCenten: -1_050,
          vakantietoeslagCenten: 0,
        },
      ],
    },
  ],
  werkzoekende: {
    ingeschrevenOp: '2025-09-04',
    werkcoach,
    beroepen: [{ code: '0000123456', naam: 'Orderpicker' }],
    beschikbaarVanaf: '2025-09-10',
    urenPerWeek: 27.5,
    reistijdMinuten: 45,
    vervoermiddel: '5',
    opleidingen: [{ naam: 'Mbo logistiek', niveau: '4', diploma: true, einddatum: '2009-07-XX' }],
    werkervaring: [{ beroep: 'Orderpicker', jaren: 12 }],
    rijbewijzen: ['B'],
    competenties: [{ code: '0000000003', naam: 'Samenwerken' }],
    knelpunten: [{ type: '4', omschrijving: 'Heeft geen eigen vervoer', begindatum: '2025-09-04' }],
    directBemiddelbaar: true,
  },
  doelgroepregister: { grondslagen: [{ code: '03', begindatum: '2018-06-12' }] },
};

const bekend = persoon('999990019', alles);
const nullen = persoon('000000012', alles);
const onbekend = persoon('999990020');

/** Distinct valid numbers of the test range, with facts. */
const velen = Array.from({ length: 10_000 }, (_, i) => `99995${String(i).padStart(4, '0')}`)
  .filter(isBsn)
  .slice(0, 100)
  .map((bsn) => persoon(bsn, alles));

const personen = [bekend, nullen, onbekend, ...velen];
const bevolking: Bevolking = {
  regio: 'westland',
  peildatum: '2026-01-15',
  personen,
  perBsn: new Map(personen.map((p) => [p.bsn, p])),
  werkgevers: [],
  vacatures: [],
};
const wereld = { bevolking, ...pseudoniem, now: () => new Date('2026-01-15T09:00:00Z') };

function omgeving(stubs: LopendeStubs, timeoutMs = 10_000): Omgeving {
  const bronnen = uwv.bronnen.flatMap((bron) => [
    [`${bronPrefix('uwv', bron)}_URL`, stubs.bronnen[bron]?.url],
    [`${bronPrefix('uwv', bron)}_TIMEOUT_MS`, String(timeoutMs)],
  ]);
  return {
    PSEUDONIEM_SLEUTEL: sleutel,
    WERKPLEIN_REGIO: 'westland',
    ...ontwikkelOmgeving,
    ...(Object.fromEntries(bronnen) as Omgeving),
  };
}

const regels: string[] = [];
const logger: Logger = createLogger('test', {
  level: 'debug',
  destination: { write: (regel: string) => regels.push(regel) },
});

function raadpleging(): Raadpleging {
  return {
    correlationId: 'test',
    signal: new AbortController().signal,
    now: wereld.now,
    logger,
    verbruik: createBronverbruik(),
  };
}

/** The loaders of one request, by source. */
function ladersVan(open: OpenSubgraph<Context>) {
  const context = open.context(raadpleging());
  return {
    SUWINET_WERKNEMERSVERZEKERINGEN: context.werknemersverzekeringen,
    SUWINET_INKOMSTEN: context.inkomsten,
    SUWINET_WERKZOEKENDE: context.werkzoekende,
    SUWINET_DOELGROEPREGISTER: context.doelgroepregister,
    SUWINET_AANVRAAGSTATUS: context.aanvraagstatus,
  };
}

const bronnen = [
  'SUWINET_WERKNEMERSVERZEKERINGEN',
  'SUWINET_INKOMSTEN',
  'SUWINET_WERKZOEKENDE',
  'SUWINET_DOELGROEPREGISTER',
  'SUWINET_AANVRAAGSTATUS',
] as const;

let stubs: LopendeStubs;
let open: OpenSubgraph<Context>;
let server: LopendeServer;

beforeAll(async () => {
  stubs = await startStubs(createStubs(wereld));
  const config = uwv.leesConfig(omgeving(stubs));
  open = uwv.open(config, { logger });
  server = await startSubgraph(uwv, { config, toegang: { soort: 'OPEN' }, port: 0, logger, now: wereld.now });
});

afterAll(async () => {
  await server.stop();
  await open.sluit();
  await stubs.stop();
});

beforeEach(async () => {
  regels.length = 0;
  for (const stub of Object.values(stubs.bronnen)) {
    await stub.setFault('none');
    stub.reset();
  }
});

describe.each(bronnen)('%s', (bron) => {
  const vraag = async (bsn: string, laders = ladersVan(open)) => {
    const antwoord = await laders[bron].load(pseudoniem.clientnummerVan(bsn));
    return {
      uitkomst: antwoord.uitkomst,
      reden: 'reden' in antwoord ? antwoord.reden : undefined,
      over: 'gegevens' in antwoord ? antwoord.gegevens.ClientSuwi.Burgerservicenr : undefined,
    };
  };
  const calls = () => Object.values(stubs.bronnen[bron]?.calls() ?? {});

  it('gives the file of the person asked for', async () => {
    expect(await vraag(bekend.bsn)).toStrictEqual({
      uitkomst: 'GEVONDEN',
      reden: undefined,
      over: bekend.bsn,
    });
  });

  it('finds a person whose number starts with zeros', async () => {
    expect(await vraag(nullen.bsn)).toStrictEqual({
      uitkomst: 'GEVONDEN',
      reden: undefined,
      over: '000000012',
    });
  });

  it('says so when it knows nothing of a person', async () => {
    const niets = { uitkomst: 'NIETS_GEVONDEN', reden: undefined, over: undefined };
    expect(await vraag(onbekend.bsn)).toStrictEqual(niets);
    expect(await vraag('999990032')).toStrictEqual(niets); // not in the population at all
  });

  it.each([
    ['nothing-found', 'NIETS_GEVONDEN', undefined],
    ['warning', 'GEDEELTELIJK', 'WAARSCHUWING'],
    ['server-error', 'FOUT', 'BRONFOUT'],
    ['malformed', 'FOUT', 'ONLEESBAAR'],
    ['wrong-shape', 'FOUT', 'ONVERWACHTE_VORM'],
    ['refused', 'BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR'],
    ['maintenance', 'BRON_NIET_BESCHIKBAAR', 'ONDERHOUD'],
    ['rate-limited', 'BRON_NIET_BESCHIKBAAR', 'BEGRENSD'],
  ] satisfies (readonly [StubFault, string, string | undefined])[])(
    '%s is %s, reason %s',
    async (fault, uitkomst, reden) => {
      await stubs.bronnen[bron]?.setFault(fault);
      const over = uitkomst === 'GEDEELTELIJK' ? bekend.bsn : undefined;
      expect(await vraag(bekend.bsn)).toStrictEqual({ uitkomst, reden, over });
    },
  );

  it('is too late when it does not answer in time', async () => {
    const ongeduldig = uwv.open(uwv.leesConfig(omgeving(stubs, 200)), { logger });
    await stubs.bronnen[bron]?.setFault('hang');
    expect(await vraag(bekend.bsn, ladersVan(ongeduldig))).toStrictEqual({
      uitkomst: 'BRON_NIET_BESCHIKBAAR',
      reden: 'TE_LAAT',
      over: undefined,
    });
    await ongeduldig.sluit();
  });

  it('is not asked about a clientnummer this Werkplein did not issue', async () => {
    const elders = createPseudonimiseerder(sleutel, 'helmond').clientnummerVan(bekend.bsn);
    const antwoord = await ladersVan(open)[bron].load(elders);
    expect(antwoord).toStrictEqual({
      uitkomst: 'FOUT',
      reden: 'CLIENTNUMMER_ONBEKEND',
      bron,
      geraadpleegdOp: '2026-01-15T09:00:00.000Z',
    });
    expect(calls()).toStrictEqual([]);
  });

  it('is asked once for each of a hundred clients', async () => {
    const lader = ladersVan(open)[bron];
    const nummers = velen.map((p) => pseudoniem.clientnummerVan(p.bsn));
    const antwoorden = await Promise.all([...nummers, ...nummers].map((nummer) => lader.load(nummer)));
    const over = antwoorden.map((a) => ('gegevens' in a ? a.gegevens.ClientSuwi.Burgerservicenr : undefined));
    expect(over).toStrictEqual([...velen, ...velen].map((p) => p.bsn));
    expect(calls()).toStrictEqual([100]);
  });

  it('never gives the file of somebody else', async () => {
    const verwisseld = createStubs(wereld).map(
      (stub): BronStub => ({
        ...stub,
        antwoord: async (request) => {
          const antwoord = await stub.antwoord(request);
          return { ...antwoord, body: antwoord.body.replaceAll(bekend.bsn, nullen.bsn) };
        },
      }),
    );
    const lopend = await startStubs(verwisseld);
    const verward = uwv.open(uwv.leesConfig(omgeving(lopend)), { logger });
    expect(await vraag(bekend.bsn, ladersVan(verward))).toStrictEqual({
      uitkomst: 'FOUT',
      reden: 'ONVERWACHTE_VORM',
      over: undefined,
    });
    await verward.sluit();
    await lopend.stop();
  });
});

const profiel = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Client {
        clientnummer
        werknemersverzekeringen {
          bron { bron uitkomst geraadpleegdOp actueelPer melding }
          uitkeringen {
            regeling { code omschrijving }
            begindatum
            einddatum
            perioden { bedragen { brutoCenten munteenheid per { omschrijving } } maatregelen { kortingPercentage } }
          }
          arbeidsongeschiktheid { klasse { code omschrijving } eersteDag }
          aanvragen { datum beslissingen { beslissing { code } } }
        }
        inkomen {
          bron { bron uitkomst geraadpleegdOp actueelPer melding }
          inkomstenverhoudingen {
            werkgevernaam
            soort { code omschrijving }
            contract { code omschrijving }
            opgaven { begindatum svLoonCenten vakantietoeslagCenten }
          }
        }
        werkzoekende {
          bron { bron uitkomst geraadpleegdOp actueelPer melding }
          inschrijving { begindatum }
          contactpersoon { naam functie }
          bemiddelingsberoepen { code naam }
          beschikbaarheid { urenPerWeek }
          mobiliteit { reistijdMinuten vervoermiddel { code omschrijving } }
          knelpunten { soort { code } omschrijving }
          directBemiddelbaar
          afspraken { datum }
        }
        doelgroepregistratie {
          bron { bron uitkomst geraadpleegdOp actueelPer melding }
          einddatum
          grondslagen { grondslag { code omschrijving } begindatum }
        }
        uwvAanvragen {
          bron { bron uitkomst geraadpleegdOp actueelPer melding }
          aanvragen { datum regeling { code omschrijving } status { code omschrijving } }
        }
      }
    }
  }
`;

async function vraagGraaf(...bsns: readonly string[]): Promise<unknown> {
  const representations = bsns.map((bsn) => ({
    __typename: 'Client',
    clientnummer: pseudoniem.clientnummerVan(bsn),
  }));
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: profiel, variables: { representations } }),
  });
  return response.json();
}

function vermelding(bron: string, uitkomst = 'GEVONDEN', melding: string | null = null) {
  return { bron, uitkomst, geraadpleegdOp: '2026-01-15T09:00:00.000Z', actueelPer: null, melding };
}

const slices = {
  werknemersverzekeringen: {
    bron: vermelding('SUWINET_WERKNEMERSVERZEKERINGEN'),
    uitkeringen: [
      {
        regeling: {
          code: 'WAJ',
          omschrijving: 'Wet arbeidsongeschiktheidsvoorziening jonggehandicapten (Wajong)',
        },
        begindatum: '2015-03-XX',
        einddatum: null,
        perioden: [
          {
            bedragen: [{ brutoCenten: 123_456, munteenheid: 'EUR', per: { omschrijving: 'Maand' } }],
            maatregelen: [{ kortingPercentage: 5 }],
          },
        ],
      },
    ],
    arbeidsongeschiktheid: [{ klasse: { code: '7', omschrijving: null }, eersteDag: '2013-XX-XX' }],
    aanvragen: [{ datum: '2025-09-01', beslissingen: [{ beslissing: { code: '01' } }] }],
  },
  inkomen: {
    bron: vermelding('SUWINET_INKOMSTEN'),
    inkomstenverhoudingen: [
      {
        werkgevernaam: 'Kwekerij & Zn.',
        soort: { code: '15', omschrijving: 'Loon overige werknemers' },
        contract: { code: 'B', omschrijving: 'Bepaalde tijd' },
        opgaven: [{ begindatum: '2025-09-01', svLoonCenten: -1_050, vakantietoeslagCenten: 0 }],
      },
    ],
  },
  werkzoekende: {
    bron: vermelding('SUWINET_WERKZOEKENDE'),
    inschrijving: { begindatum: '2025-09-04' },
    contactpersoon: { naam: 'W. Coach', functie: null },
    bemiddelingsberoepen: [{ code: '0000123456', naam: 'Orderpicker' }],
    beschikbaarheid: { urenPerWeek: 27.5 },
    mobiliteit: { reistijdMinuten: 45, vervoermiddel: { code: '5', omschrijving: 'Openbaar vervoer' } },
    knelpunten: [{ soort: { code: '4' }, omschrijving: 'Heeft geen eigen vervoer' }],
    directBemiddelbaar: true,
    afspraken: [],
  },
  doelgroepregistratie: {
    bron: vermelding('SUWINET_DOELGROEPREGISTER'),
    einddatum: null,
    grondslagen: [{ grondslag: { code: '03', omschrijving: null }, begindatum: '2018-06-12' }],
  },
  uwvAanvragen: {
    bron: vermelding('SUWINET_AANVRAAGSTATUS'),
    aanvragen: [
      {
        datum: '2025-09-01',
        regeling: { code: 'WW', omschrijving: 'Werkloosheidswet' },
        status: { code: '2', omschrijving: null },
      },
    ],
  },
};

describe('the subgraph', () => {
  it('serves the five slices of a client', async () => {
    expect(await vraagGraaf(bekend.bsn)).toMatchObject({
      data: {
        _entities: [{ clientnummer: pseudoniem.clientnummerVan(bekend.bsn), ...slices }],
      },
    });
  });

  it('gives the other four when one source fails, without its words and without a BSN', async () => {
    await stubs.bronnen['SUWINET_INKOMSTEN']?.setFault('server-error');
    const antwoord = await vraagGraaf(bekend.bsn);
    expect(antwoord).toMatchObject({
      data: {
        _entities: [
          {
            ...slices,
            inkomen: {
              bron: vermelding('SUWINET_INKOMSTEN', 'FOUT', 'De bron meldt een fout.'),
              inkomstenverhoudingen: null,
            },
          },
        ],
      },
    });
    expect(antwoord).not.toHaveProperty('errors');
    const zichtbaar = JSON.stringify(antwoord) + regels.join('');
    expect(zichtbaar).toContain('BRONFOUT');
    expect(zichtbaar).not.toContain('INTERN');
    expect(zichtbaar).not.toContain(bekend.bsn);
  });

  it('asks each service once per client, however many fields are asked', async () => {
    await vraagGraaf(bekend.bsn, nullen.bsn, bekend.bsn);
    const calls = Object.fromEntries(
      Object.values(stubs.bronnen)
        .map((stub) => [stub.bron, stub.calls()] as const)
        .filter(([, aanroepen]) => Object.keys(aanroepen).length > 0),
    );
    expect(calls).toStrictEqual({
      SUWINET_WERKNEMERSVERZEKERINGEN: {
        'POST /suwibroker/soap/UWVDossierWerknemersverzekeringenGSD-v0200': 2,
      },
      SUWINET_INKOMSTEN: { 'POST /suwibroker/soap/UWVDossierInkomstenGSD-v0200': 2 },
      SUWINET_WERKZOEKENDE: { 'POST /suwibroker/soap/UWVWbDossierPersoonGSD-v0200': 2 },
      SUWINET_DOELGROEPREGISTER: { 'POST /suwibroker/soap/UWVDossierQuotumArbeidsbeperktenGSD-v0300': 2 },
      SUWINET_AANVRAAGSTATUS: { 'POST /suwibroker/soap/UWVDossierAanvraagUitkeringStatusGSD-v0200': 2 },
    });
  });
});

describe('the configuration', () => {
  it('reports every problem at once', () => {
    const fout = {
      ...omgeving(stubs),
      UWV_SUWINET_OIN: '123',
      UWV_SUWINET_SLEUTEL_FILE: '',
      UWV_SUWINET_CERTIFICAAT_FILE: undefined,
      UWV_SUWINET_INKOMSTEN_URL: 'suwinet',
    };
    expect(() => uwv.leesConfig(fout)).toThrow(
      expect.objectContaining({
        problems: [
          'UWV_SUWINET_OIN: must be 20 digits',
          'UWV_SUWINET_SLEUTEL_FILE: must be the path of a PEM file',
          'UWV_SUWINET_CERTIFICAAT_FILE: must be the path of a PEM file',
          'UWV_SUWINET_INKOMSTEN_URL: must be an http(s) URL without credentials or query',
        ],
      }),
    );
  });
});
