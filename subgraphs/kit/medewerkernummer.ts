import { isBsn } from './bsn.ts';

const vorm = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/;

/**
 * Whether the text can be the number of a worker: letters, digits and hyphens, at most 32. What could be a
 * burgerservicenummer is refused, since the number of a worker may stand in a URL.
 */
export function isMedewerkernummer(value: string): boolean {
  return vorm.test(value) && !isBsn(value);
}
