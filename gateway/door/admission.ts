import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Logger } from '../../subgraphs/kit/index.ts';
import { type Identity, type RequestHeaders, Weigering } from '../access/index.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { Refusal } from './refusal.ts';

/** Tells who a request is from, before anything of it is read. @throws Weigering, Refusal */
export type Admission = (request: IncomingMessage) => Promise<Identity>;

export type AdmissionDeps = {
  readonly identify: (headers: RequestHeaders) => Promise<Identity>;
  /** Counts by person. */
  readonly persons: RateLimiter;
  /** Counts by address what does not sign in; apart, so that no number of addresses makes a person forgotten. */
  readonly strangers: RateLimiter;
  /** Header in which a proxy before the gateway names the address of its client. */
  readonly addressHeader: string | undefined;
  readonly logger: Logger;
};

/**
 * Lets in who signed in and does not ask too much. Who fails to sign in too often is told to wait instead of why; the
 * token is looked at all the same, so that nobody is kept out by what others at the same address do.
 */
export function createAdmission(deps: AdmissionDeps): Admission {
  const count = async (limiter: RateLimiter, key: string): Promise<void> => {
    const waitMs = await limiter.take(key);
    if (waitMs === 0) return;
    deps.logger.info({ code: 'TE_VEEL_VERZOEKEN' }, 'somebody asks too much');
    const retryAfter = String(Math.ceil(waitMs / 1_000));
    throw new Refusal(
      429,
      'Too many requests: wait a while.',
      { 'retry-after': retryAfter },
      'TE_VEEL_VERZOEKEN',
    );
  };
  return async (request) => {
    let identity: Identity;
    try {
      identity = await deps.identify(request.headersDistinct);
    } catch (error) {
      // Where nobody can be verified, that is no fault of who asks.
      const isTheirs = error instanceof Weigering && error.extensions.code !== 'AANMELDING_NIET_BESCHIKBAAR';
      if (isTheirs) await count(deps.strangers, networkOf(addressOf(request, deps.addressHeader)));
      throw error;
    }
    await count(deps.persons, `${identity.issuer} ${identity.actor}`);
    return identity;
  };
}

/** The last address that a proxy added: those before it are what its client said. */
function addressOf({ headers, socket }: IncomingMessage, header: string | undefined): string {
  const given = header === undefined ? undefined : headers[header];
  const last = (typeof given === 'string' ? given : given?.at(-1))?.split(',').at(-1)?.trim();
  return last !== undefined && isIP(last) !== 0 ? last : (socket.remoteAddress ?? '');
}

/** Of IPv6 the first 64 bits: one subscriber has all addresses that begin with them (RFC 6177). */
export function networkOf(address: string): string {
  if (isIP(address) !== 6 || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const first = groups(head);
  const last = tail === undefined ? [] : groups(tail);
  const zeros = Array<number>(8 - first.length - last.length).fill(0);
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
