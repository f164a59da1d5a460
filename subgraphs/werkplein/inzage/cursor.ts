import { GraafFout, type VerwerkingInInzage } from '../../kit/index.ts';

/** The place of a processing in the list. */
export type Plek = Pick<VerwerkingInInzage, 'tijdstip' | 'id'>;

const vorm = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([0-9a-f]{16})$/;

export function maakCursor({ tijdstip, id }: Plek): string {
  return Buffer.from(`${tijdstip} ${id}`).toString('base64url');
}

/** @throws GraafFout ONGELDIGE_INVOER when it is no cursor of ours */
export function leesCursor(cursor: string): Plek {
  const [, tijdstip, id] = vorm.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  // Base64 has many spellings of one value; only our own is a cursor.
  if (tijdstip !== undefined && id !== undefined && maakCursor({ tijdstip, id }) === cursor)
    return { tijdstip, id };
  throw new GraafFout('ONGELDIGE_INVOER', 'after must be a cursor of this list.');
}
