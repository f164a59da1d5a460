/** How many requests may come from one. The seam for counting them elsewhere, for several gateways together. */
export type RateLimiter = {
  /** Counts a request of `key`, which says nothing of a person. */
  readonly take: (key: string) => Verdict | Promise<Verdict>;
};

/** Milliseconds to wait; 0 for a request that may be made. */
export type Verdict = number;

export type RateSettings = {
  /** Over a longer time, requests a minute. */
  readonly perMinute: number;
  /** At once, after a pause. */
  readonly burst: number;
};

type Bucket = { tokens: number; at: number };

/**
 * A token bucket for each key, in this process: `burst` requests at once, and as many more as `perMinute` gives.
 * Of more than `maxKeys` the one that was quiet longest is forgotten.
 * @param now milliseconds that never go back
 */
export function createTokenBuckets(
  { perMinute, burst }: RateSettings,
  now: () => number = () => performance.now(),
  maxKeys = 10_000,
): { readonly take: (key: string) => Verdict } {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return {
    take: (key) => {
      const at = now();
      const bucket = buckets.get(key) ?? { tokens: burst, at };
      bucket.tokens = Math.min(burst, bucket.tokens + (at - bucket.at) * perMs);
      bucket.at = at;
      // A Map keeps the order of insertion: the first is then the one that was quiet longest.
      buckets.delete(key);
      buckets.set(key, bucket);
      const [oldest] = buckets.size > maxKeys ? buckets.keys() : [];
      if (oldest !== undefined) buckets.delete(oldest);
      if (bucket.tokens < 1) return (1 - bucket.tokens) / perMs;
      bucket.tokens -= 1;
      return 0;
    },
  };
}
