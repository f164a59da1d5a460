/** The whole Werkplein over TLS with certificates on both sides: gateway to subgraphs, subgraphs to their sources. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { ruimeTijd } from '../../commands/ruime-tijd.ts';
import { registry } from '../../subgraphs/index.ts';
import {
  bronPrefix,
  createLogger,
  createUitgever,
  type Sleutelpaar,
  type Uitgever,
} from '../../subgraphs/kit/index.ts';
import { operatie } from '../operations.ts';

const map = mkdtempSync(join(tmpdir(), 'mtls-'));
let ca: Uitgever;
let werkplein: LopendWerkplein;
let log = '';

const schrijf = (naam: string, inhoud: string) => {
  const pad = join(map, naam);
  writeFileSync(pad, inhoud, { mode: 0o600 });
  return pad;
};
const bewaar = (naam: string, paar: Sleutelpaar) => ({
  cert: schrijf(`${naam}.pem`, paar.certificaat),
  key: schrijf(`${naam}-key.pem`, paar.sleutel),
});
const ip = ['127.0.0.1'];
const geef = (cn: string) => ca.geefUit({ cn, soort: 'EC', ip });

beforeAll(async () => {
  ca = await createUitgever({ cn: 'werkplein', soort: 'EC' });
  const caFile = schrijf('ca.pem', ca.certificaat);
  const gateway = bewaar('gateway', await geef('gateway'));
  const subgraph = bewaar('subgraph', await geef('subgraph'));
  const stub = await geef('source');
  const partners = await Promise.all(
    registry.map(async ({ naam, laad }) => (await laad()).bronnen.map((bron) => bronPrefix(naam, bron))),
  );
  const bronnen = partners.flat().flatMap((prefix) => [
    [`${prefix}_CA_FILE`, caFile],
    [`${prefix}_CERT_FILE`, subgraph.cert],
    [`${prefix}_KEY_FILE`, subgraph.key],
  ]);
  werkplein = await startWerkplein({
    stubTls: { cert: stub.certificaat, key: stub.sleutel, ca: ca.certificaat },
    logger: createLogger('test', { level: 'info', destination: { write: (regel) => (log += regel) } }),
    env: {
      ...(await ruimeTijd()),
      ...(Object.fromEntries(bronnen) as Record<string, string>),
      FILES_POLL_MS: '100',
      SUBGRAPH_TLS_CERT_FILE: subgraph.cert,
      SUBGRAPH_TLS_KEY_FILE: subgraph.key,
      SUBGRAPH_TLS_CLIENT_CA_FILE: caFile,
      SUBGRAPH_CA_FILE: caFile,
      SUBGRAPH_CERT_FILE: gateway.cert,
      SUBGRAPH_KEY_FILE: gateway.key,
    },
  });
}, 60_000);
afterAll(async () => {
  await werkplein.stop();
  rmSync(map, { recursive: true });
});

/** What did not come of one profile. */
async function gemist(): Promise<readonly unknown[]> {
  const { bsn } = werkplein.bevolking.personen[0] ?? { bsn: '' };
  const clientnummer = werkplein.pseudoniem.clientnummerVan(bsn);
  const { errors, extensions } = await werkplein.vraag(operatie('clientprofiel'), { clientnummer });
  const stil = extensions?.bronnen?.filter(
    ({ uitkomst }) => !['GEVONDEN', 'NIETS_GEVONDEN', 'GEDEELTELIJK'].includes(uitkomst),
  );
  return [...(errors ?? []), ...(stil ?? ['no report'])];
}

const subgraphUrl = () => werkplein.partners['sw']?.subgraph.url ?? '';

async function alleen(url: string, tls: object): Promise<number | string> {
  const dispatcher = new Agent({ connect: tls });
  try {
    return (await request(url, { dispatcher })).statusCode;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
  } finally {
    await dispatcher.destroy();
  }
}

/** Whose certificate a new connection to a subgraph is shown. */
async function getoond(): Promise<unknown> {
  const { certificaat: cert, sleutel: key } = await geef('kijker');
  const socket = connect({
    host: '127.0.0.1',
    port: Number(new URL(subgraphUrl()).port),
    ca: ca.certificaat,
    cert,
    key,
  });
  await once(socket, 'secureConnect');
  const { subject } = socket.getPeerCertificate();
  socket.destroy();
  return subject.CN;
}

it('answers as it does in the clear', async () => {
  expect(subgraphUrl()).toMatch(/^https:/);
  expect(werkplein.bronnen['BRP']?.url).toMatch(/^https:/);
  expect(await gemist()).toEqual([]);
});

describe('a subgraph', () => {
  const live = () => subgraphUrl().replace('/graphql', '/health/live');

  it('takes a certificate of its authority', async () => {
    const { certificaat: cert, sleutel: key } = await geef('beheer');
    expect(await alleen(live(), { ca: ca.certificaat, cert, key })).toBe(200);
  });

  it('says nothing without one, with one of another, or in the clear', async () => {
    const ander = await createUitgever({ cn: 'ander', soort: 'EC' });
    const { certificaat: cert, sleutel: key } = await ander.geefUit({ cn: 'gateway', soort: 'EC' });
    const uitkomsten = [
      await alleen(live(), { ca: ca.certificaat }),
      await alleen(live(), { ca: ca.certificaat, cert, key }),
      await alleen(live().replace('https:', 'http:'), {}),
    ];
    expect(uitkomsten.map((uitkomst) => typeof uitkomst)).toEqual(['string', 'string', 'string']);
  });
});

it('certificates are swapped on disk under load, and no question fails', async () => {
  let gestopt = false;
  let gevraagd = 0;
  const fouten: unknown[] = [];
  const belasting = Array.from({ length: 3 }, async () => {
    while (!gestopt) {
      fouten.push(...(await gemist()));
      gevraagd += 1;
    }
  });
  const keren = (tekst: string) => log.split(tekst).length - 1;
  try {
    for (const cn of ['een', 'twee']) {
      const eerder = keren('changed files are in use');
      const begin = gevraagd;
      for (const naam of ['gateway', 'subgraph']) bewaar(naam, await geef(`${naam}-${cn}`));
      await expect.poll(() => keren('changed files are in use')).toBeGreaterThan(eerder + 4);
      await expect.poll(() => gevraagd).toBeGreaterThan(begin + 5);
    }
    expect(await getoond()).toBe('subgraph-twee');
    schrijf('subgraph.pem', 'kanarie');
    await expect.poll(() => keren('changed files cannot be used')).toBeGreaterThan(4);
  } finally {
    gestopt = true;
    await Promise.all(belasting);
  }
  fouten.push(...(await gemist()));
  expect(fouten).toEqual([]);
  expect(log).not.toMatch(/kanarie|BEGIN/);
});
