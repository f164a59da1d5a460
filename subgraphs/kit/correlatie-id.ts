import { verbergBsn } from './bsn.ts';

/** The caller's correlation id travels on to sources and logs, so it must not be able to carry a person. */
export function leesCorrelationId(gegeven: unknown): string {
  const bruikbaar =
    typeof gegeven === 'string' && /^[\w-]{1,64}$/.test(gegeven) && verbergBsn(gegeven) === gegeven;
  return bruikbaar ? gegeven : 'onbekend';
}
