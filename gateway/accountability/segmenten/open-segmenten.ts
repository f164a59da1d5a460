import type { KeyObject } from 'node:crypto';
import { mkdir, open, rename, rm, stat as statVan } from 'node:fs/promises';
import type { Logger } from '../../../subgraphs/kit/index.ts';
import { leesAchtergelaten } from './herstel.ts';
import { openHoofd } from './hoofd.ts';
import { leesEersteRegel } from './lees-segmenten.ts';
import { LogboekFout } from './logboek-fout.ts';
import {
  type Bestand,
  nieuwPad,
  type OpenBestand,
  schrijfAlles,
  segmentenIn,
  segmentPad,
  syncMap,
} from './map.ts';
import {
  begin,
  formaat,
  type Herstel,
  type Kop,
  maakRegel,
  type Regelsoort,
  type Stand,
  type Verlopen,
} from './regel.ts';
import { neemSlot } from './slot.ts';

/** How long records are kept: a segment goes, whole, when its last record is older. */
export type Bewaartermijn = {
  /** Name of the profile that sets the term; it stands in the tombstone. */
  readonly profiel: string;
  readonly dagen: number;
};

export type SegmentSettings = {
  /** The directory, of this log alone; made when it is not there (0700). */
  readonly dir: string;
  /** What the log holds (`verwerkingen`, `audit`): a directory of another log is refused. */
  readonly inhoud: string;
  /** Bytes after which a new segment begins; one also begins with each day (UTC). */
  readonly maxBytes: number;
  /**
   * When lines are forced to disk. `per-batch`: appends that come while a write is under way share the next
   * write and fdatasync. `per-schrijf`: each append has its own, and that of the head too.
   */
  readonly fsync: 'per-schrijf' | 'per-batch';
  readonly retention: Bewaartermijn;
  readonly logger: Logger;
  /** Ed25519 private key that signs the head (see `hoofd.ts`). */
  readonly ondertekensleutel?: KeyObject | undefined;
  /** Lines that may wait at most; more are refused at once. Default 20,000. */
  readonly maxWachtend?: number;
  /** Segments from this one on do not expire yet: somebody still has to read them. */
  readonly bewaarVanaf?: () => number;
  readonly now?: () => Date;
  readonly openBestand?: OpenBestand;
  /** Time between two tries after a failure, milliseconds; default 1,000. */
  readonly herhaalMs?: number;
};

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
const hoofdSyncMs = 1_000;
const dagMs = 86_400_000;

/**
 * Opens a log: takes its lock, mends what a crash left, and goes on after the last good line.
 *
 * After a failed write nothing is acknowledged until the file is back at its last good byte and a line that
 * says so is durable, so there is never half a line under a whole one. That is tried with every append, and
 * every `herhaalMs`. @throws LogboekFout; the error of the disk
 */
export async function openSegmenten(settings: SegmentSettings): Promise<Segmenten> {
  const { dir, inhoud, maxBytes, fsync, retention, logger, ondertekensleutel, bewaarVanaf } = settings;
  const { maxWachtend = 20_000, herhaalMs = 1_000, now = () => new Date(), openBestand = open } = settings;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const geefSlotTerug = await neemSlot(dir);

  let stand: Stand = begin;
  let segment = 0;
  let lengte = 0;
  let begonnen = '';
  let bestand: Bestand | undefined;
  let identiteit = '';
  let hoofd: Awaited<ReturnType<typeof openHoofd>> | undefined;

  const tijd = () => now().toISOString();
  const hoofdNu = (gesloten = false) => ({ ...stand, segment, gesloten });

  /** Writes lines after the last one; they count when they are durable. */
  const schrijfRegels = async (regels: readonly (readonly [Regelsoort, string])[]): Promise<void> => {
    if (bestand === undefined) throw new LogboekFout('WEG', 'the segment is not open');
    const t = tijd();
    const teksten: string[] = [];
    let volgende = stand;
    for (const [soort, json] of regels) {
      const regel = maakRegel(volgende, t, soort, json);
      teksten.push(regel.tekst);
      volgende = regel.stand;
    }
    const bytes = Buffer.from(teksten.join(''));
    await schrijfAlles(bestand, bytes, lengte);
    await synchroniseer(bestand);
    // A file that was deleted, or whose directory was moved away, still takes bytes; nobody would find them.
    if ((await identiteitVan(segmentPad(dir, segment))) !== identiteit) {
      throw new LogboekFout('WEG', 'the segment is not in its place any more');
    }
    lengte += bytes.length;
    stand = volgende;
    await hoofd?.schrijf(hoofdNu());
    if (fsync === 'per-schrijf') await hoofd?.sync();
    else planHoofdSync();
  };

  /** Begins the next segment: made aside and whole, then given its name. */
  const beginSegment = async (): Promise<void> => {
    await hoofd?.schrijf(hoofdNu());
    await hoofd?.sync();
    const kop: Kop = { formaat, segment: segment + 1, vorige: stand.hash, inhoud };
    const t = tijd();
    const regel = maakRegel(stand, t, 'kop', JSON.stringify(kop));
    const bytes = Buffer.from(regel.tekst);
    const pad = segmentPad(dir, segment + 1);
    const nieuw = await openBestand(nieuwPad(dir), 'w', 0o600);
    try {
      await schrijfAlles(nieuw, bytes, 0);
      await synchroniseer(nieuw);
      await rename(nieuwPad(dir), pad);
      await syncMap(dir);
      identiteit = await identiteitVan(pad);
    } catch (error) {
      await nieuw.close().catch(() => undefined);
      await Promise.allSettled([rm(nieuwPad(dir), { force: true }), rm(pad, { force: true })]);
      throw error;
    }
    await bestand?.close().catch(() => undefined);
    bestand = nieuw;
    segment += 1;
    lengte = bytes.length;
    begonnen = t;
    stand = regel.stand;
    await hoofd?.schrijf(hoofdNu());
    await hoofd?.sync();
  };

  const roteer = async (extra: number): Promise<void> => {
    const andereDag = begonnen.slice(0, 10) !== tijd().slice(0, 10);
    if (!andereDag && lengte + extra <= maxBytes) return;
    await beginSegment();
    await verloop();
  };

  /**
   * Deletes segments whose time is over, oldest first, each after its tombstone is durable. One that cannot be
   * read or deleted stays, with all after it: that is no reason to write nothing any more.
   */
  const verloop = async (): Promise<void> => {
    const grens = now().getTime() - retention.dagen * dagMs;
    for (const nr of await segmentenIn(dir)) {
      if (nr >= segment || nr >= (bewaarVanaf?.() ?? Number.POSITIVE_INFINITY)) return;
      const volgende = await blijft(leesEersteRegel(dir, nr + 1));
      if (volgende === undefined || Date.parse(volgende.t) >= grens) return;
      const grafsteen: Verlopen = {
        segment: nr,
        nr: volgende.stand.nr - 1,
        hash: volgende.kop.vorige,
        profiel: retention.profiel,
      };
      await schrijfRegels([['verlopen', JSON.stringify(grafsteen)]]);
      const weg = await blijft(
        rm(segmentPad(dir, nr))
          .then(async () => syncMap(dir))
          .then(() => true),
      );
      if (weg === undefined) return;
      logger.info({ count: nr }, 'a segment of the log expired');
    }
  };

  const blijft = async <T>(werk: Promise<T>): Promise<T | undefined> =>
    werk.catch((error: unknown) => {
      logger.error({ error }, 'a segment of the log cannot expire');
      return undefined;
    });

  let gestoord: Gestoord | undefined;
  let gesloten = false;
  let bezig: Promise<void> | undefined;
  let onderhoud = false;
  let herhaling: NodeJS.Timeout | undefined;
  let hoofdSync: NodeJS.Timeout | undefined;
  let wachtend = 0;
  const wachtrij: Post[] = [];

  const planHoofdSync = () => {
    hoofdSync ??= setTimeout(() => {
      hoofdSync = undefined;
      hoofd?.sync().catch((error: unknown) => {
        stoor(error, 0);
      });
    }, hoofdSyncMs).unref();
  };

  const stoor = (error: unknown, afgewezen: number) => {
    if (gestoord === undefined) {
      gestoord = { sinds: tijd(), code: foutcode(error), afgewezen: 0, naSync: false };
      logger.error({ error: oorzaak(error) }, 'the log cannot be written: no data is given until it can');
    }
    gestoord.afgewezen += afgewezen;
    gestoord.naSync ||= error instanceof SyncFout;
    herhaling ??= setTimeout(() => {
      herhaling = undefined;
      start();
    }, herhaalMs).unref();
  };

  /** Back to the last good byte, and on from there. */
  const hervat = async (was: Gestoord): Promise<void> => {
    await bestand?.close().catch(() => undefined);
    bestand = undefined;
    // A header that was named but not made durable: nothing comes after it.
    await rm(segmentPad(dir, segment + 1), { force: true });
    const opnieuw = await openBestand(segmentPad(dir, segment), 'r+', 0o600);
    try {
      const { size, ino, dev } = await opnieuw.stat();
      if (size < lengte || `${dev}:${ino}` !== identiteit) {
        throw new LogboekFout('WEG', 'the segment is not what it was');
      }
      if (size > lengte) await opnieuw.truncate(lengte);
      await synchroniseer(opnieuw);
    } catch (error) {
      await opnieuw.close().catch(() => undefined);
      throw error;
    }
    bestand = opnieuw;
    await hoofd?.schrijf(hoofdNu());
    await hoofd?.sync();
    if (was.naSync) await beginSegment();
    const { code, sinds, afgewezen } = was;
    const herstel: Herstel = { reden: 'SCHRIJVEN_MISLUKT', code, sinds, afgewezen };
    await schrijfRegels([['herstel', JSON.stringify(herstel)]]);
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
      await roteer(batch.reduce((som, post) => som + post.bytes, 0));
      if (onderhoud) {
        onderhoud = false;
        await verloop();
      }
      if (regels.length > 0) await schrijfRegels(regels.map((json) => ['regel', json] as const));
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

  const sluitBestanden = async () => {
    clearTimeout(hoofdSync);
    clearTimeout(herhaling);
    await Promise.allSettled([bestand?.close(), hoofd?.sluit()]);
    await geefSlotTerug();
  };

  try {
    const aangetroffen = await leesAchtergelaten(dir, inhoud, ondertekensleutel);
    if (aangetroffen === undefined) {
      hoofd = await openHoofd(dir, undefined, ondertekensleutel, openBestand);
      await beginSegment();
    } else {
      ({ stand, segment, lengte, begonnen } = aangetroffen);
      const pad = segmentPad(dir, segment);
      bestand = await openBestand(pad, 'r+', 0o600);
      identiteit = await identiteitVan(pad);
      await bestand.truncate(lengte);
      await synchroniseer(bestand);
      hoofd = await openHoofd(dir, hoofdNu(), ondertekensleutel, openBestand);
      const herstel = aangetroffen.herstel.map((h) => ['herstel', JSON.stringify(h)] as const);
      if (herstel.length > 0) {
        await schrijfRegels(herstel);
        logger.warn({ count: herstel.length }, 'the log was not closed; it is mended and goes on');
      }
    }
    await verloop();
  } catch (error) {
    await sluitBestanden();
    throw oorzaak(error);
  }

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
    stand: () => stand,
    sluit: async () => {
      if (gesloten) return;
      gesloten = true;
      clearInterval(klok);
      while (bezig !== undefined) await bezig;
      try {
        if (gestoord === undefined) {
          await hoofd.schrijf(hoofdNu(true));
          await hoofd.sync();
        }
      } finally {
        await sluitBestanden();
      }
    },
  };
}

/** That a sync failed, as apart from a write. */
class SyncFout extends Error {
  override readonly name = 'SyncFout';
}

async function synchroniseer(bestand: Bestand): Promise<void> {
  try {
    await bestand.datasync();
  } catch (error) {
    throw new SyncFout('sync failed', { cause: error });
  }
}

const oorzaak = (error: unknown): unknown => (error instanceof SyncFout ? error.cause : error);

async function identiteitVan(pad: string): Promise<string> {
  try {
    const { dev, ino } = await statVan(pad);
    return `${dev}:${ino}`;
  } catch (error) {
    throw new LogboekFout('WEG', 'the segment is not in its place any more', { cause: error });
  }
}

function foutcode(error: unknown): string {
  const bron = oorzaak(error);
  const code = bron instanceof Error && 'code' in bron ? bron.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : 'ONBEKEND';
}
