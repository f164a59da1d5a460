import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ConfiguratieFout, protocolFaults } from '../kit/index.ts';
import { wsp } from './index.ts';
import {
  bevolking,
  clientnummer,
  type Proef,
  peildatum,
  proefstubs,
  startProef,
  uuid,
  werkgever,
  werkgevers,
} from './proefregio.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await startProef();
});
afterAll(() => proef.stop());
beforeEach(() => proef.herstel());

/** Asks the subgraph over sources that answer in a way of their own. */
async function bijAndere(bronnen: ReturnType<typeof proefstubs>, query: string): Promise<unknown> {
  const andere = await startProef(bronnen);
  try {
    return await andere.vraag(query);
  } finally {
    await andere.stop();
  }
}

const inOrde = {
  bron: 'CRM',
  uitkomst: 'GEVONDEN',
  geraadpleegdOp: peildatum,
  actueelPer: null,
  melding: null,
};
const bronvelden = 'bron { bron uitkomst geraadpleegdOp actueelPer melding }';

describe('a client with proposals', () => {
  const profiel = (
    nummer: string,
  ) => `{ _entities(representations: [{ __typename: "Client", clientnummer: "${nummer}" }]) { ... on Client {
    bemiddeling { ${bronvelden} voorstellen { id voorgesteldOp status statusCode { code omschrijving } terugkoppeling
      vacature { id gegevens { titel werkgever { kvkNummer relatie { naam } } } } } } } } }`;

  test('costs one call for the proposals with their vacancies, and one for the employers', async () => {
    expect(await proef.vraag(profiel(clientnummer(1)))).toEqual({
      data: {
        _entities: [
          {
            bemiddeling: {
              bron: inOrde,
              voorstellen: [
                {
                  id: uuid('e', 1),
                  voorgesteldOp: '2026-03-02',
                  status: 'GESPREK',
                  statusCode: { code: '857310001', omschrijving: 'Gesprek' },
                  terugkoppeling: null,
                  vacature: {
                    id: uuid('b', 2),
                    gegevens: {
                      titel: 'Kasmedewerker 2',
                      werkgever: { kvkNummer: '01234562', relatie: { naam: "Zorggroep 't Duin" } },
                    },
                  },
                },
              ],
            },
          },
        ],
      },
    });
    expect(proef.aanroepen()).toEqual({
      'GET /api/data/v9.2/wg_voorstellen': 1,
      'GET /api/data/v9.2/accounts': 1,
    });
  });

  test('shows what was arranged for the placement, for many proposals in one call', async () => {
    const antwoord = await proef.vraag(`{ _entities(representations: [${[1, 2, 3]
      .map((nummer) => `{ __typename: "Client", clientnummer: "${clientnummer(nummer)}" }`)
      .join(
        ', ',
      )}]) { ... on Client { bemiddeling { voorstellen { plaatsingsafspraken { ${bronvelden} afspraken {
        id instrument { code omschrijving } status { code omschrijving } begindatum einddatum urenPerWeek toelichting } } } } } } }`);
    expect(antwoord).toEqual({
      data: {
        _entities: [1, 2, 3].map((nummer) => ({
          bemiddeling: {
            voorstellen: [
              {
                plaatsingsafspraken: {
                  bron: inOrde,
                  afspraken: [
                    {
                      id: uuid('9', nummer),
                      instrument: { code: 'PROEFPLAATSING', omschrijving: 'Proefplaatsing' },
                      status: { code: '857310000', omschrijving: 'Voorgenomen' },
                      begindatum: '2026-03-16',
                      einddatum: '2026-05-15',
                      urenPerWeek: 16,
                      toelichting: null,
                    },
                  ],
                },
              },
            ],
          },
        })),
      },
    });
    expect(proef.aanroepen()).toEqual({
      'GET /api/data/v9.2/wg_voorstellen': 1,
      'GET /api/data/v9.2/wg_plaatsingsafspraken': 1,
    });
  });

  test('is not the same as a client without: nothing found is not an empty list', async () => {
    expect(await proef.vraag(profiel(clientnummer(0)))).toEqual({
      data: {
        _entities: [{ bemiddeling: { bron: { ...inOrde, uitkomst: 'NIETS_GEVONDEN' }, voorstellen: null } }],
      },
    });
  });
});

describe('an employer', () => {
  const alles = `{ werkgever(kvkNummer: "01234561") { kvkNummer
    relatie { ${bronvelden} naam branche brancheCode { code omschrijving } contactpersoon { naam functie telefoonnummer emailadres } matchmaker { naam functie telefoonnummer emailadres }
      contactmomenten { edges { node { id op soort { code omschrijving } onderwerp namens { code omschrijving } medewerker { naam } } } }
      vacatures { edges { node { id gegevens { titel soort status beroep { code omschrijving } urenPerWeek aantalPlaatsen plaats geplaatstOp sluitingsdatum werkgever { kvkNummer } } } } } }
    handelsregister { ${bronvelden} naam handelsnamen rechtsvorm activiteiten { sbi { code omschrijving } hoofdactiviteit } werkzamePersonen hoofdvestiging { vestigingsnummer naam } adres { straatnaam huisnummer postcode plaats } adresAfgeschermd registratiedatum } } }`;

  test('comes from both sources, one call for each list of the CRM', async () => {
    const vac = (nummer: number, status: string) => ({
      id: uuid('b', nummer),
      gegevens: {
        titel: `Kasmedewerker ${nummer}`,
        soort: 'STRUCTUREEL',
        status,
        beroep: { code: '0010253', omschrijving: 'Medewerker tuinbouw' },
        urenPerWeek: 32,
        aantalPlaatsen: 2,
        plaats: 'Naaldwijk',
        geplaatstOp: `2026-02-0${nummer}`,
        sluitingsdatum: null,
        werkgever: { kvkNummer: '01234561' },
      },
    });
    expect(await proef.vraag(alles)).toEqual({
      data: {
        werkgever: {
          kvkNummer: '01234561',
          relatie: {
            bron: inOrde,
            naam: 'Kwekerij 1',
            branche: 'TUINBOUW',
            brancheCode: { code: '857310001', omschrijving: 'Tuinbouw' },
            contactpersoon: {
              naam: 'P. Zaken',
              functie: 'hoofd P&O',
              telefoonnummer: '0174 555 020',
              emailadres: 'po@kwekerij.example',
            },
            matchmaker: {
              naam: 'M. Matchmaker',
              functie: 'matchmaker tuinbouw',
              telefoonnummer: '0174 555 001',
              emailadres: 'm@wsp.example',
            },
            contactmomenten: {
              edges: [
                {
                  node: {
                    id: uuid('d', 2),
                    op: '2026-03-01T09:00:00Z',
                    soort: { code: '857310000', omschrijving: 'Telefoon' },
                    onderwerp: 'Kandidaat',
                    namens: { code: 'UWV', omschrijving: 'UWV WERKbedrijf' },
                    medewerker: { naam: 'U. Coach' },
                  },
                },
                {
                  node: {
                    id: uuid('d', 1),
                    op: '2026-02-20T09:00:00Z',
                    soort: { code: '857310001', omschrijving: 'Bezoek' },
                    onderwerp: 'Leerwerkplekken',
                    namens: { code: 'WSP', omschrijving: 'Werkgeversservicepunt' },
                    medewerker: { naam: 'M. Matchmaker' },
                  },
                },
              ],
            },
            vacatures: { edges: [{ node: vac(3, 'VERVULD') }, { node: vac(1, 'OPEN') }] },
          },
          handelsregister: {
            bron: { ...inOrde, bron: 'KVK' },
            naam: 'Kwekerij 1',
            handelsnamen: ['Kwekerij 1'],
            rechtsvorm: 'BeslotenVennootschap',
            activiteiten: [
              {
                sbi: { code: '01131', omschrijving: 'Teelt van groenten onder glas' },
                hoofdactiviteit: true,
              },
            ],
            werkzamePersonen: 12,
            hoofdvestiging: { vestigingsnummer: '000000000001', naam: 'Kwekerij 1' },
            adres: { straatnaam: 'Kasweg', huisnummer: 1, postcode: '2671AB', plaats: 'Naaldwijk' },
            adresAfgeschermd: false,
            registratiedatum: '2011-03-XX',
          },
        },
      },
    });
    expect(proef.aanroepen()).toEqual({
      'GET /api/data/v9.2/accounts': 1,
      'GET /api/data/v9.2/wg_contactmomenten': 1,
      'GET /api/data/v9.2/wg_vacatures': 1,
      'GET /api/v1/basisprofielen/01234561': 1,
    });
  });

  test('without contacts: nothing found, no empty list; what was not asked was not fetched', async () => {
    const antwoord = await proef.vraag(
      `{ werkgever(kvkNummer: "01234562") { relatie { ...R } } } fragment R on Werkgeversrelatie { contactmomenten { bron { uitkomst } edges { cursor } } }`,
    );
    expect(antwoord).toEqual({
      data: {
        werkgever: { relatie: { contactmomenten: { bron: { uitkomst: 'NIETS_GEVONDEN' }, edges: null } } },
      },
    });
    expect(proef.aanroepen()).toEqual({
      'GET /api/data/v9.2/accounts': 1,
      'GET /api/data/v9.2/wg_contactmomenten': 1,
    });
  });

  test('says of each list whether it came; the rest is as it was', async () => {
    const stubs = proefstubs();
    const antwoord = await bijAndere(
      {
        ...stubs,
        crm: {
          ...stubs.crm,
          antwoord: (r) =>
            r.path.endsWith('wg_contactmomenten')
              ? stubs.crm.faults['server-error'](r)
              : stubs.crm.antwoord(r),
        },
      },
      `{ werkgever(kvkNummer: "01234561") { relatie { ${bronvelden} naam
        contactmomenten { ${bronvelden} edges { cursor } pageInfo { endCursor } }
        vacatures { ${bronvelden} edges { node { id } } } } } }`,
    );
    expect(antwoord).toEqual({
      data: {
        werkgever: {
          relatie: {
            bron: inOrde,
            naam: 'Kwekerij 1',
            contactmomenten: {
              bron: { ...inOrde, uitkomst: 'FOUT', melding: 'De bron meldt een fout.' },
              edges: null,
              pageInfo: null,
            },
            vacatures: {
              bron: inOrde,
              edges: [{ node: { id: uuid('b', 3) } }, { node: { id: uuid('b', 1) } }],
            },
          },
        },
      },
    });
  });

  test('shows what it asked for, its establishments, and its contacts elsewhere', async () => {
    const antwoord = await proef.vraag(`{ werkgever(kvkNummer: "01234561") {
      relatie { zoekopdrachten { ${bronvelden} edges { node { id omschrijving beroep { code omschrijving } aantal ontvangenOp uiterlijk status { omschrijving } behandelaar { naam } } } } }
      handelsregister { vestigingen { ${bronvelden} aantal vestigingen { vestigingsnummer naam hoofdvestiging volledigAdres } } }
      contactenElders { ${bronvelden} contacten { datum onderwerp { code } soort { code } soortAfspraken { code } organisatie accountmanager { naam } contactpersoon { naam } plaats } } } }`);
    const zoekopdracht = (nummer: number) => ({
      node: {
        id: uuid('f', nummer),
        omschrijving: `${nummer} × oogstmedewerker`,
        beroep: { code: '0010253', omschrijving: 'Medewerker tuinbouw' },
        aantal: nummer,
        ontvangenOp: `2026-02-0${nummer}`,
        uiterlijk: null,
        status: { omschrijving: 'Open' },
        behandelaar: { naam: 'M. Matchmaker' },
      },
    });
    expect(antwoord).toEqual({
      data: {
        werkgever: {
          relatie: { zoekopdrachten: { bron: inOrde, edges: [zoekopdracht(2), zoekopdracht(1)] } },
          handelsregister: {
            vestigingen: {
              bron: { ...inOrde, bron: 'KVK' },
              aantal: 2,
              vestigingen: [
                {
                  vestigingsnummer: '000000000001',
                  naam: 'Kwekerij 1',
                  hoofdvestiging: true,
                  volledigAdres: 'Kasweg 1 2671AB Naaldwijk',
                },
                {
                  vestigingsnummer: '000000000091',
                  naam: 'Kwekerij 1 Zuid',
                  hoofdvestiging: false,
                  volledigAdres: 'Kasweg 91 2671AB Naaldwijk',
                },
              ],
            },
          },
          contactenElders: {
            bron: { ...inOrde, bron: 'VUM' },
            contacten: [
              {
                datum: '2026-01-15',
                onderwerp: { code: '2' },
                soort: { code: '1' },
                soortAfspraken: { code: '3' },
                organisatie: 'Werkgeversservicepunt Elders',
                accountmanager: { naam: 'E. Elders' },
                contactpersoon: { naam: 'P. Zaken' },
                plaats: 'Naaldwijk',
              },
            ],
          },
        },
      },
    });
    expect(proef.aanroepen()).toEqual({
      'GET /api/data/v9.2/accounts': 1,
      'GET /api/data/v9.2/wg_zoekopdrachten': 1,
      'GET /api/v1/basisprofielen/01234561': 1,
      'GET /api/v1/basisprofielen/01234561/vestigingen': 1,
      'POST /api/v3/werkgeverscontactmomenten/matches': 1,
    });
  });

  const lijsten = [
    ['contactmomenten', [uuid('d', 2), uuid('d', 1)]],
    ['vacatures', [uuid('b', 3), uuid('b', 1)]],
    ['zoekopdrachten', [uuid('f', 2), uuid('f', 1)]],
  ] as const;
  const bladVan = z.object({
    data: z.object({
      werkgever: z.object({
        relatie: z.object({
          lijst: z.object({
            edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
            pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
          }),
        }),
      }),
    }),
  });
  const haalLijst = async (veld: string, argumenten: string) =>
    bladVan.parse(
      await proef.vraag(
        `{ werkgever(kvkNummer: "01234561") { relatie { lijst: ${veld}${argumenten} { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } } }`,
      ),
    ).data.werkgever.relatie.lijst;

  test.each(lijsten)('%s: page after page gives every one once', async (veld, verwacht) => {
    const eerste = await haalLijst(veld, '(first: 1)');
    const tweede = await haalLijst(veld, `(first: 1, after: "${eerste.pageInfo.endCursor ?? ''}")`);
    const derde = await haalLijst(veld, `(after: "${tweede.pageInfo.endCursor ?? ''}")`);
    expect([eerste, tweede, derde].map(({ edges }) => edges.map(({ node }) => node.id))).toEqual([
      [verwacht[0]],
      [verwacht[1]],
      [],
    ]);
    expect([eerste, tweede, derde].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false, false]);
  });

  test('two pages of one list in one question cost one call', async () => {
    await proef.vraag(
      `{ werkgever(kvkNummer: "01234561") { relatie { a: contactmomenten(first: 1) { edges { cursor } } laatsteContactmomenten { edges { cursor } } } } }`,
    );
    expect(proef.aanroepen()['GET /api/data/v9.2/wg_contactmomenten']).toBe(1);
  });

  test.each([
    ['contactmomenten(first: 101)', 'first moet tussen 1 en 100 liggen.'],
    ['vacatures(first: 0)', 'first moet tussen 1 en 100 liggen.'],
    ['zoekopdrachten(after: "onzin")', 'after is geen positie van deze lijst.'],
  ])('%s is refused, and leaves the employer as it was', async (veld, message) => {
    const antwoord = z
      .object({ data: z.unknown(), errors: z.array(z.looseObject({ message: z.string() })) })
      .parse(
        await proef.vraag(
          `{ werkgever(kvkNummer: "01234561") { relatie { naam lijst: ${veld} { edges { cursor } } } } }`,
        ),
      );
    expect(antwoord.data).toEqual({ werkgever: { relatie: { naam: 'Kwekerij 1', lijst: null } } });
    expect(antwoord.errors.map((fout) => fout.message)).toEqual([message]);
  });

  test('keeps one source when the other fails, and shows nothing of the source itself', async () => {
    await proef.zet('CRM', 'server-error');
    const antwoord = await proef.vraag(
      `{ werkgever(kvkNummer: "01234561") { relatie { ${bronvelden} naam } handelsregister { naam } } }`,
    );
    expect(antwoord).toEqual({
      data: {
        werkgever: {
          relatie: { bron: { ...inOrde, uitkomst: 'FOUT', melding: 'De bron meldt een fout.' }, naam: null },
          handelsregister: { naam: 'Kwekerij 1' },
        },
      },
    });
  });
});

test.each(protocolFaults)('under %s nothing of a source itself comes out', async (fault) => {
  await Promise.all([proef.zet('CRM', fault), proef.zet('KVK', fault), proef.zet('VUM', fault)]);
  const antwoord = JSON.stringify(
    await proef.vraag(`{
      werkgever(kvkNummer: "01234561") { relatie { ${bronvelden} naam } handelsregister { ${bronvelden} naam } contactenElders { ${bronvelden} contacten { organisatie } } }
      vacatures { ${bronvelden} pageInfo { endCursor } }
      vacature(id: "${uuid('b', 1)}") { gegevens { ${bronvelden} titel } }
    }`),
  );
  expect(antwoord.match(/"geraadpleegdOp"/g)).toHaveLength(5);
  expect(antwoord).not.toMatch(/INTERN|stacktrace|ontwikkeling|127\.0\.0\.1|0x8|IPD/);
});

describe('searching', () => {
  const titels = (query: string) =>
    proef.vraag(
      `{ vacatures${query} { ${bronvelden} edges { node { id gegevens { titel } } } pageInfo { hasNextPage hasPreviousPage } } }`,
    );
  const namen = (query: string) =>
    proef.vraag(
      `{ werkgevers${query} { ${bronvelden} edges { node { kvkNummer relatie { naam } } } pageInfo { hasNextPage hasPreviousPage } } }`,
    );
  const gevonden = (veld: string, nodes: readonly unknown[], meer = false) => ({
    data: {
      [veld]: {
        bron: inOrde,
        edges: nodes.map((node) => ({ node })),
        pageInfo: { hasNextPage: meer, hasPreviousPage: false },
      },
    },
  });
  const v = (nummer: number) => ({ id: uuid('b', nummer), gegevens: { titel: `Kasmedewerker ${nummer}` } });
  const w = (nummer: number) => ({
    kvkNummer: `0123456${nummer}`,
    relatie: { naam: werkgevers[nummer - 1]?.naam },
  });

  test('finds vacancies by status and branch, in one call with their details', async () => {
    expect(await titels('')).toEqual(gevonden('vacatures', [v(3), v(2), v(1)]));
    expect(await titels('(status: OPEN)')).toEqual(gevonden('vacatures', [v(2), v(1)]));
    expect(await titels('(status: OPEN, branche: ZORG)')).toEqual(gevonden('vacatures', [v(2)]));
    expect(await titels('(first: 1)')).toEqual(gevonden('vacatures', [v(3)], true));
    expect(proef.aanroepen()).toEqual({ 'GET /api/data/v9.2/wg_vacatures': 4 });
  });

  test('finds employers by part of their name, as written', async () => {
    expect(await namen('')).toEqual(gevonden('werkgevers', [w(1), w(3), w(2)]));
    expect(await namen(`(zoekterm: "'t duin")`)).toEqual(gevonden('werkgevers', [w(2)]));
    expect(await namen('(zoekterm: "10%")')).toEqual(gevonden('werkgevers', [w(3)]));
    expect(await namen('(zoekterm: " ", branche: TUINBOUW)')).toEqual(gevonden('werkgevers', [w(1), w(3)]));
    expect(proef.aanroepen()).toEqual({ 'GET /api/data/v9.2/accounts': 4 });
  });

  test('nothing found is said, and is no empty list', async () => {
    expect(await namen(`(zoekterm: "') or contains(name,'")`)).toEqual({
      data: { werkgevers: { bron: { ...inOrde, uitkomst: 'NIETS_GEVONDEN' }, edges: null, pageInfo: null } },
    });
  });

  const blad = z.object({
    data: z.record(
      z.string(),
      z.object({
        edges: z.array(z.object({ cursor: z.string(), node: z.record(z.string(), z.string()) })),
        pageInfo: z.object({ hasNextPage: z.boolean(), startCursor: z.string(), endCursor: z.string() }),
      }),
    ),
  });

  test.each([
    ['vacatures', 'id', [3, 2, 1].map((n) => uuid('b', n))],
    ['werkgevers', 'kvkNummer', ['01234561', '01234563', '01234562']],
  ])(
    '%s: page after page gives every one once, and each edge can be gone on from',
    async (veld, sleutel, verwacht) => {
      const haal = async (after: string | undefined) => {
        const plaats = after === undefined ? '' : `, after: "${after}"`;
        const antwoord = blad.parse(
          await proef.vraag(
            `{ ${veld}(first: 1${plaats}) { edges { cursor node { ${sleutel} } } pageInfo { hasNextPage startCursor endCursor } } }`,
          ),
        ).data[veld];
        if (antwoord === undefined) throw new Error('no page');
        return antwoord;
      };
      const gezien: (string | undefined)[] = [];
      let after: string | undefined;
      for (let meer = true; meer; ) {
        const { edges, pageInfo } = await haal(after);
        expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges[0]?.cursor]);
        gezien.push(...edges.map(({ node }) => node[sleutel]));
        after = pageInfo.endCursor;
        meer = pageInfo.hasNextPage;
      }
      expect(gezien).toEqual(verwacht);
    },
  );

  test('an employer whose KvK number cannot be one is left out, and that is said', async () => {
    const scheef = { ...bevolking, werkgevers: [werkgever(1), werkgever(2, { kvkNummer: '123' })] };
    const antwoord = await bijAndere(
      proefstubs({ bevolking: scheef }),
      '{ werkgevers { bron { uitkomst } edges { node { kvkNummer } } } }',
    );
    expect(antwoord).toEqual({
      data: {
        werkgevers: { bron: { uitkomst: 'GEDEELTELIJK' }, edges: [{ node: { kvkNummer: '01234561' } }] },
      },
    });
  });
});

describe('what a caller gets wrong', () => {
  test.each([
    ['{ werkgever(kvkNummer: "1234567") { kvkNummer } }', 'kvkNummer moet uit acht cijfers bestaan.'],
    ['{ werkgever(kvkNummer: "0123456\'") { kvkNummer } }', 'kvkNummer moet uit acht cijfers bestaan.'],
    ['{ vacature(id: "17") { id } }', 'id moet een UUID zijn.'],
    ['{ vacatures(first: 0) { edges { cursor } } }', 'first moet tussen 1 en 100 liggen.'],
    ['{ werkgevers(first: 101) { edges { cursor } } }', 'first moet tussen 1 en 100 liggen.'],
    ['{ vacatures(after: "onzin") { edges { cursor } } }', 'after is geen positie van deze lijst.'],
    [
      `{ werkgevers(zoekterm: "${'x'.repeat(101)}") { edges { cursor } } }`,
      'zoekterm mag hoogstens 100 tekens lang zijn.',
    ],
  ])('%s is said in a sentence, and no source is asked', async (source, message) => {
    const antwoord = z
      .object({ errors: z.array(z.looseObject({ message: z.string(), extensions: z.unknown() })) })
      .parse(await proef.vraag(source));
    expect(antwoord.errors).toEqual([
      expect.objectContaining({ message, extensions: { code: 'ONGELDIGE_INVOER' } }),
    ]);
    expect(proef.aanroepen()).toEqual({});
  });
});

test('a vacancy says what it asks of a candidate', async () => {
  expect(
    await proef.vraag(
      `{ vacature(id: "${uuid('b', 1)}") { gegevens { profiel { beroepUri beroepCode { code } niveau { code omschrijving } urenPerWeekVan urenPerWeekTot regio postcodegebied talen { taal { code } niveau { code } } rijbewijzen { code } vaardigheden { code omschrijving } } } } }`,
    ),
  ).toEqual({
    data: {
      vacature: {
        gegevens: {
          profiel: {
            beroepUri: 'https://competentnl.example/id/occupation/0010253',
            beroepCode: { code: 'https://competentnl.example/id/occupation/0010253' },
            niveau: { code: '2', omschrijving: 'Basisniveau' },
            urenPerWeekVan: 24,
            urenPerWeekTot: 32,
            regio: 'Haaglanden',
            postcodegebied: '2671',
            talen: [
              { taal: { code: 'nld' }, niveau: { code: 'A2' } },
              { taal: { code: 'pol' }, niveau: null },
            ],
            rijbewijzen: null,
            vaardigheden: [{ code: 'https://competentnl.example/id/skill/1', omschrijving: 'Samenwerken' }],
          },
        },
      },
    },
  });
});

test('a vacancy is found by its id in either case', async () => {
  expect(
    await proef.vraag(
      `{ vacature(id: "${uuid('b', 2).toUpperCase()}") { id gegevens { titel soort sluitingsdatum } } }`,
    ),
  ).toEqual({
    data: {
      vacature: {
        id: uuid('b', 2),
        gegevens: { titel: 'Kasmedewerker 2', soort: 'LEERWERK', sluitingsdatum: '2026-04-01' },
      },
    },
  });
});

test('all problems of the configuration are listed at once', () => {
  const lees = () =>
    wsp.leesConfig({ WSP_CRM_URL: 'geen url', WSP_CRM_TOKEN: 'met spatie', WSP_KVK_TIMEOUT_MS: '1' });
  expect(lees).toThrow(ConfiguratieFout);
  expect(lees).toThrow(
    /WSP_CRM_URL[\s\S]*WSP_KVK_URL[\s\S]*WSP_KVK_TIMEOUT_MS[\s\S]*WSP_VUM_URL[\s\S]*WSP_CRM_TOKEN[\s\S]*WSP_KVK_APIKEY[\s\S]*WSP_VUM_OIN[\s\S]*WSP_VUM_OIN_VOORZIENING/,
  );
});

test('the schema has no place for what a matchmaker may not see', () => {
  const eigen = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
  const velden = parse(eigen).definitions.flatMap((definitie) =>
    definitie.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (definitie.fields ?? []).map((veld) => veld.name.value)
      : [],
  );
  expect(velden).toContain('voorstellen');
  expect(velden.filter((veld) => /bsn|gemeente|woonplaats|uitkering|bijstand|geboorte/i.test(veld))).toEqual(
    [],
  );
});

test('nothing of this partner can make a BSN of a clientnummer', () => {
  expect(Object.keys(proef.env).filter((naam) => /PSEUDONIEM|SLEUTEL/.test(naam))).toEqual([]);
  expect(wsp.leesConfig({ ...proef.env, PSEUDONIEM_SLEUTEL: '5a'.repeat(32) })).toEqual(proef.config);
});
