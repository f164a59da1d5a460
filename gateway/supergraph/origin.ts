import { createHash } from 'node:crypto';
import type { Probleem } from './problems.ts';

/** Where a supergraph comes from: a file or a URL. */
export type Origin = {
  /**
   * What is there now; never rejects. With `opnieuw` in full, also when the origin could say that nothing
   * changed.
   */
  readonly read: (opnieuw: boolean) => Promise<Lezing>;
  /** Calls `changed` when there may be something new, as far as the origin can tell by itself. */
  readonly watch?: (changed: () => void) => void;
  /** Ends what is under way. */
  readonly close: () => Promise<void>;
};

export type Gelezen = {
  readonly soort: 'GELEZEN';
  /** At most one byte more than a supergraph may have. */
  readonly bytes: Uint8Array;
  /** The detached signature, as text; undefined without one. */
  readonly signature: string | undefined;
};

export type Lezing =
  | Gelezen
  | { readonly soort: 'ONGEWIJZIGD' }
  | { readonly soort: 'ONBEREIKBAAR'; readonly probleem: Probleem; readonly error?: unknown };

/** What an origin holds, in one line: two readings with the same line are the same version. */
export function kenmerkVan({ bytes, signature }: Gelezen): string {
  return `${createHash('sha256').update(bytes).digest('hex')} ${signature ?? ''}`;
}

/** Reads a stream to its end, or to `max` bytes. */
export async function readBounded(stream: AsyncIterable<Uint8Array>, max: number): Promise<Uint8Array> {
  const delen: Uint8Array[] = [];
  let bytes = 0;
  for await (const deel of stream) {
    delen.push(deel);
    bytes += deel.length;
    if (bytes >= max) break;
  }
  return Buffer.concat(delen).subarray(0, max);
}

/** A reading that failed, with the code of what went wrong as far as it has one. */
export function onbereikbaar(message: string, error: unknown): Lezing {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reden = typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? { reden: code } : {};
  return { soort: 'ONBEREIKBAAR', probleem: { code: 'ONBEREIKBAAR', message, ...reden }, error };
}
