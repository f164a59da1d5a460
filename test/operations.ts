import { readFileSync } from 'node:fs';

/** A front-office document of `schema/operations`, by file name. */
export function operatie(naam: string): string {
  return readFileSync(new URL(`../schema/operations/${naam}.graphql`, import.meta.url), 'utf8');
}

/** The moment at which tests ask: shortly after the day the synthetic population is of. */
export const toetsmoment = () => new Date('2026-11-05T10:00:00Z');
