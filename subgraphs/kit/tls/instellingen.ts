import { readFileSync } from 'node:fs';
import { createSecureContext, type SecureVersion } from 'node:tls';
import { z } from 'zod';
import { leesOmgeving, type Omgeving } from '../config.ts';
import { ConfiguratieFout } from '../configuratie-fout.ts';
import { leesGeheim } from '../geheimbestand.ts';
import { leesPollMs } from '../volg-bestanden.ts';

/** PEM texts, as Node takes them. */
export type TlsMateriaal = {
  readonly minVersion: SecureVersion;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
};

/** One side of a connection, and where what it shows and trusts is kept. */
export type TlsConfig = {
  /** Files of it. */
  readonly paden: readonly string[];
  readonly pollMs: number;
  /** Reads the files. @throws ConfiguratieFout when they cannot be used */
  readonly lees: () => TlsMateriaal;
};

export type ServerTlsConfig = TlsConfig & {
  /** Whether who calls must show a certificate. */
  readonly vraagtCertificaat: boolean;
};

type Bestanden = {
  readonly minVersion: SecureVersion;
  readonly ca: Bestand;
  readonly cert: Bestand;
  readonly key: Bestand;
};
type Bestand = { readonly variabele: string; readonly pad: string | undefined };

const minVersie = z.enum(['1.2', '1.3']).default('1.3');

/**
 * The variables `<PREFIX>_CA_FILE` (who is trusted instead of the authorities that Node knows), `<PREFIX>_CERT_FILE` and
 * `<PREFIX>_KEY_FILE` (who we are), and `<PREFIX>_TLS_MIN` (`1.2` or `1.3`, the default) of who calls.
 * @throws ConfiguratieFout with every problem of them and of the files
 */
export function leesTls(prefix: string, env: Omgeving): TlsConfig {
  const versie = leesOmgeving(z.object({ [`${prefix}_TLS_MIN`]: minVersie }), env)[`${prefix}_TLS_MIN`];
  const minVersion = versie === '1.2' ? 'TLSv1.2' : 'TLSv1.3';
  return maakConfig(leesBestanden(prefix, env, 'CA_FILE', minVersion), leesPollMs(env));
}

/**
 * The same of who is called: `<PREFIX>_CERT_FILE` and `<PREFIX>_KEY_FILE`, and `<PREFIX>_CLIENT_CA_FILE` when it wants to see
 * a certificate of that authority; over TLS 1.3. Undefined without any of them. @throws ConfiguratieFout
 */
export function leesServerTls(prefix: string, env: Omgeving): ServerTlsConfig | undefined {
  const bestanden = leesBestanden(prefix, env, 'CLIENT_CA_FILE', 'TLSv1.3');
  const { ca, cert, key } = bestanden;
  if (cert.pad === undefined && key.pad === undefined) {
    if (ca.pad === undefined) return undefined;
    throw new ConfiguratieFout([`${ca.variabele}: needs ${cert.variabele}`]);
  }
  return Object.freeze({
    ...maakConfig(bestanden, leesPollMs(env)),
    vraagtCertificaat: ca.pad !== undefined,
  });
}

function leesBestanden(prefix: string, env: Omgeving, caNaam: string, minVersion: SecureVersion): Bestanden {
  const bestand = (naam: string): Bestand => {
    const pad = env[`${prefix}_${naam}`];
    return { variabele: `${prefix}_${naam}`, pad: pad === '' ? undefined : pad };
  };
  return {
    minVersion,
    ca: bestand(caNaam),
    cert: bestand('CERT_FILE'),
    key: bestand('KEY_FILE'),
  };
}

function maakConfig(bestanden: Bestanden, pollMs: number): TlsConfig {
  const lees = () => leesMateriaal(bestanden);
  lees();
  const paden = [bestanden.ca, bestanden.cert, bestanden.key].flatMap(({ pad }) => pad ?? []);
  return Object.freeze({ paden: Object.freeze(paden), pollMs, lees });
}

function leesMateriaal({ minVersion, ca, cert, key }: Bestanden): TlsMateriaal {
  if ((cert.pad === undefined) !== (key.pad === undefined)) {
    const [een, ander] = cert.pad === undefined ? [key, cert] : [cert, key];
    throw new ConfiguratieFout([`${een.variabele}: needs ${ander.variabele}`]);
  }
  const materiaal = {
    minVersion,
    ...(ca.pad === undefined ? {} : { ca: leesPem(ca.pad, ca.variabele) }),
    ...(cert.pad === undefined ? {} : { cert: leesPem(cert.pad, cert.variabele) }),
    ...(key.pad === undefined ? {} : { key: leesGeheim(key.pad, key.variabele) }),
  };
  try {
    createSecureContext(materiaal);
  } catch {
    throw new ConfiguratieFout([
      `${cert.variabele}: is not a certificate in PEM with its key in ${key.variabele}`,
    ]);
  }
  return materiaal;
}

/** Certificates; a text without any would be taken for none, and nobody be trusted or everybody. */
function leesPem(pad: string, variabele: string): string {
  let pem = '';
  try {
    pem = readFileSync(pad, 'utf8');
  } catch {
    // Said below.
  }
  if (pem.includes('-----BEGIN CERTIFICATE-----') && isCertificaat(pem)) return pem;
  throw new ConfiguratieFout([`${variabele}: must be the path of certificates in PEM`]);
}

function isCertificaat(pem: string): boolean {
  try {
    createSecureContext({ ca: pem });
    return true;
  } catch {
    return false;
  }
}
