import { verify } from 'node:crypto';
import { type Claims, claims, maxGeldigSeconds, type Verzoek, verzoekHash, verzoekVan } from './claims.ts';
import { createGezien } from './gezien.ts';
import type { Sleutelring } from './sleutels.ts';
import { Verzoekweigering } from './weigering.ts';

export type Verzoekcontrole = {
  /** What a token says, from every `Authorization` header of a request. @throws Verzoekweigering */
  readonly leesToken: (authorization: readonly string[] | undefined) => Claims;
  /** The question that a token and a body are together, once. @throws Verzoekweigering */
  readonly neem: (gelezen: Claims, body: Uint8Array) => Verzoek;
};

export type ControleOpties = {
  /** Name of this subgraph: the only `aud` there is for it. */
  readonly naam: string;
  readonly sleutels: () => Sleutelring;
  /** Whether questions of a graph that is open are taken. */
  readonly openToegestaan: boolean;
  readonly now: () => Date;
};

/** How far the clocks of gateway and subgraph may be apart, seconds. */
const klokverschil = 5;
/** Node reads 16 KiB of headers at most; a worker of all municipalities needs half. */
const maxHeaderBytes = 14_336;
/** RFC 7515 §7.1; an Ed25519 signature is 64 bytes. */
const bearer = /^Bearer (([\w-]+)\.([\w-]+))\.([\w-]{86})$/;

/** Takes what the gateway signed for this subgraph, now, and for this body (RFC 7519 §7.2, RFC 8725 §3). */
export function createVerzoekcontrole(opties: ControleOpties): Verzoekcontrole {
  const gezien = createGezien();
  const nu = () => opties.now().getTime() / 1_000;
  return {
    leesToken: (authorization) => {
      const gelezen = leesClaims(eneHeader(authorization), opties.sleutels());
      if (gelezen.aud !== opties.naam) throw new Verzoekweigering('PUBLIEK');
      const { iat, exp } = gelezen;
      if (exp <= iat || exp - iat > maxGeldigSeconds) throw new Verzoekweigering('TE_LANG_GELDIG');
      if (exp + klokverschil <= nu()) throw new Verzoekweigering('VERLOPEN');
      if (iat - klokverschil > nu()) throw new Verzoekweigering('NOG_NIET_GELDIG');
      if ('open' in gelezen && !opties.openToegestaan) throw new Verzoekweigering('GRAAF_OPEN');
      return gelezen;
    },
    neem: (gelezen, body) => {
      // Neither is secret to who holds the token, so they may be compared as any text.
      if (verzoekHash(body) !== gelezen.vraag) throw new Verzoekweigering('ANDERE_VRAAG');
      if (!gezien.eerste(gelezen.jti, gelezen.exp + klokverschil, nu())) {
        throw new Verzoekweigering('HERHAALD');
      }
      return verzoekVan(gelezen);
    },
  };
}

function eneHeader(authorization: readonly string[] | undefined): string {
  const [waarde, ...meer] = authorization ?? [];
  if (waarde === undefined || waarde === '') throw new Verzoekweigering('GEEN_TOKEN');
  if (meer.length > 0) throw new Verzoekweigering('MEER_TOKENS');
  // Before anything looks into it.
  if (waarde.length > maxHeaderBytes) throw new Verzoekweigering('TE_GROOT');
  return waarde;
}

function leesClaims(header: string, sleutels: Sleutelring): Claims {
  const [, getekend = '', kop = '', inhoud = '', handtekening = ''] = bearer.exec(header) ?? [];
  if (getekend === '') throw new Verzoekweigering('GEEN_BEARER');
  const sleutel = sleutels.get(kop);
  if (sleutel === undefined) throw new Verzoekweigering(redenVanKop(kop, sleutels));
  if (!verify(null, Buffer.from(getekend), sleutel, Buffer.from(handtekening, 'base64url'))) {
    throw new Verzoekweigering('HANDTEKENING');
  }
  const gelezen = claims.safeParse(leesJson(inhoud));
  if (!gelezen.success) throw new Verzoekweigering('CLAIMS');
  return gelezen.data;
}

/** A header of ours but for its key is of a gateway whose key is not known here; any other is nothing of ours. */
function redenVanKop(kop: string, sleutels: Sleutelring): 'SLEUTEL' | 'KOPVELD' {
  const [onze] = sleutels.keys();
  return onze !== undefined && zonderKid(leesJson(kop)) === zonderKid(leesJson(onze)) ? 'SLEUTEL' : 'KOPVELD';
}

function zonderKid(kop: unknown): string {
  return JSON.stringify([kop], (naam, waarde: unknown) => (naam === 'kid' ? undefined : waarde));
}

function leesJson(deel: string): unknown {
  try {
    return JSON.parse(Buffer.from(deel, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
