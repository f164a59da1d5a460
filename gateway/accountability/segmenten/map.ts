import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const bestandsnaam = /^segment-(\d{8})\.jsonl$/;

/** File of a segment; segments are counted from 1. */
export function segmentPad(dir: string, segment: number): string {
  return join(dir, `segment-${String(segment).padStart(8, '0')}.jsonl`);
}

/** Numbers of the segments in a directory, ascending. @throws the error of the disk */
export async function segmentenIn(dir: string): Promise<readonly number[]> {
  const namen = await readdir(dir);
  const nummers = namen.map((naam) => Number(bestandsnaam.exec(naam)?.[1] ?? '0'));
  return nummers.filter((nr) => nr > 0).sort((a, b) => a - b);
}

/** A file under construction; never read, removed at opening. */
export const nieuwPad = (dir: string): string => join(dir, 'segment.nieuw');
export const hoofdPad = (dir: string): string => join(dir, 'hoofd');
export const slotPad = (dir: string): string => join(dir, 'slot');

/** What the store needs of an open file; a `FileHandle` is one. */
export type Bestand = Pick<FileHandle, 'write' | 'datasync' | 'truncate' | 'stat' | 'close'>;
/** Opens a file. A parameter, so that a test can be a disk that fails. */
export type OpenBestand = (path: string, flags: string, mode: number) => Promise<Bestand>;

/** Writes all bytes at a position: a write can be short. */
export async function schrijfAlles(bestand: Bestand, bytes: Uint8Array, positie: number): Promise<void> {
  let geschreven = 0;
  while (geschreven < bytes.length) {
    const { bytesWritten } = await bestand.write(
      bytes,
      geschreven,
      bytes.length - geschreven,
      positie + geschreven,
    );
    geschreven += bytesWritten;
  }
}

/** Makes the names in a directory durable: without it a new file can be gone after power failure. */
export async function syncMap(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
