/** How much goes wrong in one world; each a probability per value. */
export type Mood = {
  readonly name: string;
  /** Null where the type allows it. */
  readonly empty: number;
  /** An error instead of a value. */
  readonly fails: number;
  /** Null where the type forbids it. */
  readonly breaks: number;
  /** A subgraph that does not know an entity that another refers to: null. */
  readonly unknown: number;
  /** A subgraph that answers a reference with an error. */
  readonly refuses: number;
  /** A subgraph that answers nothing but an error; per subgraph. */
  readonly down: number;
};

/** Calm as often as not: where much fails, little of the rest is seen. */
export const moods: readonly (readonly [Mood, number])[] = [
  [{ name: 'calm', empty: 0.08, fails: 0, breaks: 0, unknown: 0, refuses: 0, down: 0 }, 5],
  [{ name: 'patchy', empty: 0.2, fails: 0, breaks: 0, unknown: 0.1, refuses: 0, down: 0 }, 2],
  [{ name: 'restless', empty: 0.12, fails: 0.05, breaks: 0.02, unknown: 0.05, refuses: 0.03, down: 0 }, 5],
  [{ name: 'stormy', empty: 0.2, fails: 0.12, breaks: 0.04, unknown: 0.12, refuses: 0.1, down: 0.08 }, 3],
];
