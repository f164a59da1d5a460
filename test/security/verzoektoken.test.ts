/**
 * Every partner's subgraph over HTTP, as its gateway and as anybody else: only a question with a token of the gateway that
 * is for that question is answered, once, and whoever asks otherwise learns nothing of why not.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ontwikkelPseudoniem } from '../../commands/development.ts';
import { type OntwikkelIssuer, openOntwikkelIssuer } from '../../commands/development-issuer.ts';
import { ontwikkelLogboek } from '../../commands/development-logboek.ts';
import { medewerkerVan } from '../../commands/development-persons.ts';
import { openVerzoeksleutel } from '../../commands/development-request-key.ts';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { registry } from '../../subgraphs/index.ts';
import { createLogger, kidVan, verzoekHash } from '../../subgraphs/kit/index.ts';
import { operatie } from '../operations.ts';

const key = createPrivateKey(readFileSync(openVerzoeksleutel().gateway.SUBGRAPH_TOKEN_KEY_FILE));
const kid = kidVan(key);
const typ = 'werkplein-verzoek+jwt';
const body = JSON.stringify({ query: '{ _service { sdl } }' });
const partners = registry.filter(({ inProcess }) => inProcess !== true).map(({ naam }) => naam);

const map = mkdtempSync(join(tmpdir(), 'verzoek-'));
let issuer: OntwikkelIssuer;
let werkplein: LopendWerkplein;
const urls = new Map<string, string>();
const gekregen: { readonly naam: string; readonly headers: IncomingHttpHeaders }[] = [];
let log: string[] = [];

/** Passes everything on, and keeps what the gateway sent. */
async function tussen(naam: string, url: string): Promise<string> {
  urls.set(naam, url);
  const server = createServer((vraag, antwoord) => {
    gekregen.push({ naam, headers: vraag.headers });
    void text(vraag).then((inhoud) => {
      const { authorization = '' } = vraag.headers;
      const door = request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
      });
      door.on('response', (terug) => terug.pipe(antwoord.writeHead(terug.statusCode ?? 0)));
      door.end(inhoud);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

beforeAll(async () => {
  issuer = await openOntwikkelIssuer(map);
  werkplein = await startWerkplein({
    env: {
      ...ontwikkelPseudoniem,
      ...issuer.omgeving,
      ...ontwikkelLogboek(join(map, 'logboek'), map),
      ACCESS: 'closed',
    },
    logger: createLogger('test', { level: 'trace', destination: { write: (regel) => void log.push(regel) } }),
    tussen,
  });
}, 60_000);
afterAll(async () => {
  await werkplein.stop();
  rmSync(map, { recursive: true });
});

const nu = () => Math.floor(Date.now() / 1_000);

const goed = (aud: string) => ({
  iss: 'werkplein-gateway',
  aud,
  iat: nu(),
  exp: nu() + 10,
  jti: randomUUID() as string,
  verwerking: '0af7651916cd43dd8448eb211c80319c',
  vraag: verzoekHash(body),
  sub: 'a1.abcdefghijklmnopabcdefghijklmnop',
  rollen: ['klantmanager'],
  organisatie: 'gemeente',
  mandaten: ['1783'],
  doel: 'reintegratie',
});
type Claims = Readonly<Record<string, unknown>>;

/** A token as jose signs it; undefined takes a claim away. */
async function teken(
  claims: Claims,
  header: object = {},
  sleutel: KeyObject | Uint8Array = key,
): Promise<string> {
  const payload = JSON.parse(JSON.stringify(claims)) as Record<string, unknown>;
  return new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', typ, kid, ...header }).sign(sleutel);
}

const deel = (waarde: unknown) => Buffer.from(JSON.stringify(waarde)).toString('base64url');
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** Status and answer of a question, and the reason in the log. */
function stuur(url: string, headers: Headers, inhoud: string | undefined = body, methode = 'POST') {
  log = [];
  return new Promise<{ status: number; antwoord: unknown; reden: unknown }>((resolve, reject) => {
    const vraag = request(url, {
      method: methode,
      headers: { 'content-type': 'application/json', ...(headers as Record<string, string | string[]>) },
    });
    vraag.on('error', reject).on('response', (response) => {
      void text(response).then((tekst) => {
        const regels = log.map((regel) => JSON.parse(regel) as { readonly reden?: unknown });
        resolve({
          status: response.statusCode ?? 0,
          antwoord: JSON.parse(tekst),
          reden: regels.find(({ reden }) => reden !== undefined)?.reden,
        });
      });
    });
    vraag.end(inhoud);
  });
}

const ander = generateKeyPairSync('ed25519').privateKey;
const publiekePem = createPublicKey(key).export({ format: 'pem', type: 'spki' }) as string;
const jwk = createPublicKey(key).export({ format: 'jwk' });

type Geval = readonly [wat: string, headers: (aud: string) => Headers | Promise<Headers>, reden: string];
const met = (claims: Claims, header?: object, sleutel?: KeyObject | Uint8Array) => async (aud: string) =>
  bearer(await teken({ ...goed(aud), ...claims }, header, sleutel));

const gevallen: readonly Geval[] = [
  ['no token', () => ({}), 'GEEN_TOKEN'],
  ['an empty header', () => ({ authorization: '' }), 'GEEN_TOKEN'],
  ['another scheme', () => ({ authorization: 'Basic Z2F0ZXdheTpnZWhlaW0=' }), 'GEEN_BEARER'],
  ['no JWT', () => bearer('gateway'), 'GEEN_BEARER'],
  ['a token for another subgraph', (aud) => met({ aud: partners.find((p) => p !== aud) })(aud), 'PUBLIEK'],
  ['a token for several subgraphs', met({ aud: partners }), 'CLAIMS'],
  ['a token for none', met({ aud: undefined }), 'CLAIMS'],
  ['another issuer', met({ iss: 'gateway' }), 'CLAIMS'],
  ['an expired token', met({ iat: nu() - 60, exp: nu() - 31 }), 'VERLOPEN'],
  ['a token of the future', met({ iat: nu() + 60, exp: nu() + 70 }), 'NOG_NIET_GELDIG'],
  ['a token that is valid too long', met({ iat: nu(), exp: nu() + 31 }), 'TE_LANG_GELDIG'],
  ['a token that is never valid', met({ iat: nu(), exp: nu() }), 'TE_LANG_GELDIG'],
  ['a token without an end', met({ exp: undefined }), 'CLAIMS'],
  ['a token without a number of its own', met({ jti: undefined }), 'CLAIMS'],
  ['a token of nobody', met({ sub: undefined, rollen: undefined }), 'CLAIMS'],
  ['a token that says more', met({ bsn: '999900006' }), 'CLAIMS'],
  ['another key under our kid', met({}, {}, ander), 'HANDTEKENING'],
  ['a key that is not known', met({}, { kid: kidVan(ander) }, ander), 'SLEUTEL'],
  ['a key that it brings itself', met({}, { jwk: ander.export({ format: 'jwk' }) }, ander), 'KOPVELD'],
  ['our own key in its header', met({}, { jwk }), 'KOPVELD'],
  ['another kind of token', met({}, { typ: 'at+jwt' }), 'KOPVELD'],
  ['alg none', (aud) => bearer(`${deel({ alg: 'none', typ, kid })}.${deel(goed(aud))}.`), 'GEEN_BEARER'],
  [
    'alg none, with a signature',
    async (aud) => {
      const [, claims, handtekening] = (await teken(goed(aud))).split('.');
      return bearer([deel({ alg: 'none', typ, kid }), claims, handtekening].join('.'));
    },
    'KOPVELD',
  ],
  ['HS256 with our public key as secret', met({}, { alg: 'HS256' }, Buffer.from(publiekePem)), 'GEEN_BEARER'],
  [
    'HS512 with our public key as secret',
    met({}, { alg: 'HS512' }, Buffer.from(jwk.x ?? '', 'base64url')),
    'KOPVELD',
  ],
  [
    'other claims under the signature',
    async (aud) => {
      const [kop, , handtekening] = (await teken(goed(aud))).split('.');
      return bearer([kop, deel({ ...goed(aud), rollen: ['beheerder'] }), handtekening].join('.'));
    },
    'HANDTEKENING',
  ],
  ['another body', met({ vraag: verzoekHash(`${body} `) }), 'ANDERE_VRAAG'],
  [
    'two headers, both right',
    async (aud) => ({
      authorization: [`Bearer ${await teken(goed(aud))}`, `Bearer ${await teken(goed(aud))}`],
    }),
    'MEER_TOKENS',
  ],
  [
    'a right token that is too large',
    met({ mandaten: Array.from({ length: 1_500 }, () => '1783') }),
    'TE_GROOT',
  ],
  [
    'the token of the user',
    async () => bearer(await issuer.token(medewerkerVan('klantmanager', 1, ['1783']), 600)),
    'KOPVELD',
  ],
];

describe.each(partners)('the subgraph of %s', (naam) => {
  const url = () => urls.get(naam) ?? '';
  const geweigerd = (reden: string) => ({
    status: 401,
    antwoord: {
      errors: [
        {
          message: 'This subgraph answers its gateway only.',
          extensions: { code: 'VERZOEK_GEWEIGERD', correlationId: expect.any(String) as unknown },
        },
      ],
    },
    reden,
  });

  it('answers the gateway, also about its own schema', async () => {
    const { status, antwoord } = await stuur(url(), bearer(await teken(goed(naam))));
    expect({ status, antwoord }).toEqual({
      status: 200,
      antwoord: {
        data: { _service: { sdl: expect.stringContaining('enum Bron') as unknown } },
        extensions: { verwerkingen: [] },
      },
    });
  });

  it.each(gevallen)('refuses %s', async (_wat, headers, reden) => {
    expect(await stuur(url(), await headers(naam))).toEqual(geweigerd(reden));
  });

  it('refuses a token that was used', async () => {
    const token = bearer(await teken(goed(naam)));
    expect((await stuur(url(), token)).status).toBe(200);
    expect(await stuur(url(), token)).toEqual(geweigerd('HERHAALD'));
  });

  it('refuses what is sent at once with one token, but for one', async () => {
    const token = bearer(await teken(goed(naam)));
    const tegelijk = await Promise.all(Array.from({ length: 20 }, () => stuur(url(), token)));
    expect(tegelijk.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('answers the question that a token is for, also after it came with another', async () => {
    const token = bearer(await teken(goed(naam)));
    expect(await stuur(url(), token, `${body}\n`)).toEqual(geweigerd('ANDERE_VRAAG'));
    expect((await stuur(url(), token)).status).toBe(200);
  });

  it.each([
    ['no body', {}, undefined, 401],
    ['a body that is no JSON', { 'content-type': 'text/plain' }, body, 415],
  ])('refuses %s with a right token', async (_wat, headers, inhoud, verwacht) => {
    const token = bearer(await teken(goed(naam)));
    const verzonden = { ...headers, ...token, ...(inhoud === undefined ? { 'content-length': '0' } : {}) };
    const { status } = await stuur(url(), verzonden, inhoud ?? '');
    expect(status).toBe(verwacht);
  });

  it('lives without a token', async () => {
    const response = await fetch(new URL('/health/live', url()));
    expect(response.status).toBe(200);
  });
});

describe('what the gateway sends', () => {
  it('is a token for each question, and never the token of the user', async () => {
    gekregen.length = 0;
    const token = await issuer.token(medewerkerVan('klantmanager', 1, ['1783', '1842']), 600);
    const { bsn } = werkplein.bevolking.personen[0] ?? { bsn: '' };
    const clientnummer = werkplein.pseudoniem.clientnummerVan(bsn);
    const { data, extensions } = await werkplein.vraag(
      operatie('clientprofiel'),
      { clientnummer },
      { ...bearer(token), 'x-doelbinding': 'reintegratie' },
    );
    expect(data?.['client']).toBeTruthy();
    expect(extensions?.bronnen?.map(({ uitkomst }) => uitkomst)).not.toContain('BRON_NIET_BESCHIKBAAR');
    expect(new Set(gekregen.map(({ naam }) => naam))).toEqual(new Set(partners));
    const tokens = gekregen.map(({ headers }) => headers.authorization?.slice('Bearer '.length) ?? '');
    expect(new Set(tokens).size).toBe(gekregen.length);
    for (const [i, { naam, headers }] of gekregen.entries()) {
      const claims = JSON.parse(
        Buffer.from(tokens[i]?.split('.')[1] ?? '', 'base64url').toString(),
      ) as Claims;
      expect(claims).toEqual({
        ...goed(naam),
        iat: expect.any(Number) as unknown,
        exp: expect.any(Number) as unknown,
        jti: expect.any(String) as unknown,
        vraag: expect.any(String) as unknown,
        verwerking: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
        sub: expect.stringMatching(/^a1\.[a-p]{32}$/) as unknown,
        mandaten: ['1783', '1842'],
        medewerkernummer: expect.any(String) as unknown,
      });
      expect(JSON.stringify(headers) + JSON.stringify(claims)).not.toContain(token);
      expect(JSON.stringify(claims)).not.toContain(bsn);
    }
  });
});
