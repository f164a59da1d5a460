import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createMessageReader } from '../http/index.ts';

export type LoadOptions = {
  readonly port: number;
  /** The body of every request. */
  readonly body: string;
  /** Headers besides those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Connections, each with one request at a time. */
  readonly inFlight: number;
  /** Before the window, milliseconds. */
  readonly rampMs: number;
  /** The window, milliseconds; longer, up to `maxWindowMs`, until there are `minAnswers`. */
  readonly windowMs: number;
  readonly maxWindowMs: number;
  readonly minAnswers: number;
  /** An answer of fewer bytes cannot be the right one. */
  readonly minBytes: number;
};

export type LoadResult = {
  /** Answers in the window, and how long it was. */
  readonly answers: number;
  readonly windowMs: number;
  /** Milliseconds each answer in the window took, ascending. */
  readonly latenciesMs: readonly number[];
  /** Answers of the whole run: ramp, window, and what was still in flight after it. */
  readonly allAnswers: number;
  /** Connections that broke, answers that were not 200 or too short. */
  readonly failures: number;
};

const drainTimeoutMs = 20_000;

/**
 * A closed loop over kept connections of its own: each sends its next request when its answer is in.
 * `atStart` and `atEnd` are called at the edges of the window.
 */
export async function runClosedLoop(
  options: LoadOptions,
  atStart: () => void,
  atEnd: () => void,
): Promise<LoadResult> {
  const { port, inFlight } = options;
  const more = Object.entries(options.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
      `accept: application/json\r\n${more.join('')}content-length: ${Buffer.byteLength(options.body)}\r\n\r\n${options.body}`,
  );
  const latencies: number[] = [];
  let allAnswers = 0;
  let failures = 0;
  let phase: 'RAMP' | 'WINDOW' | 'DRAIN' = 'RAMP';

  /** What ends a connection when the window is over: idle ones at once, the others with their answer. */
  const enders: ((force: boolean) => void)[] = [];

  const runConnection = async (): Promise<void> =>
    new Promise((done) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let sentAt = 0;
      let waiting = false;
      const send = (): void => {
        sentAt = performance.now();
        waiting = true;
        socket.write(request);
      };
      const read = createMessageReader(({ head, body }) => {
        waiting = false;
        allAnswers += 1;
        if (!head.startsWith('HTTP/1.1 200') || body.length < options.minBytes) failures += 1;
        else if (phase === 'WINDOW') latencies.push(performance.now() - sentAt);
        if (phase === 'DRAIN') socket.destroy();
        else send();
      });
      socket.on('connect', send);
      socket.on('data', read);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        if (waiting || phase !== 'DRAIN') failures += 1;
        done();
      });
      enders.push((force) => {
        if (force || !waiting) socket.destroy();
      });
    });

  const connections = Array.from({ length: inFlight }, runConnection);
  await pause(options.rampMs);
  atStart();
  const start = performance.now();
  phase = 'WINDOW';
  await pause(options.windowMs);
  while (latencies.length < options.minAnswers && performance.now() - start < options.maxWindowMs) {
    await pause(20);
  }
  phase = 'DRAIN';
  const windowMs = performance.now() - start;
  atEnd();
  for (const end of enders) end(false);
  await Promise.race([Promise.all(connections), pause(drainTimeoutMs, undefined, { ref: false })]);
  for (const end of enders) end(true);
  return {
    answers: latencies.length,
    windowMs,
    latenciesMs: latencies.toSorted((a, b) => a - b),
    allAnswers,
    failures,
  };
}
