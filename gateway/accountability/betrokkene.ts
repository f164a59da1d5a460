import { createHash } from 'node:crypto';
import { aessiv } from '@noble/ciphers/aes.js';
import { ConfiguratieFout, leesGeheim } from '../../subgraphs/kit/index.ts';

/**
 * Encrypts the id of a data subject for the log. AES-256-SIV (RFC 5297), so the same person under the same key
 * is the same text: a citizen's records can be found without decrypting all, and nothing else shows but that
 * two records are about one person. The type of the id is associated data: a BSN and a clientnummer of the
 * same digits are two texts. In front stands which key it was.
 */
export type Betrokkenesleutels = {
  /** With the current key. */
  readonly versleutel: (id: string, soort: string) => string;
  /** With every key that is known, the current one first: what the person may be called in the log. */
  readonly alleVormen: (id: string, soort: string) => readonly string[];
};

/** @param sleutels of 128 hexadecimal characters (512 bits); the first encrypts, the others were before it */
export function createBetrokkenesleutels(sleutels: readonly [string, ...string[]]): Betrokkenesleutels {
  const encoder = new TextEncoder();
  const context = encoder.encode('logboek-dataverwerkingen:v1');
  const [huidig, ...eerder] = sleutels.map((hex) => {
    if (!/^[0-9a-f]{128}$/i.test(hex)) throw new RangeError('the key must be 128 hexadecimal characters');
    const sleutel = new Uint8Array(Buffer.from(hex, 'hex'));
    const naam = createHash('sha256').update('naam:').update(sleutel).digest('hex').slice(0, 8);
    return (id: string, soort: string) => {
      const versleuteld = aessiv(sleutel, context, encoder.encode(soort)).encrypt(encoder.encode(id));
      return `v1.${naam}.${Buffer.from(versleuteld).toString('base64url')}`;
    };
  });
  if (huidig === undefined) throw new RangeError('there must be a key');
  return {
    versleutel: huidig,
    alleVormen: (id, soort) => [huidig, ...eerder].map((versleutel) => versleutel(id, soort)),
  };
}

/** Reads the keys from their files. @throws ConfiguratieFout */
export function leesBetrokkenesleutels(
  paden: readonly [string, ...string[]],
  variabele: string,
): Betrokkenesleutels {
  const [eerste, ...rest] = paden;
  const lees = (pad: string) => {
    const hex = leesGeheim(pad, variabele);
    if (/^[0-9a-f]{128}$/i.test(hex)) return hex;
    throw new ConfiguratieFout([`${variabele}: must be a file with 128 hexadecimal characters`]);
  };
  return createBetrokkenesleutels([lees(eerste), ...rest.map(lees)]);
}
