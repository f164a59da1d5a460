import { aessiv } from '@noble/ciphers/aes.js';
import { isBsn } from './bsn.ts';

/** The version in front of the opaque text; a new key or form gets the next one. */
const versie = 'w1';
const vorm = /^w1\.[A-Za-z0-9_-]{34}$/;

/**
 * Turns a BSN into the `clientnummer` of one Werkplein region and back: AES-SIV (RFC 5297),
 * deterministic, 256-bit key, region code as associated data; 9 bytes of BSN give 34 characters.
 */
export type Pseudonimiseerder = {
  /** @throws RangeError when `bsn` is not a valid BSN (the message does not repeat it) */
  readonly clientnummerVan: (bsn: string) => string;
  /** The BSN, or `undefined` when this number was not issued with this key and region. */
  readonly bsnVan: (clientnummer: string) => string | undefined;
};

/** @param sleutelHex 64 hexadecimal characters (256 bits); @param regio e.g. `westland` */
export function createPseudonimiseerder(sleutelHex: string, regio: string): Pseudonimiseerder {
  if (!/^[0-9a-f]{64}$/i.test(sleutelHex))
    throw new RangeError('the pseudonym key must be 64 hex characters');
  const sleutel = new Uint8Array(Buffer.from(sleutelHex, 'hex'));
  const context = new TextEncoder().encode(`${versie}:${regio}`);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    clientnummerVan: (bsn) => {
      if (!isBsn(bsn)) throw new RangeError('not a valid BSN');
      const versleuteld = aessiv(sleutel, context).encrypt(encoder.encode(bsn));
      return `${versie}.${Buffer.from(versleuteld).toString('base64url')}`;
    },
    bsnVan: (clientnummer) => {
      if (!isClientnummer(clientnummer)) return undefined;
      const tekst = clientnummer.slice(versie.length + 1);
      const bytes = Buffer.from(tekst, 'base64url');
      // The last character has bits to spare: only one of its spellings was issued, so a client has one number.
      if (bytes.toString('base64url') !== tekst) return undefined;
      try {
        const bsn = decoder.decode(aessiv(sleutel, context).decrypt(new Uint8Array(bytes)));
        return isBsn(bsn) ? bsn : undefined;
      } catch {
        return undefined; // authentication failed: not ours
      }
    },
  };
}

/** Whether the text has the form of a clientnummer; only a key can tell whether it was issued. */
export function isClientnummer(value: string): boolean {
  return vorm.test(value);
}
