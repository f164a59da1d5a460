import {
  BronFout,
  type Bronresultaat,
  gedeeltelijk,
  isVragerWeg,
  type Raadpleging,
} from '../../kit/index.ts';
import type { Wachtlijstbestand, WachtlijstPlek } from './bestand.ts';

/** What the source answered to a question for its file, on the condition that it is another than `etag`. */
export type Afhaling = { readonly waarschuwing: boolean } & (
  | { readonly soort: 'NIEUW'; readonly bestand: Wachtlijstbestand; readonly etag: string | undefined }
  | { readonly soort: 'ONGEWIJZIGD' }
);

/** The file that a request works with: what the source has now, or the last whole one and why. */
export type Levering = {
  readonly bestand: Wachtlijstbestand;
  readonly waarschuwing: boolean;
  /** Why the source gave no whole file now; absent when this is what it has. */
  readonly storing?: BronFout;
};

export type Leveringen = {
  /** @throws BronFout when the source gives no whole file and none is kept */
  readonly haal: (raadpleging: Raadpleging) => Promise<Levering>;
  /** Lets go of what is kept. */
  readonly sluit: () => void;
};

type Bewaard = {
  readonly bestand: Wachtlijstbestand;
  readonly etag: string | undefined;
  /** When the source last said that this is its file, milliseconds. */
  readonly bevestigdOp: number;
};

/**
 * Keeps the last whole file of one source in the memory of this process, and nothing else of it: one
 * file, replaced by the next whole one, let go of when the source has not confirmed it for `bewaarMs`
 * (0 keeps nothing). What the source says within `versMs` after an answer is taken to be that answer.
 * See docs/adr/0008.
 * @param afhalen asks the source; @throws BronFout when it gives no whole file
 */
export function createLeveringen(
  afhalen: (etag: string | undefined, raadpleging: Raadpleging) => Promise<Afhaling>,
  { bewaarMs, versMs }: { readonly bewaarMs: number; readonly versMs: number },
): Leveringen {
  let bewaard: Bewaard | undefined;
  let laatste: { readonly levering: Levering; readonly op: number } | undefined;
  let timer: NodeJS.Timeout | undefined;

  const vergeet = () => {
    clearTimeout(timer);
    bewaard = undefined;
    laatste = undefined;
  };
  const bewaar = (nieuw: Bewaard) => {
    if (bewaarMs === 0) return;
    bewaard = nieuw;
    clearTimeout(timer);
    // Without a next request, too, it is gone in time.
    timer = setTimeout(vergeet, bewaarMs).unref();
  };
  const bijStoring = (error: unknown): Levering => {
    if (!(error instanceof BronFout)) throw error;
    // Who may no longer have the file may not have yesterday's either.
    if (error.reden === 'AANMELDING_GEWEIGERD') vergeet();
    if (bewaard === undefined) throw error;
    return { bestand: bewaard.bestand, waarschuwing: false, storing: error };
  };

  return {
    haal: async (raadpleging) => {
      const nu = raadpleging.now().getTime();
      if (bewaard !== undefined && nu - bewaard.bevestigdOp > bewaarMs) vergeet();
      if (laatste !== undefined && nu - laatste.op < versMs) return laatste.levering;
      const bekend = bewaard;
      let levering: Levering;
      try {
        const afhaling = await afhalen(bekend?.etag, raadpleging);
        levering = { bestand: bestandVan(afhaling, bekend), waarschuwing: afhaling.waarschuwing };
        const etag = afhaling.soort === 'NIEUW' ? afhaling.etag : bekend?.etag;
        // An answer to an older question does not undo one to a newer.
        if ((bewaard?.bevestigdOp ?? nu) <= nu) bewaar({ bestand: levering.bestand, etag, bevestigdOp: nu });
      } catch (error) {
        levering = bijStoring(error);
        const { correlationId, logger, signal } = raadpleging;
        if (!isVragerWeg(signal)) {
          logger.warn({ correlationId, bron: 'SW_WACHTLIJST', error }, 'the last whole file is used');
        }
        // What was given up in this request's own time says nothing of the source to the next one.
        if (signal.aborted) return levering;
      }
      if (bewaard !== undefined) laatste = { levering, op: nu };
      return levering;
    },
    sluit: vergeet,
  };
}

/** "Not changed" is said of the file that was asked about; said of none, it makes no sense. */
function bestandVan(afhaling: Afhaling, bekend: Bewaard | undefined): Wachtlijstbestand {
  if (afhaling.soort === 'NIEUW') return afhaling.bestand;
  if (bekend?.etag === undefined) throw new BronFout('FOUT', 'ONVERWACHTE_VORM');
  return bekend.bestand;
}

/** What a delivery says of one person, with the reservations that belong to it. */
export function resultaatUit(levering: Levering, sleutel: string): Bronresultaat<WachtlijstPlek> {
  const { bestand, waarschuwing, storing } = levering;
  const resultaat = bestand.resultaatVan(sleutel);
  if (storing !== undefined) {
    if ('gegevens' in resultaat) {
      return gedeeltelijk(resultaat.gegevens, 'EERDERE_LEVERING', resultaat.actueelPer);
    }
    // Not being in an earlier file is no proof of not being on the list: that the source failed is the answer.
    return { uitkomst: storing.uitkomst, reden: storing.reden };
  }
  // A `Warning` on a file that is whole by its own count is about its age. So a row comes with the
  // reservation, and who is not in it is still not in it, on the day that `actueelPer` says.
  if (!waarschuwing || resultaat.uitkomst !== 'GEVONDEN') return resultaat;
  return gedeeltelijk(resultaat.gegevens, 'WAARSCHUWING', resultaat.actueelPer);
}
