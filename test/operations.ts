import { readFileSync } from 'node:fs';

/** A front-office document of `schema/operations`, by file name. */
export function operatie(naam: string): string {
  return readFileSync(new URL(`../schema/operations/${naam}.graphql`, import.meta.url), 'utf8');
}

/** The moment at which tests ask: shortly after the day the synthetic population is of. */
export const toetsmoment = () => new Date('2026-11-05T10:00:00Z');

/** What stands at a path of an answer (`client.persoon.bron.uitkomst`, `clienten.0`); undefined where there is nothing. */
export function lees(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (deel, naam) =>
        typeof deel === 'object' && deel !== null
          ? (deel as Readonly<Record<string, unknown>>)[naam]
          : undefined,
      value,
    );
}

/** The same for each element of a list at a path, e.g. every `clientnummer` of `clienten`. */
export function leesElk(value: unknown, lijst: string, path: string): readonly unknown[] {
  const elementen = lees(value, lijst);
  return Array.isArray(elementen) ? elementen.map((element) => lees(element, path)) : [];
}
