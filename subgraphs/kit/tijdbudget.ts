import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';

/**
 * What a subgraph keeps of the time that its caller listens, for putting the answer together and getting it
 * there: 5%, and 20 milliseconds at least. Sources are given up that much earlier, so that what the others
 * gave still arrives, under the name of the one that did not answer. See docs/adr/0011.
 */
const margeDeel = 0.05;
const minMargeMs = 20;

/** The most that a gateway can ask for, milliseconds. */
const maxBudgetMs = 60_000;

/** Milliseconds that the sources of a request have, when its caller listens for `budgetMs`; never below 0. */
export function brontijdMs(budgetMs: number): number {
  return Math.max(0, Math.floor(budgetMs - Math.max(minMargeMs, budgetMs * margeDeel)));
}

/**
 * The header `x-tijdbudget-ms`: how long the caller listens, whole milliseconds, at most a minute. Undefined
 * without one, and for anything else: a caller that cannot tell gets what one that does not tell gets.
 */
export function leesTijdbudget(gegeven: unknown): number | undefined {
  if (typeof gegeven !== 'string' || !/^\d{1,9}$/.test(gegeven)) return undefined;
  return Math.min(Number(gegeven), maxBudgetMs);
}

const vragerWeg = Symbol('the caller went away');

/**
 * Ends what a request asked of its sources: in time for its answer, and when its caller goes away.
 * @param budgetMs how long the caller listens; undefined as long as it takes
 */
export function startBrontijd(response: ServerResponse, budgetMs: number | undefined): AbortSignal {
  const afbreker = new AbortController();
  // Every question to a source listens, and a caseload asks hundreds.
  setMaxListeners(0, afbreker.signal);
  const timer =
    budgetMs === undefined
      ? undefined
      : setTimeout(() => {
          afbreker.abort();
        }, brontijdMs(budgetMs));
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) afbreker.abort(vragerWeg);
  });
  return afbreker.signal;
}

/** Whether nobody waits any more for what was asked; a source that did not answer then is not to blame. */
export function isVragerWeg(signal: AbortSignal): boolean {
  return signal.reason === vragerWeg;
}
