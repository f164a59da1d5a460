import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfiguratieFout } from '../../subgraphs/kit/index.ts';
import type { Probleem } from './problems.ts';

/**
 * Reads an Ed25519 public key (RFC 8410) from a PEM file. A private key is refused, though its public half
 * could be had from it: whoever has it can sign, and the gateway must not.
 * @throws ConfiguratieFout
 */
export function readPublicKey(file: string): KeyObject {
  try {
    const pem = readFileSync(file, 'utf8').trim();
    if (/^-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----$/.test(pem)) {
      const key = createPublicKey(pem);
      if (key.asymmetricKeyType === 'ed25519') return key;
    }
  } catch {
    // What is wrong with it is not repeated: it may be a key that should not be here.
  }
  throw new ConfiguratieFout(['SUPERGRAPH_PUBLIC_KEY: must be the path of one Ed25519 public key in PEM']);
}

/**
 * What is wrong with a detached signature: Ed25519 (RFC 8032) over exactly these bytes, in base64.
 * Undefined when it is right.
 */
export function signatureProblem(
  key: KeyObject,
  bytes: Uint8Array,
  signature: string | undefined,
): Probleem | undefined {
  if (signature === undefined) return { code: 'HANDTEKENING_ONTBREEKT', message: 'has no signature' };
  if (!/^[A-Za-z0-9+/]{86}==$/.test(signature)) {
    return { code: 'HANDTEKENING_ONGELDIG', message: 'has a signature that is not 64 bytes in base64' };
  }
  if (verify(null, bytes, key, Buffer.from(signature, 'base64'))) return undefined;
  return { code: 'HANDTEKENING_ONGELDIG', message: 'has a signature of another key, or of other content' };
}
