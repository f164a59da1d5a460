import { z } from 'zod';
import { GraafFout } from '../../kit/index.ts';

/**
 * A position on a time line, opaque to the caller: base64url of a JSON array. It says where, not how many, so
 * it stays valid while events come and go, also the event it was made of.
 */
const positie = z.tuple([
  z.literal('tijdlijn'),
  /** Earliest day the date can mean, with the moment when it is known; empty for no date. */
  z.string().regex(/^(\d{4}-\d{2}-\d{2}(T\d{15})?)?$/),
  /** Source, kind and moment. */
  z.string().regex(/^[A-Z_]{1,80}$/),
  /** Key of the event among those of one day and kind. */
  z.string().regex(/^[0-9a-f]{24}\.\d{4}$/),
]);

/** Day, kind and key of an event. */
export type Positie = readonly [dag: string, soort: string, sleutel: string];

export function maakCursor(plek: Positie): string {
  return Buffer.from(JSON.stringify(['tijdlijn', ...plek]), 'utf8').toString('base64url');
}

/** @throws GraafFout ONGELDIGE_INVOER for anything that `maakCursor` did not make */
export function leesCursor(cursor: string): Positie {
  const gelezen = positie.safeParse(inhoud(cursor));
  if (gelezen.success) {
    const [, dag, soort, sleutel] = gelezen.data;
    // Base64 has many spellings of one value; only our own is a cursor.
    if (maakCursor([dag, soort, sleutel]) === cursor) return [dag, soort, sleutel];
  }
  throw new GraafFout('ONGELDIGE_INVOER', 'after is geen positie van deze lijst.');
}

function inhoud(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
