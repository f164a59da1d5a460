/** How many requests one may send, and who is counted as one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf } from './admission.ts';
import { createTokenBuckets } from './rate-limiter.ts';

function at(perMinute: number, burst: number, maxKeys?: number) {
  let now = 1_000;
  const limiter = createTokenBuckets({ perMinute, burst }, () => now, maxKeys);
  return {
    wait: (ms: number) => {
      now += ms;
    },
    take: (key: string) => limiter.take(key),
    takes: (key: string, times: number) => Array.from({ length: times }, () => limiter.take(key)),
  };
}

describe('a bucket', () => {
  it('gives a burst, then as much as flows in, and says how long until the next', () => {
    const { takes, take, wait } = at(60, 3);
    expect(takes('a', 4)).toEqual([0, 0, 0, 1_000]);
    wait(400);
    expect(take('a')).toBeCloseTo(600);
    wait(600);
    expect(takes('a', 2)).toEqual([0, 1_000]);
  });

  it('holds no more than a burst, however long nobody comes', () => {
    const { takes, wait } = at(60, 3);
    takes('a', 3);
    wait(1e12);
    expect(takes('a', 4)).toEqual([0, 0, 0, 1_000]);
  });

  it('is of one key', () => {
    const { takes } = at(60, 1);
    expect(takes('a', 2)).toEqual([0, 1_000]);
    expect(takes('b', 2)).toEqual([0, 1_000]);
  });

  it('never lets more through than the burst and what flowed in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.nat({ max: 5_000 }), { maxLength: 200 }),
        (perMinute, burst, pauses) => {
          const { take, wait } = at(perMinute, burst);
          let made = 0;
          for (const pause of pauses) {
            wait(pause);
            if (take('a') === 0) made += 1;
          }
          const passed = pauses.reduce((total, pause) => total + pause, 0);
          expect(made).toBeLessThanOrEqual(burst + (passed * perMinute) / 60_000 + 1e-6);
        },
      ),
    );
  });

  it('of who was quiet longest goes when there are too many', () => {
    const { takes, take } = at(60, 1, 3);
    takes('a', 2);
    for (const key of ['b', 'c', 'a', 'd']) take(key);
    // b is forgotten, and begins again; a was heard of since.
    expect([take('a') > 0, take('b')]).toEqual([true, 0]);
  });
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ['::1', '0:0:0:0'],
  ['2001:db8::1', '8193:3512:0:0'],
  ['2001:0DB8:0:0:ffff:ffff:ffff:ffff', '8193:3512:0:0'],
  ['2001:db8:0:1::', '8193:3512:0:1'],
  ['2001:db8:1:2:3:4:5:6', '8193:3512:1:2'],
  ['', ''],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
