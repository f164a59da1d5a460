import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfiguratieFout } from './configuratie-fout.ts';
import { leesGeheim } from './geheimbestand.ts';

/** Reads an Ed25519 private key in PEM (PKCS#8) from a file with a secret. @throws ConfiguratieFout */
export function leesOndertekensleutel(pad: string, variabele: string): KeyObject {
  const pem = leesGeheim(pad, variabele);
  try {
    const sleutel = createPrivateKey(pem);
    if (sleutel.asymmetricKeyType === 'ed25519') return sleutel;
  } catch {
    // Said below, without what it is.
  }
  throw new ConfiguratieFout([`${variabele}: must be an Ed25519 private key in PEM`]);
}

/** Reads an Ed25519 public key in PEM (SPKI). @throws ConfiguratieFout */
export function leesPubliekeSleutel(pad: string, variabele: string): KeyObject {
  try {
    const sleutel = createPublicKey(readFileSync(pad, 'utf8'));
    if (sleutel.asymmetricKeyType === 'ed25519') return sleutel;
  } catch {
    // Said below.
  }
  throw new ConfiguratieFout([`${variabele}: must be the path of an Ed25519 public key in PEM`]);
}
