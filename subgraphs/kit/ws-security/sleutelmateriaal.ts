import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { leesOmgeving, leesSamen, type Omgeving } from '../config.ts';
import { ConfiguratieFout } from '../configuratie-fout.ts';
import { leesGeheim } from '../geheimbestand.ts';
import { leesPollMs } from '../volg-bestanden.ts';

/** Where the key and the certificate of a signature are, and the names of the settings that say so. */
export type Sleutelbestanden = {
  readonly sleutel: { readonly pad: string; readonly variabele: string };
  readonly certificaat: { readonly pad: string; readonly variabele: string };
  /** How often is looked whether they were renewed, milliseconds (`FILES_POLL_MS`). */
  readonly pollMs: number;
};

/** A private key and the certificate of its public half. */
export type Sleutelmateriaal = { readonly sleutel: KeyObject; readonly certificaat: X509Certificate };

const minsteBits = 2048;

/**
 * The variables `<PREFIX>_SLEUTEL_FILE` and `<PREFIX>_CERTIFICAAT_FILE`: PEM files of an RSA key and its certificate.
 * They are read, so that what is wrong with them is known at the start. @throws ConfiguratieFout with every problem
 */
export function leesSleutelbestanden(prefix: string, env: Omgeving, now: Date): Sleutelbestanden {
  const [sleutel, certificaat] = [`${prefix}_SLEUTEL_FILE`, `${prefix}_CERTIFICAAT_FILE`];
  const pad = z.string('must be the path of a PEM file').min(1);
  const gelezen = leesOmgeving(z.object({ [sleutel]: pad, [certificaat]: pad }), env);
  const bestanden = {
    sleutel: { pad: gelezen[sleutel] ?? '', variabele: sleutel },
    certificaat: { pad: gelezen[certificaat] ?? '', variabele: certificaat },
    pollMs: leesPollMs(env),
  };
  leesSleutelmateriaal(bestanden, now);
  return Object.freeze(bestanden);
}

/** The same for a source that is signed for by choice: undefined when neither is set. @throws ConfiguratieFout */
export function leesOptioneleSleutelbestanden(
  prefix: string,
  env: Omgeving,
  now: Date,
): Sleutelbestanden | undefined {
  const gezet = ['SLEUTEL', 'CERTIFICAAT'].some((naam) => (env[`${prefix}_${naam}_FILE`] ?? '') !== '');
  return gezet ? leesSleutelbestanden(prefix, env, now) : undefined;
}

/** Reads key and certificate. @throws ConfiguratieFout, without anything that stands in the files */
export function leesSleutelmateriaal(bestanden: Sleutelbestanden, now: Date): Sleutelmateriaal {
  const { sleutel, certificaat } = leesSamen({
    sleutel: () => leesSleutel(bestanden.sleutel),
    certificaat: () => leesCertificaat(bestanden.certificaat, now),
  });
  if (!certificaat.checkPrivateKey(sleutel)) {
    throw new ConfiguratieFout([
      `${bestanden.sleutel.variabele}: does not fit the certificate of ${bestanden.certificaat.variabele}`,
    ]);
  }
  return { sleutel, certificaat };
}

function leesSleutel({ pad, variabele }: Sleutelbestanden['sleutel']): KeyObject {
  const pem = leesGeheim(pad, variabele);
  const sleutel = leesOf(() => createPrivateKey(pem));
  if (
    sleutel?.asymmetricKeyType !== 'rsa' ||
    (sleutel.asymmetricKeyDetails?.modulusLength ?? 0) < minsteBits
  ) {
    throw new ConfiguratieFout([
      `${variabele}: must be an RSA private key of ${minsteBits} bits or more in PEM, without a password`,
    ]);
  }
  return sleutel;
}

function leesCertificaat({ pad, variabele }: Sleutelbestanden['certificaat'], now: Date): X509Certificate {
  const pem = leesOf(() => readFileSync(pad, 'utf8'));
  if (pem === undefined) throw new ConfiguratieFout([`${variabele}: the file cannot be read`]);
  const certificaat = pem.includes('-----BEGIN CERTIFICATE-----')
    ? leesOf(() => new X509Certificate(pem))
    : undefined;
  if (certificaat === undefined) {
    throw new ConfiguratieFout([`${variabele}: must be an X.509 certificate in PEM`]);
  }
  if (new Date(certificaat.validTo) <= now) throw new ConfiguratieFout([`${variabele}: has expired`]);
  if (new Date(certificaat.validFrom) > now) throw new ConfiguratieFout([`${variabele}: is not valid yet`]);
  return certificaat;
}

/** What the function gives; what it throws can quote the file, so it goes nowhere. */
function leesOf<T>(lees: () => T): T | undefined {
  try {
    return lees();
  } catch {
    return undefined;
  }
}
