/**
 * Certificates of one development machine, for simulated systems and those who talk to them. They are made when they
 * are needed and stay in a folder that git does not see; in production nobody trusts them, and this is not loaded.
 */
import { webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A private key (PKCS#8) and the certificate (X.509 v3) of its public half, both PEM. */
export type Sleutelpaar = { readonly sleutel: string; readonly certificaat: string };

/** What a certificate says; it is valid from 2020 for ten years from now unless said otherwise. */
export type Certificaatvraag = {
  readonly cn: string;
  /** Names and addresses of a server (subject alternative names). */
  readonly dns?: readonly string[];
  readonly ip?: readonly string[];
  /** RSA of 2048 bits (default), or EC on P-256. */
  readonly soort?: 'RSA' | 'EC';
  readonly geldigVan?: Date;
  readonly geldigTot?: Date;
};

/** An authority: its own certificate, and what it issues. */
export type Uitgever = {
  readonly certificaat: string;
  readonly geefUit: (vraag: Certificaatvraag) => Promise<Sleutelpaar>;
};

/** Where what development makes is kept: beside the subgraphs. */
const ontwikkelMap = fileURLToPath(new URL('../../../.development/', import.meta.url));

const algoritmen = {
  RSA: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength: 2048,
  },
  EC: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const;

/** Makes an authority with a key that is kept nowhere. */
export async function createUitgever(vraag: Certificaatvraag): Promise<Uitgever> {
  const x509 = await laadX509();
  const eigen = await maakSleutels(vraag);
  const name = [{ CN: [vraag.cn] }];
  const { KeyUsageFlags: mag } = x509;
  const certificaat = await x509.X509CertificateGenerator.createSelfSigned({
    name,
    keys: eigen,
    ...geldigheid(vraag),
    signingAlgorithm: algoritmen[vraag.soort ?? 'RSA'],
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(mag.keyCertSign | mag.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(eigen.publicKey),
    ],
  });
  return {
    certificaat: certificaat.toString('pem'),
    geefUit: async (blad) => {
      const sleutels = await maakSleutels(blad);
      const namen = [
        ...(blad.dns ?? []).map((value) => ({ type: 'dns', value }) as const),
        ...(blad.ip ?? []).map((value) => ({ type: 'ip', value }) as const),
      ];
      const uitgegeven = await x509.X509CertificateGenerator.create({
        subject: [{ CN: [blad.cn] }],
        issuer: name,
        publicKey: sleutels.publicKey,
        signingKey: eigen.privateKey,
        signingAlgorithm: algoritmen[vraag.soort ?? 'RSA'],
        ...geldigheid(blad),
        extensions: [
          new x509.BasicConstraintsExtension(false, undefined, true),
          new x509.KeyUsagesExtension(mag.digitalSignature, true),
          new x509.ExtendedKeyUsageExtension([
            x509.ExtendedKeyUsage.serverAuth,
            x509.ExtendedKeyUsage.clientAuth,
          ]),
          ...(namen.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(namen)]),
          await x509.AuthorityKeyIdentifierExtension.create(eigen.publicKey),
        ],
      });
      const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', sleutels.privateKey);
      return {
        sleutel: x509.PemConverter.encode(pkcs8, x509.PemConverter.PrivateKeyTag),
        certificaat: uitgegeven.toString('pem'),
      };
    },
  };
}

/**
 * The folder of this name in the development machine's own, with these files in it (0600). It is made once, whole:
 * of processes that make it at once one wins, and all use what it made.
 */
export async function bewaarEenmaal(
  naam: string,
  maak: () => Promise<Readonly<Record<string, string>>>,
  ouder: string = ontwikkelMap,
): Promise<string> {
  const map = join(ouder, naam);
  if (existsSync(map)) return map;
  mkdirSync(dirname(map), { recursive: true, mode: 0o700 });
  const bestanden = await maak();
  const eigen = mkdtempSync(`${map}.`);
  for (const [bestand, inhoud] of Object.entries(bestanden)) {
    writeFileSync(join(eigen, bestand), inhoud, { mode: 0o600 });
  }
  try {
    renameSync(eigen, map);
  } catch (error) {
    rmSync(eigen, { recursive: true });
    if (!existsSync(map)) throw error;
  }
  return map;
}

/** Loaded only where a certificate is made; it wants `Reflect.metadata` to be there. */
async function laadX509(): Promise<typeof import('@peculiar/x509')> {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}

function maakSleutels({ soort = 'RSA' }: Certificaatvraag): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algoritmen[soort], true, ['sign', 'verify']);
}

function geldigheid({ geldigVan, geldigTot }: Certificaatvraag) {
  const jaren = 10 * 366 * 86_400_000;
  return {
    // Tests stand still at days in the past.
    notBefore: geldigVan ?? new Date('2020-01-01T00:00:00Z'),
    notAfter: geldigTot ?? new Date(Date.now() + jaren),
  };
}
