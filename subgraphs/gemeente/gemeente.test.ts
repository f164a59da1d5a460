import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  ConfiguratieFout,
  createLogger,
  createPseudonimiseerder,
  isBsn,
  type LopendeServer,
  type LopendeStubs,
  type StubFault,
  startStubs,
  startSubgraph,
} from '../kit/index.ts';
import { createBevolking, type Persoon } from '../population/index.ts';
import { leesConfig } from './config.ts';
import { gemeente } from './index.ts';
import { createStubs, ontwikkelOmgeving } from './stub.ts';

// The whole subgraph over its six simulated sources, asked as the gateway asks it.
const sleutel = '0f'.repeat(32);
const pseudoniem = createPseudonimiseerder(sleutel, 'westland');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const now = () => new Date('2026-11-01T08:00:00.000Z');
const geraadpleegdOp = '2026-11-01T08:00:00.000Z';

const omgeving = (url: (bron: string) => string | undefined) => ({
  PSEUDONIEM_SLEUTEL: sleutel,
  WERKPLEIN_REGIO: 'westland',
  ...ontwikkelOmgeving,
  GEMEENTE_BRP_URL: url('BRP'),
  GEMEENTE_GWS_URL: url('GWS'),
  GEMEENTE_SUWI_BIJSTAND_URL: url('SUWI_BIJSTAND'),
  GEMEENTE_SUWI_REINTEGRATIE_URL: url('SUWI_REINTEGRATIE'),
  GEMEENTE_KVS_URL: url('KVS'),
  GEMEENTE_DKD_URL: url('DKD'),
});

let stubs: LopendeStubs;
let server: LopendeServer;

beforeAll(async () => {
  stubs = await startStubs(createStubs({ bevolking, ...pseudoniem, now }));
  server = await startSubgraph(gemeente, {
    config: leesConfig(omgeving((bron) => stubs.bronnen[bron]?.url)),
    toegang: { soort: 'OPEN' },
    port: 0,
    logger: createLogger('gemeente', { level: 'silent' }),
    now,
  });
});
afterEach(async () => {
  for (const bron of Object.values(stubs.bronnen)) {
    await bron.setFault('none');
    bron.reset();
  }
});
afterAll(async () => {
  await server.stop();
  await stubs.stop();
});

const antwoordVorm = z.object({
  data: z.object({ _entities: z.array(z.unknown()) }).nullish(),
  errors: z
    .array(
      z.object({ message: z.string(), path: z.unknown(), extensions: z.record(z.string(), z.unknown()) }),
    )
    .optional(),
  extensions: z.object({ bronnen: z.array(z.record(z.string(), z.unknown())).optional() }).optional(),
});

/** Asks for entities by their keys, as the gateway does; `tekst` is the answer as it came. */
async function vraag(type: 'Client' | 'Zoekopdracht', velden: string, sleutels: readonly object[]) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($sleutels: [_Any!]!) { _entities(representations: $sleutels) { ... on ${type} { ${velden} } } }`,
      variables: { sleutels: sleutels.map((sleutel) => ({ __typename: type, ...sleutel })) },
    }),
  });
  const tekst = await response.text();
  const { data, errors, extensions } = antwoordVorm.parse(JSON.parse(tekst));
  return { entiteiten: data?._entities, errors, bronnen: extensions?.bronnen, tekst };
}

const clientVan = ({ bsn }: Persoon) => ({ clientnummer: pseudoniem.clientnummerVan(bsn) });
const eerste = () => {
  const [persoon] = bevolking.personen;
  if (persoon === undefined) throw new Error('an empty population');
  return persoon;
};
const aanroepen = () =>
  Object.fromEntries(Object.values(stubs.bronnen).map(({ bron, calls }) => [bron, calls()]));

const herkomst = 'bron { bron uitkomst geraadpleegdOp actueelPer melding }';
const profiel = `
  persoon { ${herkomst} naam { volledigeNaam } geboortedatum geheimhouding verblijfplaats { woonplaats } gemeenteVanInschrijving { code omschrijving } }
  bijstand { ${herkomst} uitkeringen { begindatum } }
  reintegratie { ${herkomst} }
  klantdossier { ${herkomst} contactpersoon { naam } trede { trede vastgesteldOp } trajecten { soort { code omschrijving } } schuldhulpLoopt }`;

describe('a confidential client', () => {
  const met = (is: (persoon: Persoon) => unknown) => {
    const persoon = bevolking.personen.find(is);
    if (persoon === undefined) throw new Error('nobody is confidential');
    return clientVan(persoon);
  };
  test('is told by the BRP for the person and by the municipality for the file', async () => {
    const { entiteiten, errors } = await vraag(
      'Client',
      'persoon { geheimhouding } klantdossier { afgeschermd }',
      [
        clientVan(eerste()),
        met(({ geheimhouding, klantdossier }) => geheimhouding && !klantdossier),
        met(({ klantdossier }) => klantdossier?.afgeschermd),
      ],
    );
    expect(errors).toBeUndefined();
    expect(entiteiten).toEqual([
      { persoon: { geheimhouding: false }, klantdossier: { afgeschermd: false } },
      { persoon: { geheimhouding: true }, klantdossier: { afgeschermd: null } },
      { persoon: { geheimhouding: false }, klantdossier: { afgeschermd: true } },
    ]);
  });
});

describe('the profile of a client', () => {
  test('costs one call to each source, and every slice says where it came from', async () => {
    const { entiteiten, errors } = await vraag('Client', profiel, [clientVan(eerste())]);
    const bron = (naam: string) => ({
      bron: naam,
      uitkomst: 'GEVONDEN',
      geraadpleegdOp,
      actueelPer: null,
      melding: null,
    });
    expect(errors).toBeUndefined();
    expect(entiteiten).toEqual([
      {
        persoon: {
          bron: bron('BRP'),
          naam: { volledigeNaam: 'Johanna Margaretha van der Meulen' },
          geboortedatum: '1984-03-17',
          geheimhouding: false,
          verblijfplaats: { woonplaats: 'Monster' },
          gemeenteVanInschrijving: { code: '1783', omschrijving: 'Westland' },
        },
        bijstand: { bron: bron('SUWI_BIJSTAND'), uitkeringen: [{ begindatum: '2023-06-30' }] },
        reintegratie: { bron: bron('SUWI_REINTEGRATIE') },
        klantdossier: {
          bron: bron('KVS'),
          contactpersoon: { naam: 'Berend Cramwinckel' },
          trede: { trede: 5, vastgesteldOp: '2026-07-03' },
          trajecten: [
            { soort: { code: 'WERKERVARINGSPLAATS', omschrijving: 'Werkervaringsplaats' } },
            { soort: { code: 'SOCIALE_ACTIVERING', omschrijving: 'Sociale activering' } },
          ],
          schuldhulpLoopt: true,
        },
      },
    ]);
    const een = Object.values(aanroepen()).flatMap((calls) => Object.values(calls));
    expect(een).toEqual([1, 1, 1, 1]);
  });

  test('a hundred clients: five calls to the BRP, one search of two pages in the client tracking system', async () => {
    const metDossier = bevolking.personen.filter((p) => p.klantdossier !== undefined).slice(0, 100);
    const { entiteiten, bronnen } = await vraag(
      'Client',
      'persoon { bron { uitkomst } } klantdossier { bron { uitkomst } }',
      metDossier.map(clientVan),
    );
    const gevonden = { bron: { uitkomst: 'GEVONDEN' } };
    expect(entiteiten).toEqual(metDossier.map(() => ({ persoon: gevonden, klantdossier: gevonden })));
    expect(bronnen).toMatchObject([
      { bron: 'BRP', uitkomst: 'GEVONDEN', aanroepen: 5 },
      { bron: 'KVS', uitkomst: 'GEVONDEN', aanroepen: 2 },
    ]);
  });

  test('everyone of the region is in the register, also with a date of birth in parts', async () => {
    const mensen = bevolking.personen.filter((p) => p.geboortedatum.includes('X'));
    expect(mensen.length).toBeGreaterThan(0);
    const { entiteiten } = await vraag('Client', 'persoon { geboortedatum }', mensen.map(clientVan));
    expect(entiteiten).toEqual(mensen.map(({ geboortedatum }) => ({ persoon: { geboortedatum } })));
  });

  test('a clientnummer that was not issued here is an error of every slice, and no source is asked', async () => {
    const { entiteiten, errors } = await vraag('Client', profiel, [{ clientnummer: `w1.${'A'.repeat(34)}` }]);
    const bron = (naam: string) => ({
      bron: naam,
      uitkomst: 'FOUT',
      geraadpleegdOp,
      actueelPer: null,
      melding: 'Dit clientnummer is niet door dit Werkplein uitgegeven.',
    });
    const niets = { naam: null, geboortedatum: null, geheimhouding: null, verblijfplaats: null };
    expect(errors).toBeUndefined();
    expect(entiteiten).toEqual([
      {
        persoon: { bron: bron('BRP'), ...niets, gemeenteVanInschrijving: null },
        bijstand: { bron: bron('SUWI_BIJSTAND'), uitkeringen: null },
        reintegratie: { bron: bron('SUWI_REINTEGRATIE') },
        klantdossier: {
          bron: bron('KVS'),
          contactpersoon: null,
          trede: null,
          trajecten: null,
          schuldhulpLoopt: null,
        },
      },
    ]);
    expect(Object.values(aanroepen()).flatMap((calls) => Object.values(calls))).toEqual([]);
  });
});

describe('the specification and the annual statement', () => {
  test('are of the previous month and the previous year when none is asked for', async () => {
    const velden = `uitkeringsspecificatie { ${herkomst} } jaaropgave { ${herkomst} } zelfde: uitkeringsspecificatie(periode: "2026-10") { ${herkomst} }`;
    const { entiteiten, bronnen } = await vraag('Client', velden, [clientVan(eerste())]);
    expect(entiteiten).toMatchObject([
      {
        uitkeringsspecificatie: { bron: { bron: 'GWS', uitkomst: 'GEVONDEN' } },
        zelfde: { bron: { bron: 'GWS', uitkomst: 'GEVONDEN' } },
        jaaropgave: { bron: { bron: 'GWS' } },
      },
    ]);
    // October was asked twice: by name and as the month before November. It is fetched once.
    expect(bronnen).toMatchObject([{ bron: 'GWS', aanroepen: 2 }]);
  });

  test.each(['2026-13', '202610', 'oktober'])('a period %s is refused', async (periode) => {
    const velden = `uitkeringsspecificatie(periode: "${periode}") { ${herkomst} }`;
    const { entiteiten, errors } = await vraag('Client', velden, [clientVan(eerste())]);
    expect(entiteiten).toEqual([{ uitkeringsspecificatie: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'ONGELDIGE_INVOER' } }]);
  });
});

describe('a search in the register of persons', () => {
  const velden = `inBrp { ${herkomst} clienten { clientnummer persoon { naam { volledigeNaam } } } }`;
  const bron = (uitkomst: string) => ({
    bron: 'BRP',
    uitkomst,
    geraadpleegdOp,
    actueelPer: null,
    melding: null,
  });

  test('gives clients, who can be asked further', async () => {
    const { entiteiten } = await vraag('Zoekopdracht', velden, [
      { geslachtsnaam: 'meulen', geboortedatum: '1984-03-17' },
    ]);
    expect(entiteiten).toEqual([
      {
        inBrp: {
          bron: bron('GEVONDEN'),
          clienten: [
            {
              ...clientVan(eerste()),
              persoon: { naam: { volledigeNaam: 'Johanna Margaretha van der Meulen' } },
            },
          ],
        },
      },
    ]);
    expect(aanroepen()).toMatchObject({ BRP: { 'POST /personen': 2 } });
  });

  test('that meets nobody is an answer; a search without a name is no search', async () => {
    const { entiteiten, errors } = await vraag('Zoekopdracht', velden, [
      { geslachtsnaam: 'Bestaatniet', geboortedatum: '1984-03-17' },
      { geslachtsnaam: null, geboortedatum: null },
    ]);
    expect(errors).toBeUndefined();
    expect(entiteiten).toEqual([
      { inBrp: { bron: bron('NIETS_GEVONDEN'), clienten: null } },
      { inBrp: null },
    ]);
    expect(aanroepen()).toMatchObject({ BRP: { 'POST /personen': 1 } });
  });

  test.each([
    ['a partial date of birth', 'Meulen', '1984-03-XX'],
    ['a day that does not exist', 'Meulen', '1983-02-29'],
    ['a wildcard after two letters', 'Me*', '1984-03-17'],
    ['a wildcard in front', '*len', '1984-03-17'],
    ['half a question', null, '1984-03-17'],
  ])(
    'with %s is refused before the source is asked, without repeating it',
    async (_geval, geslachtsnaam, geboortedatum) => {
      const { entiteiten, errors, tekst } = await vraag('Zoekopdracht', velden, [
        { geslachtsnaam, geboortedatum },
      ]);
      expect(entiteiten).toEqual([{ inBrp: null }]);
      expect(errors).toMatchObject([{ extensions: { code: 'ONGELDIGE_INVOER' } }]);
      expect(tekst).not.toContain(geboortedatum);
      expect(aanroepen()).toMatchObject({ BRP: {} });
    },
  );
});

describe('a source that fails', () => {
  const gevallen = ['BRP', 'KVS'].flatMap((bron) =>
    (['server-error', 'wrong-shape', 'maintenance', 'rate-limited', 'malformed'] as const).map(
      (fault): [string, StubFault] => [bron, fault],
    ),
  );

  test.each(gevallen)(
    '%s with %s leaves the other slices whole and tells nothing of its inside',
    async (bron, fault) => {
      await stubs.bronnen[bron]?.setFault(fault);
      const { entiteiten, errors, tekst } = await vraag('Client', profiel, [clientVan(eerste())]);
      const uitkomst = ['maintenance', 'rate-limited'].includes(fault) ? 'BRON_NIET_BESCHIKBAAR' : 'FOUT';
      const [gezond, ziek] = bron === 'BRP' ? ['klantdossier', 'persoon'] : ['persoon', 'klantdossier'];
      expect(errors).toBeUndefined();
      expect(entiteiten).toMatchObject([
        {
          [gezond]: { bron: { uitkomst: 'GEVONDEN' } },
          [ziek]: { bron: { bron, uitkomst, melding: expect.any(String) as unknown } },
        },
      ]);
      expect(tekst).not.toMatch(/INTERN|stacktrace|haalcentraal|127\.0\.0\.1/);
    },
  );
});

test('no burgerservicenummer leaves the subgraph', async () => {
  const { tekst } = await vraag('Client', profiel, bevolking.personen.slice(0, 50).map(clientVan));
  const nummers = tekst.match(/(?<!\d)\d{9}(?!\d)/g) ?? [];
  expect(nummers.filter(isBsn)).toEqual([]);
});

describe('configuration', () => {
  test('has defaults for what can have one', () => {
    const { brp, suwiBijstand } = leesConfig(omgeving((bron) => `http://127.0.0.1/${bron}`));
    expect(brp).toEqual({
      url: new URL('http://127.0.0.1/BRP'),
      timeoutMs: 3_000,
      maxGelijktijdig: 16,
      apiKey: 'ontwikkeling',
      doelbinding: 'Participatiewet',
      verwerking: 'Dienstverlening Werkplein',
      bijDoel: new Map(),
      gebruiker: 'Werkplein',
      originOin: '00000001001783000000',
    });
    expect(suwiBijstand.afnemer).toBe('https://werkplein-graph.example/suwinet?oin=00000001001783000000');
  });

  test('has words of its own for a purpose, and the others for what is not said', () => {
    const env = {
      ...omgeving((bron) => `http://127.0.0.1/${bron}`),
      GEMEENTE_BRP_VERWERKING: 'Werkplein',
      GEMEENTE_BRP_DOELBINDING_INKOMEN: 'Bijstand',
      GEMEENTE_BRP_VERWERKING_NAZORG: 'Nazorg',
    };
    expect(leesConfig(env).brp.bijDoel).toEqual(
      new Map([
        ['inkomen', { doelbinding: 'Bijstand', verwerking: 'Werkplein' }],
        ['nazorg', { doelbinding: 'Participatiewet', verwerking: 'Nazorg' }],
      ]),
    );
    expect(() => leesConfig({ ...env, GEMEENTE_BRP_DOELBINDING_INKOMEN: 'a\r\nb: c' })).toThrow(
      /GEMEENTE_BRP_DOELBINDING_INKOMEN: must be printable ASCII/,
    );
  });

  test('tells every problem at once and repeats no value', () => {
    const env = {
      ...omgeving(() => undefined),
      GEMEENTE_BRP_API_KEY: 'geheim\r\nx-gebruiker: ander',
      GEMEENTE_OIN: '123',
      GEMEENTE_KVS_TOKEN: '',
    };
    expect(() => leesConfig(env)).toThrow(ConfiguratieFout);
    try {
      leesConfig(env);
    } catch (error) {
      const problems = error instanceof ConfiguratieFout ? error.problems : [];
      expect(problems.map((problem) => problem.split(':')[0]).toSorted()).toEqual([
        'GEMEENTE_BRP_API_KEY',
        'GEMEENTE_BRP_URL',
        'GEMEENTE_DKD_URL',
        'GEMEENTE_GWS_URL',
        'GEMEENTE_KVS_TOKEN',
        'GEMEENTE_KVS_URL',
        'GEMEENTE_OIN',
        'GEMEENTE_SUWI_BIJSTAND_URL',
        'GEMEENTE_SUWI_REINTEGRATIE_URL',
      ]);
      expect(problems.join()).not.toContain('geheim');
    }
  });
});
