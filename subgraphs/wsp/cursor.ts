import { z } from 'zod';
import { GraafFout } from '../kit/index.ts';

/**
 * Positions in a list, opaque to the caller: base64url of a JSON array of a kind and the sort values
 * of one row. They stay valid while rows come and go, because they say where, not how many.
 */
const posities = {
  /** Autonumber of the vacancy. */
  vacature: z.tuple([z.string().min(1).max(100)]),
  /** Moment and id of the contact. */
  contactmoment: z.tuple([z.string().max(40), z.string().min(1).max(50)]),
  /** Day of receipt and id of the search assignment. */
  zoekopdracht: z.tuple([z.string().max(10), z.string().min(1).max(50)]),
  /** Name and KvK number of the employer. */
  werkgever: z.tuple([z.string().min(1).max(200), z.string().min(1).max(20)]),
};
export type Positie = { readonly [K in keyof typeof posities]: z.output<(typeof posities)[K]> };

export function maakCursor<K extends keyof Positie>(soort: K, positie: Positie[K]): string {
  return Buffer.from(JSON.stringify([soort, ...positie]), 'utf8').toString('base64url');
}

/** @throws GraafFout ONGELDIGE_INVOER for anything that `maakCursor` did not make for this kind of list */
export function leesCursor<K extends keyof Positie>(soort: K, cursor: string): Positie[K] {
  const gelezen = posities[soort].safeParse(inhoud(soort, cursor));
  // Base64 has many spellings of one value; only our own is a cursor.
  if (gelezen.success && maakCursor(soort, gelezen.data as Positie[K]) === cursor) {
    return gelezen.data as Positie[K];
  }
  throw new GraafFout('ONGELDIGE_INVOER', 'after is geen positie van deze lijst.');
}

function inhoud(soort: string, cursor: string): unknown {
  try {
    const waarde: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(waarde) && waarde[0] === soort ? waarde.slice(1) : undefined;
  } catch {
    return undefined;
  }
}
