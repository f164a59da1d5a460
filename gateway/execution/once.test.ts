/** A value for a key is made once, and remembered for the last asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOnce } from './once.ts';

describe('making once', () => {
  it('is shared by who asks while it is made, and after', async () => {
    const once = createOnce<object>(2);
    let makings = 0;
    let ready = (_value: object): void => undefined;
    const make = () => {
      makings += 1;
      return new Promise<object>((resolve) => {
        ready = resolve;
      });
    };
    const asked = [once.get('a', make), once.get('a', make)];
    const value = {};
    ready(value);
    expect(await Promise.all([...asked, once.get('a', make)])).toEqual([value, value, value]);
    expect(makings).toBe(1);
  });

  it('is tried again when it failed, and fails for who waited for it', async () => {
    const once = createOnce<string>(2);
    const fail = () => Promise.reject(new Error('busy'));
    const asked = [once.get('a', fail), once.get('a', fail)];
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(once.keys()).toEqual([]);
    expect(await once.get('a', async () => 'made')).toBe('made');
  });

  it('does not forget a later value because an earlier one of its key failed', async () => {
    const once = createOnce<string>(1);
    let fail = (_error: Error): void => undefined;
    const first = once.get('a', () => new Promise((_resolve, reject) => (fail = reject)));
    await once.get('b', async () => 'b');
    await once.get('a', async () => 'second');
    fail(new Error('late'));
    await expect(first).rejects.toThrow('late');
    expect(await once.get('a', async () => 'third')).toBe('second');
  });

  it('remembers the last asked, never more than its maximum', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
        fc.integer({ min: 1, max: 4 }),
        async (asked, max) => {
          const once = createOnce<string>(max);
          let remembered: readonly string[] = [];
          for (const key of asked) {
            let isMade = false;
            await once.get(key, async () => {
              isMade = true;
              return key;
            });
            expect(isMade).toBe(!remembered.includes(key));
            remembered = [...remembered.filter((other) => other !== key), key].slice(-max);
            expect(once.keys()).toEqual(remembered);
          }
        },
      ),
    );
  });
});
