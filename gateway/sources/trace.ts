import { randomFillSync } from 'node:crypto';

/** Where an operation stands in a trace (W3C Trace Context, level 1). */
export type Trace = {
  /** Of the whole: 32 hexadecimal digits. */
  readonly traceId: string;
  /** Of this operation: 16 hexadecimal digits. */
  readonly spanId: string;
};

const traceparent = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Goes on in the trace of whoever asks when `traceparent` names one, else begins one. */
export function startTrace(given: unknown): Trace {
  const traceId = typeof given === 'string' ? traceparent.exec(given)?.[1] : undefined;
  return { traceId: traceId ?? randomHex(16), spanId: newSpanId() };
}

/** A span id, 16 hexadecimal digits. */
export const newSpanId = (): string => randomHex(8);

/** `traceparent` of a call that is a span of its own. */
export const traceparentOf = ({ traceId }: Trace, spanId: string): string => `00-${traceId}-${spanId}-01`;

const pool = Buffer.alloc(4096);
let at = pool.length;

/** Random bytes are asked of the system for many ids at once: one at a time costs more than all that is done with it. */
function randomHex(bytes: 8 | 16): string {
  if (at + bytes > pool.length) {
    randomFillSync(pool);
    at = 0;
  }
  const hex = pool.toString('hex', at, at + bytes);
  at += bytes;
  // All zeros is no id.
  return /^0+$/.test(hex) ? randomHex(bytes) : hex;
}
