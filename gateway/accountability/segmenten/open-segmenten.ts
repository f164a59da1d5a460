import { mkdir } from 'node:fs/promises';
import { foutcode, oorzaak, SyncFout } from './duurzaam.ts';
import { LogboekFout } from './logboek-fout.ts';
import type { Herstel, Stand } from './regel.ts';
import { openSchrijver } from './schrijver.ts';
import type { SegmentSettings } from './settings.ts';
import { neemSlot } from './slot.ts';

/** An append-only log of JSON records, in a chain of lines over segments. */
export type Segmenten = {
  /**
   * Resolves when all records are on disk (fdatasync), in this order, one after another. Rejects when they are
   * not; part of them can be there then. @throws LogboekFout, or the error of the disk
   */
  readonly append: (records: readonly object[]) => Promise<void>;
  /** False while writing fails, and after closing. */
  readonly gereed: () => boolean;
  /** The last line that is durable. */
  readonly stand: () => Stand;
  /** Writes what waits, says in the head that the log is closed, and gives the lock back. */
  readonly sluit: () => Promise<void>;
};

type Post = {
  readonly regels: readonly string[];
  readonly bytes: number;
  readonly klaar: () => void;
  readonly mislukt: (error: unknown) => void;
};

type Gestoord = {
  readonly sinds: string;
  readonly code: string;
  afgewezen: number;
  /** After a failed sync the kernel's copy of the file cannot be trusted any more. */
  naSync: boolean;
};

const maxBatchBytes = 1_048_576;
/** What a line has beside its content, at most. */
const omhulsel = 160;
const onderhoudMs = 3_600_000;

/**
 * Opens a log: takes its lock, mends what a crash left, and goes on after the last good line.
 *
 * After a failed write nothing is acknowledged until the file is back at its last good byte and a line that
 * says so is durable, so there is never half a line under a whole one. That is tried with every append, and
 * every `herhaalMs`. @throws LogboekFout; the error of the disk
 */
export async function openSegmenten(settings: SegmentSettings): Promise<Segmenten> {
  const { dir, maxBytes, fsync, logger } = settings;
  const { maxWachtend = 20_000, herhaalMs = 1_000, now = () => new Date() } = settings;

  let gestoord: Gestoord | undefined;
  let gesloten = false;
  let bezig: Promise<void> | undefined;
  let onderhoud = false;
  let herhaling: NodeJS.Timeout | undefined;
  let wachtend = 0;
  const wachtrij: Post[] = [];

  const stoor = (error: unknown, afgewezen: number) => {
    if (gestoord === undefined) {
      gestoord = { sinds: now().toISOString(), code: foutcode(error), afgewezen: 0, naSync: false };
      logger.error({ error: oorzaak(error) }, 'the log cannot be written: no data is given until it can');
    }
    gestoord.afgewezen += afgewezen;
    gestoord.naSync ||= error instanceof SyncFout;
    herhaling ??= setTimeout(() => {
      herhaling = undefined;
      start();
    }, herhaalMs).unref();
  };

  await mkdir(dir, { recursive: true, mode: 0o700 });
  const geefSlotTerug = await neemSlot(dir);
  let isOpen = false;
  let vroeg: unknown;
  const schrijver = await openSchrijver(settings, (error) => {
    if (isOpen) stoor(error, 0);
    else vroeg ??= error;
  }).catch(async (error: unknown) => {
    await geefSlotTerug();
    throw oorzaak(error);
  });

  isOpen = true;
  if (vroeg !== undefined) stoor(vroeg, 0);

  /** Back to the last good byte, and on from there. */
  const hervat = async ({ code, sinds, afgewezen, naSync }: Gestoord): Promise<void> => {
    await schrijver.hervat(naSync);
    const herstel: Herstel = { reden: 'SCHRIJVEN_MISLUKT', code, sinds, afgewezen };
    await schrijver.schrijf([['herstel', JSON.stringify(herstel)]]);
    gestoord = undefined;
    clearTimeout(herhaling);
    herhaling = undefined;
    logger.info({ count: afgewezen }, 'the log can be written again');
  };

  const neemBatch = (): readonly Post[] => {
    const [eerste] = wachtrij;
    if (eerste === undefined) return [];
    let aantal = 1;
    if (fsync === 'per-batch') {
      for (let bytes = eerste.bytes; aantal < wachtrij.length; aantal += 1) {
        bytes += wachtrij[aantal]?.bytes ?? 0;
        if (bytes > Math.min(maxBatchBytes, maxBytes)) break;
      }
    }
    return wachtrij.splice(0, aantal);
  };

  const verwerk = async (batch: readonly Post[]): Promise<void> => {
    const regels = batch.flatMap((post) => post.regels);
    wachtend -= regels.length;
    try {
      if (gestoord !== undefined) await hervat(gestoord);
      await schrijver.roteer(batch.reduce((som, post) => som + post.bytes, 0));
      if (onderhoud) {
        onderhoud = false;
        await schrijver.verloop();
      }
      if (regels.length > 0) await schrijver.schrijf(regels.map((json) => ['regel', json] as const));
      for (const post of batch) post.klaar();
    } catch (error) {
      stoor(error, regels.length);
      for (const post of batch) post.mislukt(oorzaak(error));
    }
  };

  const start = () => {
    bezig ??= (async () => {
      // Appends of the same turn of the event loop come together.
      await Promise.resolve();
      do await verwerk(neemBatch());
      while (wachtrij.length > 0);
      bezig = undefined;
    })();
  };

  const klok = setInterval(() => {
    onderhoud = true;
    start();
  }, onderhoudMs).unref();

  return {
    append: (records) =>
      new Promise<void>((klaar, mislukt) => {
        if (gesloten) throw new LogboekFout('GESLOTEN', 'the log is closed');
        if (records.length === 0) {
          klaar();
          return;
        }
        if (wachtend + records.length > maxWachtend) {
          throw new LogboekFout('VOL', 'too many records wait to be written');
        }
        const regels = records.map((record) => JSON.stringify(record));
        const bytes = regels.reduce((som, json) => som + Buffer.byteLength(json) + omhulsel, 0);
        wachtend += regels.length;
        wachtrij.push({ regels, bytes, klaar, mislukt });
        start();
      }),
    gereed: () => !gesloten && gestoord === undefined,
    stand: schrijver.stand,
    sluit: async () => {
      if (gesloten) return;
      gesloten = true;
      clearInterval(klok);
      while (bezig !== undefined) await bezig;
      try {
        if (gestoord === undefined) await schrijver.meldGesloten();
      } finally {
        clearTimeout(herhaling);
        await schrijver.sluit();
        await geefSlotTerug();
      }
    },
  };
}
