/**
 * The key with which the gateway of one development machine signs its questions, and the set that its subgraphs verify
 * them with. It is made at first use and stays in a folder that git does not see; in production nobody trusts it.
 */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jwksVan } from '../subgraphs/kit/index.ts';
import { makeOnce } from './development-file.ts';
import { ontwikkelMap } from './development-issuer.ts';

/** Settings of the gateway, and of its subgraphs. */
export type Verzoeksleutel = {
  readonly gateway: { readonly SUBGRAPH_TOKEN_KEY_FILE: string };
  readonly subgraph: { readonly GATEWAY_JWKS_FILE: string };
};

/** Opens the key of a folder, and makes it when it is not there. */
export function openVerzoeksleutel(map: string = ontwikkelMap): Verzoeksleutel {
  mkdirSync(map, { recursive: true, mode: 0o700 });
  const keyFile = join(map, 'gateway.pem');
  const jwksFile = join(map, 'gateway-jwks.json');
  if (!existsSync(keyFile)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    makeOnce(keyFile, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  }
  const own = `${jwksFile}.${process.pid}`;
  writeFileSync(own, `${JSON.stringify(jwksVan([createPrivateKey(readFileSync(keyFile))]))}\n`);
  renameSync(own, jwksFile);
  return {
    gateway: { SUBGRAPH_TOKEN_KEY_FILE: keyFile },
    subgraph: { GATEWAY_JWKS_FILE: jwksFile },
  };
}
