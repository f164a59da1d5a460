import { type KeyObject, randomUUID, sign } from 'node:crypto';
import {
  ConfiguratieFout,
  kidVan,
  leesOndertekensleutel,
  maxGeldigSeconds,
  type Omgeving,
  type Vrager,
  verzoekHash,
  verzoekKop,
  verzoekUitgever,
} from '../../subgraphs/kit/index.ts';
import type { Identity } from '../access/index.ts';
import type { OperationContext } from './operation-context.ts';

/** What a token says of the operation that a question is part of. */
type Asking = Pick<OperationContext, 'identity' | 'trace' | 'now'>;

/**
 * The token of one question: who asks and for what, for one subgraph, one body, once.
 * @param budgetMs how long the answer is waited for, milliseconds
 */
export type RequestSigner = (subgraph: string, body: string, budgetMs: number, asking: Asking) => string;

/** Signs questions with an Ed25519 key: a compact JWS (RFC 7515 §3.1), about 40 µs each (docs/adr/0019). */
export function createRequestSigner(key: KeyObject): RequestSigner {
  const header = verzoekKop(kidVan(key));
  const whoAsks = new WeakMap<Identity, string>();
  const claimsOf = (identity: Identity | undefined): string => {
    if (identity === undefined) return '"open":true';
    const known = whoAsks.get(identity);
    if (known !== undefined) return known;
    const { actor: sub, ...rest } = vragerOf(identity);
    const claims = JSON.stringify({ sub, ...rest }).slice(1, -1);
    whoAsks.set(identity, claims);
    return claims;
  };
  return (subgraph, body, budgetMs, { identity, trace, now }) => {
    const iat = Math.floor(now().getTime() / 1_000);
    // It is looked at when it arrives, which may be as late as the answer is waited for.
    const exp = iat + Math.min(maxGeldigSeconds, Math.ceil(budgetMs / 1_000) + 1);
    const payload =
      `{"iss":"${verzoekUitgever}","aud":${JSON.stringify(subgraph)},"iat":${iat},"exp":${exp},"jti":"${randomUUID()}",` +
      `"verwerking":"${trace.traceId}","vraag":"${verzoekHash(body)}",${claimsOf(identity)}}`;
    const signed = `${header}.${Buffer.from(payload).toString('base64url')}`;
    return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
  };
}

/** What a subgraph may know of who asks; not whose token it was. */
export function vragerOf({
  actor,
  rollen,
  organisatie,
  mandaten,
  doel,
  medewerkernummer,
  clientnummer,
}: Identity): Vrager {
  return {
    actor,
    rollen,
    organisatie,
    mandaten,
    doel,
    ...(medewerkernummer === undefined ? {} : { medewerkernummer }),
    ...(clientnummer === undefined ? {} : { clientnummer }),
  };
}

/**
 * The key of `SUBGRAPH_TOKEN_KEY_FILE`; without one questions have no token, which production refuses.
 * @throws ConfiguratieFout
 */
export function leesTokenKey(env: Omgeving): KeyObject | undefined {
  const variable = 'SUBGRAPH_TOKEN_KEY_FILE';
  const file = env[variable] ?? '';
  if (file !== '') return leesOndertekensleutel(file, variable);
  if (env['NODE_ENV'] !== 'production') return undefined;
  throw new ConfiguratieFout([`${variable}: must be set in production`]);
}
