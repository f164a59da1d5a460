/** A task that is done again and again, never twice at once. */
export type Rounds = {
  /** The next round comes soon; asked during a round, it comes right after. */
  readonly hurry: () => void;
  /** No more rounds; resolves when the one under way is over. */
  readonly stop: () => Promise<void>;
};

/** Time between a call of `hurry` and its round, milliseconds: what asks for it comes in bursts. */
const bundelMs = 20;

/** Does `task` soon, and then `intervalMs` after each time it was done. `task` must not reject. */
export function createRounds(task: () => Promise<void>, intervalMs: number): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  let soon = false;
  let stopped = false;

  const plan = (ms: number): void => {
    clearTimeout(timer);
    // Looking for a new version is no reason for a process to stay.
    timer = setTimeout(begin, ms).unref();
  };
  const begin = (): void => {
    soon = false;
    round = task().finally(() => {
      round = undefined;
      if (!stopped) plan(soon ? bundelMs : intervalMs);
    });
  };
  const hurry = (): void => {
    if (soon || stopped) return;
    soon = true;
    if (round === undefined) plan(bundelMs);
  };
  hurry();
  return {
    hurry,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
