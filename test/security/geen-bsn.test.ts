/**
 * A full run, faults and bad input included, and then the search: no BSN of the population in any
 * log line, in anything between gateway and subgraphs, in any answer or error, or in any URL.
 */
import { subscribe } from 'node:diagnostics_channel';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { createLogger, isBsn, stubFaults } from '../../subgraphs/kit/index.ts';
import { operatie, toetsmoment } from '../operations.ts';

const logregels: string[] = [];
const oversteken: string[] = [];
const antwoorden: string[] = [];
const urls: string[] = [];
const proxies: Server[] = [];
let werkplein: LopendWerkplein;
let gatewayUrl = '';
let bekendeBsns: ReadonlySet<string>;

/** Every BSN of the population that stands somewhere in a text. */
function gevondenIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.match(/\d{9,}/g) ?? []).flatMap((cijfers) => deelreeksen(cijfers));
}

function deelreeksen(cijfers: string): readonly string[] {
  return Array.from({ length: cijfers.length - 8 }, (_leeg, i) => cijfers.slice(i, i + 9)).filter((reeks) =>
    bekendeBsns.has(reeks),
  );
}

/** Stands between gateway and subgraph, passes everything on and keeps a copy of both directions. */
async function luisteraar(doel: string): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const delen: Buffer[] = [];
      for await (const deel of request) delen.push(deel as Buffer);
      const body = Buffer.concat(delen).toString('utf8');
      const antwoord = await fetch(doel, {
        method: request.method ?? 'POST',
        headers: {
          'content-type': request.headers['content-type'] ?? '',
          authorization: request.headers.authorization ?? '',
        },
        body,
      }).catch(() => undefined);
      // A subgraph that is down is as down behind this proxy.
      if (antwoord === undefined) {
        request.socket.destroy();
        return;
      }
      const tekst = await antwoord.text();
      oversteken.push(`${request.url ?? ''} ${JSON.stringify(request.headers)} ${body}`, tekst);
      response.writeHead(antwoord.status, { 'content-type': 'application/json' }).end(tekst);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  proxies.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

async function stuur(init: { readonly method?: string; readonly body?: string; readonly query?: string }) {
  const response = await fetch(`${werkplein.url}${init.query ?? ''}`, {
    method: init.method ?? 'POST',
    headers: { 'content-type': 'application/json' },
    ...(init.body === undefined ? {} : { body: init.body }),
  });
  antwoorden.push(JSON.stringify([...response.headers]), await response.text());
  return response.status;
}

beforeAll(async () => {
  subscribe('undici:request:create', (message) => {
    const { request } = message as { readonly request: { readonly origin?: unknown; readonly path: string } };
    // This test's own calls to the gateway apart: some of them do what nobody should.
    if (gatewayUrl !== '' && gatewayUrl.startsWith(String(request.origin))) return;
    urls.push(`${String(request.origin)}${request.path}`);
  });
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, klaar) => {
      logregels.push(chunk.toString('utf8'));
      klaar();
    },
  });
  werkplein = await startWerkplein({
    now: toetsmoment,
    logger: createLogger('test', { level: 'trace', destination }),
    tussen: (_naam, url) => luisteraar(url),
    env: Object.fromEntries(
      ['GEMEENTE_BRP', 'GEMEENTE_KVS', 'UWV_SUWINET_INKOMSTEN', 'SW_WACHTLIJST'].map((p) => [
        `${p}_TIMEOUT_MS`,
        '300',
      ]),
    ),
  });
  gatewayUrl = werkplein.url;
  const { personen } = werkplein.bevolking;
  bekendeBsns = new Set(personen.flatMap(({ bsn, partner }) => [bsn, ...(partner ? [partner.bsn] : [])]));

  // Profiles of clients with much on file, partners included.
  const vol = personen
    .filter((p) => p.bijstand !== undefined || p.swDienstverband !== undefined)
    .filter((_p, i) => i % 12 === 0);
  for (const { bsn } of [personen[0], ...vol].filter((p) => p !== undefined)) {
    const clientnummer = werkplein.pseudoniem.clientnummerVan(bsn);
    await stuur({ body: JSON.stringify({ query: operatie('clientprofiel'), variables: { clientnummer } }) });
  }
  const clientnummers = personen.slice(0, 100).map(({ bsn }) => werkplein.pseudoniem.clientnummerVan(bsn));
  await stuur({ body: JSON.stringify({ query: operatie('werkvoorraad'), variables: { clientnummers } }) });

  // Searches, right and wrong, and a BSN everywhere it does not belong.
  const bsn = personen[0]?.bsn ?? '';
  const zoek = operatie('zoek-client');
  const naam = personen[0]?.naam.geslachtsnaam;
  const variabelen: readonly unknown[] = [
    { bsn },
    { geslachtsnaam: naam, geboortedatum: personen[0]?.geboortedatum },
    { bsn, geslachtsnaam: naam },
    { bsn: Number(bsn) },
    { bsn: [bsn] },
    { bsn: { nummer: bsn } },
    { geslachtsnaam: bsn, geboortedatum: bsn },
    { geslachtsnaam: naam, geboortedatum: Number(bsn) },
  ];
  for (const variables of variabelen) await stuur({ body: JSON.stringify({ query: zoek, variables }) });
  const documenten: readonly string[] = [
    `{ zoekClient(bsn: "${bsn}") { clienten { clientnummer } } }`,
    `{ zoekClient(bsn: ${bsn}) { clienten { clientnummer } } }`,
    `{ zoekClient(geslachtsnaam: """${bsn}""", geboortedatum: "2000-01-01") { clienten { clientnummer } } }`,
    `query ($bsn: String = "${bsn}") { zoekClient(bsn: $bsn) { clienten { clientnummer } } }`,
    `query Q${bsn} { client(clientnummer: "${bsn}") { clientnummer } }`,
    `{ client(clientnummer: "${bsn}") { clientnummer } }`,
    `{ a${bsn}: werkgever(kvkNummer: "${bsn}") { kvkNummer } }`,
    `{ client(clientnummer: "x") { veld${bsn} } }`,
    `{ client(clientnummer: "x" ${bsn}`,
    `# ${bsn}\n{ __typename }`,
  ];
  for (const query of documenten) await stuur({ body: JSON.stringify({ query }) });
  await stuur({ body: `{"query": "{ __typename }", "variables": {"bsn": "${bsn}"` });
  await stuur({ method: 'GET', query: `?query={__typename}&variables={"bsn":"${bsn}"}` });
  await stuur({ body: JSON.stringify({ query: zoek, variables: { clientnummer: bsn } }) });
  await stuur({
    body: JSON.stringify({
      query: 'query ($c: ID!) { client(clientnummer: $c) { clientnummer } }',
      variables: { c: bsn },
    }),
  });

  // Every source in every fault, one kind at a time over all of them.
  const clientnummer = werkplein.pseudoniem.clientnummerVan(bsn);
  for (const fault of stubFaults.filter((f) => f !== 'hang')) {
    await Promise.all(Object.values(werkplein.bronnen).map((stub) => stub.setFault(fault)));
    await stuur({ body: JSON.stringify({ query: operatie('clientprofiel'), variables: { clientnummer } }) });
    await stuur({ body: JSON.stringify({ query: zoek, variables: { bsn } }) });
  }
  await Promise.all(Object.values(werkplein.partners).map(({ subgraph }) => subgraph.stop()));
  await stuur({ body: JSON.stringify({ query: operatie('clientprofiel'), variables: { clientnummer } }) });
}, 180_000);

afterAll(async () => {
  await werkplein.stop();
  for (const proxy of proxies) proxy.close();
});

describe('after a full run, no BSN of the population stands in', () => {
  it('the search itself finds one where there is one', () => {
    const [bsn = ''] = bekendeBsns;
    expect(isBsn(bsn)).toBe(true);
    expect(gevondenIn([`x${bsn}y`, `1${bsn}2`])).toEqual([bsn, bsn]);
    expect(bekendeBsns.size).toBeGreaterThan(5_000);
  });

  it('any log line', () => {
    expect(logregels.length).toBeGreaterThan(100);
    expect(gevondenIn(logregels)).toEqual([]);
  });

  it('any body or header between gateway and subgraphs', () => {
    expect(oversteken.length).toBeGreaterThan(200);
    expect(gevondenIn(oversteken)).toEqual([]);
  });

  it('any URL that was called, of a subgraph or of a source', () => {
    expect(urls.length).toBeGreaterThan(500);
    expect(gevondenIn(urls)).toEqual([]);
  });

  it('any answer or error of the gateway', () => {
    expect(antwoorden.length).toBeGreaterThan(100);
    expect(gevondenIn(antwoorden)).toEqual([]);
  });
});
