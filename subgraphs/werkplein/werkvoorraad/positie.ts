import { z } from 'zod';
import { GraafFout, isClientnummer } from '../../kit/index.ts';
import type { Plaats, Volgorde } from './volgorde.ts';

/**
 * Positions in a caseload, opaque to the caller: base64url of a JSON array of the order and a place in it.
 * They stay valid while clients come and go, because they say where, not how many.
 */
export type Positie = Plaats;

const vorm = z.tuple([
  z.string(),
  z.int().min(0).max(3),
  z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  z.string().refine(isClientnummer),
]);

export function maakPositie(volgorde: Volgorde, { groep, waarde, clientnummer }: Plaats): string {
  return Buffer.from(JSON.stringify([volgorde, groep, waarde, clientnummer]), 'utf8').toString('base64url');
}

/** @throws GraafFout ONGELDIGE_INVOER for anything that `maakPositie` did not make for this order */
export function leesPositie(volgorde: Volgorde, cursor: string): Positie {
  const gelezen = vorm.safeParse(inhoud(cursor));
  if (gelezen.success) {
    const [, groep, waarde, clientnummer] = gelezen.data;
    const positie = { groep, waarde, clientnummer };
    // Base64 has many spellings of one value, and another order has other places: only our own is a cursor.
    if (maakPositie(volgorde, positie) === cursor) return positie;
  }
  throw new GraafFout('ONGELDIGE_INVOER', 'after is not a position of this list.');
}

function inhoud(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
