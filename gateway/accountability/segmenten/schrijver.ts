import { open, rename, rm } from 'node:fs/promises';
import { identiteitVan, synchroniseer } from './duurzaam.ts';
import { leesAchtergelaten } from './herstel.ts';
import { openHoofd } from './hoofd.ts';
import { leesEersteRegel } from './lees-segmenten.ts';
import { LogboekFout } from './logboek-fout.ts';
import { type Bestand, nieuwPad, schrijfAlles, segmentenIn, segmentPad, syncMap } from './map.ts';
import { begin, formaat, type Kop, maakRegel, type Regelsoort, type Stand, type Verlopen } from './regel.ts';
import type { SegmentSettings } from './settings.ts';

/** Writes lines to the last segment of a log; one call at a time. Each rejects with SyncFout, LogboekFout or the disk's. */
export type Schrijver = {
  /** Writes lines after the last one; they count when they are durable. */
  readonly schrijf: (regels: readonly (readonly [Regelsoort, string])[]) => Promise<void>;
  /** Begins another segment when this one is full, or of another day. @param extra bytes that are to come */
  readonly roteer: (extra: number) => Promise<void>;
  /** Deletes segments whose time is over. */
  readonly verloop: () => Promise<void>;
  /** After a failure: back to the last good byte. @param naSync whether the file itself cannot be trusted any more */
  readonly hervat: (naSync: boolean) => Promise<void>;
  /** The last line that is durable. */
  readonly stand: () => Stand;
  /** Says in the head that the log is closed. */
  readonly meldGesloten: () => Promise<void>;
  /** Closes the files, and never rejects. */
  readonly sluit: () => Promise<void>;
};

const hoofdSyncMs = 1_000;
const dagMs = 86_400_000;

/**
 * Opens the files of a log whose lock is held, mends what a crash left, and goes on after the last good line.
 * @param opHoofdFout told when the head could not be synced apart from any line
 * @throws SyncFout, LogboekFout, the error of the disk
 */
export async function openSchrijver(
  settings: SegmentSettings,
  opHoofdFout: (error: unknown) => void,
): Promise<Schrijver> {
  const { dir, inhoud, maxBytes, fsync, retention, logger, ondertekensleutel, bewaarVanaf } = settings;
  const { now = () => new Date(), openBestand = open } = settings;

  let stand: Stand = begin;
  let segment = 0;
  let lengte = 0;
  let begonnen = '';
  let bestand: Bestand | undefined;
  let identiteit = '';
  let hoofd: Awaited<ReturnType<typeof openHoofd>> | undefined;
  let hoofdSync: NodeJS.Timeout | undefined;

  const tijd = () => now().toISOString();
  const hoofdNu = (gesloten = false) => ({ ...stand, segment, gesloten });

  const planHoofdSync = () => {
    hoofdSync ??= setTimeout(() => {
      hoofdSync = undefined;
      hoofd?.sync().catch(opHoofdFout);
    }, hoofdSyncMs).unref();
  };

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

  const hervat = async (naSync: boolean): Promise<void> => {
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
    if (naSync) await beginSegment();
  };

  const sluit = async (): Promise<void> => {
    clearTimeout(hoofdSync);
    await Promise.allSettled([bestand?.close(), hoofd?.sluit()]);
  };

  /** What is there already, mended; or the first segment. */
  const begint = async (): Promise<void> => {
    const aangetroffen = await leesAchtergelaten(dir, inhoud, ondertekensleutel);
    if (aangetroffen === undefined) {
      hoofd = await openHoofd(dir, undefined, ondertekensleutel, openBestand);
      await beginSegment();
      return;
    }
    ({ stand, segment, lengte, begonnen } = aangetroffen);
    const pad = segmentPad(dir, segment);
    bestand = await openBestand(pad, 'r+', 0o600);
    identiteit = await identiteitVan(pad);
    await bestand.truncate(lengte);
    await synchroniseer(bestand);
    hoofd = await openHoofd(dir, hoofdNu(), ondertekensleutel, openBestand);
    const herstel = aangetroffen.herstel.map((h) => ['herstel', JSON.stringify(h)] as const);
    if (herstel.length === 0) return;
    await schrijfRegels(herstel);
    logger.warn({ count: herstel.length }, 'the log was not closed; it is mended and goes on');
  };

  try {
    await begint();
    await verloop();
  } catch (error) {
    await sluit();
    throw error;
  }

  return {
    schrijf: schrijfRegels,
    roteer,
    verloop,
    hervat,
    stand: () => stand,
    meldGesloten: async () => {
      await hoofd?.schrijf(hoofdNu(true));
      await hoofd?.sync();
    },
    sluit,
  };
}
