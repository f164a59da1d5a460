/** The joint offer of candidates for a vacancy: what it costs, what it holds, and each pool silent in turn. */
import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LopendWerkplein, startWerkplein, type WerkpleinOpties } from '../../commands/in-one-process.ts';
import type { Bevolking, Persoon } from '../../subgraphs/population/index.ts';
import { lees, operatie, toetsmoment } from '../operations.ts';

const kandidaatvorm = z.looseObject({
  rang: z.number(),
  client: z.looseObject({ clientnummer: z.string() }),
  redenen: z.array(z.looseObject({ criterium: z.string(), graad: z.string(), volgens: z.array(z.string()) })),
  instrumenten: z.array(z.looseObject({ code: z.string() })),
});
const aanbodvorm = z.looseObject({
  aantal: z.number().nullable(),
  volledig: z.boolean(),
  bronnen: z.array(z.looseObject({ bron: z.string(), uitkomst: z.string(), melding: z.string().nullable() })),
  pageInfo: z.looseObject({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }).nullable(),
  edges: z.array(z.looseObject({ node: kandidaatvorm })).nullable(),
});
type Kandidaat = z.infer<typeof kandidaatvorm>;

const pools = { KVS: 'gemeente', SONAR: 'uwv', SW_ADMINISTRATIE: 'sw' } as const;
type Poolbron = keyof typeof pools;
const poolbronnen = Object.keys(pools) as Poolbron[];

let werkplein: LopendWerkplein;
let oversteken: string[] = [];
const opties: WerkpleinOpties = {
  now: toetsmoment,
  opKlaar: ({ verslag }) => {
    oversteken = verslag.oversteken().map(({ subgraph }) => subgraph);
  },
};

beforeAll(async () => {
  werkplein = await startWerkplein(opties);
});

beforeEach(async () => {
  for (const stub of Object.values(werkplein.bronnen)) {
    if (stub.fault() !== 'none') await stub.setFault('none');
    stub.reset();
  }
});

afterAll(async () => {
  await werkplein.stop();
});

function vacatureId({ bevolking }: LopendWerkplein): string {
  const open = bevolking.vacatures.find(({ status }) => status === 'OPEN');
  if (open === undefined) throw new Error('no open vacancy');
  return open.id;
}

/** The answer to a question for candidates; `gevonden` is the offer, or what stands in its place. */
async function stelVraag(variables: Readonly<Record<string, unknown>>, bij: LopendWerkplein) {
  const { data, errors } = await bij.vraag(operatie('matching'), {
    id: vacatureId(bij),
    first: 100,
    ...variables,
  });
  return { gevonden: lees(data, 'vacature.kandidaten'), errors };
}

async function vraag(variables: Readonly<Record<string, unknown>> = {}, bij = werkplein) {
  const { gevonden, errors } = await stelVraag(variables, bij);
  return { aanbod: aanbodvorm.parse(gevonden), errors };
}

/** The whole offer, page by page. */
async function heelAanbod(bij = werkplein, first = 100): Promise<readonly Kandidaat[]> {
  const kandidaten: Kandidaat[] = [];
  let after: string | null = null;
  for (;;) {
    const { aanbod }: { aanbod: z.infer<typeof aanbodvorm> } = await vraag({ first, after }, bij);
    kandidaten.push(...(aanbod.edges ?? []).map(({ node }) => node));
    if (aanbod.pageInfo?.hasNextPage !== true) return kandidaten;
    after = aanbod.pageInfo.endCursor;
  }
}

const persoonVan = ({ client }: Kandidaat): Persoon => {
  const persoon = werkplein.bevolking.perBsn.get(werkplein.pseudoniem.bsnVan(client.clientnummer) ?? '');
  if (persoon === undefined) throw new Error('a candidate who is not in the population');
  return persoon;
};
const bronnenVan = ({ redenen }: Kandidaat) => new Set(redenen.flatMap(({ volgens }) => volgens));

describe('the offer for a vacancy', () => {
  it('costs one call per subgraph in each wave, and one call per pool', async () => {
    const { errors, aanbod } = await vraag();
    expect(errors).toBeUndefined();
    expect(aanbod.volledig).toBe(true);
    expect(oversteken[0]).toBe('wsp');
    expect([...oversteken.slice(1, 4)].sort()).toEqual(['gemeente', 'sw', 'uwv']);
    expect(oversteken.slice(4)).toEqual(['werkplein']);
    const aanroepen = poolbronnen.map((bron) =>
      Object.values(werkplein.bronnen[bron]?.calls() ?? {}).reduce((a, b) => a + b, 0),
    );
    expect(aanroepen).toEqual([1, 1, 1]);
  });

  it('asks the three pools side by side', async () => {
    const timeoutMs = 1_000;
    const traag = await startWerkplein({
      ...opties,
      env: {
        GEMEENTE_KVS_TIMEOUT_MS: String(timeoutMs),
        UWV_SONAR_TIMEOUT_MS: String(timeoutMs),
        SW_ADMINISTRATIE_TIMEOUT_MS: String(timeoutMs),
      },
    });
    for (const bron of poolbronnen) await traag.bronnen[bron]?.setFault('hang');
    const begin = performance.now();
    const { aanbod } = await vraag({}, traag);
    const duurMs = performance.now() - begin;
    await traag.stop();
    expect(aanbod.bronnen.map(({ uitkomst }) => uitkomst)).toEqual([
      'GEVONDEN',
      'BRON_NIET_BESCHIKBAAR',
      'BRON_NIET_BESCHIKBAAR',
      'BRON_NIET_BESCHIKBAAR',
    ]);
    expect(duurMs).toBeGreaterThanOrEqual(timeoutMs * 0.9);
    expect(duurMs).toBeLessThan(timeoutMs * 2);
  });

  it('holds people of every pool, each once, and only those who may be offered', async () => {
    const kandidaten = await heelAanbod();
    const nummers = kandidaten.map(({ client }) => client.clientnummer);
    expect(new Set(nummers).size).toBe(nummers.length);
    expect(kandidaten.map(({ rang }) => rang)).toEqual(kandidaten.map((_, i) => i + 1));
    for (const bron of poolbronnen) {
      expect([bron, kandidaten.some((k) => bronnenVan(k).has(bron))]).toEqual([bron, true]);
    }
    // Known to two partners, offered once, with the word of both.
    expect(kandidaten.some((k) => bronnenVan(k).has('KVS') && bronnenVan(k).has('SONAR'))).toBe(true);
    for (const kandidaat of kandidaten) {
      const { klantdossier, werkzoekende, swDienstverband, voorstellen } = persoonVan(kandidaat);
      const bronnen = bronnenVan(kandidaat);
      if (bronnen.has('KVS')) expect(klantdossier?.status).toBe('GEREED_VOOR_UITSTROOM');
      if (bronnen.has('SONAR')) expect(werkzoekende?.directBemiddelbaar).toBe(true);
      if (bronnen.has('SW_ADMINISTRATIE')) expect(swDienstverband?.einddatum).toBeUndefined();
      expect(voorstellen.filter(({ status }) => status === 'GEPLAATST')).toEqual([]);
      expect(kandidaat.redenen.map(({ criterium }) => criterium)).toEqual([
        'BEROEP',
        'UREN',
        'REISAFSTAND',
        'NIVEAU',
        'TAAL',
      ]);
    }
  });

  it('is the same offer in small pages', async () => {
    expect(await heelAanbod(werkplein, 37)).toEqual(await heelAanbod());
  });

  it('is refused for a page that is too large, or after something that is no position', async () => {
    for (const variables of [{ first: 101 }, { first: 0 }, { after: 'x' }]) {
      const { errors, gevonden } = await stelVraag(variables, werkplein);
      expect(gevonden).toBeNull();
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['ONGELDIGE_INVOER']);
    }
  });

  it('is none, which is not an empty one, for a vacancy that the service point does not have', async () => {
    const { errors, aanbod } = await vraag({ id: '00000000-0000-4000-8000-000000000000' });
    expect(errors).toBeUndefined();
    expect(aanbod).toMatchObject({ edges: null, pageInfo: null, aantal: null, volledig: true });
    expect(aanbod.bronnen.map(({ bron, uitkomst }) => [bron, uitkomst])).toEqual([['CRM', 'NIETS_GEVONDEN']]);
    expect(poolbronnen.flatMap((bron) => Object.keys(werkplein.bronnen[bron]?.calls() ?? {}))).toEqual([]);
  });
});

describe.each(poolbronnen)('with %s silent', (bron) => {
  it.each(['refused', 'server-error', 'malformed', 'wrong-shape', 'maintenance', 'rate-limited'] as const)(
    '(%s) the offer of the others comes, and says what it lacks',
    async (fault) => {
      await werkplein.bronnen[bron]?.setFault(fault);
      const { errors, aanbod } = await vraag();
      expect(errors).toBeUndefined();
      expect(aanbod.volledig).toBe(false);
      const stil = aanbod.bronnen.filter(({ uitkomst }) => uitkomst !== 'GEVONDEN');
      expect(stil.map((b) => b.bron)).toEqual([bron]);
      expect(stil[0]?.uitkomst).toMatch(/^(BRON_NIET_BESCHIKBAAR|FOUT)$/);
      expect(stil[0]?.melding).not.toMatch(/INTERN|db-host/);
      const vertegenwoordigd = new Set((await heelAanbod()).flatMap((k) => [...bronnenVan(k)]));
      expect([...vertegenwoordigd].sort()).toEqual(poolbronnen.filter((b) => b !== bron).sort());
    },
    30_000,
  );

  it('as a whole subgraph the offer of the others comes, with an error that names the source', async () => {
    const eigen = await startWerkplein(opties);
    await eigen.partners[pools[bron]]?.subgraph.stop();
    const { errors, aanbod } = await vraag({}, eigen);
    await eigen.stop();
    expect(errors?.map(({ extensions }) => [extensions['code'], extensions['bron']])).toEqual([
      ['BRON_NIET_BESCHIKBAAR', bron],
    ]);
    expect(aanbod.volledig).toBe(false);
    expect(aanbod.edges?.length).toBeGreaterThan(0);
    expect(aanbod.bronnen.find((b) => b.bron === bron)?.uitkomst).toBe('BRON_NIET_BESCHIKBAAR');
  });
});

describe('with a warning, or nobody in a pool', () => {
  it.each(poolbronnen)('%s says so, and the offer stands', async (bron) => {
    await werkplein.bronnen[bron]?.setFault('warning');
    expect((await vraag()).aanbod.bronnen.find((b) => b.bron === bron)?.uitkomst).toBe('GEDEELTELIJK');
    await werkplein.bronnen[bron]?.setFault('nothing-found');
    const { aanbod } = await vraag();
    expect(aanbod.bronnen.find((b) => b.bron === bron)?.uitkomst).toBe('NIETS_GEVONDEN');
    expect(aanbod.volledig).toBe(true);
  });
});

describe('benefit and municipality of residence', () => {
  it('have no field in the offer, however deep; the client is a reference with rules of its own', () => {
    const api = buildSchema(readFileSync('schema/api.graphql', 'utf8'));
    const gezien = new Map<string, readonly string[]>();
    const verzamel = (naam: string): void => {
      const type = api.getType(naam);
      if (naam === 'Client' || gezien.has(naam) || !isObjectType(type)) return;
      const velden = Object.values(type.getFields());
      gezien.set(
        naam,
        velden.map((veld) => veld.name),
      );
      for (const veld of velden) verzamel(getNamedType(veld.type).name);
    };
    verzamel('Kandidaat');
    expect(Object.fromEntries(gezien)).toEqual({
      Kandidaat: ['beschikbaarVanaf', 'client', 'instrumenten', 'rang', 'redenen'],
      Codewaarde: ['code', 'omschrijving'],
      Rangreden: ['criterium', 'graad', 'volgens'],
    });
    // What the pools hand over is not in the graph that is shown.
    const vacature = api.getType('Vacature');
    expect(isObjectType(vacature) ? Object.keys(vacature.getFields()) : []).not.toContain('kandidatenUwv');
    expect(api.getType('Kandidaatmatch')).toBeUndefined();
  });

  it('play no part: with others for everybody, the offer is the same to the last reason', async () => {
    const anders = await startWerkplein({ ...opties, bevolking: metAndereUitkeringEnGemeente });
    const aanbod = await heelAanbod(anders);
    await anders.stop();
    expect(aanbod).toEqual(await heelAanbod());
  });
});

/** Everybody under another law, without benefits of UWV, and registered in another municipality. */
function metAndereUitkeringEnGemeente(bevolking: Bevolking): Bevolking {
  const personen = bevolking.personen.map(
    (persoon): Persoon => ({
      ...persoon,
      adres: { ...persoon.adres, gemeentecode: '0361', gemeentenaam: 'Alkmaar' },
      uwvUitkeringen: [],
      uwvAanvragen: [],
      ...(persoon.bijstand === undefined
        ? {}
        : { bijstand: { ...persoon.bijstand, szWet: 'IOAW', fase: 4, normCenten: 1 } }),
    }),
  );
  return { ...bevolking, personen, perBsn: new Map(personen.map((persoon) => [persoon.bsn, persoon])) };
}
