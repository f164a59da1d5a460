import { isBsn } from '../kit/index.ts';

/**
 * A small seeded generator (splitmix32 on an FNV-1a hash of the seed text). Every aspect of the population
 * draws from its own stream, named by text, so that a draw added to one aspect shifts no other.
 */
export type Prng = {
  /** In [0, 1). */
  readonly fraction: () => number;
  /** Whole number, both bounds included. */
  readonly integer: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly weighted: <T>(from: readonly (readonly [T, number])[]) => T;
  /** A shuffled copy. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
  /** A UUID of version 4 shape that holds no run of digits that could be read as a BSN. */
  readonly uuid: () => string;
};

export function createPrng(seedText: string): Prng {
  let state = hash(seedText);

  const bits = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const fraction = () => bits() / 0x1_0000_0000;
  const integer = (min: number, max: number) => min + Math.floor(fraction() * (max - min + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('cannot pick from an empty list');
    return from[integer(0, from.length - 1)] as T;
  };

  return {
    fraction,
    integer,
    pick,
    chance: (probability) => fraction() < probability,
    weighted: (from) => {
      let left = fraction() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(from)[0];
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = integer(0, i);
        [copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]];
      }
      return copy;
    },
    uuid: () => {
      for (;;) {
        const hex = Array.from({ length: 4 }, () => bits().toString(16).padStart(8, '0')).join('');
        const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
        const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
        if (!(uuid.match(/(?<!\d)\d{9}(?!\d)/g) ?? []).some(isBsn)) return uuid;
      }
    },
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
