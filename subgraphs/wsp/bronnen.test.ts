import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Bronantwoord, type BronStub, json, type StubFault } from '../kit/index.ts';
import { createContext } from './context.ts';
import { type Crm, createCrm } from './crm/source.ts';
import { createKvk, type Kvk } from './kvk/source.ts';
import {
  bsns,
  clientnummer,
  clientnummers,
  nieuweRaadpleging,
  type Proef,
  proefstubs,
  startProef,
  uuid,
} from './proefregio.ts';
import { createVum, type Vum } from './vum/source.ts';

let proef: Proef;
let crm: Crm;
let kvk: Kvk;
let vum: Vum;

beforeAll(async () => {
  proef = await startProef();
  crm = createCrm(proef.config.crm);
  kvk = createKvk(proef.config.kvk);
  vum = createVum(proef.config.vum);
});
afterAll(async () => {
  await Promise.all([crm.sluit(), kvk.sluit(), vum.sluit()]);
  await proef.stop();
});
beforeEach(() => proef.herstel());

/** Asks a CRM that answers in a way of its own. */
async function metCrm<T>(
  antwoord: (stub: BronStub) => BronStub,
  vraag: (bron: Crm) => Promise<T>,
): Promise<T> {
  const stubs = proefstubs();
  const eigen = await startProef({ ...stubs, crm: antwoord(stubs.crm) });
  const bron = createCrm(eigen.config.crm);
  try {
    return await vraag(bron);
  } finally {
    await bron.sluit();
    await eigen.stop();
  }
}

/** Asks a VUM exchange that answers in a way of its own. */
async function metVum<T>(vumStub: BronStub, vraag: (bron: Vum) => Promise<T>): Promise<T> {
  const eigen = await startProef({ ...proefstubs(), vum: vumStub });
  const bron = createVum(eigen.config.vum);
  try {
    return await vraag(bron);
  } finally {
    await bron.sluit();
    await eigen.stop();
  }
}

const kern = (antwoord: Bronantwoord<unknown> | undefined) => ({
  uitkomst: antwoord?.uitkomst,
  reden: antwoord !== undefined && 'reden' in antwoord ? antwoord.reden : undefined,
});
const gevonden = { uitkomst: 'GEVONDEN', reden: undefined };

const uitkomsten: readonly (readonly [StubFault, string, string | undefined])[] = [
  ['none', 'GEVONDEN', undefined],
  ['nothing-found', 'NIETS_GEVONDEN', undefined],
  ['warning', 'GEDEELTELIJK', 'WAARSCHUWING'],
  ['server-error', 'FOUT', 'BRONFOUT'],
  ['malformed', 'FOUT', 'ONLEESBAAR'],
  ['wrong-shape', 'FOUT', 'ONVERWACHTE_VORM'],
  ['refused', 'BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR'],
  ['hang', 'BRON_NIET_BESCHIKBAAR', 'TE_LAAT'],
  ['maintenance', 'BRON_NIET_BESCHIKBAAR', 'ONDERHOUD'],
  ['rate-limited', 'BRON_NIET_BESCHIKBAAR', 'BEGRENSD'],
];

describe('every state of the CRM is an outcome of every question', () => {
  test.each(uitkomsten)('%s: %s', async (fault, uitkomst, reden) => {
    await proef.zet('CRM', fault);
    // A pool of its own: no connection is left of the state before.
    const crm = createCrm(proef.config.crm);
    const raadpleging = nieuweRaadpleging();
    const zoek = { first: 20, after: undefined };
    const antwoorden = await Promise.all([
      crm.voorstellen([clientnummer(1)], raadpleging),
      crm.werkgevers(['01234561'], raadpleging),
      crm.vacatures([uuid('b', 1)], raadpleging),
      crm.contactmomenten([uuid('a', 1)], raadpleging),
      crm.vacaturesVanWerkgever([uuid('a', 1)], raadpleging),
      crm.zoekopdrachten([uuid('a', 1)], raadpleging),
      crm.plaatsingsafspraken([uuid('e', 1)], raadpleging),
      crm.zoekVacatures(zoek, raadpleging),
      crm.zoekWerkgevers(zoek, raadpleging),
    ]);
    await crm.sluit();
    expect(antwoorden.flat().map(kern)).toEqual(Array(9).fill({ uitkomst, reden }));
  });
});

describe('every state of the KvK is an outcome', () => {
  test.each(uitkomsten)('%s: %s', async (fault, uitkomst, reden) => {
    await proef.zet('KVK', fault);
    // A pool of its own: no connection is left of the state before.
    const kvk = createKvk(proef.config.kvk);
    const raadpleging = nieuweRaadpleging();
    const antwoorden = await Promise.all([
      kvk.basisprofielen(['01234561'], raadpleging),
      kvk.vestigingen(['01234561'], raadpleging),
    ]);
    await kvk.sluit();
    expect(antwoorden.flat().map(kern)).toEqual(Array(2).fill({ uitkomst, reden }));
  });

  test('a number that is not in the register is nothing found', async () => {
    const antwoorden = await kvk.basisprofielen(['99999999', '01234562'], nieuweRaadpleging());
    expect(antwoorden.map(kern)).toEqual([{ uitkomst: 'NIETS_GEVONDEN', reden: undefined }, gevonden]);
  });

  test.each([
    [
      'fewer than are counted',
      { totaalAantalVestigingen: 3, vestigingen: [{ vestigingsnummer: '000000000091' }] },
    ],
    ['a count and no list', { totaalAantalVestigingen: 3 }],
    ['neither count nor list', {}],
  ])('of establishments, %s is not the whole list', async (_wat, deel) => {
    const antwoord = () => json(200, { kvkNummer: '01234561', ...deel });
    const stubs = proefstubs();
    const eigen = await startProef({ ...stubs, kvk: { ...stubs.kvk, antwoord } });
    const bron = createKvk(eigen.config.kvk);
    const antwoorden = await bron.vestigingen(['01234561'], nieuweRaadpleging());
    await bron.sluit();
    await eigen.stop();
    expect(antwoorden.map(kern)).toEqual([{ uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG' }]);
  });

  test('a 404 that is not of the register is an error', async () => {
    const elders = createKvk({ ...proef.config.kvk, url: new URL('/fout', proef.config.kvk.url) });
    const antwoorden = await elders.basisprofielen(['01234561'], nieuweRaadpleging());
    await elders.sluit();
    expect(antwoorden.map(kern)).toEqual([{ uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' }]);
  });

  test('the profile of another business is an error', async () => {
    const stubs = proefstubs();
    const verwisseld = await startProef({
      ...stubs,
      kvk: {
        ...stubs.kvk,
        antwoord: (r) => stubs.kvk.antwoord({ ...r, path: r.path.replace('01234561', '01234562') }),
      },
    });
    const bron = createKvk(verwisseld.config.kvk);
    const antwoorden = await bron.basisprofielen(['01234561'], nieuweRaadpleging());
    await bron.sluit();
    await verwisseld.stop();
    expect(antwoorden.map(kern)).toEqual([{ uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' }]);
  });
});

describe('every state of VUM is an outcome', () => {
  test.each(uitkomsten)('%s: %s', async (fault, uitkomst, reden) => {
    await proef.zet('VUM', fault);
    // A pool of its own: no connection is left of the state before.
    const vum = createVum(proef.config.vum);
    const antwoorden = await vum.contactenElders(['01234561'], nieuweRaadpleging());
    await vum.sluit();
    expect(antwoorden.map(kern)).toEqual([{ uitkomst, reden }]);
  });

  test('asks by KvK number, for a year, in the name of the controller', async () => {
    let gevraagd: unknown;
    const stubs = proefstubs();
    await metVum(
      {
        ...stubs.vum,
        antwoord: (r) => {
          gevraagd = {
            method: r.method,
            path: r.path,
            body: JSON.parse(r.body) as unknown,
            van: r.headers['x-vum-fromparty'],
            via: r.headers['x-vum-viaparty'],
            aan: r.headers['x-vum-toparty'],
          };
          return stubs.vum.antwoord(r);
        },
      },
      (bron) => bron.contactenElders(['01234561'], nieuweRaadpleging()),
    );
    expect(gevraagd).toEqual({
      method: 'POST',
      path: '/api/v3/werkgeverscontactmomenten/matches',
      body: {
        vraagObject: { 'werkgever.nummerKvk': { $eq: '01234561' }, datum: { $gte: '2025-03-10' } },
      },
      van: '00000099000000001000',
      via: '00000099000000001000',
      aan: '00000099000000002000',
    });
  });

  test.each([
    ['too many: partial', { maximumAantalResultatenBereikt: true }, 'GEDEELTELIJK', 'ONVOLLEDIG'],
    [
      'too many, and none: no proof of nothing',
      { maximumAantalResultatenBereikt: true, matches: [] },
      'FOUT',
      'ONVOLLEDIG',
    ],
    [
      'a contact with another employer: an error',
      { matches: [{ datum: '2026-01-02', werkgever: { nummerKvk: '01234562' } }] },
      'FOUT',
      'ONVERWACHTE_VORM',
    ],
    [
      'a date that does not exist: an error',
      { matches: [{ datum: '2026-02-30' }] },
      'FOUT',
      'ONVERWACHTE_VORM',
    ],
  ])('%s', async (_, anders, uitkomst, reden) => {
    const stubs = proefstubs();
    const antwoorden = await metVum(
      {
        ...stubs.vum,
        antwoord: async (r) => {
          const heel = await stubs.vum.antwoord(r);
          return { ...heel, body: JSON.stringify({ ...(JSON.parse(heel.body) as object), ...anders }) };
        },
      },
      (bron) => bron.contactenElders(['01234561'], nieuweRaadpleging()),
    );
    expect(antwoorden.map(kern)).toEqual([{ uitkomst, reden }]);
  });

  test('a number that cannot be a KvK number is not asked', async () => {
    const antwoorden = await vum.contactenElders(['1234567'], nieuweRaadpleging());
    expect(antwoorden.map(kern)).toEqual([{ uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' }]);
    expect(proef.aanroepen()).toEqual({});
  });
});

describe('many keys travel together', () => {
  test('100 clients are one call, 250 more are three', async () => {
    const context = createContext({ crm, kvk, vum }, nieuweRaadpleging());
    const honderd = await context.voorstellen.loadMany(clientnummers.slice(0, 100));
    expect(proef.aanroepen()).toEqual({ 'GET /api/data/v9.2/wg_voorstellen': 1 });
    expect(honderd.map((a) => 'uitkomst' in a && a.uitkomst)).toEqual([
      'NIETS_GEVONDEN',
      ...Array<string>(99).fill('GEVONDEN'),
    ]);
    await context.voorstellen.loadMany(clientnummers.slice(100, 350));
    expect(proef.aanroepen()).toEqual({ 'GET /api/data/v9.2/wg_voorstellen': 4 });
  });

  test('100 clients make a URL of less than 8 KB', async () => {
    let langste = 0;
    await metCrm(
      (stub) => ({
        ...stub,
        antwoord: (r) => {
          langste = Math.max(langste, `${r.path}?${r.query.toString()}`.length);
          return stub.antwoord(r);
        },
      }),
      (bron) => bron.voorstellen(clientnummers.slice(0, 100), nieuweRaadpleging()),
    );
    expect(langste).toBeGreaterThan(4_000);
    expect(langste).toBeLessThan(8_192);
  });

  test('a key that cannot be one is not asked, and does not spoil the others', async () => {
    const raadpleging = nieuweRaadpleging();
    const clienten = await crm.voorstellen(["w1.' or wg_clientnummer ne '", clientnummer(1)], raadpleging);
    expect(clienten.map(kern)).toEqual([{ uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' }, gevonden]);
    await proef.herstel();
    const ongeldig = await Promise.all([
      crm.werkgevers(['1234567', '0123456x'], raadpleging),
      crm.vacatures(['17'], raadpleging),
      kvk.basisprofielen(['../../zoeken'], raadpleging),
    ]);
    expect(ongeldig.flat().map(kern)).toEqual(Array(4).fill({ uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' }));
    expect(proef.aanroepen()).toEqual({});
  });

  test('clients whose numbers differ in case only do not get each other', async () => {
    const groot = `w1.${'A'.repeat(34)}`;
    const gelijkend = proefstubs({
      clientnummerVan: (bsn) => (bsn === bsns[1] ? groot : groot.toLowerCase()),
    });
    const [antwoord] = await metCrm(
      () => gelijkend.crm,
      (bron) => bron.voorstellen([groot], nieuweRaadpleging()),
    );
    expect(antwoord).toMatchObject({
      uitkomst: 'GEVONDEN',
      gegevens: [{ wg_clientnummer: groot, wg_voorstelid: uuid('e', 1) }],
    });
    expect(antwoord).not.toHaveProperty('gegevens.1');
  });
});

describe('an answer without rows', () => {
  test('under a warning is no proof of nothing', async () => {
    await proef.zet('CRM', 'warning');
    const raadpleging = nieuweRaadpleging();
    const antwoorden = await Promise.all([
      crm.voorstellen([clientnummer(0)], raadpleging),
      crm.werkgevers(['99999999'], raadpleging),
      crm.zoekWerkgevers({ first: 20, after: undefined, zoekterm: 'bestaat niet' }, raadpleging),
    ]);
    expect(antwoorden.flat().map(kern)).toEqual(Array(3).fill({ uitkomst: 'FOUT', reden: 'ONVOLLEDIG' }));
  });
});

test('a CRM that does not obey the filter is not believed', async () => {
  const antwoorden = await metCrm(
    (stub) => ({
      ...stub,
      antwoord: (r) => {
        const query = new URLSearchParams(r.query);
        query.delete('$filter');
        return stub.antwoord({ ...r, query });
      },
    }),
    (bron) => bron.voorstellen([1, 2].map(clientnummer), nieuweRaadpleging()),
  );
  expect(antwoorden.map(kern)).toEqual(Array(2).fill({ uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' }));
});

test('a later page that does not come leaves who was seen partial, and who was not with its outcome', async () => {
  const antwoorden = await metCrm(
    (stub) => ({
      ...stub,
      antwoord: (r) => {
        if (r.query.has('$skiptoken')) return stub.faults.maintenance(r);
        // A source that makes smaller pages than it is asked for.
        const prefer = String(r.headers['prefer']).replace(/maxpagesize=\d+/, 'maxpagesize=2');
        return stub.antwoord({ ...r, headers: { ...r.headers, prefer } });
      },
    }),
    (bron) => bron.voorstellen([1, 2, 3, 0].map(clientnummer), nieuweRaadpleging()),
  );
  expect(antwoorden.map(kern)).toEqual([
    { uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG' },
    { uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG' },
    { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONDERHOUD' },
    { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONDERHOUD' },
  ]);
});

test('an employer that stands in the CRM twice is partial', async () => {
  const antwoorden = await metCrm(
    (stub) => ({
      ...stub,
      antwoord: async (r) => {
        const een = await stub.antwoord(r);
        const { value } = z.object({ value: z.array(z.unknown()) }).parse(JSON.parse(een.body));
        return { ...een, body: JSON.stringify({ value: [...value, ...value] }) };
      },
    }),
    (bron) => bron.werkgevers(['01234561', '99999999'], nieuweRaadpleging()),
  );
  expect(antwoorden.map(kern)).toEqual([
    { uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG' },
    { uitkomst: 'NIETS_GEVONDEN', reden: undefined },
  ]);
});

test('a refused token, and an address where no CRM is, are errors', async () => {
  const geweigerd = await metCrm(
    (stub) => ({
      ...stub,
      antwoord: (r) => stub.antwoord({ ...r, headers: { ...r.headers, authorization: undefined } }),
    }),
    (bron) => bron.vacatures([uuid('b', 1)], nieuweRaadpleging()),
  );
  const elders = createCrm({ ...proef.config.crm, url: new URL('/elders', proef.config.crm.url) });
  const verdwaald = await elders.vacatures([uuid('b', 1)], nieuweRaadpleging());
  await elders.sluit();
  expect([...geweigerd, ...verdwaald].map(kern)).toEqual([
    { uitkomst: 'FOUT', reden: 'AANMELDING_GEWEIGERD' },
    { uitkomst: 'FOUT', reden: 'BRONFOUT' },
  ]);
});
