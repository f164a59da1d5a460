import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { Client, type Dispatcher, errors, Pool } from 'undici';
import { BronFout } from './bronantwoord.ts';
import type { Logger } from './logger.ts';
import type { Raadpleging } from './raadpleeg.ts';
import { createTijdgrens } from './tijdgrens.ts';
import { createTlsVerbinding, type TlsConfig } from './tls/index.ts';

/** How to reach one source. Times in milliseconds, sizes in bytes. */
export type HttpBronOpties = {
  readonly bron: string;
  /** Base URL; paths of requests are appended to it. Never holds a person's data. */
  readonly url: URL;
  /** Time for one question, from send to last byte; asking once more after a 429 is within it. */
  readonly timeoutMs: number;
  /** Calls under way at once to this source, for the whole process. */
  readonly maxGelijktijdig: number;
  /** Questions that may wait for their turn (default 10,000); one more is BEGRENSD. */
  readonly maxWachtend?: number;
  /** Largest answer that is read; a larger one is ONLEESBAAR, and so is one that is not UTF-8. */
  readonly maxAntwoordBytes?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** For https: what is shown and trusted. */
  readonly tls?: TlsConfig;
};

export type HttpVraag = {
  readonly method: 'GET' | 'POST';
  /** Path and query below the base URL; never a BSN. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A function makes it anew each time the question is sent: one that may be sent only once. */
  readonly body?: string | (() => string);
  /** Statuses the caller can read itself, beside 2xx (e.g. 404 as "nothing found", 500 for a SOAP fault). */
  readonly ookStatus?: readonly number[];
  /**
   * Whether asking it twice is as asking it once, as of a read (default). If not, it is sent once whatever comes of it,
   * over a connection of its own: of a kept one that breaks nobody knows whether the source took the question.
   */
  readonly isHerhaalbaar?: boolean;
};

export type HttpAntwoord = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly tekst: string;
  /** The answer carries a `Warning` header (RFC 7234 §5.5): data with a reservation. */
  readonly waarschuwing: boolean;
};

/** One source over HTTP: a connection pool, a bulkhead, a time limit, and failures as `BronFout`. */
export type HttpBron = {
  readonly bron: string;
  readonly vraag: (vraag: HttpVraag, raadpleging: Raadpleging) => Promise<HttpAntwoord>;
  /** `vraag` and the body read as JSON; malformed JSON is ONLEESBAAR. */
  readonly vraagJson: (
    vraag: HttpVraag,
    raadpleging: Raadpleging,
  ) => Promise<HttpAntwoord & { readonly json: unknown }>;
  readonly sluit: () => Promise<void>;
};

const standaardMaxWachtend = 10_000;
const standaardMaxBytes = 10 * 1024 * 1024;

export function createHttpBron(opties: HttpBronOpties): HttpBron {
  // A source has no log of its own: who asked last lends one.
  let logger: Logger | undefined;
  const tls =
    opties.tls === undefined
      ? undefined
      : createTlsVerbinding(opties.tls, opties.timeoutMs, {
          van: { bron: opties.bron },
          logger: {
            info: (velden, bericht) => logger?.info(velden, bericht),
            error: (velden, bericht) => logger?.error(velden, bericht),
          },
        });
  const tijden = {
    connect: tls?.connect ?? { timeout: opties.timeoutMs },
    headersTimeout: opties.timeoutMs,
    bodyTimeout: opties.timeoutMs,
  };
  const pool = new Pool(opties.url.origin, { ...tijden, connections: opties.maxGelijktijdig });
  const schot = bulkhead(opties.maxGelijktijdig, opties.maxWachtend ?? standaardMaxWachtend);
  const basis = opties.url.pathname.replace(/\/$/, '');

  const verstuur = (
    langs: Pool | Client,
    vraag: HttpVraag,
    raadpleging: Raadpleging,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> => {
    if (signal.aborted) throw new BronFout('BRON_NIET_BESCHIKBAAR', 'TE_LAAT');
    ({ logger } = raadpleging);
    raadpleging.verbruik.aanroep(opties.bron);
    return langs.request({
      method: vraag.method,
      path: basis + vraag.path,
      headers: {
        ...opties.headers,
        ...vraag.headers,
        'x-correlation-id': raadpleging.correlationId,
        ...(raadpleging.traceparent === undefined ? {} : { traceparent: raadpleging.traceparent }),
      },
      body: typeof vraag.body === 'function' ? vraag.body() : (vraag.body ?? null),
      signal,
    });
  };

  const eenmaal = async (
    vraag: HttpVraag,
    raadpleging: Raadpleging,
    signal: AbortSignal,
  ): Promise<HttpAntwoord> => {
    // The pool may hold more connections that the source has left, so once more means: on one of its own.
    let nieuw: Client | undefined;
    const overNieuwe = () => {
      nieuw = new Client(opties.url.origin, tijden);
      return verstuur(nieuw, vraag, raadpleging, signal);
    };
    try {
      const response = await (vraag.isHerhaalbaar === false
        ? overNieuwe()
        : verstuur(pool, vraag, raadpleging, signal).catch((error: unknown) => {
            if (!isVerlatenVerbinding(error)) throw error;
            return overNieuwe();
          }));
      const tekst = await leesTekst(response.body, opties.maxAntwoordBytes ?? standaardMaxBytes);
      const waarschuwing = response.headers['warning'] !== undefined;
      return { status: response.statusCode, headers: response.headers, tekst, waarschuwing };
    } catch (error) {
      throw alsBronFout(error, signal);
    } finally {
      await nieuw?.destroy();
    }
  };

  /** One question at its turn; it is over when its connection is, however long ago nobody waited any more. */
  const aanDeBeurt = async (
    v: HttpVraag,
    raadpleging: Raadpleging,
    signal: AbortSignal,
  ): Promise<HttpAntwoord> => {
    const begin = performance.now();
    let antwoord = await eenmaal(v, raadpleging, signal);
    const magNogEens = antwoord.status === 429 && v.isHerhaalbaar !== false;
    const wachtMs = magNogEens ? retryAfterMs(antwoord) : undefined;
    // Obey the source: wait as long as it asks when that still fits in the time, then ask once more.
    if (wachtMs !== undefined && performance.now() - begin + wachtMs < opties.timeoutMs) {
      await pauze(wachtMs, signal);
      antwoord = await eenmaal(v, raadpleging, signal);
    }
    controleerStatus(antwoord.status, v.ookStatus ?? []);
    return antwoord;
  };

  const vraag = async (v: HttpVraag, raadpleging: Raadpleging): Promise<HttpAntwoord> => {
    const grens = createTijdgrens(raadpleging.signal);
    let aanDeBeurtGeweest = false;
    const teLaat = () => new BronFout('BRON_NIET_BESCHIKBAAR', aanDeBeurtGeweest ? 'TE_LAAT' : 'TIJD_OP');
    try {
      const antwoord = schot.execute(() => {
        if (grens.signal.aborted) throw teLaat();
        aanDeBeurtGeweest = true;
        grens.stel(opties.timeoutMs);
        return aanDeBeurt(v, raadpleging, grens.signal);
      });
      return await grens.opTijd(antwoord, teLaat);
    } catch (error) {
      throw error instanceof BulkheadRejectedError
        ? new BronFout('BRON_NIET_BESCHIKBAAR', 'BEGRENSD', error)
        : error;
    } finally {
      grens.laatLos();
    }
  };

  return {
    bron: opties.bron,
    vraag,
    vraagJson: async (v, raadpleging) => {
      const antwoord = await vraag(v, raadpleging);
      return { ...antwoord, json: leesJson(antwoord.tekst) };
    },
    sluit: async () => {
      tls?.sluit();
      await pool.destroy();
    },
  };
}

/**
 * A source may close a kept connection at the moment it is used again; a question that is a read
 * can be asked once more. On a connection that never carried an answer the same is a failure of the source.
 */
function isVerlatenVerbinding(error: unknown): boolean {
  if (error instanceof errors.SocketError) return (error.socket?.bytesRead ?? 0) > 0;
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

/** Parses JSON from a source. @throws BronFout ONLEESBAAR */
export function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst) as unknown;
  } catch (error) {
    throw new BronFout('FOUT', 'ONLEESBAAR', error);
  }
}

/** A name with a character that nobody sent would be an invented fact: what is not UTF-8 is not read. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function leesTekst(body: Dispatcher.ResponseData['body'], maxBytes: number): Promise<string> {
  const delen: Buffer[] = [];
  let bytes = 0;
  for await (const deel of body as AsyncIterable<Buffer>) {
    bytes += deel.length;
    if (bytes > maxBytes) throw new BronFout('FOUT', 'ONLEESBAAR');
    delen.push(deel);
  }
  try {
    return utf8.decode(Buffer.concat(delen));
  } catch (error) {
    throw new BronFout('FOUT', 'ONLEESBAAR', error);
  }
}

function controleerStatus(status: number, ookStatus: readonly number[]): void {
  if ((status >= 200 && status < 300) || ookStatus.includes(status)) return;
  switch (status) {
    case 401:
      throw new BronFout('FOUT', 'AANMELDING_GEWEIGERD');
    case 403:
      throw new BronFout('NIET_GERECHTIGD', 'GEWEIGERD');
    case 429:
      throw new BronFout('BRON_NIET_BESCHIKBAAR', 'BEGRENSD');
    case 503:
      throw new BronFout('BRON_NIET_BESCHIKBAAR', 'ONDERHOUD');
    case 502:
    case 504:
      throw new BronFout('BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR');
    default:
      throw new BronFout('FOUT', 'BRONFOUT');
  }
}

function alsBronFout(error: unknown, signal: AbortSignal): BronFout {
  if (error instanceof BronFout) return error;
  if (signal.aborted) return new BronFout('BRON_NIET_BESCHIKBAAR', 'TE_LAAT', error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const teLaat =
    code === 'UND_ERR_HEADERS_TIMEOUT' ||
    code === 'UND_ERR_BODY_TIMEOUT' ||
    code === 'UND_ERR_CONNECT_TIMEOUT';
  return new BronFout('BRON_NIET_BESCHIKBAAR', teLaat ? 'TE_LAAT' : 'ONBEREIKBAAR', error);
}

/** `Retry-After` in milliseconds; the seconds form only (RFC 9110 §10.2.3). */
function retryAfterMs(antwoord: HttpAntwoord): number | undefined {
  const waarde = antwoord.headers['retry-after'];
  return typeof waarde === 'string' && /^\d{1,6}$/.test(waarde) ? Number(waarde) * 1000 : undefined;
}

function pauze(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', afbreken);
      resolve();
    }, ms);
    const afbreken = () => {
      clearTimeout(timer);
      reject(new BronFout('BRON_NIET_BESCHIKBAAR', 'TE_LAAT'));
    };
    signal.addEventListener('abort', afbreken, { once: true });
  });
}
