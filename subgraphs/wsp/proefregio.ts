import { request } from 'undici';
import { z } from 'zod';
import {
  type BronStub,
  createBronverbruik,
  createLogger,
  createPseudonimiseerder,
  isBsn,
  type Raadpleging,
  type StubFault,
  startStubs,
  startSubgraph,
} from '../kit/index.ts';
import type { createCrmStub } from './crm/stub.ts';
import { wsp } from './index.ts';
import { createStubs, ontwikkelOmgeving } from './stub.ts';

/**
 * For the tests of this partner: a small region (three employers, three vacancies, candidates with one
 * proposal each) and the subgraph at work over its simulated sources, on real sockets.
 */
type Bevolking = Parameters<typeof createCrmStub>[0]['bevolking'];
type Werkgever = Bevolking['werkgevers'][number];
type Vacature = Bevolking['vacatures'][number];
type Persoon = Bevolking['personen'][number];
type Medewerker = Werkgever['matchmaker'];

export const peildatum = '2026-03-10T09:00:00.000Z';
export const pseudoniem = createPseudonimiseerder('5a'.repeat(32), 'proefregio');
const matchmaker: Medewerker = {
  nummer: 'm1',
  naam: 'M. Matchmaker',
  functie: 'matchmaker tuinbouw',
  telefoon: '0174 555 001',
  email: 'm@wsp.example',
};
const werkcoach: Medewerker = { ...matchmaker, nummer: 'u1', naam: 'U. Coach', functie: 'werkcoach' };

export const uuid = (reeks: string, nummer: number): string =>
  `${reeks.repeat(8).slice(0, 8)}-0000-4000-8000-${String(nummer).padStart(12, '0')}`;

const werkgeversadres = (huisnummer: number): Werkgever['adres'] => ({
  straat: 'Kasweg',
  huisnummer,
  postcode: '2671AB',
  woonplaats: 'Naaldwijk',
  gemeentecode: '1783',
  gemeentenaam: 'Westland',
});

export const werkgever = (nummer: number, anders: Partial<Werkgever> = {}): Werkgever => ({
  id: uuid('a', nummer),
  kvkNummer: `0123456${nummer}`,
  vestigingsnummer: `00000000000${nummer}`,
  naam: `Kwekerij ${nummer}`,
  handelsnamen: [`Kwekerij ${nummer}`],
  rechtsvorm: 'BeslotenVennootschap',
  branche: 'TUINBOUW',
  sbi: { code: '01131', omschrijving: 'Teelt van groenten onder glas' },
  werkzamePersonen: 12,
  adres: werkgeversadres(nummer),
  registratiedatum: '2011-03-XX',
  loonheffingennummer: '123456789L01',
  fiscaalNummer: '123456789',
  contactpersoon: {
    id: uuid('c', nummer),
    naam: 'P. Zaken',
    functie: 'hoofd P&O',
    telefoon: '0174 555 020',
    email: 'po@kwekerij.example',
  },
  matchmaker,
  contacten: [],
  ...anders,
});

const eenVacature = (nummer: number, anders: Partial<Vacature> = {}): Vacature => ({
  id: uuid('b', nummer),
  kvkNummer: '01234561',
  titel: `Kasmedewerker ${nummer}`,
  soort: 'STRUCTUREEL',
  beroep: { code: '0010253', naam: 'Medewerker tuinbouw' },
  urenPerWeek: 32,
  aantalPlaatsen: 2,
  plaats: 'Naaldwijk',
  geplaatstOp: `2026-02-0${nummer}`,
  status: 'OPEN',
  profiel: {
    beroepUri: 'https://competentnl.example/id/occupation/0010253',
    niveau: '2',
    urenPerWeekVan: 24,
    urenPerWeekTot: 32,
    regio: 'Haaglanden',
    postcodegebied: '2671',
    talen: [{ taal: 'nld', niveau: 'A2' }, { taal: 'pol' }],
    rijbewijzen: [],
    vaardigheden: [{ uri: 'https://competentnl.example/id/skill/1', naam: 'Samenwerken' }],
  },
  ...anders,
});

export const werkgevers = [
  werkgever(1, {
    contacten: [
      {
        id: uuid('d', 1),
        op: '2026-02-20T10:00:00+01:00',
        soort: 'BEZOEK',
        onderwerp: 'Leerwerkplekken',
        namens: 'WSP',
        medewerker: matchmaker,
      },
      {
        id: uuid('d', 2),
        op: '2026-03-01T10:00:00+01:00',
        soort: 'TELEFOON',
        onderwerp: 'Kandidaat',
        namens: 'UWV',
        medewerker: werkcoach,
      },
    ],
    zoekopdrachten: [1, 2].map((nummer) => ({
      id: uuid('f', nummer),
      omschrijving: `${nummer} × oogstmedewerker`,
      beroep: { code: '0010253', naam: 'Medewerker tuinbouw' },
      aantal: nummer,
      ontvangenOp: `2026-02-0${nummer}`,
      status: 'OPEN' as const,
      behandelaar: matchmaker,
    })),
    nevenvestigingen: [
      { vestigingsnummer: '000000000091', naam: 'Kwekerij 1 Zuid', adres: werkgeversadres(91) },
    ],
    contactenElders: [
      {
        datum: '2026-01-15',
        onderwerp: 2,
        soort: 1,
        soortAfspraken: 3,
        organisatie: 'Werkgeversservicepunt Elders',
        accountmanager: { naam: 'E. Elders', telefoon: '088-0000001', email: 'e@elders.example' },
      },
    ],
  }),
  werkgever(2, { naam: "Zorggroep 't Duin", branche: 'ZORG' }),
  werkgever(3, { naam: 'kwekerij 10%' }),
];
const vacatures = [
  eenVacature(1),
  eenVacature(2, { kvkNummer: '01234562', soort: 'LEERWERK', sluitingsdatum: '2026-04-01' }),
  eenVacature(3, { status: 'VERVULD' }),
];

export const bsns = Array.from({ length: 4000 }, (_, i) => String(999900000 + i)).filter(isBsn);
export const clientnummers = bsns.map(pseudoniem.clientnummerVan);
export const clientnummer = (index: number): string => clientnummers[index] ?? '';

const persoon = (bsn: string, index: number): Persoon => ({
  bsn,
  naam: { voornamen: 'Test', voorletters: 'T.', geslachtsnaam: 'Persoon' },
  geslacht: 'V',
  geboortedatum: '1980-XX-XX',
  adres: werkgever(1).adres,
  telefoon: '',
  email: '',
  uwvUitkeringen: [],
  uwvAanvragen: [],
  inkomstenverhoudingen: [],
  loonwaardemetingen: [],
  voorstellen:
    index === 0
      ? []
      : [
          {
            id: uuid('e', index),
            vacatureId: uuid('b', (index % 2) + 1),
            voorgesteldOp: '2026-03-02',
            status: 'GESPREK',
            plaatsingsafspraken: [
              {
                id: uuid('9', index),
                instrument: 'PROEFPLAATSING',
                status: 'VOORGENOMEN',
                begindatum: '2026-03-16',
                einddatum: '2026-05-15',
                urenPerWeek: 16,
              },
            ],
          },
        ],
});
const personen = bsns.map(persoon);
export const bevolking: Bevolking = {
  regio: 'proefregio',
  peildatum: '2026-03-10',
  personen,
  perBsn: new Map(personen.map((p) => [p.bsn, p])),
  werkgevers,
  vacatures,
};

export const nieuweRaadpleging = (): Raadpleging => ({
  correlationId: 'test',
  signal: new AbortController().signal,
  now: () => new Date(peildatum),
  logger: createLogger('test', { level: 'silent' }),
  verbruik: createBronverbruik(),
});

type Proefstubs = { readonly crm: BronStub; readonly kvk: BronStub; readonly vum: BronStub };

/** The simulated sources of a population; of the small region unless told otherwise. */
export function proefstubs(anders: Partial<Parameters<typeof createCrmStub>[0]> = {}): Proefstubs {
  const [crm, kvk, vum] = createStubs({
    bevolking,
    ...pseudoniem,
    now: () => new Date(peildatum),
    ...anders,
  });
  if (crm === undefined || kvk === undefined || vum === undefined) throw new Error('a source has no stub');
  return { crm, kvk, vum };
}

export type Proef = Awaited<ReturnType<typeof startProef>>;

/** Starts the sources and the subgraph over them. */
export async function startProef(bronnen: Proefstubs = proefstubs()) {
  const stubs = await startStubs([bronnen.crm, bronnen.kvk, bronnen.vum]);
  const env: Readonly<Record<string, string>> = {
    ...ontwikkelOmgeving,
    WSP_CRM_URL: stubs.bronnen['CRM']?.url ?? '',
    WSP_CRM_TIMEOUT_MS: '1500',
    WSP_KVK_URL: stubs.bronnen['KVK']?.url ?? '',
    WSP_KVK_TIMEOUT_MS: '1500',
    WSP_VUM_URL: stubs.bronnen['VUM']?.url ?? '',
    WSP_VUM_TIMEOUT_MS: '1500',
  };
  const { logger, now } = nieuweRaadpleging();
  const server = await startSubgraph(wsp, {
    config: wsp.leesConfig(env),
    toegang: { soort: 'OPEN' },
    port: 0,
    logger,
    now,
  });
  return {
    env,
    config: wsp.leesConfig(env),
    /** Data and errors of an operation. */
    vraag: async (query: string): Promise<unknown> => {
      const { body } = await request(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return z
        .object({ data: z.unknown(), errors: z.unknown() })
        .partial()
        .parse(await body.json());
    },
    /** Calls to the sources since the last `herstel`. */
    aanroepen: (): Readonly<Record<string, number>> => ({
      ...stubs.bronnen['CRM']?.calls(),
      ...stubs.bronnen['KVK']?.calls(),
      ...stubs.bronnen['VUM']?.calls(),
    }),
    zet: async (bron: 'CRM' | 'KVK' | 'VUM', fault: StubFault): Promise<void> =>
      stubs.bronnen[bron]?.setFault(fault),
    herstel: async (): Promise<void> => {
      for (const bron of Object.values(stubs.bronnen)) {
        await bron.setFault('none');
        bron.reset();
      }
    },
    stop: async (): Promise<void> => {
      await server.stop();
      await stubs.stop();
    },
  };
}
