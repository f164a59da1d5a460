import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { leesOmgeving, type Omgeving } from './config.ts';
import type { Logger, Logvelden } from './logger.ts';

/** What some files say now. */
export type Gevolgd<T> = {
  readonly huidig: () => T;
  readonly sluit: () => void;
};

export type VolgOpties<T> = {
  readonly paden: readonly string[];
  /** How often the files are looked at, milliseconds. */
  readonly pollMs: number;
  /** Reads them. @throws when they cannot be used */
  readonly lees: () => T;
  /** Gets what changed files say. */
  readonly bij?: (nieuw: T) => void;
  readonly logger: Pick<Logger, 'info' | 'error'>;
  /** Whose files they are, for the log. */
  readonly van: Logvelden;
};

/** Between two looks at keys and certificates: `FILES_POLL_MS`, 100 to 3,600,000 (default 10,000). @throws ConfiguratieFout */
export function leesPollMs(env: Omgeving): number {
  const schema = z.object({ FILES_POLL_MS: z.coerce.number().int().min(100).max(3_600_000).default(10_000) });
  return leesOmgeving(schema, env).FILES_POLL_MS;
}

/**
 * Reads files, and again when their content changes. Files that cannot be used, e.g. a certificate of which the key is
 * still to come, leave what there was. They are read and compared, not watched: a volume that swaps a link, and a network
 * drive, tell nobody.
 *
 * @throws what `lees` throws, at first
 */
export function volgBestanden<T>({ paden, pollMs, lees, bij, logger, van }: VolgOpties<T>): Gevolgd<T> {
  // Before they are read: what changes in between is then seen as a change.
  let gezien = digestVan(paden.map(inhoudVan));
  let huidig = lees();
  let bezig = false;
  const kijk = async () => {
    const nu = digestVan(await Promise.all(paden.map((pad) => readFile(pad).catch(() => undefined))));
    if (nu === gezien) return;
    gezien = nu;
    try {
      huidig = lees();
      bij?.(huidig);
      logger.info(van, 'changed files are in use');
    } catch (error) {
      logger.error({ ...van, error }, 'changed files cannot be used; what they said before stays');
    }
  };
  const rond = () => {
    if (bezig) return;
    bezig = true;
    void kijk().finally(() => {
      bezig = false;
    });
  };
  const timer = paden.length === 0 ? undefined : setInterval(rond, pollMs).unref();
  return {
    huidig: () => huidig,
    sluit: () => {
      clearInterval(timer);
    },
  };
}

function inhoudVan(pad: string): Buffer | undefined {
  try {
    return readFileSync(pad);
  } catch {
    return undefined;
  }
}

function digestVan(inhouden: readonly (Buffer | undefined)[]): string {
  const digest = createHash('sha256');
  for (const inhoud of inhouden) digest.update(`${inhoud?.length ?? 'none'}:`).update(inhoud ?? '');
  return digest.digest('base64');
}
