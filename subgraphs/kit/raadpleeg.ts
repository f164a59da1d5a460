import DataLoader from 'dataloader';
import { type Betreft, type Betrokkene, isNietGevraagd, type Verwerkingsmelding } from './betrokkene.ts';
import {
  type Bronantwoord,
  BronFout,
  type Bronreden,
  type Bronresultaat,
  type Bronuitkomst,
  ergsteUitkomst,
} from './bronantwoord.ts';
import type { Inzage } from './inzage.ts';
import type { Logger } from './logger.ts';
import { isVragerWeg } from './tijdbudget.ts';
import type { Verzoek } from './verzoek/index.ts';

/** What one request knows while its sources are asked: cancellation, clock, and the tally. */
export type Raadpleging = {
  readonly correlationId: string;
  /** W3C Trace Context of the question, to be sent on to the source. */
  readonly traceparent?: string;
  /** Aborted when an answer of a source is of no use any more: whoever asks one stops then. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly verbruik: Bronverbruik;
  /** Of the citizen who asks; only in the gateway's process, and absent when no citizen does. */
  readonly inzage?: Inzage;
  /** What the gateway says of who asks; undefined where the subgraph is open. */
  readonly verzoek?: Verzoek;
};

/** One line of `extensions.bronnen`: what one source did for one operation. */
export type Bronregel = {
  readonly bron: string;
  readonly uitkomst: Bronuitkomst;
  /** Protocol calls made to the source (pages and retries included). */
  readonly aanroepen: number;
  /** Longest time a question to this source took, whole milliseconds. */
  readonly duurMs: number;
  readonly geraadpleegdOp: string;
  readonly actueelPer?: string;
};

/** Tally of the sources asked during one operation. */
export type Bronverbruik = {
  readonly aanroep: (bron: string) => void;
  readonly noteer: (antwoord: Bronantwoord<unknown>, duurMs: number) => void;
  /** Whose data an answer was about. */
  readonly betrek: (
    antwoord: Bronantwoord<unknown>,
    betrokkenen: readonly Betrokkene[],
    duurMs: number,
  ) => void;
  readonly regels: () => readonly Bronregel[];
  /** One line for each person and source. */
  readonly verwerkingen: () => readonly Verwerkingsmelding[];
};

/** An empty tally; one per request. */
export function createBronverbruik(): Bronverbruik {
  const regels = new Map<string, Bronregel>();
  const aanroepen = new Map<string, number>();
  const verwerkingen = new Map<string, Verwerkingsmelding>();
  return {
    aanroep: (bron) => aanroepen.set(bron, (aanroepen.get(bron) ?? 0) + 1),
    noteer: (antwoord, duurMs) => {
      const eerder = regels.get(antwoord.bron);
      const actueelPer = oudste(
        eerder?.actueelPer,
        'actueelPer' in antwoord ? antwoord.actueelPer : undefined,
      );
      regels.set(antwoord.bron, {
        bron: antwoord.bron,
        uitkomst: eerder ? ergsteUitkomst(eerder.uitkomst, antwoord.uitkomst) : antwoord.uitkomst,
        aanroepen: 0,
        duurMs: Math.max(eerder?.duurMs ?? 0, Math.round(duurMs)),
        geraadpleegdOp: eerder?.geraadpleegdOp ?? antwoord.geraadpleegdOp,
        ...(actueelPer === undefined ? {} : { actueelPer }),
      });
    },
    betrek: (antwoord, betrokkenen, duurMs) => {
      if ('reden' in antwoord && isNietGevraagd(antwoord.reden)) return;
      const { bron, uitkomst } = antwoord;
      const begin = Date.parse(antwoord.geraadpleegdOp);
      const einde = begin + Math.round(duurMs);
      const gelukt = uitkomst !== 'FOUT' && uitkomst !== 'BRON_NIET_BESCHIKBAAR';
      for (const { soort, id } of betrokkenen) {
        const sleutel = `${bron} ${soort} ${id}`;
        const eerder = verwerkingen.get(sleutel);
        verwerkingen.set(sleutel, {
          bron,
          soort,
          id,
          begin: Math.min(eerder?.begin ?? begin, begin),
          einde: Math.max(eerder?.einde ?? einde, einde),
          gelukt: gelukt && eerder?.gelukt !== false,
        });
      }
    },
    verwerkingen: () => [...verwerkingen.values()],
    regels: () => [...regels.values()].map((r) => ({ ...r, aanroepen: aanroepen.get(r.bron) ?? 0 })),
  };
}

/** The oldest of two days that data are of; an aggregate must not look newer than its oldest part. */
function oudste(a: string | undefined, b: string | undefined): string | undefined {
  return a !== undefined && (b === undefined || a < b) ? a : b;
}

/**
 * Asks one source one question and always comes back with an answer: what `vraag` returns, or the
 * outcome of how it failed. Unexpected errors become FOUT and are logged with their stack, without data.
 * @param betreft whose data it is about, from what came
 */
export async function raadpleeg<T>(
  raadpleging: Raadpleging,
  bron: string,
  betreft: (gegevens: T | undefined) => readonly Betrokkene[],
  vraag: () => Promise<Bronresultaat<T>>,
): Promise<Bronantwoord<T>> {
  const start = performance.now();
  const geraadpleegdOp = raadpleging.now().toISOString();
  const resultaat = await beproef(vraag).catch((error: unknown) => mislukt<T>(raadpleging, bron, error));
  const antwoord = { ...resultaat, bron, geraadpleegdOp };
  noteer(raadpleging, antwoord, betreft, performance.now() - start);
  return antwoord;
}

function noteer<T>(
  { verbruik }: Raadpleging,
  antwoord: Bronantwoord<T>,
  betreft: (gegevens: T | undefined) => readonly Betrokkene[],
  duurMs: number,
): void {
  verbruik.noteer(antwoord, duurMs);
  const personen =
    'gegevens' in antwoord ? [...betreft(antwoord.gegevens), ...(antwoord.derden ?? [])] : betreft(undefined);
  verbruik.betrek(antwoord, personen, duurMs);
}

/** Calls `vraag`; what it throws before its first await is a rejection too. */
async function beproef<R>(vraag: () => Promise<R>): Promise<R> {
  return vraag();
}

function mislukt<T>(raadpleging: Raadpleging, bron: string, error: unknown): Bronresultaat<T> {
  const fout: { uitkomst: BronFout['uitkomst']; reden: Bronreden } =
    error instanceof BronFout ? error : { uitkomst: 'FOUT', reden: 'BRONFOUT' };
  const { correlationId, logger, signal } = raadpleging;
  if (isVragerWeg(signal)) {
    logger.debug({ correlationId, bron }, 'question to a source was withdrawn');
  } else {
    const { uitkomst, reden } = fout;
    logger.warn({ correlationId, bron, uitkomst, reden, error }, 'source did not answer');
  }
  return { uitkomst: fout.uitkomst, reden: fout.reden };
}

/** Asks a source for many keys at once; the answers come in the order of the keys. */
export type Bulkvraag<K, T> = (
  sleutels: readonly K[],
  raadpleging: Raadpleging,
) => Promise<readonly Bronantwoord<T>[]>;

/**
 * A per-request loader over a source: keys of one tick travel together, each key is asked once.
 * @param opties `cacheSleutel` says when two keys are the same; needed when a key is an object
 */
export function createBronloader<K, T>(
  raadpleging: Raadpleging,
  bulkvraag: Bulkvraag<K, T>,
  opties: { readonly maxPerVraag: number; readonly cacheSleutel?: (sleutel: K) => string },
): DataLoader<K, Bronantwoord<T>> {
  return new DataLoader<K, Bronantwoord<T>, unknown>((sleutels) => bulkvraag(sleutels, raadpleging), {
    maxBatchSize: opties.maxPerVraag,
    ...(opties.cacheSleutel === undefined ? {} : { cacheKeyFn: opties.cacheSleutel }),
  });
}

/**
 * For a source without a batch call: one question per key, side by side. How many run at once is
 * bounded by the source's own bulkhead (`HttpBron.maxGelijktijdig`), for all requests together.
 */
export function perSleutel<K, T>(
  bron: string,
  betreft: Betreft<K, T>,
  vraag: (sleutel: K, raadpleging: Raadpleging) => Promise<Bronresultaat<T>>,
): Bulkvraag<K, T> {
  return (sleutels, raadpleging) =>
    Promise.all(
      sleutels.map((s) =>
        raadpleeg(
          raadpleging,
          bron,
          (gegevens: T | undefined) => betreft(s, gegevens),
          () => vraag(s, raadpleging),
        ),
      ),
    );
}

/**
 * For a source with a batch call: one question for all keys. When it fails, every key gets that outcome.
 * `vraag` returns what it found by key; a key that is missing is NIETS_GEVONDEN.
 */
export function voorAlle<K, T>(
  bron: string,
  betreft: Betreft<K, T>,
  vraag: (
    sleutels: readonly K[],
    raadpleging: Raadpleging,
  ) => Promise<{ readonly gevonden: ReadonlyMap<K, Bronresultaat<T>>; readonly actueelPer?: string }>,
): Bulkvraag<K, T> {
  return async (sleutels, raadpleging) => {
    const start = performance.now();
    const geraadpleegdOp = raadpleging.now().toISOString();
    const uitkomst = await beproef(() => vraag(sleutels, raadpleging)).catch((error: unknown) =>
      mislukt<T>(raadpleging, bron, error),
    );
    const duurMs = performance.now() - start;
    return sleutels.map((sleutel) => {
      const resultaat: Bronresultaat<T> =
        'gevonden' in uitkomst
          ? (uitkomst.gevonden.get(sleutel) ?? {
              uitkomst: 'NIETS_GEVONDEN',
              ...(uitkomst.actueelPer === undefined ? {} : { actueelPer: uitkomst.actueelPer }),
            })
          : uitkomst;
      const antwoord = { ...resultaat, bron, geraadpleegdOp };
      noteer(raadpleging, antwoord, (gegevens: T | undefined) => betreft(sleutel, gegevens), duurMs);
      return antwoord;
    });
  };
}
