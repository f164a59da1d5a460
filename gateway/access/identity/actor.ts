import { createHmac } from 'node:crypto';

const version = 'a1';

/**
 * The pseudonym of a person at an issuer: HMAC-SHA-256 (RFC 2104) of issuer and `sub` under a key of the gateway's own,
 * its first 128 bits. In letters, since it stands in logs, where nine digits in a row would be taken for a BSN.
 */
export function actorOf(sleutelHex: string, issuer: string, sub: string): string {
  // As JSON, so that no issuer and `sub` run into another pair.
  const mac = createHmac('sha256', Buffer.from(sleutelHex, 'hex'))
    .update(JSON.stringify([issuer, sub]))
    .digest();
  const letters = [...mac.subarray(0, 16)].map((byte) => letter(byte >> 4) + letter(byte & 15));
  return `${version}.${letters.join('')}`;
}

function letter(value: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + value);
}
