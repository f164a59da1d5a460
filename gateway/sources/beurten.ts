/**
 * Turns at something that takes so many calls at once. Who waits for a turn stands in line here, and not in the
 * connection pool: that one forgets a call that was given up only when it has a connection for it.
 */
export type Beurten = {
  /**
   * Calls `begin` at its turn, at once when nobody is before it; it says whether it takes the turn. Returns how
   * to leave the line.
   */
  readonly neem: (begin: () => boolean) => () => void;
  /** To be called once by who took a turn, when what it began is over. */
  readonly geefTerug: () => void;
};

/** @param aantal turns at the same time */
export function createBeurten(aantal: number): Beurten {
  let vrij = aantal;
  // A Set keeps the order of insertion.
  const rij = new Set<() => boolean>();
  return {
    neem: (begin) => {
      if (vrij === 0) rij.add(begin);
      else if (begin()) vrij -= 1;
      return () => {
        rij.delete(begin);
      };
    },
    geefTerug: () => {
      for (const begin of rij) {
        rij.delete(begin);
        if (begin()) return;
      }
      vrij += 1;
    },
  };
}
