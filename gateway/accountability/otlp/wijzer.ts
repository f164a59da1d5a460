import { readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { syncMap } from '../segmenten/index.ts';

const vorm = z.strictObject({
  segment: z.number().int().min(1),
  /** Bytes of that segment that were taken over. */
  positie: z.number().int().nonnegative(),
  /** The last line that was. */
  nr: z.number().int().nonnegative(),
});
export type Wijzer = z.output<typeof vorm>;

/** Where to begin; the beginning when it cannot be read: what is sent twice can be known, what is not sent cannot. */
export function leesWijzer(pad: string): Wijzer {
  try {
    return vorm.parse(JSON.parse(readFileSync(pad, 'utf8')));
  } catch {
    return { segment: 1, positie: 0, nr: 0 };
  }
}

/** Keeps how far the log was taken over: written aside, synced, then renamed. */
export async function bewaarWijzer(pad: string, wijzer: Wijzer): Promise<void> {
  await mkdir(dirname(pad), { recursive: true, mode: 0o700 });
  const handle = await open(`${pad}.nieuw`, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(wijzer));
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(`${pad}.nieuw`, pad);
  await syncMap(dirname(pad));
}
