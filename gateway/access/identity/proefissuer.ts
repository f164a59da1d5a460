/** An issuer of access tokens for tests: real keys, and its set of public keys on a real HTTP server. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';

export type Proefsleutel = { readonly privateKey: CryptoKey; readonly jwk: JWK; readonly alg: string };

/** What its server does: serve the keys, or one of the ways in which it does not. */
export type Stoornis = 'status' | 'redirect' | 'rubbish' | 'no-keys' | 'endless' | 'silent';

export type Proefissuer = {
  readonly jwksUri: URL;
  /** How often the keys were fetched. */
  readonly fetches: () => number;
  readonly publish: (...sleutels: readonly Proefsleutel[]) => void;
  readonly disturb: (stoornis: Stoornis | undefined) => void;
  readonly stop: () => Promise<void>;
};

export async function maakSleutel(kid: string, alg = 'EdDSA'): Promise<Proefsleutel> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, alg, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** A token as an issuer would sign it; `header` and `claims` over those, undefined takes one away. */
export async function onderteken(
  { privateKey, alg, jwk }: Proefsleutel,
  claims: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const payload = JSON.parse(JSON.stringify(claims)) as JWTPayload;
  const fields = JSON.parse(JSON.stringify({ alg, kid: jwk.kid, ...header })) as JWTHeaderParameters;
  // What `crit` names counts as understood while signing; the verifier understands none of it.
  return new SignJWT(payload)
    .setProtectedHeader(fields)
    .sign(privateKey, { crit: { proef: false, exp: false } });
}

export async function startProefissuer(...sleutels: readonly Proefsleutel[]): Promise<Proefissuer> {
  let published = sleutels;
  let disturbance: Stoornis | undefined;
  let fetches = 0;
  const server = createServer((_request, response) => {
    fetches += 1;
    if (disturbance === undefined) writeJson(response, { keys: published.map(({ jwk }) => jwk) });
    else disturbed[disturbance](response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    jwksUri: new URL(`http://127.0.0.1:${port}/jwks.json?v=1`),
    fetches: () => fetches,
    publish: (...nieuw) => {
      published = nieuw;
    },
    disturb: (stoornis) => {
      disturbance = stoornis;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const disturbed: Readonly<Record<Stoornis, (response: ServerResponse) => void>> = {
  status: (response) => response.writeHead(500).end(),
  redirect: (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  rubbish: (response) => response.end('<html>'),
  'no-keys': (response) => {
    writeJson(response, { keys: 'none' });
  },
  endless: (response) => {
    response.write('{"keys":[');
    const write = () => {
      if (!response.destroyed) response.write(' '.repeat(64 * 1024), write);
    };
    write();
  },
  silent: () => undefined,
};

function writeJson(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/jwk-set+json');
  response.end(JSON.stringify(body));
}
