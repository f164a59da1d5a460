/** What a configuration of issuers must be, and that everything wrong with it is told at once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfiguratieFout } from '../../../subgraphs/kit/index.ts';
import { ontwikkelIssuer } from './issuers-file.ts';
import { maakSleutel } from './proefissuer.ts';
import { leesIdentitySettings } from './settings.ts';

let map: string;
let jwks: { readonly keys: readonly unknown[] };

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'issuers-'));
  jwks = { keys: [(await maakSleutel('m-1')).jwk] };
  schrijf('jwks.json', jwks);
});
afterAll(() => {
  rmSync(map, { recursive: true });
});

function schrijf(naam: string, inhoud: unknown): string {
  const file = join(map, naam);
  writeFileSync(file, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud));
  return file;
}

const medewerkers = {
  naam: 'gemeente',
  issuer: 'https://aanmelden.example/',
  kind: 'medewerker',
  jwksUri: 'https://aanmelden.example/jwks.json?v=1',
  algorithms: ['EdDSA', 'PS256'],
  azp: ['front-office'],
  organisaties: ['gemeente-westland', 'uwv'],
  typ: 'at+jwt',
};
const burgers = {
  naam: 'burgers',
  issuer: 'https://digid.example/',
  kind: 'burger',
  jwksFile: 'jwks.json',
  algorithms: ['ES256'],
  azp: ['mijn-werkplein'],
  organisaties: ['werkplein'],
};
const omgeving = (issuers: unknown, more: Readonly<Record<string, string>> = {}) => ({
  OIDC_ISSUERS_FILE: schrijf('issuers.json', { issuers }),
  TOKEN_AUDIENCE: 'werkplein-graph',
  ACTOR_SLEUTEL: 'ab'.repeat(32),
  PSEUDONIEM_SLEUTEL: 'cd'.repeat(32),
  WERKPLEIN_REGIO: 'westland',
  ...more,
});

function problemen(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    leesIdentitySettings(env);
  } catch (error) {
    if (error instanceof ConfiguratieFout) return error.problems;
    throw error;
  }
  return [];
}

it('settings have defaults, the keys of a file are read, and cannot be changed', () => {
  const settings = leesIdentitySettings(omgeving([medewerkers, burgers]));
  const { jwksUri, ...zonderUri } = medewerkers;
  const { jwksFile: _file, ...zonderFile } = burgers;
  expect(settings).toEqual({
    issuers: [
      { ...zonderUri, keys: { jwksUri: new URL(jwksUri) } },
      { ...zonderFile, keys: { jwks } },
    ],
    audience: 'werkplein-graph',
    clockSkewSeconds: 30,
    maxTokenAgeSeconds: 43_200,
    maxTokenBytes: 8_192,
    recognisedForMs: 30_000,
    jwksTimes: { timeoutMs: 3_000, cooldownMs: 30_000, maxAgeMs: 600_000 },
    actorSleutel: 'ab'.repeat(32),
    pseudoniem: { sleutel: 'cd'.repeat(32), regio: 'westland' },
  });
  expect([settings, settings.issuers, ...settings.issuers].every((part) => Object.isFrozen(part))).toBe(true);
});

it('everything that is wrong is told at once: environment, issuers file and key file', () => {
  schrijf('kapot.json', 'kanarie');
  const env = omgeving(
    [
      { ...medewerkers, kind: 'medewerker', jwksFile: 'kapot.json', jwksUri: undefined },
      { ...burgers, naam: 'gemeente' },
    ],
    { ACTOR_SLEUTEL: 'kanarie', TOKEN_MAX_BYTES: '9', WERKPLEIN_REGIO: '', TOKEN_AUDIENCE: '' },
  );
  const alle = problemen(env);
  const plaatsen = [
    'TOKEN_AUDIENCE: ',
    'TOKEN_MAX_BYTES: ',
    'ACTOR_SLEUTEL: ',
    'OIDC_ISSUERS_FILE: issuers.0.jwksFile: ',
    'OIDC_ISSUERS_FILE: issuers.1: ',
    'WERKPLEIN_REGIO: ',
  ];
  expect(alle.map((problem, i) => problem.startsWith(plaatsen[i] ?? '?'))).toEqual(plaatsen.map(() => true));
  expect(alle.join()).not.toContain('kanarie');
});

it('nothing is trusted without being told', () => {
  expect(problemen({}).map((problem) => problem.split(':')[0])).toEqual([
    'OIDC_ISSUERS_FILE',
    'TOKEN_AUDIENCE',
    'ACTOR_SLEUTEL',
    'PSEUDONIEM_SLEUTEL',
    'WERKPLEIN_REGIO',
  ]);
});

describe('an issuer is refused', () => {
  const eerste = 'OIDC_ISSUERS_FILE: issuers.0';
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['with HMAC', { algorithms: ['HS256'] }, `${eerste}.algorithms.0`],
    ['with alg none', { algorithms: ['none'] }, `${eerste}.algorithms.0`],
    ['without algorithms', { algorithms: [] }, `${eerste}.algorithms`],
    ['without applications', { azp: [] }, `${eerste}.azp`],
    ['without organisations', { organisaties: [] }, `${eerste}.organisaties`],
    ['with nine digits as organisation', { organisaties: ['999900006'] }, `${eerste}.organisaties.0`],
    ['of another kind', { kind: 'kanarie' }, `${eerste}.kind`],
    ['with keys in two places', { jwksFile: 'jwks.json' }, `${eerste}.jwksUri`],
    ['with keys nowhere', { jwksUri: undefined }, `${eerste}.jwksUri`],
    ['with keys in a file by URL', { jwksUri: 'file:///etc/kanarie' }, `${eerste}.jwksUri`],
    ['with credentials in its URL', { jwksUri: 'https://jan:kanarie@x.example/' }, `${eerste}.jwksUri`],
    ['with a setting that does not exist', { verify: false }, eerste],
    ['for citizens of two organisations', { kind: 'burger' }, `${eerste}.organisaties`],
  ])('%s', (_naam, verschil, verwacht) => {
    const [problem = '', ...more] = problemen(omgeving([{ ...medewerkers, ...verschil }]));
    expect(problem.startsWith(`${verwacht}: `)).toBe(true);
    expect([problem, more]).toEqual([expect.not.stringContaining('kanarie'), []]);
  });

  it.each<[string, unknown]>([
    ['a private key', { keys: [{ kty: 'OKP', crv: 'Ed25519', kid: 'x', x: 'kanarie', d: 'kanarie' }] }],
    ['a symmetric key', { keys: [{ kty: 'oct', kid: 'x', k: 'kanarie' }] }],
    ['a key without a name', { keys: [{ kty: 'RSA', n: 'kanarie', e: 'AQAB' }] }],
    ['no key', { keys: [] }],
    ['something else', ['kanarie']],
  ])('whose key file has %s', (_naam, inhoud) => {
    schrijf('ander.json', inhoud);
    const alle = problemen(omgeving([{ ...burgers, jwksFile: 'ander.json' }]));
    expect(alle).toHaveLength(1);
    expect(alle[0]).toMatch(/^OIDC_ISSUERS_FILE: issuers\.0\.jwksFile: (?!.*kanarie)/);
  });

  it.each([
    ['of development', { issuer: `${ontwikkelIssuer}medewerkers` }, `${eerste}.issuer`],
    ['whose keys come unprotected', { jwksUri: 'http://aanmelden.example/' }, `${eerste}.jwksUri`],
  ])('in production only: one %s', (_naam, verschil, verwacht) => {
    const issuers = [{ ...medewerkers, ...verschil }];
    expect(problemen(omgeving(issuers))).toEqual([]);
    const [problem, ...more] = problemen(omgeving(issuers, { NODE_ENV: 'production' }));
    expect([problem?.startsWith(`${verwacht}: `), more]).toEqual([true, []]);
  });
});
