/**
 * The issuer of access tokens of one development machine. Its key is made at first use and stays in a folder that git
 * does not see; gateway and front office of this machine trust it, and in production nobody does.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import { ontwikkelIssuer, type Rol } from '../gateway/access/index.ts';
import { ConfiguratieFout } from '../subgraphs/kit/index.ts';
import { makeOnce } from './development-file.ts';

/** What the development issuer says of somebody; everyone made up. */
export type Ontwikkelpersoon =
  | {
      readonly kind: 'medewerker';
      readonly sub: string;
      readonly rollen: readonly Rol[];
      readonly organisatie: string;
      readonly mandaten: readonly string[];
      readonly medewerkernummer?: string;
      readonly rechten?: readonly string[];
    }
  | { readonly kind: 'burger'; readonly sub: string; readonly bsn: string };

export type OntwikkelIssuer = {
  /** Settings with which a gateway trusts this issuer. */
  readonly omgeving: {
    readonly OIDC_ISSUERS_FILE: string;
    readonly TOKEN_AUDIENCE: string;
    readonly ACTOR_SLEUTEL: string;
  };
  /** An access token that is valid from `now` on. */
  readonly token: (persoon: Ontwikkelpersoon, geldigSeconds: number, now?: Date) => Promise<string>;
};

/** Where the key and the file of issuers are: beside `commands`. */
export const ontwikkelMap = fileURLToPath(new URL('../.development/', import.meta.url));

/** Organisations of development: the partners, by the names of their subgraphs. */
export const organisaties = ['gemeente', 'uwv', 'sw', 'wsp', 'werkplein'] as const;

const audience = 'werkplein-graph';
const azp = 'front-office';
const alg = 'EdDSA';
const typ = 'at+jwt';
/** Published, like the pseudonym key of development: an actor is the same on every machine. */
const actorSleutel = '6f6e7477696b6b656c736c657574656c2d6163746f722d6e6965742d65636874';

const privateKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string(),
  x: z.string(),
  d: z.string(),
});

/**
 * Opens the development issuer of a folder, and makes it when it is not there.
 *
 * @throws ConfiguratieFout when what is there is not its key
 */
export async function openOntwikkelIssuer(map: string = ontwikkelMap): Promise<OntwikkelIssuer> {
  mkdirSync(map, { recursive: true, mode: 0o700 });
  const { d, ...publicJwk } = await readOrMakeKey(join(map, 'issuer.jwk.json'));
  const key = await importJWK({ ...publicJwk, d }, alg);
  write(join(map, 'jwks.json'), { keys: [{ ...publicJwk, alg, use: 'sig' }] });
  const issuersFile = join(map, 'issuers.json');
  write(issuersFile, { issuers: [entry('medewerker', [...organisaties]), entry('burger', ['werkplein'])] });
  return {
    omgeving: { OIDC_ISSUERS_FILE: issuersFile, TOKEN_AUDIENCE: audience, ACTOR_SLEUTEL: actorSleutel },
    token: ({ kind, sub, ...claims }, geldigSeconds, now = new Date()) => {
      const iat = Math.floor(now.getTime() / 1_000);
      return new SignJWT({ ...claims, azp })
        .setProtectedHeader({ alg, typ, kid: publicJwk.kid })
        .setIssuer(`${ontwikkelIssuer}${kind}`)
        .setSubject(sub)
        .setAudience(audience)
        .setIssuedAt(iat)
        .setExpirationTime(iat + geldigSeconds)
        .sign(key);
    },
  };
}

function entry(kind: Ontwikkelpersoon['kind'], voor: readonly string[]) {
  return {
    naam: `ontwikkeling-${kind}`,
    issuer: `${ontwikkelIssuer}${kind}`,
    kind,
    jwksFile: 'jwks.json',
    algorithms: [alg],
    azp: [azp],
    organisaties: voor,
    typ,
  };
}

async function readOrMakeKey(file: string): Promise<z.output<typeof privateKey>> {
  return readKey(file) ?? makeKey(file);
}

function readKey(file: string): z.output<typeof privateKey> | undefined {
  try {
    return privateKey.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    // What is in it is not repeated, nor kept as cause.
    throw new ConfiguratieFout([`${file}: is not the key of a development issuer; remove it to get another`]);
  }
}

async function makeKey(file: string): Promise<z.output<typeof privateKey>> {
  const pair = await generateKeyPair(alg, { extractable: true });
  const jwk: JWK = await exportJWK(pair.privateKey);
  makeOnce(file, JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk) }));
  const made = readKey(file);
  if (made === undefined) throw new ConfiguratieFout([`${file}: was removed while it was made`]);
  return made;
}

function write(file: string, inhoud: unknown): void {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${JSON.stringify(inhoud, undefined, 2)}\n`);
  renameSync(own, file);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
