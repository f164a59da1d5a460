import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Logger } from '../../../subgraphs/kit/index.ts';
import { type Keys, KeysAway } from './keys.ts';
import type { IdentitySettings, Issuer } from './settings.ts';
import { type Reden, Weigering } from './weigering.ts';

/** An issuer and its keys. */
export type TrustedIssuer = { readonly issuer: Issuer; readonly keys: Keys };

export type Verifier = {
  readonly settings: IdentitySettings;
  /** By `iss`. */
  readonly trusted: ReadonlyMap<string, TrustedIssuer>;
  readonly now: () => Date;
  readonly logger: Logger;
};

/** Claims that were signed by an issuer we trust, for us, now. */
export type Verified = { readonly issuer: Issuer; readonly claims: JWTPayload };

/**
 * Header fields that bring a key or an obligation of their own (RFC 7515 §4.1). Nothing here follows them; a token that
 * has one is an attack, or of an issuer that means something we would not honour.
 */
const refusedHeaders = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'];

/**
 * Verifies an access token (RFC 7519 §7.2, RFC 8725 §3). Its unverified `iss` only chooses whose keys it must be
 * signed with.
 *
 * @throws Weigering
 */
export async function verifyToken(verifier: Verifier, token: string): Promise<Verified> {
  const { settings, now, logger } = verifier;
  const { issuer, keys } = trustedIssuerOf(verifier, token);
  try {
    const { payload } = await jwtVerify(token, keys.find, {
      issuer: issuer.issuer,
      audience: settings.audience,
      algorithms: [...issuer.algorithms],
      requiredClaims: ['exp', 'iat', 'sub', 'azp'],
      clockTolerance: settings.clockSkewSeconds,
      maxTokenAge: settings.maxTokenAgeSeconds,
      currentDate: now(),
      ...(issuer.typ === undefined ? {} : { typ: issuer.typ }),
    });
    if (!issuer.azp.some((azp) => azp === payload['azp'])) throw new Weigering('TOEPASSING');
    return { issuer, claims: payload };
  } catch (error) {
    if (error instanceof Weigering) throw error;
    const reden = redenOf(error);
    // Not of jose's own kinds: a key of the issuer that cannot be used, or a mistake of ours.
    if (reden === undefined) logger.error({ issuer: issuer.naam, error }, 'a token could not be verified');
    throw new Weigering(reden ?? 'HANDTEKENING');
  }
}

function trustedIssuerOf({ trusted }: Verifier, token: string): TrustedIssuer {
  const { header, iss } = readUnverified(token);
  if (refusedHeaders.some((field) => field in header)) throw new Weigering('KOPVELD');
  const found = iss === undefined ? undefined : trusted.get(iss);
  if (found === undefined) throw new Weigering('UITGEVER');
  if (!found.issuer.algorithms.some((algorithm) => algorithm === header.alg))
    throw new Weigering('ALGORITME');
  // Without `kid` any key of the issuer would do, and a new one would not be fetched.
  if (typeof header.kid !== 'string') throw new Weigering('SLEUTEL');
  return found;
}

function readUnverified(token: string) {
  try {
    return { header: decodeProtectedHeader(token), iss: decodeJwt(token).iss };
  } catch {
    throw new Weigering('ONLEESBAAR');
  }
}

const redenOfClaim: Readonly<Record<string, Reden>> = {
  iss: 'UITGEVER',
  aud: 'PUBLIEK',
  nbf: 'NOG_NIET_GELDIG',
  iat: 'NOG_NIET_GELDIG',
  typ: 'SOORT',
};

/** What an error of jose means; the error itself goes no further, since it holds the claims. */
function redenOf(error: unknown): Reden | undefined {
  if (error instanceof KeysAway) return 'SLEUTELS_WEG';
  if (error instanceof errors.JWTExpired) return 'VERLOPEN';
  if (error instanceof errors.JWTClaimValidationFailed) {
    // Present and of the right form, but not what it must be; otherwise the token is not what was agreed.
    return error.reason === 'check_failed' ? (redenOfClaim[error.claim] ?? 'CLAIMS') : 'CLAIMS';
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported)
    return 'ALGORITME';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return 'SLEUTEL';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'HANDTEKENING';
  return error instanceof errors.JOSEError ? 'ONLEESBAAR' : undefined;
}
