/** Every look leaves a record: whose data, at which source, for what, and who looked, before the answer leaves. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leesElk, operatie, toetsmoment } from '../operations.ts';
import { type GeslotenWerkplein, startGesloten, type Vastgelegd } from './gesloten-werkplein.ts';

let werkplein: GeslotenWerkplein;

beforeAll(async () => {
  werkplein = await startGesloten({ now: toetsmoment });
}, 60_000);
afterAll(async () => {
  await werkplein.stop();
});
beforeEach(async () => {
  await werkplein.vastgelegd();
});

const nummerVan = (bsn: string) => werkplein.pseudoniem.clientnummerVan(bsn);

/** A client on social assistance who lives with a partner, and somebody on social assistance who does not. */
function gehuwd(isGehuwd: boolean) {
  const persoon = werkplein.bevolking.personen.find(
    ({ partner, bijstand }) =>
      bijstand !== undefined &&
      (bijstand.leefvorm === 'GEHUWD_OF_SAMENWONEND' && partner !== undefined) === isGehuwd,
  );
  if (persoon === undefined) throw new Error('the population has no such client');
  return persoon;
}

/** Who at which source, each once, sorted. */
const paren = ({ verwerkingen }: Vastgelegd) =>
  verwerkingen.map(({ wie, attributes }) => `${attributes['dpl.werkplein.bron']} ${wie ?? '?'}`).sort();

/** What is asked to know whether the file may be opened: where the client is registered, and whether it is closed. */
const voorToegang = (clientnummer: string) => [`BRP ${clientnummer}`, `KVS ${clientnummer}`];

describe('a file that is looked at', () => {
  it('leaves one record for the client at each source that was asked, and who looked apart from it', async () => {
    const clientnummer = nummerVan(gehuwd(false).bsn);
    const headers = {
      ...(await werkplein.als('klantmanager', 'reintegratie')),
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    };
    const antwoord = await werkplein.vraag(operatie('clientprofiel'), { clientnummer }, headers);
    const gelogd = await werkplein.vastgelegd();
    const gevraagd = antwoord.extensions?.bronnen?.map(({ bron }) => bron) ?? [];
    expect(gevraagd.length).toBeGreaterThan(8);
    expect(paren(gelogd)).toEqual(gevraagd.map((bron) => `${bron} ${clientnummer}`).sort());
    for (const regel of gelogd.verwerkingen) {
      const partner = antwoord.extensions?.bronnen?.find(
        ({ bron }) => bron === regel.attributes['dpl.werkplein.bron'],
      )?.subgraph;
      expect(regel).toMatchObject({
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
        name: 'Clientprofiel',
        status: 'Ok',
        startTime: toetsmoment().getTime(),
        attributes: {
          'dpl.core.processing_activity_id': `https://werkplein.example/verwerkingsactiviteiten/reintegratie/${partner ?? ''}/1`,
          'dpl.core.data_subject_id_type': 'CLIENTNUMMER',
        },
      });
      // Who looked is not in it.
      expect(JSON.stringify(regel)).not.toMatch(/klantmanager|actor|rol/);
    }
    expect(gelogd.audit).toEqual([
      {
        tijd: toetsmoment().toISOString(),
        actor: expect.any(String) as string,
        rollen: ['klantmanager'],
        doel: 'reintegratie',
        organisatie: 'gemeente',
        operatie: 'Clientprofiel',
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        uitkomst: 'GEDEELTELIJK',
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
        gegevensstromen: expect.arrayContaining(['uwv-client', 'werkplein-inkomen']) as string[],
        verwerkingen: gelogd.verwerkingen.map(({ spanId }) => spanId),
      },
    ]);
  });

  it('is also the file of the partner who is on it, at the source that tells of one', async () => {
    const { bsn, partner } = gehuwd(true);
    const vraag = 'query B($c: ID!) { client(clientnummer: $c) { bijstand { bron { uitkomst } } } }';
    await werkplein.vraag(vraag, { c: nummerVan(bsn) }, await werkplein.als('inkomensconsulent', 'inkomen'));
    expect(paren(await werkplein.vastgelegd())).toEqual(
      [
        ...[bsn, partner?.bsn ?? ''].map((nummer) => `SUWI_BIJSTAND ${nummerVan(nummer)}`),
        ...voorToegang(nummerVan(bsn)),
      ].sort(),
    );
  });
});

describe('a list of people', () => {
  it('leaves a record for everyone in a caseload, at the source of the list and at each that is asked', async () => {
    const headers = await werkplein.als('klantmanager', 'reintegratie');
    const { data } = await werkplein.vraag(
      `{ werkvoorraad(rol: KLANTMANAGER, medewerkernummer: "KM-001") { ... on WerkvoorraadKlantmanager {
        vanGemeente { bladzijde(first: 5) { edges { node { clientnummer loonwaarde { bron { uitkomst } } } } } clienten { clientnummer } } } } }`,
      {},
      headers,
    );
    const deel = 'werkvoorraad.vanGemeente';
    const allen = leesElk(data, `${deel}.clienten`, 'clientnummer') as readonly string[];
    const getoond = leesElk(data, `${deel}.bladzijde.edges`, 'node.clientnummer') as readonly string[];
    expect([allen.length > 20, getoond.length]).toEqual([true, 5]);
    expect(paren(await werkplein.vastgelegd())).toEqual(
      [
        ...allen.map((nummer) => `KVS ${nummer}`),
        ...getoond.map((nummer) => `BRP ${nummer}`),
        ...getoond.map((nummer) => `SW_ADMINISTRATIE ${nummer}`),
      ].sort(),
    );
  });

  it('leaves a record for everyone who is found by name', async () => {
    const { naam, geboortedatum } = gehuwd(false);
    const { data } = await werkplein.vraag(
      `query Z($n: String!, $d: Date!) { zoekClient(geslachtsnaam: $n, geboortedatum: $d) { inBrp { clienten { clientnummer } } } }`,
      { n: naam.geslachtsnaam, d: geboortedatum },
      await werkplein.als('intaker', 'intake'),
    );
    const gevonden = leesElk(data, 'zoekClient.inBrp.clienten', 'clientnummer') as readonly string[];
    expect(gevonden.length).toBeGreaterThan(0);
    expect(paren(await werkplein.vastgelegd())).toEqual(gevonden.map((nummer) => `BRP ${nummer}`).sort());
  });

  it('of employers leaves a record for who is named there', async () => {
    const [werkgever] = werkplein.bevolking.werkgevers;
    await werkplein.vraag(
      'query W($k: String!) { werkgever(kvkNummer: $k) { relatie { contactpersoon { naam } } } }',
      { k: werkgever?.kvkNummer },
      await werkplein.als('matchmaker', 'bemiddeling'),
    );
    expect(paren(await werkplein.vastgelegd())).toEqual([`CRM ${werkgever?.contactpersoon.id ?? ''}`]);
  });
});

describe('who asks', () => {
  it.each<[string, string, Readonly<Record<string, unknown>>, string]>([
    [
      'and sees nothing of it',
      '{ verantwoording(van: "2026-01-01", tot: "2026-06-30") { gemeente { bron { uitkomst } } } }',
      {},
      'GEDEELTELIJK',
    ],
    [
      'for the caseload of another',
      '{ werkvoorraad(rol: KLANTMANAGER, medewerkernummer: "KM-002") { rol } }',
      {},
      'GEWEIGERD',
    ],
    ['for nobody', '{ __typename }', {}, 'GEGEVEN'],
    [
      'with variables that do not fit',
      'query V($c: ID!) { client(clientnummer: $c) { clientnummer } }',
      {},
      'MISLUKT',
    ],
  ])('stands in the audit log %s, without a record of anybody', async (_wat, vraag, variables, uitkomst) => {
    await werkplein.vraag(vraag, variables, await werkplein.als('klantmanager', 'reintegratie'));
    const { verwerkingen, audit } = await werkplein.vastgelegd();
    expect(verwerkingen).toEqual([]);
    expect(audit).toMatchObject([{ rollen: ['klantmanager'], uitkomst, verwerkingen: [] }]);
  });

  it('stands there when it is the citizen, and a name that there is not', async () => {
    const { bsn } = gehuwd(false);
    const c = nummerVan(bsn);
    await werkplein.vraag(
      `query ($c: ID!) { client(clientnummer: $c) { loonwaarde { bron { uitkomst } } } }`,
      { c },
      await werkplein.alsClient(bsn),
    );
    const { verwerkingen, audit } = await werkplein.vastgelegd();
    expect(verwerkingen).toMatchObject([{ name: 'anoniem', wie: c }]);
    expect(audit).toMatchObject([{ rollen: ['client'], doel: 'inzage', operatie: 'anoniem' }]);
    const bestanden = readdirSync(werkplein.dir, { recursive: true, withFileTypes: true }).filter((b) =>
      b.isFile(),
    );
    const alles = bestanden.map((b) => readFileSync(join(b.parentPath, b.name), 'latin1')).join();
    expect(alles).toContain('anoniem');
    for (const persoon of [bsn, c]) expect(alles).not.toContain(persoon);
  });
});

describe('an answer in parts', () => {
  it('is recorded part by part, each person and source once', async () => {
    const c = nummerVan(gehuwd(false).bsn);
    const response = await fetch(werkplein.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'multipart/mixed; deferSpec=20220824',
        ...(await werkplein.als('klantmanager', 'reintegratie')),
      },
      body: JSON.stringify({
        query: `query D($c: ID!) { client(clientnummer: $c) { loonwaarde { bron { uitkomst } }
          ... @defer { werkzoekende { bron { uitkomst } } plaatsingen { bron { uitkomst } } } } }`,
        variables: { c },
      }),
    });
    expect(await response.text()).toContain('"incremental"');
    const gelogd = await werkplein.vastgelegd();
    expect(paren(gelogd)).toEqual([...voorToegang(c), `SUWINET_WERKZOEKENDE ${c}`, `SW_ADMINISTRATIE ${c}`]);
    expect(gelogd.audit.map(({ verwerkingen }) => verwerkingen.length)).toEqual([3, 1]);
  });
});

describe('a client that goes away', () => {
  it('leaves the records of what was fetched for the parts that nobody reads', async () => {
    const c = nummerVan(gehuwd(false).bsn);
    const weg = new AbortController();
    await werkplein.bronnen['SUWINET_WERKZOEKENDE']?.setFault('hang');
    try {
      const response = await fetch(werkplein.url, {
        method: 'POST',
        signal: weg.signal,
        headers: {
          'content-type': 'application/json',
          accept: 'multipart/mixed; deferSpec=20220824',
          ...(await werkplein.als('klantmanager', 'reintegratie')),
        },
        body: JSON.stringify({
          query: `query D($c: ID!) { client(clientnummer: $c) { loonwaarde { bron { uitkomst } }
            ... @defer { werkzoekende { bron { uitkomst } } } } }`,
          variables: { c },
        }),
      });
      await response.body?.getReader().read();
      const eerst = paren(await werkplein.vastgelegd());
      weg.abort();
      const later: string[] = [];
      await expect
        .poll(async () => {
          later.push(...paren(await werkplein.vastgelegd()));
          return later;
        })
        .toContain(`SUWINET_WERKZOEKENDE ${c}`);
      expect(eerst).toEqual([...voorToegang(c), `SW_ADMINISTRATIE ${c}`]);
    } finally {
      await werkplein.bronnen['SUWINET_WERKZOEKENDE']?.setFault('none');
    }
  });
});

describe('a file that was looked at', () => {
  it('leaves its record when the source fails, and when the partner is silent', async () => {
    const { bsn } = gehuwd(false);
    const c = nummerVan(bsn);
    const headers = await werkplein.als('klantmanager', 'reintegratie');
    const vraag = `query Vraag($c: ID!) { client(clientnummer: $c) {
      loonwaarde { bron { uitkomst } } klantdossier { bron { uitkomst } } werkzoekende { bron { uitkomst } } } }`;
    await werkplein.bronnen['KVS']?.setFault('server-error');
    await werkplein.partners['uwv']?.subgraph.stop();
    try {
      await werkplein.vraag(vraag, { c }, { ...headers, 'x-ontsnapping': 'KVS%20is%20weg' });
      const { verwerkingen, audit } = await werkplein.vastgelegd();
      const status = Object.fromEntries(
        verwerkingen.map((regel) => [regel.attributes['dpl.werkplein.bron'], `${regel.status} ${regel.wie}`]),
      );
      expect(status).toEqual({
        SW_ADMINISTRATIE: `Ok ${c}`,
        KVS: `Error ${c}`,
        SUWINET_WERKZOEKENDE: `Error ${c}`,
        BRP: `Ok ${c}`,
      });
      expect(audit).toMatchObject([{ uitkomst: 'GEDEELTELIJK', ontsnapping: { reden: 'KVS is weg' } }]);
    } finally {
      await werkplein.bronnen['KVS']?.setFault('none');
    }
  });
});

describe('what cannot be recorded', () => {
  it('is not given, and the gateway says that it is not ready', async () => {
    const c = nummerVan(gehuwd(false).bsn);
    const vraag = async () => {
      const response = await fetch(werkplein.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(await werkplein.als('klantmanager', 'reintegratie')),
        },
        body: JSON.stringify({
          query: 'query V($c: ID!) { client(clientnummer: $c) { loonwaarde { bron { uitkomst } } } }',
          variables: { c },
        }),
      });
      const { data, errors } = (await response.json()) as Awaited<ReturnType<typeof werkplein.vraag>>;
      return { status: response.status, data, codes: errors?.map(({ extensions }) => extensions['code']) };
    };
    const ready = async () => (await fetch(new URL('/health/ready', werkplein.url))).status;
    expect([await vraag(), await ready()]).toMatchObject([{ status: 200 }, 200]);
    // The disk is gone: where the logs were there is a file.
    renameSync(werkplein.dir, `${werkplein.dir}-weg`);
    writeFileSync(werkplein.dir, '');
    const geweigerd = { status: 503, data: undefined, codes: ['VERANTWOORDING_NIET_MOGELIJK'] };
    await expect.poll(vraag).toEqual(geweigerd);
    expect(await ready()).toBe(503);
  });
});
