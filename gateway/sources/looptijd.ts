/**
 * The time that one operation has, and whether it still runs. It ends when the budget is spent or the client
 * goes away; whatever was asked then is cancelled, so that no socket waits for an answer nobody takes.
 */
export type Looptijd = {
  /** Whole milliseconds that are left; 0 when it ended. */
  readonly resterendMs: () => number;
  /** Why it ended; undefined while it runs. */
  readonly einde: () => Einde | undefined;
  /** Calls `afbreken` when it ends, at once when it has; returns how to take that back. */
  readonly bijEinde: (afbreken: () => void) => () => void;
  /** The same as a signal, for who takes one. */
  readonly signal: () => AbortSignal;
  /** The client went away. */
  readonly breekAf: () => void;
  /** The answer is there: nothing is cancelled any more, and the timer goes. */
  readonly rondAf: () => void;
};

export type Einde = 'TIJD_OP' | 'AFGEBROKEN';

/** Starts the time of an operation. @param budgetMs milliseconds from now */
export function startLooptijd(budgetMs: number): Looptijd {
  const eindtijd = performance.now() + budgetMs;
  const afbrekers = new Set<() => void>();
  let einde: Einde | undefined;
  let signaal: AbortController | undefined;
  const eindig = (waarom: Einde) => {
    if (einde !== undefined) return;
    einde = waarom;
    clearTimeout(timer);
    for (const afbreken of afbrekers) afbreken();
    afbrekers.clear();
    signaal?.abort();
  };
  const timer = setTimeout(eindig, budgetMs, 'TIJD_OP');
  return {
    resterendMs: () => (einde === undefined ? Math.max(0, Math.floor(eindtijd - performance.now())) : 0),
    einde: () => einde,
    bijEinde: (afbreken) => {
      if (einde !== undefined) afbreken();
      else afbrekers.add(afbreken);
      return () => {
        afbrekers.delete(afbreken);
      };
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
      afbrekers.clear();
    },
  };
}
