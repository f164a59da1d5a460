import { setTimeout as wacht } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { z } from 'zod';
import type { Logger } from '../../../subgraphs/kit/index.ts';
import { leesVanaf } from '../segmenten/index.ts';
import type { LogRecord, NaarLogRecord } from './logrecord.ts';
import { bewaarWijzer, leesWijzer, type Wijzer } from './wijzer.ts';

export type UitvoerSettings = {
  /** Address of the collector's `/v1/logs`. */
  readonly url: URL;
  /** Bearer token, from a file. */
  readonly token?: string | undefined;
  /** `service.name` of what is sent. */
  readonly dienst: string;
  /** Lines in one post at most, default 500. */
  readonly maxRegels?: number;
  /** Time for one post, milliseconds; default 10,000. */
  readonly timeoutMs?: number;
  /** Time between two looks at the log, and the first wait after a failure, milliseconds; default 1,000. */
  readonly rondeMs?: number;
  /** The longest wait after failures, milliseconds; default 60,000. */
  readonly maxWachtMs?: number;
};

/** Takes one log over to a collector, behind its writer. */
export type Uitvoer = {
  /** The segment it is at: those before are taken over. */
  readonly segment: () => number;
  /** `tot` says which line is durable: none after it is sent. */
  readonly start: (tot: () => number) => void;
  readonly stop: () => Promise<void>;
};

type Antwoord = 'GENOMEN' | 'GEWEIGERD' | { readonly laterMs: number };

/**
 * OTLP/HTTP with JSON (OpenTelemetry Protocol 1.x). The log itself is the queue: what the collector has not taken
 * stays in its segments, so memory holds one post and a collector that is away costs nothing but disk. How far it
 * is stands in a file of its own, written after the collector has answered: after a crash a post can come twice,
 * and each record has its line number.
 */
export function createUitvoer(
  dir: string,
  wijzerPad: string,
  naarLogRecord: NaarLogRecord,
  settings: UitvoerSettings,
  logger: Logger,
): Uitvoer {
  const { url, token, dienst } = settings;
  const { maxRegels = 500, timeoutMs = 10_000, rondeMs = 1_000, maxWachtMs = 60_000 } = settings;
  const dispatcher = new Agent({ connections: 1, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  const stop = new AbortController();
  const gestopt = () => stop.signal.aborted;
  let wijzer = leesWijzer(wijzerPad);
  let lus: Promise<void> | undefined;
  let mislukt = 0;
  let deel = maxRegels;

  const verzend = async (records: readonly LogRecord[]): Promise<Antwoord> => {
    const { statusCode, headers, body } = await request(url, {
      method: 'POST',
      dispatcher,
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMs)]),
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(verzoek(dienst, records)),
    });
    if (statusCode === 200) {
      const geweigerd = deelsGeweigerd(await body.json().catch(() => undefined));
      if (geweigerd > 0)
        logger.error({ count: geweigerd }, 'the collector refused records: they stand in the log only');
      return 'GENOMEN';
    }
    await body.dump();
    if (statusCode === 400 || statusCode === 413 || statusCode === 422) return 'GEWEIGERD';
    // Also 401 and 404: whoever set it up wrong will set it right, and then nothing may be missing.
    logger.warn({ status: statusCode }, 'the collector does not take records now');
    return { laterMs: 1_000 * Math.min(3_600, Number(headers['retry-after'] ?? 0) || 0) };
  };

  /** Takes over the next lines; milliseconds to wait before the next. */
  const ronde = async (tot: number): Promise<number> => {
    const gelezen = await leesVanaf(dir, wijzer, tot, deel);
    if (gelezen.overgeslagen > 0) {
      logger.error({ count: gelezen.overgeslagen }, 'segments expired before a collector took them');
    }
    if (gelezen.wijzer.segment === wijzer.segment && gelezen.wijzer.positie === wijzer.positie)
      return rondeMs;
    const records = gelezen.regels.flatMap((regel) => naarLogRecord(regel) ?? []);
    const antwoord = records.length === 0 ? 'GENOMEN' : await verzend(records);
    if (typeof antwoord === 'object') {
      mislukt += 1;
      return Math.min(maxWachtMs, Math.max(antwoord.laterMs, rondeMs * 2 ** Math.min(mislukt - 1, 16)));
    }
    if (antwoord === 'GEWEIGERD' && gelezen.regels.length > 1) {
      // One of them, or all together: smaller, until it is known which.
      deel = Math.max(1, Math.floor(gelezen.regels.length / 2));
      return 0;
    }
    if (antwoord === 'GEWEIGERD') {
      logger.error({ line: gelezen.wijzer.nr }, 'the collector refuses a record: it stands in the log only');
    }
    await vooruit(gelezen.wijzer);
    mislukt = 0;
    deel = Math.min(maxRegels, deel * 2);
    return 0;
  };

  const vooruit = async (naar: Wijzer) => {
    await bewaarWijzer(wijzerPad, naar);
    wijzer = naar;
  };

  const loop = async (tot: () => number) => {
    while (!gestopt()) {
      let wachtMs: number;
      try {
        wachtMs = await ronde(tot());
      } catch (error) {
        if (gestopt()) break;
        if (mislukt === 0) logger.warn({ error }, 'the collector cannot be reached: records wait on disk');
        mislukt += 1;
        wachtMs = Math.min(maxWachtMs, rondeMs * 2 ** Math.min(mislukt - 1, 16));
      }
      if (wachtMs > 0)
        await wacht(wachtMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  };

  return {
    segment: () => wijzer.segment,
    start: (tot) => {
      lus ??= loop(tot);
    },
    stop: async () => {
      stop.abort();
      await lus;
      await dispatcher.destroy();
    },
  };
}

function verzoek(dienst: string, logRecords: readonly LogRecord[]): unknown {
  return {
    resourceLogs: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: dienst } }] },
        scopeLogs: [{ scope: { name: 'logboek' }, logRecords }],
      },
    ],
  };
}

const antwoordvorm = z.object({
  partialSuccess: z
    .object({ rejectedLogRecords: z.coerce.number().int().nonnegative().default(0) })
    .optional(),
});

function deelsGeweigerd(body: unknown): number {
  return antwoordvorm.safeParse(body).data?.partialSuccess?.rejectedLogRecords ?? 0;
}
