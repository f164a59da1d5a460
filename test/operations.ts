import { goldenMoment, leesDocument } from '../commands/front-office.ts';

/** A front-office document of `schema/operations`, by file name. */
export const operatie = leesDocument;

/** The moment at which tests ask, the same as that of the golden answers. */
export const toetsmoment = goldenMoment;

/**
 * The sources that a client profile does not ask, for none of its fields is theirs, by name: the trade register
 * and the exchange of contacts know employers, and SONAR's own services answer about caseloads, candidates,
 * employers and figures; what it knows of one jobseeker comes by Suwinet.
 */
export const nietVoorProfiel: readonly string[] = ['KVK', 'SONAR', 'VUM'];

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
