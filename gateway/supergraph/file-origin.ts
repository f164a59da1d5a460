import { createReadStream, type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Gelezen, kenmerkVan, type Lezing, type Origin, onbereikbaar, readBounded } from './origin.ts';
import { maxSupergraphBytes } from './verify.ts';

/** How long a file must stay the same before it counts as whole, milliseconds. */
const rustMs = 100;
/** How often that is tried in one reading. */
const maxPogingen = 20;
/** Largest signature that is read, bytes: 88 and a line end, and then some. */
const maxSignatureBytes = 1024;

/**
 * A supergraph in a file, its signature in `<file>.sig`. The first part of a supergraph can be a valid one,
 * so what is new counts only when it is there unchanged a little later.
 */
export function createFileOrigin(file: string, signed: boolean): Origin {
  let bekend: string | undefined;
  let watcher: FSWatcher | undefined;
  let closed = false;

  const readOnce = async (): Promise<Gelezen> => ({
    soort: 'GELEZEN',
    bytes: await readFileBounded(file, maxSupergraphBytes + 1),
    signature: signed ? await readSignature(`${file}.sig`) : undefined,
  });

  const readAtRest = async (): Promise<Lezing> => {
    let eerder: string | undefined;
    for (let poging = 0; poging < maxPogingen && !closed; poging += 1) {
      const inhoud = await readOnce();
      const kenmerk = kenmerkVan(inhoud);
      if (kenmerk === bekend || kenmerk === eerder) {
        bekend = kenmerk;
        return inhoud;
      }
      eerder = kenmerk;
      await pause(rustMs);
    }
    return onbereikbaar('the file is being written all the time', undefined);
  };

  return {
    read: () => readAtRest().catch((error: unknown) => onbereikbaar('the file cannot be read', error)),
    watch: (changed) => {
      const namen = [basename(file), `${basename(file)}.sig`];
      try {
        // The folder, not the file: a file that is replaced by a rename is another file. Where even that
        // says nothing (network file systems), reading at an interval remains.
        watcher = watch(dirname(file), { persistent: false }, (_soort, naam) => {
          // Kubernetes replaces a mounted file by moving a link of the folder, `..data`.
          if (naam === null || namen.includes(naam) || naam.startsWith('..')) changed();
        });
        watcher.on('error', () => watcher?.close());
      } catch {
        watcher = undefined;
      }
    },
    close: async () => {
      closed = true;
      watcher?.close();
    },
  };
}

async function readFileBounded(file: string, max: number): Promise<Uint8Array> {
  // Opening a pipe would wait for a writer that may never come.
  if (!(await stat(file)).isFile()) throw Object.assign(new Error('not a file'), { code: 'GEEN_BESTAND' });
  return readBounded(createReadStream(file), max);
}

async function readSignature(file: string): Promise<string | undefined> {
  try {
    const bytes = await readFileBounded(file, maxSignatureBytes);
    return Buffer.from(bytes).toString('latin1').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
