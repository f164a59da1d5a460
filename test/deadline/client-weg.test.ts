/** A client that goes away: what was asked for it is cancelled down to the sources, and is nobody's fault. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { createLogger } from '../../subgraphs/kit/index.ts';
import { operatie, toetsmoment } from '../operations.ts';
import { type StilleServer, startStilleServer, totdat } from './stille-server.ts';

/** One source of the municipality, and the whole subgraph of the SW company: neither answers. */
let bron: StilleServer;
let subgraph: StilleServer;
let werkplein: LopendWerkplein;
let clientnummer: string;
let log: string[] = [];
let klaar = 0;

beforeAll(async () => {
  [bron, subgraph] = await Promise.all([startStilleServer(), startStilleServer()]);
  werkplein = await startWerkplein({
    now: toetsmoment,
    // Far longer than the test waits: what ends here, ends because the client did.
    env: { GEMEENTE_KVS_URL: bron.url, GEMEENTE_KVS_TIMEOUT_MS: '60000', SUBGRAPH_TIMEOUT_MS: '60000' },
    logger: createLogger('test', { level: 'trace', destination: { write: (regel) => log.push(regel) } }),
    tussen: async (naam, url) => (naam === 'sw' ? subgraph.url : url),
    opKlaar: () => {
      klaar += 1;
    },
  });
  clientnummer = werkplein.pseudoniem.clientnummerVan(werkplein.bevolking.personen[0]?.bsn ?? '');
});

afterAll(async () => {
  await werkplein.stop();
  await Promise.all([bron.stop(), subgraph.stop()]);
});

beforeEach(() => {
  log = [];
  klaar = 0;
});

afterEach(async () => {
  await totdat(() => bron.wachtend() === 0 && subgraph.wachtend() === 0);
});

/** A client that asks, and can go away. */
function client(query = operatie('clientprofiel'), accept = 'application/json') {
  const afbreker = new AbortController();
  const antwoord = fetch(werkplein.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, 'x-tijdbudget-ms': '30000' },
    body: JSON.stringify({ query, variables: { clientnummer } }),
    signal: afbreker.signal,
  });
  // Going away is what these clients are for.
  antwoord.catch(() => undefined);
  return {
    antwoord,
    gaWeg: () => {
      afbreker.abort();
    },
  };
}

const wachtend = () => [bron.wachtend(), subgraph.wachtend()];
const alleenWachtend = (aantal: number) => totdat(() => wachtend().every((open) => open === aantal));

/** Messages of the log with their level, each once. */
const berichten = () =>
  [...new Set(log.map((regel) => JSON.parse(regel) as { readonly level: number; readonly msg: string }))]
    .map(({ level, msg }) => `${level} ${msg}`)
    .filter((bericht, i, alle) => alle.indexOf(bericht) === i)
    .sort();

describe('a client that goes away', () => {
  it('ends the call to the silent subgraph, and through its partner that to the silent source', async () => {
    const { antwoord, gaWeg } = client();
    await alleenWachtend(1);
    gaWeg();
    await alleenWachtend(0);
    await expect(antwoord).rejects.toThrow();
  });

  it('ends nothing of another client', async () => {
    const clienten = [client(), client(), client()];
    await alleenWachtend(3);
    clienten[1]?.gaWeg();
    await alleenWachtend(2);
    // What else would be cancelled would be by now.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(wachtend()).toEqual([2, 2]);
    for (const { gaWeg } of clienten) gaWeg();
  });

  it('is no error of anybody, and its operation is done', async () => {
    const clienten = [client(), client()];
    await alleenWachtend(2);
    for (const { gaWeg } of clienten) gaWeg();
    await totdat(() => klaar === 2);
    await alleenWachtend(0);
    expect(berichten()).toEqual(['20 question to a source was withdrawn', '30 operation done']);
  });

  it('between the parts of an answer ends the part that it does not wait for', async () => {
    const { antwoord, gaWeg } = client(
      `query ($clientnummer: ID!) {
        client(clientnummer: $clientnummer) {
          persoon { bron { uitkomst } }
          ... @defer { klantdossier { bron { uitkomst } } loonwaarde { bron { uitkomst } } }
        }
      }`,
      'multipart/mixed;deferSpec=20220824',
    );
    const lezer = (await antwoord).body?.getReader();
    const eerste: unknown = (await lezer?.read())?.value;
    expect(eerste instanceof Uint8Array ? new TextDecoder().decode(eerste) : '').toContain(
      '"persoon":{"bron":{"uitkomst":"GEVONDEN"}}',
    );
    await alleenWachtend(1);
    gaWeg();
    await alleenWachtend(0);
    await totdat(() => klaar === 1);
    expect(berichten()).toEqual(['20 question to a source was withdrawn', '30 operation done']);
  });
});
