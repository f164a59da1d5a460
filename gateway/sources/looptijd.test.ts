import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLooptijd } from './looptijd.ts';

/** The clock stands still until a test moves it; `vi.getTimerCount` tells what is left waiting. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the time that is left', () => {
  it('is counted in whole milliseconds, rounded down, until none is left', () => {
    const looptijd = startLooptijd(100.7);
    const gezien = [0, 50.2, 50, 10].map((verder) => {
      vi.advanceTimersByTime(verder);
      return [looptijd.resterendMs(), looptijd.einde()];
    });
    expect(gezien).toEqual([
      [100, undefined],
      [50, undefined],
      [0, undefined],
      [0, 'TIJD_OP'],
    ]);
  });

  it('is never given out beyond its end: it ends after the budget, by a millisecond at most', () => {
    const looptijd = startLooptijd(100);
    vi.advanceTimersByTime(100);
    expect([looptijd.resterendMs(), looptijd.einde()]).toEqual([0, undefined]);
    vi.advanceTimersByTime(1);
    expect([looptijd.resterendMs(), looptijd.einde()]).toEqual([0, 'TIJD_OP']);
  });

  it('is gone when the client is', () => {
    const looptijd = startLooptijd(100);
    looptijd.breekAf();
    expect([looptijd.resterendMs(), looptijd.einde(), vi.getTimerCount()]).toEqual([0, 'AFGEBROKEN', 0]);
  });
});

describe('why it ended', () => {
  it('is what came first', () => {
    const opTijd = startLooptijd(100);
    vi.advanceTimersByTime(101);
    opTijd.breekAf();
    const afgebroken = startLooptijd(100);
    afgebroken.breekAf();
    vi.advanceTimersByTime(200);
    expect([opTijd.einde(), afgebroken.einde()]).toEqual(['TIJD_OP', 'AFGEBROKEN']);
  });
});

describe('what is to be cancelled', () => {
  /** Three calls, of which the second was answered; and what they heard. */
  function drieAanroepen(budgetMs: number, maxMs?: number) {
    const gehoord: string[] = [];
    const looptijd = startLooptijd(budgetMs);
    const [, tweede] = ['een', 'twee', 'drie'].map((naam) =>
      looptijd.bijEinde((waarom) => gehoord.push(`${naam} ${waarom}`), maxMs),
    );
    tweede?.();
    return { gehoord, looptijd };
  }

  it.each([
    [
      'TIJD_OP',
      () => {
        vi.advanceTimersByTime(101);
      },
    ],
    [
      'AFGEBROKEN',
      (looptijd: { readonly breekAf: () => void }) => {
        looptijd.breekAf();
      },
    ],
  ])('hears %s once, unless it was answered', (waarom, eindig) => {
    const { gehoord, looptijd } = drieAanroepen(100);
    eindig(looptijd);
    looptijd.breekAf();
    vi.advanceTimersByTime(1_000);
    expect(gehoord).toEqual([`een ${waarom}`, `drie ${waarom}`]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hears it at once when it comes after the end', () => {
    const looptijd = startLooptijd(100);
    looptijd.breekAf();
    const gehoord: string[] = [];
    const terug = looptijd.bijEinde((waarom) => gehoord.push(waarom), 10);
    terug();
    expect([gehoord, vi.getTimerCount()]).toEqual([['AFGEBROKEN'], 0]);
  });

  it('hears it after a time of its own when that is shorter, and not again at the end', () => {
    const { gehoord, looptijd } = drieAanroepen(100, 30);
    vi.advanceTimersByTime(31);
    expect([gehoord, looptijd.einde()]).toEqual([['een TIJD_OP', 'drie TIJD_OP'], undefined]);
    vi.advanceTimersByTime(100);
    expect([gehoord, looptijd.einde()]).toEqual([['een TIJD_OP', 'drie TIJD_OP'], 'TIJD_OP']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('needs no timer of its own when its time is longer', () => {
    const { gehoord } = drieAanroepen(100, 200);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(101);
    expect([gehoord, vi.getTimerCount()]).toEqual([['een TIJD_OP', 'drie TIJD_OP'], 0]);
  });

  it('leaves no timer of its own when it is taken back, or when the client goes away', () => {
    const looptijd = startLooptijd(100);
    const terug = looptijd.bijEinde(() => undefined, 30);
    looptijd.bijEinde(() => undefined, 40);
    expect(vi.getTimerCount()).toBe(3);
    terug();
    expect(vi.getTimerCount()).toBe(2);
    looptijd.breekAf();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('may ask for more while it is cancelled, and is told at once', () => {
    const looptijd = startLooptijd(100);
    const gehoord: string[] = [];
    looptijd.bijEinde(() => {
      looptijd.bijEinde((waarom) => gehoord.push(waarom));
    });
    looptijd.breekAf();
    expect(gehoord).toEqual(['AFGEBROKEN']);
  });
});

describe('the signal', () => {
  it('is one, and is aborted at the end', () => {
    const looptijd = startLooptijd(100);
    const { signal } = looptijd;
    const eerste = signal();
    expect([signal() === eerste, eerste.aborted]).toEqual([true, false]);
    vi.advanceTimersByTime(101);
    expect(eerste.aborted).toBe(true);
  });

  it('is aborted for who asks for it after the end', () => {
    const looptijd = startLooptijd(100);
    looptijd.breekAf();
    expect(looptijd.signal().aborted).toBe(true);
  });
});

describe('an answer that is there', () => {
  it('leaves no timer and cancels nothing', () => {
    const looptijd = startLooptijd(100);
    const gehoord: string[] = [];
    const terug = looptijd.bijEinde((waarom) => gehoord.push(waarom), 30);
    const signal = looptijd.signal();
    terug();
    looptijd.rondAf();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect([gehoord, signal.aborted, looptijd.einde()]).toEqual([[], false, undefined]);
  });

  it('cancels what is under way after all, with its timers', () => {
    const looptijd = startLooptijd(100);
    const gehoord: string[] = [];
    looptijd.bijEinde((waarom) => gehoord.push(waarom));
    looptijd.bijEinde((waarom) => gehoord.push(waarom), 30);
    looptijd.rondAf();
    expect([gehoord, vi.getTimerCount()]).toEqual([['AFGEBROKEN', 'AFGEBROKEN'], 0]);
  });
});
