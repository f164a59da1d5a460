import { open, readFile } from 'node:fs/promises';
import { leesKop, veilig } from './herstel.ts';
import { segmentenIn, segmentPad } from './map.ts';
import { leesRegel, splitsRegels } from './regel.ts';

/** Reads the header of a segment. @throws LogboekFout `BESCHADIGD`; the error of the disk */
export async function leesEersteRegel(dir: string, segment: number): Promise<ReturnType<typeof leesKop>> {
  const handle = await open(segmentPad(dir, segment), 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return leesKop(splitsRegels(buffer.subarray(0, bytesRead)).regels[0], segment);
  } finally {
    await handle.close();
  }
}

export type Leesvraag = {
  /** Only lines with this text in them; JSON is parsed of those alone. */
  readonly met?: string;
  /** ISO 8601 in UTC: segments that lie wholly outside are not read, lines that were written before `vanaf` neither. */
  readonly vanaf?: string;
  /** Lines that were written after this are not read. */
  readonly tot?: string;
};

/** A record and when it was written. */
export type Gelezen = { readonly nr: number; readonly t: string; readonly inhoud: unknown };

/**
 * The records of a log in the order of writing, beside a writer or without one. Takes lines as they are: whether
 * they were tampered with is for `verify`. A segment that expires meanwhile is passed over.
 */
export async function* leesSegmenten(dir: string, vraag: Leesvraag = {}): AsyncGenerator<Gelezen> {
  const { met, vanaf, tot } = vraag;
  const segmenten = await segmentenIn(dir);
  for (const [index, segment] of segmenten.entries()) {
    const volgende = segmenten[index + 1];
    if (vanaf !== undefined && volgende !== undefined) {
      const kop = await tenzijVerlopen(leesEersteRegel(dir, volgende));
      if (kop === undefined || kop.t < vanaf) continue;
    }
    const bytes = await tenzijVerlopen(readFile(segmentPad(dir, segment)));
    if (bytes === undefined) continue;
    if (met !== undefined && !bytes.includes(met)) continue;
    for (const regelBytes of splitsRegels(bytes).regels) {
      if (met !== undefined && !regelBytes.includes(met)) continue;
      const regel = leesRegel(regelBytes);
      if (regel === undefined) continue;
      if (tot !== undefined && regel.t > tot) return;
      if (regel.soort !== 'regel' || (vanaf !== undefined && regel.t < vanaf)) continue;
      yield { nr: regel.stand.nr, t: regel.t, inhoud: veilig(regel.inhoud) };
    }
  }
}

async function tenzijVerlopen<T>(lezing: Promise<T>): Promise<T | undefined> {
  try {
    return await lezing;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
