import { describe, expect, it } from 'vitest';
import { createBeurten } from './beurten.ts';

/** So many calls that want a turn at `aantal` places: who had one, and how each leaves the line. */
function wachtenden(aantal: number, hoeveel: number, nietMeer: readonly number[] = []) {
  const begonnen: number[] = [];
  const beurten = createBeurten(aantal);
  const wil = (nummer: number) =>
    beurten.neem(() => {
      if (nietMeer.includes(nummer)) return false;
      begonnen.push(nummer);
      return true;
    });
  const verlaat = Array.from({ length: hoeveel }, (_leeg, nummer) => wil(nummer));
  return { begonnen, beurten, verlaat, wil };
}

describe('turns', () => {
  it('are given at once while there are places, and then one for each that comes back, in order', () => {
    const { begonnen, beurten } = wachtenden(2, 5);
    expect(begonnen).toEqual([0, 1]);
    beurten.geefTerug();
    expect(begonnen).toEqual([0, 1, 2]);
    beurten.geefTerug();
    beurten.geefTerug();
    expect(begonnen).toEqual([0, 1, 2, 3, 4]);
  });

  it('are not given to who left the line', () => {
    const { begonnen, beurten, verlaat } = wachtenden(1, 4);
    verlaat[1]?.();
    verlaat[2]?.();
    beurten.geefTerug();
    expect(begonnen).toEqual([0, 3]);
  });

  it('are not lost by who leaves after its turn came', () => {
    const { begonnen, beurten, verlaat, wil } = wachtenden(1, 2);
    verlaat[0]?.();
    beurten.geefTerug();
    verlaat[1]?.();
    beurten.geefTerug();
    wil(9);
    expect(begonnen).toEqual([0, 1, 9]);
  });

  it('come free again when nobody waits', () => {
    const { begonnen, beurten, wil } = wachtenden(2, 2);
    beurten.geefTerug();
    beurten.geefTerug();
    for (const nummer of [7, 8, 9]) wil(nummer);
    expect(begonnen).toEqual([0, 1, 7, 8]);
  });

  it('go to the next when who was first does not want it any more', () => {
    const { begonnen, beurten, wil } = wachtenden(1, 5, [1, 2, 8]);
    beurten.geefTerug();
    expect(begonnen).toEqual([0, 3]);
    beurten.geefTerug();
    beurten.geefTerug();
    for (const nummer of [8, 9]) wil(nummer);
    expect(begonnen).toEqual([0, 3, 4, 9]);
  });
});
