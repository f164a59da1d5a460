import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

/** Fields a log line may carry. Anything else is dropped: a person's data has no way in. */
const toegestaan = new Set([
  'correlationId',
  'bron',
  'subgraph',
  'uitkomst',
  'reden',
  'code',
  'operationName',
  'durationMs',
  'status',
  'port',
  'url',
  'path',
  'count',
  'signal',
  'errors',
  'error',
  'component',
]);

type Foutregel = { readonly name: string; readonly message: string; readonly stack?: string };

/** Name and code path of an error; its message only where we wrote it ourselves. */
function foutregel(error: unknown): Foutregel {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an Error' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);
  return { name: error.name, message: code ?? error.name, stack: frames.join('\n') };
}

function alleenToegestaan(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (!toegestaan.has(key)) continue;
    kept[key] = key === 'error' ? foutregel(value) : value;
  }
  return kept;
}

/**
 * Structured log (JSON lines). Messages are static text, values are fields from the allow-list above.
 * Foreign error messages are not written: they can quote data. `level`: pino's names.
 */
export function createLogger(
  component: string,
  options: { readonly level: string; readonly destination?: DestinationStream },
): Logger {
  return pino(
    {
      level: options.level,
      base: { component },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log: alleenToegestaan },
    },
    options.destination ?? pino.destination({ dest: 1, sync: false }),
  );
}
