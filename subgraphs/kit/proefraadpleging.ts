import { createLogger } from './logger.ts';
import { createBronverbruik, type Raadpleging } from './raadpleeg.ts';

/** The numbers of the published test range (`9999…`) that pass the eleven-test, all of them. */
export function alleTestBsns(isBsn: (value: string) => boolean): readonly string[] {
  return Array.from({ length: 100_000 }, (_, i) => String(999_900_000 + i)).filter(isBsn);
}

/** What a test asks a source with: a fixed clock, unless it has its own, and a log that can be read back. */
export function proefraadpleging(
  opties: { readonly signal?: AbortSignal; readonly now?: () => Date } = {},
): Raadpleging & {
  readonly log: () => string;
} {
  const regels: string[] = [];
  return {
    correlationId: 'proef',
    signal: opties.signal ?? new AbortController().signal,
    now: opties.now ?? (() => new Date('2025-03-03T08:00:00Z')),
    logger: createLogger('proef', { level: 'trace', destination: { write: (regel) => regels.push(regel) } }),
    verbruik: createBronverbruik(),
    log: () => regels.join(''),
  };
}
