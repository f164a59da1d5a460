import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfiguratieFout } from '../configuratie-fout.ts';
import { verzoekKop } from './claims.ts';

/** Thumbprint of an Ed25519 key (RFC 7638 §3, RFC 8037 §2): the `kid` of what is signed with it. */
export function kidVan(sleutel: KeyObject): string {
  const { crv, kty, x } = publiek(sleutel).export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

/** The set (RFC 7517 §5) of the public halves of these Ed25519 keys. */
export function jwksVan(sleutels: readonly KeyObject[]): { readonly keys: readonly object[] } {
  return {
    keys: sleutels.map((sleutel) => {
      const { kty, crv, x } = publiek(sleutel).export({ format: 'jwk' });
      return { kty, crv, x, kid: kidVan(sleutel), alg: 'EdDSA', use: 'sig' };
    }),
  };
}

function publiek(sleutel: KeyObject): KeyObject {
  return sleutel.type === 'public' ? sleutel : createPublicKey(sleutel);
}

/** Strict: a private key (`d`) in this file is a mistake that must be seen. */
const jwks = z.object({
  keys: z
    .array(
      z.strictObject({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string().regex(/^[\w-]{43}$/),
        kid: z.string(),
        alg: z.literal('EdDSA').optional(),
        use: z.literal('sig').optional(),
      }),
    )
    .min(1)
    .max(10),
});

/** Keys of the gateway by the header that a token signed with it has. */
export type Sleutelring = ReadonlyMap<string, KeyObject>;

/** Reads the public keys of the gateway, 1 to 10. @throws ConfiguratieFout when one is not an Ed25519 key under its thumbprint */
export function leesJwks(pad: string, variabele: string): Sleutelring {
  const ring = new Map<string, KeyObject>();
  try {
    for (const { kty, crv, x, kid } of jwks.parse(JSON.parse(readFileSync(pad, 'utf8'))).keys) {
      const sleutel = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
      if (kidVan(sleutel) !== kid) throw new Error('another key');
      ring.set(verzoekKop(kid), sleutel);
    }
  } catch {
    // What is in it is not repeated: it may be a private key.
    throw new ConfiguratieFout([
      `${variabele}: must be a JWKS of 1 to 10 public Ed25519 keys, each with its thumbprint as kid`,
    ]);
  }
  return ring;
}
