/** What a partner that hangs leaves behind when its answers were given up: nothing. In a process of its own. */
import { describe, expect, it } from 'vitest';
import { readRemains } from '../../bench/deadline/index.ts';
import { startGraaf, vraagSamen } from './graaf.ts';

const inFlight = 200;
const testTijdMs = 120_000;

/** Sockets and timers of this process, which serves both ends of every connection. */
function over() {
  const { resources } = readRemains();
  const van = (...soorten: readonly string[]) =>
    soorten.reduce((aantal, soort) => aantal + (resources[soort] ?? 0), 0);
  return { sockets: van('TCPSocketWrap', 'ConnectWrap'), timers: van('Timeout') };
}

describe('after a partner that hangs', () => {
  it.each(['silent', 'halfway'] as const)(
    'no socket, timer or memory is left (%s)',
    async (silence) => {
      const url = await startGraaf(silence, { SUBGRAPH_CONNECTIONS: String(inFlight) });
      const heapNa = async (rondes: number) => {
        for (let ronde = 0; ronde < rondes; ronde += 1) await vraagSamen(url, inFlight, { budgetMs: 300 });
        // Connections that are kept go when nobody uses them for some seconds.
        await expect.poll(over, { timeout: 30_000, interval: 500 }).toEqual({ sockets: 0, timers: 0 });
        return readRemains().heapBytes;
      };
      // What is made once is made by then.
      const begin = await heapNa(2);
      // A request that stays is some ten kilobytes, with its connection and its answer.
      expect((await heapNa(4)) - begin).toBeLessThan(4 * inFlight * 3_000);
    },
    testTijdMs,
  );
});
