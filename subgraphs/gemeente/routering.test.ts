import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type Bronresultaat,
  type BronStub,
  ConfiguratieFout,
  createLogger,
  createPseudonimiseerder,
  type LopendeServer,
  type LopendeStubs,
  type Omgeving,
  startStubs,
  startSubgraph,
} from '../kit/index.ts';
import { proefraadpleging } from '../kit/proefraadpleging.ts';
import { createBevolking, type Persoon } from '../population/index.ts';
import { leesConfig } from './config.ts';
import { open } from './context.ts';
import { gemeente } from './index.ts';
import { alleKantoren, type Kantoren, kantoorVan, verenig } from './kantoren.ts';
import { kandidatenBijAlle, werkvoorraadBijAlle } from './kvs/alle-kantoren.ts';
import { createKvsSource, type KvsSource } from './kvs/source.ts';
import { createStubs, ontwikkelOmgeving } from './stub.ts';

// Helmond keeps the files of Laarbeek too; Deurne and Asten share an office of their own; Geldrop-Mierlo is
// served by nobody here. Both offices know everyone, so that asking the wrong one would go unnoticed but for
// the list of who was asked for.
const helmond = '0794';
const laarbeek = '1659';
const deurne = '0762';
const asten = '0743';
const elders = '1771';

const sleutel = '0f'.repeat(32);
const pseudoniem = createPseudonimiseerder(sleutel, 'helmond');
const bevolking = createBevolking({ regio: 'helmond', seed: 1 });
const now = () => new Date('2026-11-01T08:00:00.000Z');
const metDossier = bevolking.personen.filter(
  (p) => p.klantdossier !== undefined && p.documenten !== undefined,
);
const inwonersVan = (...codes: string[]) => metDossier.filter((p) => codes.includes(p.adres.gemeentecode));
const inwonerVan = (code: string): Persoon => {
  const persoon = inwonersVan(code).find((p) =>
    p.bijstand?.betalingen.some(({ maand }) => maand === '202610'),
  );
  if (persoon === undefined) throw new Error(`nobody with a benefit in ${code}`);
  return persoon;
};

/** What an office was asked, in its own words. */
type Kantoor = {
  readonly stubs: LopendeStubs;
  readonly gevraagd: { bron: string; body: string; auth: string }[];
};

async function startKantoor(): Promise<Kantoor> {
  const gevraagd: Kantoor['gevraagd'] = [];
  const meeluisterend = createStubs({ bevolking, ...pseudoniem, now }).map(
    (stub): BronStub => ({
      ...stub,
      antwoord: (request) => {
        gevraagd.push({ bron: stub.bron, body: request.body, auth: request.headers.authorization ?? '' });
        return stub.antwoord(request);
      },
    }),
  );
  return { stubs: await startStubs(meeluisterend), gevraagd };
}

const url = ({ stubs }: Kantoor, bron: string) => stubs.bronnen[bron]?.url;

const eenKantoor = (kantoor: Kantoor): Omgeving => ({
  PSEUDONIEM_SLEUTEL: sleutel,
  WERKPLEIN_REGIO: 'helmond',
  ...ontwikkelOmgeving,
  GEMEENTE_CODE: helmond,
  ...Object.fromEntries(
    Object.keys(kantoor.stubs.bronnen).map((bron) => [`GEMEENTE_${bron}_URL`, url(kantoor, bron)]),
  ),
});

const tweeKantoren = (a: Kantoor, b: Kantoor): Omgeving => ({
  ...eenKantoor(a),
  GEMEENTE_CODES: laarbeek,
  ...Object.fromEntries(
    ['GWS', 'KVS', 'DKD'].flatMap((bron) =>
      [deurne, asten].map((code) => [`GEMEENTE_${bron}_URL_${code}`, url(b, bron)]),
    ),
  ),
  [`GEMEENTE_KVS_TOKEN_${deurne}`]: 'van-deurne',
  [`GEMEENTE_KVS_TOKEN_${asten}`]: 'van-deurne',
});

let centrum: Kantoor;
let peel: Kantoor;
let server: LopendeServer;
let alleen: LopendeServer;

const start = (env: Omgeving) =>
  startSubgraph(gemeente, {
    config: leesConfig(env),
    toegang: { soort: 'OPEN' },
    port: 0,
    logger: createLogger('gemeente', { level: 'silent' }),
    now,
  });

beforeAll(async () => {
  [centrum, peel] = await Promise.all([startKantoor(), startKantoor()]);
  server = await start(tweeKantoren(centrum, peel));
  alleen = await start(eenKantoor(centrum));
});
beforeEach(() => {
  for (const kantoor of [centrum, peel]) kantoor.gevraagd.length = 0;
});
afterEach(async () => {
  for (const { stubs } of [centrum, peel]) {
    for (const bron of Object.values(stubs.bronnen)) {
      await bron.setFault('none');
      bron.reset();
    }
  }
});
afterAll(async () => {
  await Promise.all([server.stop(), alleen.stop()]);
  await Promise.all([centrum, peel].map(({ stubs }) => stubs.stop()));
});

const antwoordVorm = z.object({
  data: z.object({ _entities: z.array(z.unknown()) }),
  errors: z.undefined().optional(),
});

async function vraag(personen: readonly Persoon[], velden: string, aan = server) {
  const response = await fetch(aan.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($s: [_Any!]!) { _entities(representations: $s) { ... on Client { ${velden} } } }`,
      variables: {
        s: personen.map(({ bsn }) => ({
          __typename: 'Client',
          clientnummer: pseudoniem.clientnummerVan(bsn),
        })),
      },
    }),
  });
  return antwoordVorm.parse(await response.json()).data._entities;
}

const slice = (naam: string) => `${naam} { bron { bron uitkomst melding } }`;
const alles = ['klantdossier', 'documenten', 'uitkeringsspecificatie'].map(slice).join(' ');
const uit = (uitkomst: string, melding: string | null = null) => ({
  klantdossier: { bron: { bron: 'KVS', uitkomst, melding } },
  documenten: { bron: { bron: 'DKD', uitkomst, melding } },
  uitkeringsspecificatie: { bron: { bron: 'GWS', uitkomst, melding } },
});
const bsnsAan = ({ gevraagd }: Kantoor) =>
  new Set(
    gevraagd
      .filter(({ bron }) => bron !== 'BRP')
      .flatMap(({ body }) => body.match(/(?<!\d)\d{9}(?!\d)/g) ?? []),
  );
const bsnsVan = (personen: readonly Persoon[]) => new Set(personen.map(({ bsn }) => bsn));
const aanroepen = ({ stubs }: Kantoor, bron: string) =>
  Object.values(stubs.bronnen[bron]?.calls() ?? {}).reduce((a, b) => a + b, 0);

describe('with two offices', () => {
  test('each client is asked of the office of the own municipality, and of no other', async () => {
    const mensen = [helmond, deurne, laarbeek, asten].map(inwonerVan);
    const [vanHelmond, vanDeurne, vanLaarbeek, vanAsten] = mensen as [Persoon, Persoon, Persoon, Persoon];
    expect(await vraag(mensen, alles)).toEqual(mensen.map(() => uit('GEVONDEN')));
    expect(bsnsAan(centrum)).toEqual(bsnsVan([vanHelmond, vanLaarbeek]));
    expect(bsnsAan(peel)).toEqual(bsnsVan([vanDeurne, vanAsten]));
  });

  test('an office that serves several is asked about them together, with its own token', async () => {
    await vraag([inwonerVan(deurne), inwonerVan(asten)], slice('klantdossier'));
    expect(peel.gevraagd.map(({ bron, auth }) => [bron, auth])).toEqual([['KVS', 'Token van-deurne']]);
  });

  test('GWS hears whose administration is asked', async () => {
    await vraag([inwonerVan(asten), inwonerVan(laarbeek)], slice('uitkeringsspecificatie'));
    const codes = (kantoor: Kantoor) =>
      kantoor.gevraagd
        .filter(({ bron }) => bron === 'GWS')
        .map(({ body }) => /<Bestemming><Gemeentecode>(\d{4})/.exec(body)?.[1]);
    // The default office hears its own code, as it does when it is the only one.
    expect([codes(peel), codes(centrum)]).toEqual([[asten], [helmond]]);
  });

  test('a hundred clients cost five short questions to the BRP, and each office its own pages', async () => {
    const mensen = [...inwonersVan(deurne, asten).slice(0, 40), ...inwonersVan(helmond).slice(0, 60)];
    await vraag(mensen, slice('klantdossier'));
    expect(mensen.length).toBe(100);
    expect([aanroepen(centrum, 'BRP'), aanroepen(centrum, 'KVS'), aanroepen(peel, 'KVS')]).toEqual([5, 2, 1]);
    const brp = centrum.gevraagd.filter(({ bron }) => bron === 'BRP').map(({ body }) => body);
    expect(brp.every((body) => body.includes('["burgerservicenummer","gemeenteVanInschrijving"]'))).toBe(
      true,
    );
  });

  test('the municipality of a client is looked up once for all sources', async () => {
    await vraag([inwonerVan(deurne)], alles);
    expect(aanroepen(centrum, 'BRP')).toBe(1);
  });

  test('no office learns of a client who is registered elsewhere', async () => {
    const melding =
      'Deze persoon staat ingeschreven in een gemeente die dit Werkplein niet bedient; de bron is niet gevraagd.';
    expect(await vraag([inwonerVan(elders)], alles)).toEqual([uit('NIET_GERECHTIGD', melding)]);
    expect([bsnsAan(centrum), bsnsAan(peel)]).toEqual([new Set(), new Set()]);
  });

  const onbekend = 'Niet vast te stellen is welk kantoor deze gegevens heeft; er is geen kantoor gevraagd.';
  test.each([
    ['maintenance', 'BRON_NIET_BESCHIKBAAR'],
    ['server-error', 'FOUT'],
    ['nothing-found', 'FOUT'],
  ] as const)('no office is guessed when the BRP has %s', async (fault, uitkomst) => {
    await centrum.stubs.bronnen['BRP']?.setFault(fault);
    expect(await vraag([inwonerVan(deurne)], alles)).toEqual([uit(uitkomst, onbekend)]);
    expect([bsnsAan(centrum), bsnsAan(peel)]).toEqual([new Set(), new Set()]);
  });

  test('an office that is silent takes along its own clients only', async () => {
    await peel.stubs.bronnen['KVS']?.setFault('maintenance');
    expect(await vraag([inwonerVan(deurne), inwonerVan(helmond)], slice('klantdossier'))).toMatchObject([
      { klantdossier: { bron: { uitkomst: 'BRON_NIET_BESCHIKBAAR' } } },
      { klantdossier: { bron: { uitkomst: 'GEVONDEN' } } },
    ]);
  });

  test('a clientnummer that was not issued here is said to be so', async () => {
    const vreemd = createPseudonimiseerder('1'.repeat(64), 'westland');
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `query ($s: [_Any!]!) { _entities(representations: $s) { ... on Client { ${alles} } } }`,
        variables: {
          s: [{ __typename: 'Client', clientnummer: vreemd.clientnummerVan(inwonerVan(helmond).bsn) }],
        },
      }),
    });
    const { data } = antwoordVorm.parse(await response.json());
    expect(data._entities).toEqual([uit('FOUT', 'Dit clientnummer is niet door dit Werkplein uitgegeven.')]);
  });
});

test('with one office everyone is asked there, and the BRP is not asked for it', async () => {
  const mensen = [helmond, deurne, elders].map(inwonerVan);
  expect(await vraag(mensen, alles, alleen)).toEqual(mensen.map(() => uit('GEVONDEN')));
  expect(aanroepen(centrum, 'BRP')).toBe(0);
  expect(bsnsAan(centrum)).toEqual(bsnsVan(mensen));
});

describe('what all offices together answer', () => {
  const som = (delen: readonly number[]) => delen.reduce((a, b) => a + b, 0);
  const gevonden = (gegevens: number): Bronresultaat<number> => ({ uitkomst: 'GEVONDEN', gegevens });
  const niets: Bronresultaat<number> = { uitkomst: 'NIETS_GEVONDEN' };
  const gewaarschuwd: Bronresultaat<number> = {
    uitkomst: 'GEDEELTELIJK',
    gegevens: 3,
    reden: 'WAARSCHUWING',
  };
  const dicht: Bronresultaat<number> = { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONDERHOUD' };
  const kapot: Bronresultaat<number> = { uitkomst: 'FOUT', reden: 'BRONFOUT' };
  const onvolledig = (gegevens: number) => ({ uitkomst: 'GEDEELTELIJK', gegevens, reden: 'ONVOLLEDIG' });

  test.each([
    ['one office: its answer', [gewaarschuwd], gewaarschuwd],
    ['all found', [gevonden(1), gevonden(2)], gevonden(3)],
    ['found and nothing', [gevonden(1), niets], gevonden(1)],
    ['nothing anywhere', [niets, niets], niets],
    ['found and a reservation', [gevonden(1), gewaarschuwd], onvolledig(4)],
    ['found and silence', [gevonden(1), dicht], onvolledig(1)],
    ['nothing and silence: not nothing', [niets, dicht], dicht],
    ['silence and an error', [dicht, kapot], kapot],
  ])('%s', (_geval, antwoorden, verwacht) => {
    expect(verenig(antwoorden, som)).toEqual(verwacht);
  });
});

describe('a question that names no client', () => {
  // Both offices know everyone here: what they both know must not come twice.
  const geopend: KvsSource[] = [];
  const open = (env: Omgeving): Kantoren<KvsSource> => {
    const { kvs } = leesConfig(env);
    const maak = (config: typeof kvs.standaard) => {
      const bron = createKvsSource(config, pseudoniem);
      geopend.push(bron);
      return bron;
    };
    const anders = kvs.perGemeente.get(deurne);
    return {
      standaard: maak(kvs.standaard),
      standaardGemeenten: kvs.standaardGemeenten,
      perGemeente: new Map(anders === undefined ? [] : [[deurne, maak(anders)]]),
    };
  };
  afterEach(async () => {
    await Promise.all(geopend.splice(0).map((bron) => bron.sluit()));
  });
  const klantmanager = () => inwonerVan(helmond).klantdossier?.klantmanager.nummer ?? '';
  const werkvoorraad = async (kvs: Kantoren<KvsSource>) =>
    (await werkvoorraadBijAlle(kvs)([klantmanager()], proefraadpleging()))[0];

  test('goes to all offices, and a client with a file at two is one client', async () => {
    const een = await werkvoorraad(open(eenKantoor(centrum)));
    const twee = await werkvoorraad(open(tweeKantoren(centrum, peel)));
    expect(een).toMatchObject({ uitkomst: 'GEVONDEN', bron: 'KVS' });
    expect(twee).toEqual(een);
    expect(aanroepen(peel, 'KVS')).toBeGreaterThan(0);
  });

  test('is answered in part when one office is silent', async () => {
    await peel.stubs.bronnen['KVS']?.setFault('maintenance');
    const antwoord = await werkvoorraad(open(tweeKantoren(centrum, peel)));
    expect(antwoord).toMatchObject({ uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG', bron: 'KVS' });
  });

  test('gives the candidates of all offices, each once', async () => {
    const profiel = {
      beroepcode: null,
      urenPerWeek: null,
      plaats: null,
      postcodegebied: null,
      niveau: null,
      talen: [],
    };
    const een = await kandidatenBijAlle(open(eenKantoor(centrum)))(profiel, proefraadpleging());
    const twee = await kandidatenBijAlle(open(tweeKantoren(centrum, peel)))(profiel, proefraadpleging());
    if (!('gegevens' in een && 'gegevens' in twee)) throw new Error('expected candidates');
    expect(een.gegevens.length).toBeGreaterThan(0);
    expect(twee.gegevens.map((k) => k.clientnummer)).toEqual(een.gegevens.map((k) => k.clientnummer));
    expect(aanroepen(peel, 'KVS')).toBe(1);
  });
});

describe('whether clients are those of a klantmanager, with two offices', () => {
  const nummerVan = ({ bsn }: Persoon) => pseudoniem.clientnummerVan(bsn);
  const klantmanagerVan = (persoon: Persoon) => persoon.klantdossier?.klantmanager.nummer ?? '';
  /** Somebody in a municipality who has the same klantmanager, or another. */
  const inwoner = (code: string, is: (persoon: Persoon) => boolean): Persoon => {
    const persoon = inwonersVan(code).find(is);
    if (persoon === undefined) throw new Error(`nobody like that in ${code}`);
    return persoon;
  };
  const km = klantmanagerVan(inwonerVan(deurne));
  const eigen = (code: string) => inwoner(code, (persoon) => klantmanagerVan(persoon) === km);
  const vanEenAnder = (code: string) => inwoner(code, (persoon) => klantmanagerVan(persoon) !== km);
  async function toets(clientnummers: readonly string[], aan = server, medewerkernummer = km) {
    const response = await fetch(aan.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `query ($s: [_Any!]!, $c: [ID!]!) { _entities(representations: $s) {
          ... on WerkvoorraadKlantmanager { bevat(clientnummers: $c) { bron { uitkomst } clienten { clientnummer } } }
        } }`,
        variables: {
          s: [{ __typename: 'WerkvoorraadKlantmanager', rol: 'KLANTMANAGER', medewerkernummer }],
          c: clientnummers,
        },
      }),
    });
    return antwoordVorm.parse(await response.json()).data._entities;
  }
  const antwoord = (uitkomst: string, mensen: readonly Persoon[] | null) => [
    {
      bevat: {
        bron: { uitkomst },
        clienten: mensen?.map((persoon) => ({ clientnummer: nummerVan(persoon) })) ?? null,
      },
    },
  ];

  test('is asked of the office of each client, and of no other', async () => {
    const mensen = [eigen(deurne), vanEenAnder(deurne), eigen(helmond), vanEenAnder(helmond)];
    const [a, b, c, d] = mensen as [Persoon, Persoon, Persoon, Persoon];
    expect(await toets(mensen.map(nummerVan))).toEqual(antwoord('GEVONDEN', [a, c]));
    expect(bsnsAan(peel)).toEqual(bsnsVan([a, b]));
    expect(bsnsAan(centrum)).toEqual(bsnsVan([c, d]));
    expect([aanroepen(centrum, 'KVS'), aanroepen(peel, 'KVS')]).toEqual([1, 1]);
  });

  test('is no when all offices that were asked say so', async () => {
    const mensen = [vanEenAnder(deurne), vanEenAnder(helmond)];
    expect(await toets(mensen.map(nummerVan))).toEqual(antwoord('NIETS_GEVONDEN', null));
  });

  test('is not no of a client who is registered elsewhere, of whom no office learns', async () => {
    expect(await toets([nummerVan(inwonerVan(elders))])).toEqual(antwoord('NIET_GERECHTIGD', null));
    expect([bsnsAan(centrum), bsnsAan(peel)]).toEqual([new Set(), new Set()]);
    expect(await toets([inwonerVan(elders), eigen(deurne)].map(nummerVan))).toEqual(
      antwoord('GEDEELTELIJK', [eigen(deurne)]),
    );
  });

  test('is not known of anybody when the BRP is silent, and of some when an office is', async () => {
    await peel.stubs.bronnen['KVS']?.setFault('maintenance');
    expect(await toets([eigen(deurne), eigen(helmond)].map(nummerVan))).toEqual(
      antwoord('GEDEELTELIJK', [eigen(helmond)]),
    );
    expect(await toets([eigen(deurne), vanEenAnder(helmond)].map(nummerVan))).toEqual(
      antwoord('BRON_NIET_BESCHIKBAAR', null),
    );
    await centrum.stubs.bronnen['BRP']?.setFault('maintenance');
    expect(await toets([nummerVan(eigen(helmond))])).toEqual(antwoord('BRON_NIET_BESCHIKBAAR', null));
  });

  test('leaves a number that was not issued here out, and says so when there is no other', async () => {
    const vreemd = createPseudonimiseerder('1'.repeat(64), 'westland').clientnummerVan(eigen(helmond).bsn);
    expect(await toets([vreemd, nummerVan(eigen(helmond))])).toEqual(antwoord('GEVONDEN', [eigen(helmond)]));
    expect(await toets([vreemd])).toEqual(antwoord('FOUT', null));
    expect(await toets([vreemd, vreemd.replace(/^w1/, 'w2')])).toEqual(antwoord('FOUT', null));
  });

  test('looks nobody up for what is no number of a worker', async () => {
    expect(await toets([nummerVan(eigen(helmond))], server, 'a;b')).toEqual(antwoord('FOUT', null));
    expect(aanroepen(centrum, 'BRP')).toBe(0);
  });

  test('with one office the BRP is not asked for it', async () => {
    expect(await toets([eigen(deurne), vanEenAnder(helmond)].map(nummerVan), alleen)).toEqual(
      antwoord('GEVONDEN', [eigen(deurne)]),
    );
    expect([aanroepen(centrum, 'BRP'), aanroepen(centrum, 'KVS')]).toEqual([0, 1]);
  });
});

describe('the addresses of offices', () => {
  const basis = () => eenKantoor(centrum);

  test('the same address and token are one office', () => {
    const { kvs, gws } = leesConfig(tweeKantoren(centrum, peel));
    expect([alleKantoren(kvs).length, alleKantoren(gws).length]).toEqual([2, 2]);
    expect(kantoorVan(kvs, deurne)).toBe(kantoorVan(kvs, asten));
    expect(kantoorVan(kvs, laarbeek)).toBe(kvs.standaard);
    expect(kantoorVan(kvs, elders)).toBeUndefined();
    const zelfde = leesConfig({ ...basis(), [`GEMEENTE_KVS_URL_${deurne}`]: url(centrum, 'KVS') });
    expect(alleKantoren(zelfde.kvs)).toEqual([zelfde.kvs.standaard]);
  });

  test.each([
    ['a code of three digits', { GEMEENTE_KVS_URL_762: 'http://127.0.0.1' }, 'GEMEENTE_KVS_URL_762'],
    ['no address', { GEMEENTE_DKD_URL_0762: 'deurne' }, 'GEMEENTE_DKD_URL_0762'],
    ['a token without an address', { GEMEENTE_KVS_TOKEN_0762: 'geheim' }, 'GEMEENTE_KVS_TOKEN_0762'],

    ['a list of names', { GEMEENTE_CODES: 'Deurne' }, 'GEMEENTE_CODES'],
  ])('%s is refused', (_geval, env, variabele) => {
    expect(() => leesConfig({ ...basis(), ...env })).toThrow(ConfiguratieFout);
    expect(() => leesConfig({ ...basis(), ...env })).toThrow(variabele);
  });
});

describe('a correction request', () => {
  const logger = createLogger('gemeente', { level: 'silent' });
  const meld = async ({ bsn }: Persoon) => {
    const bij = open(leesConfig(tweeKantoren(centrum, peel)), { logger });
    const vrager = {
      actor: 'a',
      rollen: ['client'],
      organisatie: 'burger',
      mandaten: [],
      doel: 'inzage',
      clientnummer: pseudoniem.clientnummerVan(bsn),
    };
    const raadpleging = { ...proefraadpleging({ now }), verzoek: { verwerking: '0'.repeat(32), vrager } };
    const ontvangst = await bij.context(raadpleging).meldOnjuistheid('GWS', {
      gegeven: 'bedrag',
      toelichting: 'Het klopt niet.',
      idempotentiesleutel: '3f2b8c1e-0d5a-4c1b-9a57-2f6f1f0f8a11',
    });
    await bij.sluit();
    const ontvangen = ({ stubs }: Kantoor) =>
      (stubs.bronnen['KVS']?.ontvangen() ?? []).filter(({ inhoud }) => JSON.stringify(inhoud).includes(bsn));
    return [ontvangst.bron.uitkomst, ontvangen(centrum).length, ontvangen(peel).length];
  };

  test.each([
    ['the office that serves it', helmond, ['GEVONDEN', 1, 0]],
    ['the office of its own', deurne, ['GEVONDEN', 0, 1]],
    ['nobody, when nobody serves it', elders, ['NIET_GERECHTIGD', 0, 0]],
  ])('goes by the municipality of registration to %s', async (_wie, code, verwacht) => {
    expect(await meld(inwonerVan(code))).toEqual(verwacht);
  });
});
