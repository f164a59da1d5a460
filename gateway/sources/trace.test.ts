import { describe, expect, it } from 'vitest';
import { newSpanId, startTrace, traceparentOf } from './trace.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('the trace of an operation', () => {
  it('goes on in that of whoever asks, as a span of its own', () => {
    const trace = startTrace(`00-${traceId}-00f067aa0ba902b7-01`);
    expect(trace).toEqual({ traceId, spanId: expect.stringMatching(/^[0-9a-f]{16}$/) as string });
    expect(trace.spanId).not.toBe('00f067aa0ba902b7');
  });

  it.each([
    ['nothing', undefined],
    ['two of them', [`00-${traceId}-00f067aa0ba902b7-01`, `00-${traceId}-00f067aa0ba902b7-01`]],
    ['a trace of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['a parent of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['capitals', `00-${traceId.toUpperCase()}-00f067aa0ba902b7-01`],
    ['another version', `01-${traceId}-00f067aa0ba902b7-01`],
    ['something behind it', `00-${traceId}-00f067aa0ba902b7-01-x`],
    ['words', 'Johanna van der Meulen'],
  ])('begins anew for %s', (_what, given) => {
    expect(startTrace(given).traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
    expect(startTrace(given).traceId).not.toBe(traceId);
  });

  it('gives no id twice', () => {
    const ids = Array.from({ length: 5_000 }, newSpanId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is told to a subgraph in the form of W3C Trace Context', () => {
    const trace = startTrace(undefined);
    expect(startTrace(traceparentOf(trace, newSpanId())).traceId).toBe(trace.traceId);
  });
});
