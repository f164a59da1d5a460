export type Once<T> = {
  readonly get: (key: string, make: () => Promise<T>) => Promise<T>;
  /** The keys that are remembered, the last asked last. */
  readonly keys: () => readonly string[];
};

/**
 * Makes a value for a key once: whoever asks while it is being made waits for the same. What was asked longest
 * ago goes when there are more than `max`; what could not be made is not remembered.
 */
export function createOnce<T>(max: number): Once<T> {
  const known = new Map<string, Promise<T>>();
  const get: Once<T>['get'] = (key, make) => {
    const earlier = known.get(key);
    if (earlier !== undefined) {
      // A Map keeps the order of insertion: the first is then the one not asked for longest.
      known.delete(key);
      known.set(key, earlier);
      return earlier;
    }
    const making = make();
    known.set(key, making);
    making.catch(() => {
      if (known.get(key) === making) known.delete(key);
    });
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
    return making;
  };
  return { get, keys: () => [...known.keys()] };
}
