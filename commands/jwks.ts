/**
 * `npm run -s jwks -- <pem> …`: the set of public keys (JWKS) that subgraphs verify the gateway's questions with, of its
 * keys in PEM, private or public. Nothing of a private key is in it.
 */
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { jwksVan } from '../subgraphs/kit/index.ts';

const files = process.argv.slice(2);
try {
  const keys = files.map((file) => createPublicKey(readFileSync(file)));
  if (keys.length === 0 || keys.some(({ asymmetricKeyType }) => asymmetricKeyType !== 'ed25519')) {
    throw new TypeError('no Ed25519 key');
  }
  console.log(JSON.stringify(jwksVan(keys), undefined, 2));
} catch {
  console.error('usage: npm run -s jwks -- <Ed25519 key in PEM> …');
  process.exitCode = 2;
}
