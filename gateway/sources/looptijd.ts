/**
 * The time that one operation has, and whether it still runs. It ends when the budget is spent or the client
 * goes away; whatever was asked then is cancelled, so that no socket waits for an answer nobody takes.
 */
export type Looptijd = {
  /** Whole milliseconds that are left; 0 when it ended. */
  readonly resterendMs: () => number;
  /** Why it ended; undefined while it runs. */
  readonly einde: () => Einde | undefined;
  /**
   * Calls `afbreken` once: when it ends, at once when it has, or after `maxMs` milliseconds when those are
   * spent sooner. Returns how to take that back.
   */
  readonly bijEinde: (afbreken: (waarom: Einde) => void, maxMs?: number) => () => void;
  /** The same as a signal, for who takes one. */
  readonly signal: () => AbortSignal;
  /** The client went away. */
  readonly breekAf: () => void;
  /** The answer is there: the timer goes, and what is under way after all is cancelled, for nobody waits for it. */
  readonly rondAf: () => void;
};

export type Einde = 'TIJD_OP' | 'AFGEBROKEN';

/** Starts the time of an operation. @param budgetMs milliseconds from now */
export function startLooptijd(budgetMs: number): Looptijd {
  const eindtijd = performance.now() + budgetMs;
  const afbrekers = new Set<(waarom: Einde) => void>();
  let einde: Einde | undefined;
  let signaal: AbortController | undefined;
  const eindig = (waarom: Einde) => {
    if (einde !== undefined) return;
    einde = waarom;
    clearTimeout(timer);
    for (const afbreken of afbrekers) afbreken(waarom);
    afbrekers.clear();
    signaal?.abort();
  };
  const resterendMs = () => (einde === undefined ? Math.max(0, Math.floor(eindtijd - performance.now())) : 0);
  const timer = setTimeout(eindig, budgetMs + timerMargeMs, 'TIJD_OP');
  return {
    resterendMs,
    einde: () => einde,
    bijEinde: (afbreken, maxMs = Number.POSITIVE_INFINITY) => {
      if (einde !== undefined) {
        afbreken(einde);
        return niets;
      }
      let eigen: NodeJS.Timeout | undefined;
      const terug = () => {
        clearTimeout(eigen);
        afbrekers.delete(bijDit);
      };
      const bijDit = (waarom: Einde) => {
        terug();
        afbreken(waarom);
      };
      // Most have the time of the operation, and need no timer of their own.
      if (maxMs < resterendMs()) eigen = setTimeout(bijDit, maxMs + timerMargeMs, 'TIJD_OP');
      afbrekers.add(bijDit);
      return terug;
    },
    signal: () => {
      signaal ??= new AbortController();
      if (einde !== undefined) signaal.abort();
      return signaal.signal;
    },
    breekAf: () => {
      eindig('AFGEBROKEN');
    },
    rondAf: () => {
      clearTimeout(timer);
      if (afbrekers.size > 0) eindig('AFGEBROKEN');
    },
  };
}

/** A timer counts in whole milliseconds of a clock of its own, and can be up to one early. */
const timerMargeMs = 1;

function niets(): void {
  // There is nothing to take back.
}
