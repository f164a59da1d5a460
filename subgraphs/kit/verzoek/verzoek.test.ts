import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { startProefsubgraph } from '../proefsubgraph.ts';
import { verzoekHash } from './claims.ts';
import { createGezien } from './gezien.ts';
import { jwksVan, kidVan, leesJwks } from './sleutels.ts';
import { leesSubgraphToegang } from './toegang.ts';

const map = mkdtempSync(join(tmpdir(), 'verzoek-'));
afterAll(() => {
  rmSync(map, { recursive: true });
});
const maak = () => generateKeyPairSync('ed25519').privateKey;
let nummer = 0;
const bestand = (inhoud: unknown) => {
  nummer += 1;
  const pad = join(map, `jwks-${nummer}.json`);
  writeFileSync(pad, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud));
  return pad;
};

describe('whose questions a subgraph takes', () => {
  const GATEWAY_JWKS_FILE = bestand(jwksVan([maak()]));
  const gesloten = { soort: 'GESLOTEN', jwksFile: GATEWAY_JWKS_FILE, pollMs: 10_000 };

  it.each([
    [{ GATEWAY_JWKS_FILE }, { ...gesloten, openGraaf: true }],
    [
      { GATEWAY_JWKS_FILE, NODE_ENV: 'production' },
      { ...gesloten, openGraaf: false },
    ],
    [{ SUBGRAPH_ACCESS: 'open' }, { soort: 'OPEN' }],
    [
      { GATEWAY_JWKS_FILE, FILES_POLL_MS: '100' },
      { ...gesloten, pollMs: 100, openGraaf: true },
    ],
  ])('%j', (env, verwacht) => {
    expect(leesSubgraphToegang(env)).toEqual(verwacht);
  });

  it.each([
    [{}, /GATEWAY_JWKS_FILE: must be set/],
    [{ SUBGRAPH_ACCESS: 'open', NODE_ENV: 'production' }, /SUBGRAPH_ACCESS: must be closed in production/],
    [{ SUBGRAPH_ACCESS: 'ja', GATEWAY_JWKS_FILE }, /SUBGRAPH_ACCESS: /],
    [{ GATEWAY_JWKS_FILE: '/kanarie' }, /GATEWAY_JWKS_FILE: must be a JWKS/],
  ])('not with %j', (env, melding) => {
    expect(() => leesSubgraphToegang(env)).toThrow(melding);
  });
});

describe('the keys of the gateway', () => {
  const sleutel = maak();
  const jwk = { ...sleutel.export({ format: 'jwk' }), kid: kidVan(sleutel) };
  const [publiek] = jwksVan([sleutel]).keys;

  it('are known by their thumbprint (RFC 8037, appendix A.3)', () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    const kid = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
    expect(leesJwks(bestand({ keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid }] }), 'X').size).toBe(1);
  });

  it.each([
    ['a private key', { keys: [jwk] }],
    ['a key under another name', { keys: [{ ...publiek, kid: 'sleutel' }] }],
    ['a key of another kind', { keys: [{ ...publiek, crv: 'X25519' }] }],
    ['a key that is to encrypt with', { keys: [{ ...publiek, use: 'enc' }] }],
    ['no keys', { keys: [] }],
    ['too many keys', jwksVan(Array.from({ length: 11 }, maak))],
    ['no JSON', 'kanarie'],
  ])('are not %s', (_wat, inhoud) => {
    const fout = () => leesJwks(bestand(inhoud), 'GATEWAY_JWKS_FILE');
    expect(fout).toThrow(/GATEWAY_JWKS_FILE: must be a JWKS of 1 to 10 public Ed25519 keys/);
    expect(fout).not.toThrow(new RegExp(jwk.d ?? 'none'));
  });
});

describe('keys that change', () => {
  it('are used as they come: a new one beside the old, then alone; a broken file leaves what there was', async () => {
    const [oud, nieuw] = [maak(), maak()];
    const jwksFile = bestand(jwksVan([oud]));
    const now = () => new Date();
    const subgraph = await startProefsubgraph({
      toegang: { soort: 'GESLOTEN', jwksFile, pollMs: 100, openGraaf: true },
      now,
    });
    const body = '{"query":"{ leeg }"}';
    const vraag = async (sleutel: typeof oud) => {
      const iat = Math.floor(now().getTime() / 1_000);
      const token = await new SignJWT({ open: true, verwerking: '0'.repeat(32), vraag: verzoekHash(body) })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'werkplein-verzoek+jwt', kid: kidVan(sleutel) })
        .setIssuer('werkplein-gateway')
        .setAudience('proef')
        .setJti(crypto.randomUUID())
        .setIssuedAt(iat)
        .setExpirationTime(iat + 10)
        .sign(sleutel);
      return (await subgraph.stuur(body, { authorization: `Bearer ${token}` })).status;
    };
    const beide = async () => [await vraag(oud), await vraag(nieuw)];
    try {
      expect(await beide()).toEqual([200, 401]);
      writeFileSync(jwksFile, JSON.stringify(jwksVan([oud, nieuw])));
      await expect.poll(beide).toEqual([200, 200]);
      writeFileSync(jwksFile, '{"keys":[');
      await expect.poll(subgraph.log).toMatch(/changed files cannot be used/);
      expect(await beide()).toEqual([200, 200]);
      chmodSync(jwksFile, 0o644);
      writeFileSync(jwksFile, JSON.stringify(jwksVan([nieuw])));
      await expect.poll(beide).toEqual([401, 200]);
      expect(subgraph.gezien()?.verzoek).toEqual({ verwerking: '0'.repeat(32), vrager: undefined });
    } finally {
      await subgraph.stop();
    }
  });
});

describe('tokens that were used', () => {
  it('are remembered until they end, and no longer', () => {
    const gezien = createGezien();
    expect(gezien.eerste('a', 10, 0)).toBe(true);
    expect(gezien.eerste('a', 10, 9.9)).toBe(false);
    for (let nu = 0; nu < 1_000; nu += 1) gezien.eerste(`t${nu}`, nu + 35, nu);
    expect(gezien.aantal()).toBe(35);
  });
});
