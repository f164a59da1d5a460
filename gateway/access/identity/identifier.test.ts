/** Who is let in, and everything that keeps somebody out; with real keys, fetched from a real server. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportSPKI, importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  bsn,
  burger,
  clientnummer,
  klantmanager,
  medewerkers,
  metToken,
  nu,
  openProefdeur,
  type Proefdeur,
  settings,
} from './proefdeur.ts';
import {
  maakSleutel,
  onderteken,
  type Proefissuer,
  type Proefsleutel,
  startProefissuer,
} from './proefissuer.ts';
import type { RequestHeaders } from './request-headers.ts';
import { Weigering } from './weigering.ts';

let sleutel: Proefsleutel;
let burgersleutel: Proefsleutel;
let vreemd: Proefsleutel;
let issuer: Proefissuer;
let burgerissuer: Proefissuer;
let deur: Proefdeur;

beforeAll(async () => {
  [sleutel, burgersleutel, vreemd] = await Promise.all([
    maakSleutel('m-1'),
    maakSleutel('b-1'),
    // The same name as a key that is trusted.
    maakSleutel('m-1'),
  ]);
  issuer = await startProefissuer(sleutel);
  burgerissuer = await startProefissuer(burgersleutel);
});
beforeEach(async () => {
  await (deur as Proefdeur | undefined)?.close();
  deur = openProefdeur(settings({ jwksUri: issuer.jwksUri }, { jwksUri: burgerissuer.jwksUri }));
});
afterAll(async () => {
  await Promise.all([deur.close(), issuer.stop(), burgerissuer.stop()]);
});

type Claims = Readonly<Record<string, unknown>>;
const vanMedewerker = (claims: Claims = {}, header: Claims = {}) =>
  onderteken(sleutel, { ...klantmanager, ...claims }, header);
const vanBurger = (claims: Claims = {}) => onderteken(burgersleutel, { ...burger, ...claims });
const deel = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('let in', () => {
  it('a worker, with what the organisation says of the worker and a pseudonym', async () => {
    const identity = await deur.identify(metToken(await vanMedewerker()));
    expect(identity).toEqual({
      issuer: medewerkers,
      actor: expect.stringMatching(/^a1\.[a-p]{32}$/) as string,
      rollen: ['klantmanager'],
      organisatie: 'gemeente-westland',
      mandaten: ['1783'],
      medewerkernummer: 'KM-001',
      doel: 'reintegratie',
    });
    expect([identity, identity.rollen, identity.mandaten].every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('a citizen, as the client that the BSN stands for', async () => {
    const identity = await deur.identify(metToken(await vanBurger(), 'inzage'));
    expect(identity).toMatchObject({
      rollen: ['client'],
      organisatie: 'werkplein',
      mandaten: [],
      clientnummer,
    });
    expect(JSON.stringify(identity)).not.toContain(bsn);
  });

  it('a worker under the same pseudonym at every visit, and under another than a namesake elsewhere', async () => {
    const actor = async (token: string, doel?: string) => (await deur.identify(metToken(token, doel))).actor;
    const eerste = await actor(await vanMedewerker());
    expect(await actor(await vanMedewerker({ exp: nu + 10 }))).toBe(eerste);
    expect(await actor(await vanMedewerker({ sub: 'kanarie-jansen2' }))).not.toBe(eerste);
    expect(await actor(await vanBurger({ sub: klantmanager.sub }), 'inzage')).not.toBe(eerste);
  });

  it.each([
    ['just expired', { exp: nu - 29 }],
    ['of a clock that runs ahead', { iat: nu + 29, nbf: nu + 29 }],
    ['for several audiences', { aud: ['iets', 'werkplein-graph'] }],
    ['with a role twice', { rollen: ['klantmanager', 'klantmanager'] }],
    ['with an OIN as organisation', { organisatie: '00000001234567890000' }],
    ['without number and mandates', { medewerkernummer: undefined, mandaten: undefined }],
    ['with claims of somebody else', { bsn, naam: 'kanarie', clientnummer: 'w1.x' }],
  ])('a token %s', async (_naam, claims) => {
    const identity = await deur.identify(metToken(await vanMedewerker(claims)));
    expect(identity.rollen).toEqual(['klantmanager']);
    expect(JSON.stringify(identity)).not.toMatch(/kanarie|999900006|w1\.x/);
  });

  it.each(['ES256', 'PS256', 'RS256'])('a token signed with %s, where the issuer may', async (alg) => {
    const nieuw = await maakSleutel(`b-${alg}`, alg);
    burgerissuer.publish(burgersleutel, nieuw);
    const token = await onderteken(nieuw, burger);
    expect(await deur.probeer(metToken(token, 'inzage'))).toMatchObject({ clientnummer });
  });

  it('a token in a header of another case', async () => {
    const headers = { authorization: `bearer  ${await vanMedewerker()}`, 'x-doelbinding': ['reintegratie'] };
    expect(await deur.probeer(headers)).toMatchObject({ doel: 'reintegratie' });
  });
});

type Geval = readonly [naam: string, headers: () => Promise<RequestHeaders>, reden: string];

const alsMedewerker =
  (claims: Claims = {}, header: Claims = {}, doel?: string) =>
  async () =>
    metToken(await vanMedewerker(claims, header), doel);
const alsBurger =
  (claims: Claims = {}, doel = 'inzage') =>
  async () =>
    metToken(await vanBurger(claims), doel);
const metHeaders = (maak: (token: string) => RequestHeaders) => async () => maak(await vanMedewerker());
const zelfgemaakt = (header: Claims, rest: (naam: string) => string | Promise<string>) => async () => {
  const naam = `${deel(header)}.${deel(klantmanager)}`;
  return metToken(`${naam}.${await rest(naam)}`);
};
/** Signed with HMAC under a text that everybody can read. */
const metGeheim = (geheim: () => string | Promise<string>) => async () => {
  const token = await new SignJWT(klantmanager)
    .setProtectedHeader({ alg: 'HS256', kid: 'm-1' })
    .sign(new TextEncoder().encode(await geheim()));
  return metToken(token);
};
const doel = { 'x-doelbinding': 'reintegratie' };

const nietAangemeld: readonly Geval[] = [
  ['no token', async () => doel, 'GEEN_TOKEN'],
  ['an empty header', async () => ({ ...doel, authorization: '' }), 'GEEN_TOKEN'],
  [
    'two headers',
    metHeaders((token) => ({ ...doel, authorization: [`Bearer ${token}`, `Bearer ${token}`] })),
    'MEER_TOKENS',
  ],
  ['a scheme without a token', async () => ({ ...doel, authorization: 'Bearer' }), 'GEEN_BEARER'],
  ['a scheme with spaces', async () => ({ ...doel, authorization: 'Bearer    ' }), 'GEEN_BEARER'],
  ['another scheme', async () => ({ ...doel, authorization: 'Basic amFuOmtlZXM=' }), 'GEEN_BEARER'],
  ['a token without a scheme', metHeaders((token) => ({ ...doel, authorization: token })), 'GEEN_BEARER'],
  [
    'two tokens in one header',
    metHeaders((token) => ({ ...doel, authorization: `Bearer ${token}, Bearer ${token}` })),
    'GEEN_BEARER',
  ],
  ['a word', async () => metToken('kanarie'), 'ONLEESBAAR'],
  ['three words', async () => metToken('kanarie.kanarie.kanarie'), 'ONLEESBAAR'],
  ['a list as header', async () => metToken(`${deel([])}.${deel(klantmanager)}.x`), 'ONLEESBAAR'],
  [
    'a list as claims',
    async () => metToken(`${deel({ alg: 'EdDSA', kid: 'm-1' })}.${deel([])}.x`),
    'ONLEESBAAR',
  ],
  ['a token of five parts', async () => metToken(`${deel({ alg: 'dir' })}.a.b.c.d`), 'ONLEESBAAR'],
  ['a part too many', async () => metToken(`${await vanMedewerker()}.kanarie`), 'ONLEESBAAR'],
  ['a token that is too large', alsMedewerker({ naam: 'x'.repeat(6_200) }), 'TE_GROOT'],
  ['a header that is too large', async () => metToken('x'.repeat(100_000)), 'TE_GROOT'],
  ['an expired token', alsMedewerker({ exp: nu - 30 }), 'VERLOPEN'],
  ['a token of long ago that lasts', alsMedewerker({ iat: nu - 3_631 }), 'VERLOPEN'],
  ['a token of tomorrow', alsMedewerker({ nbf: nu + 31 }), 'NOG_NIET_GELDIG'],
  ['a token that was made tomorrow', alsMedewerker({ iat: nu + 31 }), 'NOG_NIET_GELDIG'],
  ['a token without an end', alsMedewerker({ exp: undefined }), 'CLAIMS'],
  ['an end that is no number', alsMedewerker({ exp: '2999-01-01' }), 'CLAIMS'],
  ['a token without a beginning', alsMedewerker({ iat: undefined }), 'CLAIMS'],
  ['another audience', alsMedewerker({ aud: 'kanarie' }), 'PUBLIEK'],
  ['an audience that begins alike', alsMedewerker({ aud: 'werkplein-graph-test' }), 'PUBLIEK'],
  ['no audience', alsMedewerker({ aud: undefined }), 'CLAIMS'],
  ['another issuer', alsMedewerker({ iss: 'https://kanarie.example/' }), 'UITGEVER'],
  ['an issuer that is spelled otherwise', alsMedewerker({ iss: medewerkers.slice(0, -1) }), 'UITGEVER'],
  ['an issuer that is no text', alsMedewerker({ iss: { toString: 'kanarie' } }), 'UITGEVER'],
  ['an issuer from the prototype', alsMedewerker({ iss: '__proto__' }), 'UITGEVER'],
  ['no issuer', alsMedewerker({ iss: undefined }), 'UITGEVER'],
  ['the issuer of citizens, by a worker', alsMedewerker({ iss: burger.iss }), 'SLEUTEL'],
  ['another application', alsMedewerker({ azp: 'kanarie' }), 'TOEPASSING'],
  ['applications in a list', alsMedewerker({ azp: ['front-office'] }), 'TOEPASSING'],
  ['no application', alsMedewerker({ azp: undefined }), 'CLAIMS'],
  ['no person', alsMedewerker({ sub: undefined }), 'CLAIMS'],
  ['a person without a name', alsMedewerker({ sub: '' }), 'CLAIMS'],
  ['a person that is a number', alsMedewerker({ sub: 12 }), 'CLAIMS'],
  ['roles in a text', alsMedewerker({ rollen: 'klantmanager' }), 'CLAIMS'],
  ['more roles than anybody has', alsMedewerker({ rollen: Array(17).fill('balie') }), 'CLAIMS'],
  ['no organisation', alsMedewerker({ organisatie: undefined }), 'CLAIMS'],
  ['a mandate that is no municipality', alsMedewerker({ mandaten: ['*'] }), 'CLAIMS'],
  ['a mandate that is a number', alsMedewerker({ mandaten: [1783] }), 'CLAIMS'],
  ['a BSN as number of a worker', alsMedewerker({ medewerkernummer: bsn }), 'CLAIMS'],
  ['a key with an unknown name', alsMedewerker({}, { kid: 'kanarie' }), 'SLEUTEL'],
  ['a key without a name', alsMedewerker({}, { kid: undefined }), 'SLEUTEL'],
  ['a key with a path as name', alsMedewerker({}, { kid: '../../../dev/null' }), 'SLEUTEL'],
  [
    'a strange key of a trusted name',
    async () => metToken(await onderteken(vreemd, klantmanager)),
    'HANDTEKENING',
  ],
  ['no signature', zelfgemaakt({ alg: 'EdDSA', kid: 'm-1' }, () => ''), 'HANDTEKENING'],
  ['alg none', zelfgemaakt({ alg: 'none', kid: 'm-1' }, () => ''), 'ALGORITME'],
  ['alg None', zelfgemaakt({ alg: 'NonE', kid: 'm-1' }, () => 'x'), 'ALGORITME'],
  ['no alg', zelfgemaakt({ kid: 'm-1' }, () => 'x'), 'ALGORITME'],
  ['an alg of another issuer', zelfgemaakt({ alg: 'RS256', kid: 'm-1' }, () => 'x'), 'ALGORITME'],
  ['HMAC under the public key as PEM', metGeheim(publiekPem), 'ALGORITME'],
  ['HMAC under the public key as JWK', metGeheim(() => JSON.stringify(sleutel.jwk)), 'ALGORITME'],
  ['HMAC under the bytes of the public key', metGeheim(() => sleutel.jwk.x ?? ''), 'ALGORITME'],
  ['a key in the header', metEigenSleutel((jwk) => ({ jwk })), 'KOPVELD'],
  ['a key elsewhere', metEigenSleutel(() => ({ jku: 'http://127.0.0.1:9/' })), 'KOPVELD'],
  ['a certificate elsewhere', metEigenSleutel(() => ({ x5u: 'http://127.0.0.1:9/' })), 'KOPVELD'],
  ['a certificate in the header', metEigenSleutel(() => ({ x5c: ['kanarie'] })), 'KOPVELD'],
  ['crit', alsMedewerker({}, { crit: ['proef'], proef: 'kanarie' }), 'KOPVELD'],
  ['crit of what is known', alsMedewerker({}, { crit: ['exp'], exp: 1 }), 'KOPVELD'],
  ['a citizen without a BSN', alsBurger({ bsn: undefined }), 'BURGER'],
  ['a citizen whose BSN fails the eleven-test', alsBurger({ bsn: '999900007' }), 'BURGER'],
  ['a citizen whose BSN is a number', alsBurger({ bsn: 999_900_006 }), 'BURGER'],
  ['a citizen with two BSNs', alsBurger({ bsn: [bsn, bsn] }), 'BURGER'],
  ['a citizen without a person', alsBurger({ sub: undefined }), 'CLAIMS'],
];

const nietGerechtigd: readonly Geval[] = [
  ['no role', alsMedewerker({ rollen: undefined }), 'GEEN_ROL'],
  ['an empty list of roles', alsMedewerker({ rollen: [] }), 'GEEN_ROL'],
  ['an unknown role', alsMedewerker({ rollen: ['kanarie'] }), 'ROL_ONBEKEND'],
  ['an unknown role beside a known one', alsMedewerker({ rollen: ['balie', 'kanarie'] }), 'ROL_ONBEKEND'],
  ['a role from the prototype', alsMedewerker({ rollen: ['constructor'] }), 'ROL_ONBEKEND'],
  ['a worker as client', alsMedewerker({ rollen: ['client'], bsn }, {}, 'inzage'), 'ROL_VAN_BURGER'],
  ['a worker as client too', alsMedewerker({ rollen: ['klantmanager', 'client'] }), 'ROL_VAN_BURGER'],
  ['an organisation of another issuer', alsMedewerker({ organisatie: 'uwv' }), 'ORGANISATIE'],
  ['a citizen as worker', alsBurger({ rollen: ['client', 'handhaver'] }), 'ROL_VAN_MEDEWERKER'],
  ['a citizen with a purpose of workers', alsBurger({}, 'handhaving'), 'DOEL_VAN_MEDEWERKER'],
];

const doelen: readonly Geval[] = [
  ['no purpose', metHeaders((token) => ({ authorization: `Bearer ${token}` })), 'DOEL_ONTBREEKT'],
  ['an empty purpose', alsMedewerker({}, {}, ''), 'DOEL_ONTBREEKT'],
  ['an unknown purpose', alsMedewerker({}, {}, 'kanarie'), 'DOEL_ONBEKEND'],
  ['a purpose in capitals', alsMedewerker({}, {}, 'INTAKE'), 'DOEL_ONBEKEND'],
  ['a purpose from the prototype', alsMedewerker({}, {}, 'constructor'), 'DOEL_ONBEKEND'],
  ['two purposes in one header', alsMedewerker({}, {}, 'intake, inkomen'), 'MEER_DOELEN'],
  [
    'a purpose twice',
    metHeaders((token) => ({ authorization: `Bearer ${token}`, 'x-doelbinding': ['intake', 'intake'] })),
    'MEER_DOELEN',
  ],
];

async function publiekPem(): Promise<string> {
  const key = await importJWK(sleutel.jwk, 'EdDSA', { extractable: true });
  if (key instanceof Uint8Array) throw new TypeError('not a key');
  return exportSPKI(key);
}

/** Signed with a key of one's own, which the header brings along. */
function metEigenSleutel(velden: (jwk: Proefsleutel['jwk']) => Claims): () => Promise<RequestHeaders> {
  return async () => metToken(await onderteken(vreemd, klantmanager, velden(vreemd.jwk)));
}

describe.each([
  ['NIET_AANGEMELD', 401, nietAangemeld],
  ['NIET_GERECHTIGD', 403, nietGerechtigd],
] as const)('kept out with %s', (code, status, gevallen) => {
  it.each(gevallen)('%s', async (_naam, headers, reden) => {
    expect(await deur.probeer(await headers())).toEqual([reden, code]);
    expect(await deur.identify(await headers()).catch((error: unknown) => error)).toMatchObject({ status });
  });
});

it.each(doelen)('kept out for its purpose: %s', async (_naam, headers, reden) => {
  const code = reden === 'DOEL_ONTBREEKT' ? 'DOEL_ONTBREEKT' : 'DOEL_ONGELDIG';
  expect(await deur.probeer(await headers())).toEqual([reden, code]);
});

it('no refusal, and no line of the log, repeats anything of a token or a person', async () => {
  const tokens: string[] = [];
  for (const [, headers] of [...nietAangemeld, ...nietGerechtigd, ...doelen]) {
    const sent = await headers();
    tokens.push(...[sent['authorization'] ?? []].flat());
    await deur.probeer(sent);
  }
  const sporen = deur.sporen();
  expect(sporen).not.toMatch(/kanarie|jansen|KM-001|gemeente-westland/i);
  expect(sporen).not.toContain(bsn);
  expect(sporen).toContain('"reden":"VERLOPEN"');
  for (const stuk of tokens.flatMap((token) => token.split(/[ .,]+/)).filter(({ length }) => length > 10)) {
    expect(sporen.includes(stuk)).toBe(false);
  }
});

it('a refusal says over HTTP what RFC 6750 has it say', () => {
  const over = ({ status, headers }: Weigering) => [status, headers];
  expect(over(new Weigering('GEEN_TOKEN'))).toEqual([401, { 'www-authenticate': 'Bearer' }]);
  const ongeldig = { 'www-authenticate': 'Bearer error="invalid_token"' };
  expect(over(new Weigering('VERLOPEN'))).toEqual([401, ongeldig]);
  const teWeinig = { 'www-authenticate': 'Bearer error="insufficient_scope"' };
  expect(over(new Weigering('GEEN_ROL'))).toEqual([403, teWeinig]);
  expect(over(new Weigering('SLEUTELS_WEG'))).toEqual([503, { 'retry-after': '5' }]);
  expect(over(new Weigering('MEER_DOELEN'))).toEqual([400, {}]);
});

it('two headers are seen to be two where Node keeps them apart', async () => {
  let seen: RequestHeaders = {};
  const server = createServer((incoming, response) => {
    seen = incoming.headersDistinct;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const token = `Bearer ${await vanMedewerker()}`;
  const headers = ['authorization', token, 'authorization', token, 'x-doelbinding', 'intake'];
  await new Promise((resolve) => {
    request({ host: '127.0.0.1', port, headers: ['host', 'x', ...headers] }, resolve).end();
  });
  server.close();
  expect(await deur.probeer(seen)).toEqual(['MEER_TOKENS', 'NIET_AANGEMELD']);
});
