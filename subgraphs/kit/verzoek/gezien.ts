/** Tokens that were used, for as long as they are valid. */
export type Gezien = {
  /** Whether a token is used for the first time; remembers it. @param tot when it ends, seconds */
  readonly eerste: (jti: string, tot: number, nu: number) => boolean;
  readonly aantal: () => number;
};

/**
 * Remembers in this process only. What has ended is let go of, in the order in which it came: no more is held than came
 * within the longest a token is valid.
 */
export function createGezien(): Gezien {
  const tokens = new Map<string, number>();
  return {
    eerste: (jti, tot, nu) => {
      for (const [oud, einde] of tokens) {
        if (einde > nu) break;
        tokens.delete(oud);
      }
      if (tokens.has(jti)) return false;
      tokens.set(jti, tot);
      return true;
    },
    aantal: () => tokens.size,
  };
}
