/** A source over TLS, asked with a certificate: who is believed, who is let in, and certificates that change. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { niemand } from '../betrokkene.ts';
import { leesBronConfig } from '../bron-config.ts';
import { gevonden } from '../bronantwoord.ts';
import type { Omgeving } from '../config.ts';
import { createHttpBron } from '../http-bron.ts';
import { proefraadpleging } from '../proefraadpleging.ts';
import { raadpleeg } from '../raadpleeg.ts';
import { createUitgever, type Sleutelpaar, type Uitgever } from '../stub/development-certificates.ts';
import { leesLuisteraar } from './luisteraar.ts';

const map = mkdtempSync(join(tmpdir(), 'tls-'));
const opruimen: (() => Promise<unknown>)[] = [];
let ca: Uitgever;
let anderCa: Uitgever;
let server: Sleutelpaar;
let client: Sleutelpaar;
let anderClient: Sleutelpaar;

const ip = ['127.0.0.1'];
const schrijf = (naam: string, inhoud: string) => {
  const pad = join(map, naam);
  writeFileSync(pad, inhoud, { mode: 0o600 });
  return pad;
};
const bestanden = (naam: string, paar: Sleutelpaar) => ({
  KVS_CERT_FILE: schrijf(`${naam}.pem`, paar.certificaat),
  KVS_KEY_FILE: schrijf(`${naam}-key.pem`, paar.sleutel),
});

beforeAll(async () => {
  [ca, anderCa] = await Promise.all([
    createUitgever({ cn: 'ca', soort: 'EC' }),
    createUitgever({ cn: 'other ca', soort: 'EC' }),
  ]);
  [server, client, anderClient] = await Promise.all([
    ca.geefUit({ cn: 'source', soort: 'EC', ip }),
    ca.geefUit({ cn: 'subgraph', soort: 'EC' }),
    anderCa.geefUit({ cn: 'subgraph', soort: 'EC' }),
  ]);
  schrijf('ca.pem', ca.certificaat);
});
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((ruimOp) => ruimOp()));
});
afterAll(() => {
  rmSync(map, { recursive: true });
});

async function luister(dienst: Server): Promise<string> {
  await new Promise<void>((resolve) => dienst.listen(0, '127.0.0.1', resolve));
  opruimen.push(() => new Promise((resolve) => dienst.close(resolve)));
  return `https://127.0.0.1:${(dienst.address() as AddressInfo).port}`;
}

/** A source that wants to see a certificate, and answers with whose it was. */
async function bron(paar: Sleutelpaar, anders: ServerOptions = {}) {
  let vragen = 0;
  const dienst = createServer(
    {
      key: paar.sleutel,
      cert: paar.certificaat,
      ca: ca.certificaat,
      requestCert: true,
      rejectUnauthorized: true,
      ...anders,
    },
    (request, response) => {
      vragen += 1;
      const { socket } = request;
      response.end(socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : '');
    },
  );
  // New connections come all the time.
  dienst.maxRequestsPerSocket = 5;
  return { url: await luister(dienst), vragen: () => vragen };
}

/** Asks it: what came of it, and the codes of the errors in the log. */
function vrager(url: string, env: Omgeving) {
  const config = leesBronConfig('KVS', { KVS_URL: url, KVS_CA_FILE: join(map, 'ca.pem'), ...env });
  const http = createHttpBron({ ...config, bron: 'KVS' });
  opruimen.push(http.sluit);
  const raadpleging = proefraadpleging();
  return {
    log: raadpleging.log,
    vraag: async () => {
      const antwoord = await raadpleeg(raadpleging, 'KVS', niemand, async () =>
        gevonden((await http.vraag({ method: 'GET', path: '/' }, raadpleging)).tekst),
      );
      if ('gegevens' in antwoord) return antwoord.gegevens;
      return `${antwoord.uitkomst} ${'reden' in antwoord ? antwoord.reden : ''}`;
    },
  };
}

const onbereikbaar = 'BRON_NIET_BESCHIKBAAR ONBEREIKBAAR';

describe('who asks', () => {
  it('is let in with a certificate that the source wants to see', async () => {
    const { url } = await bron(server);
    expect(await vrager(url, bestanden('client', client)).vraag()).toBe('subgraph');
  });

  it.each([
    ['none', () => ({})],
    ['one of another authority', () => bestanden('other', anderClient)],
  ])('is not answered with %s', async (_wat, env) => {
    const { url, vragen } = await bron(server);
    const { vraag, log } = vrager(url, env());
    expect([await vraag(), vragen()]).toEqual([onbereikbaar, 0]);
    expect(log()).toMatch(/"reden":"ONBEREIKBAAR".*"cause"/);
  });
});

describe('who answers', () => {
  it.each([
    [
      'a certificate that has expired',
      () => ca.geefUit({ cn: 'x', soort: 'EC', ip, geldigTot: new Date('2021-01-01') }),
      'CERT_HAS_EXPIRED',
    ],
    [
      'a certificate that is not valid yet',
      () =>
        ca.geefUit({
          cn: 'x',
          soort: 'EC',
          ip,
          geldigVan: new Date('2090-01-01'),
          geldigTot: new Date('2091-01-01'),
        }),
      'CERT_NOT_YET_VALID',
    ],
    [
      'a certificate of another name',
      () => ca.geefUit({ cn: '127.0.0.1', soort: 'EC', dns: ['elders.example'] }),
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    [
      'a certificate of another authority',
      () => anderCa.geefUit({ cn: 'source', soort: 'EC', ip }),
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
  ])('is not asked with %s, and the log says why', async (_wat, geefUit, code) => {
    const { url, vragen } = await bron(await geefUit());
    const { vraag, log } = vrager(url, bestanden('client', client));
    expect([await vraag(), vragen()]).toEqual([onbereikbaar, 0]);
    expect(log()).toContain(`"message":"${code}"`);
  });

  it('is asked over TLS 1.2 only where that is said', async () => {
    const { url } = await bron(server, { maxVersion: 'TLSv1.2' });
    expect(await vrager(url, bestanden('client', client)).vraag()).toBe(onbereikbaar);
    expect(await vrager(url, { ...bestanden('client', client), KVS_TLS_MIN: '1.2' }).vraag()).toBe(
      'subgraph',
    );
  });

  it('is never asked in the clear', async () => {
    let vragen = 0;
    const url = await luister(
      createPlainServer((_request, response) => {
        vragen += 1;
        response.end('subgraph');
      }),
    );
    expect([await vrager(url, bestanden('client', client)).vraag(), vragen]).toEqual([onbereikbaar, 0]);
  });
});

describe('certificates that change under load', () => {
  it('are shown by new connections, and no question fails; broken files leave what there was', async () => {
    const { url } = await bron(server);
    const paden = bestanden('wissel', client);
    const { vraag, log } = vrager(url, { ...paden, FILES_POLL_MS: '100', KVS_MAX_CONCURRENT: '4' });
    const namen = new Set<string>();
    let gestopt = false;
    const belasting = Array.from({ length: 8 }, async () => {
      while (!gestopt) namen.add(await vraag());
    });
    try {
      await expect.poll(() => namen).toContain('subgraph');
      for (const cn of ['tweede', 'derde']) {
        const nieuw = await ca.geefUit({ cn, soort: 'EC' });
        // The certificate first: until the key comes they do not fit.
        schrijf('wissel.pem', nieuw.certificaat);
        await expect
          .poll(() => log().split('changed files cannot be used').length)
          .toBe(cn === 'tweede' ? 2 : 3);
        schrijf('wissel-key.pem', nieuw.sleutel);
        await expect.poll(() => namen).toContain(cn);
      }
    } finally {
      gestopt = true;
      await Promise.all(belasting);
    }
    expect([...namen]).toEqual(['subgraph', 'tweede', 'derde']);
    expect(log()).not.toMatch(/BEGIN|source did not answer/);
  });
});

describe('settings', () => {
  const https = 'https://kvs.example';
  const lees = (env: Omgeving) => () => leesBronConfig('KVS', { KVS_URL: https, ...env });

  it.each([
    [
      'a certificate without its key',
      () => ({ KVS_CERT_FILE: join(map, 'ca.pem') }),
      /KVS_CERT_FILE: needs KVS_KEY_FILE/,
    ],
    [
      'a key without its certificate',
      () => ({ KVS_KEY_FILE: bestanden('c', client).KVS_KEY_FILE }),
      /KVS_KEY_FILE: needs KVS_CERT_FILE/,
    ],
    [
      'a key of another certificate',
      () => ({ ...bestanden('c', client), KVS_KEY_FILE: bestanden('o', anderClient).KVS_KEY_FILE }),
      /KVS_CERT_FILE: is not a certificate in PEM with its key in KVS_KEY_FILE/,
    ],
    [
      'an authority that is not there',
      () => ({ KVS_CA_FILE: join(map, 'none') }),
      /KVS_CA_FILE: must be the path of cert/,
    ],
    [
      'an authority that is none',
      () => ({ KVS_CA_FILE: schrijf('x.pem', 'kanarie') }),
      /KVS_CA_FILE: must be the path/,
    ],
    ['another version', () => ({ KVS_TLS_MIN: '1.1' }), /KVS_TLS_MIN: /],
    [
      'certificates over http',
      () => ({ KVS_URL: 'http://127.0.0.1', KVS_CA_FILE: join(map, 'ca.pem') }),
      /KVS_URL: must be https where/,
    ],
    [
      'http in production',
      () => ({ KVS_URL: 'http://kvs.example', NODE_ENV: 'production' }),
      /KVS_URL: must be https in production/,
    ],
  ])('%s is refused', (_wat, env, melding) => {
    expect(lees(env())).toThrow(melding);
  });

  it('a key that others may read is refused', () => {
    const { KVS_CERT_FILE } = bestanden('c', client);
    const KVS_KEY_FILE = join(map, 'open-key.pem');
    writeFileSync(KVS_KEY_FILE, client.sleutel, { mode: 0o644 });
    expect(lees({ KVS_CERT_FILE, KVS_KEY_FILE })).toThrow(/KVS_KEY_FILE: only the owner/);
  });

  it.each([['http://127.0.0.1:1'], ['http://[::1]:1'], ['http://localhost:1'], ['https://kvs.example']])(
    '%s is taken in production',
    (KVS_URL) => {
      expect(lees({ KVS_URL, NODE_ENV: 'production' })).not.toThrow();
    },
  );

  it('of a subgraph: the clear is for this machine', () => {
    const productie = { NODE_ENV: 'production' };
    expect(leesLuisteraar(productie)).toEqual({ host: '127.0.0.1' });
    expect(() => leesLuisteraar({ ...productie, SUBGRAPH_HOST: '0.0.0.0' })).toThrow(
      /SUBGRAPH_HOST: must be loopback/,
    );
    expect(() => leesLuisteraar({ SUBGRAPH_TLS_CLIENT_CA_FILE: join(map, 'ca.pem') })).toThrow(
      /needs SUBGRAPH_TLS_CERT_FILE/,
    );
    const { KVS_CERT_FILE: SUBGRAPH_TLS_CERT_FILE, KVS_KEY_FILE: SUBGRAPH_TLS_KEY_FILE } = bestanden(
      's',
      server,
    );
    const env = { ...productie, SUBGRAPH_HOST: '0.0.0.0', SUBGRAPH_TLS_CERT_FILE, SUBGRAPH_TLS_KEY_FILE };
    expect(leesLuisteraar(env)).toMatchObject({ host: '0.0.0.0', tls: { vraagtCertificaat: false } });
  });
});
