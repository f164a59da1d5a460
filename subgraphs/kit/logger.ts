import { type DestinationStream, pino } from 'pino';
import { verbergBsn } from './bsn.ts';

type Niveau = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** Fields a log line may carry. Anything else is dropped: a person's data has no way in. */
export type Logvelden = { readonly [Veld in keyof typeof velden]?: unknown };

/**
 * The log: static text, with fields from the list above. Nothing more of pino comes through: its
 * child loggers, bindings and format strings would be ways around the list.
 */
export type Logger = Readonly<Record<Niveau, (velden: Logvelden, bericht: string) => void>>;

/** Stands where a field had a value of another form than its own. */
const geweigerd = '***';

const tekst =
  (vorm: RegExp) =>
  (waarde: unknown): string =>
    typeof waarde === 'string' && vorm.test(waarde) ? verbergBsn(waarde) : geweigerd;

/** Counts, durations, ports: far below anything that could be a BSN. */
const getal = (waarde: unknown): number | string =>
  typeof waarde === 'number' && Math.abs(waarde) < 10_000_000 ? waarde : geweigerd;

const constante = tekst(/^[A-Z][A-Z0-9_]{0,63}$/);
const kleineNaam = tekst(/^[a-z][a-z0-9-]{0,63}$/);

/** What each field may hold; the text of a person fits none of these forms. */
const velden = {
  correlationId: tekst(/^[\w-]{1,64}$/),
  bron: constante,
  subgraph: kleineNaam,
  // Of access tokens: its name in our configuration, never its `iss`.
  issuer: kleineNaam,
  uitkomst: constante,
  reden: constante,
  // A constant, or the hexadecimal reference under which a source logged its own error.
  code: tekst(/^[A-Z][A-Z0-9_]{0,63}$|^[0-9A-Fa-f-]{32,36}$/),
  operationName: tekst(/^[A-Za-z_]\w{0,63}$/),
  durationMs: getal,
  status: getal,
  port: getal,
  path: tekst(/^\w+(\.\w+){0,30}$/),
  count: getal,
  line: getal,
  // Of a supergraph: the first digits of its hash.
  version: tekst(/^[0-9a-f]{8}$/),
  signal: tekst(/^SIG[A-Z0-9]{2,10}$/),
  error: (waarde: unknown) => foutregel(waarde, 3),
} as const;

type Foutregel = {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: Foutregel;
};

const foutnaam = /^(?:[A-Z]\w{0,60})?(?:Error|Fout|Exception)$/;
const foutcode = /^[A-Z][A-Z0-9_]{0,63}$/;

/** Name and code path of an error and of what caused it; its own message never: it can quote data. */
function foutregel(error: unknown, diepte: number): Foutregel {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an Error' };
  const name = foutnaam.test(error.name) ? error.name : 'Error';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return {
    name,
    message: foutcode.test(code) ? code : name,
    stack: frames(error),
    ...(error.cause === undefined || diepte <= 1 ? {} : { cause: foutregel(error.cause, diepte - 1) }),
  };
}

const frame = /^ {4}at (?:[\w$.<>[\]# ]+ \()?(?:[^()\s]+:\d+:\d+|<anonymous>|native|index \d+)\)?$/;

/** The frames at the end of the stack; the message before them can have lines that look like one. */
function frames(error: Error): string {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const naBericht = error.message === '' ? 0 : stack.indexOf(error.message) + error.message.length;
  const regels = stack.slice(naBericht).split('\n');
  const eerste = regels.findLastIndex((regel) => !frame.test(regel)) + 1;
  return verbergBsn(regels.slice(eerste, eerste + 8).join('\n'));
}

function alleenToegestaan(gegeven: unknown): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  if (typeof gegeven !== 'object' || gegeven === null) return kept;
  for (const [veld, vorm] of Object.entries(velden)) {
    const waarde = eigenWaarde(gegeven, veld);
    if (waarde !== undefined) kept[veld] = vorm(waarde);
  }
  return kept;
}

function eigenWaarde(gegeven: object, veld: string): unknown {
  // Plain values only: a getter is code of someone else.
  return Object.getOwnPropertyDescriptor(gegeven, veld)?.value as unknown;
}

/**
 * Structured log (JSON lines). Messages are static text, values are fields from the allow-list above,
 * each in its own form. Messages of errors are not written: they can quote data. `level`: pino's names.
 */
export function createLogger(
  component: string,
  options: { readonly level: string; readonly destination?: DestinationStream },
): Logger {
  const log = pino(
    {
      level: options.level,
      base: { component: kleineNaam(component) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    options.destination ?? pino.destination({ dest: 1, sync: false }),
  );
  const op = (niveau: Niveau) => (gegeven: Logvelden, bericht: string) => {
    if (log.isLevelEnabled(niveau)) log[niveau](alleenToegestaan(gegeven), verbergBsn(bericht));
  };
  return Object.freeze({
    trace: op('trace'),
    debug: op('debug'),
    info: op('info'),
    warn: op('warn'),
    error: op('error'),
    fatal: op('fatal'),
  });
}
