import { stat as statVan } from 'node:fs/promises';
import { LogboekFout } from './logboek-fout.ts';
import type { Bestand } from './map.ts';

/** That a sync failed, as apart from a write. */
export class SyncFout extends Error {
  override readonly name = 'SyncFout';
}

/** Forces what was written to disk. @throws SyncFout */
export async function synchroniseer(bestand: Bestand): Promise<void> {
  try {
    await bestand.datasync();
  } catch (error) {
    throw new SyncFout('sync failed', { cause: error });
  }
}

/** What went wrong, without that it was a sync. */
export const oorzaak = (error: unknown): unknown => (error instanceof SyncFout ? error.cause : error);

/** What tells a file from another that took its name. @throws LogboekFout WEG */
export async function identiteitVan(pad: string): Promise<string> {
  try {
    const { dev, ino } = await statVan(pad);
    return `${dev}:${ino}`;
  } catch (error) {
    throw new LogboekFout('WEG', 'the segment is not in its place any more', { cause: error });
  }
}

/** The code of an error as it may stand in the log. */
export function foutcode(error: unknown): string {
  const bron = oorzaak(error);
  const code = bron instanceof Error && 'code' in bron ? bron.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : 'ONBEKEND';
}
