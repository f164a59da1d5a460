import type { Prng } from '../../../subgraphs/population/index.ts';

const texts = [
  '',
  'ja',
  'Van der Meulen',
  "'s-Hertogenbosch",
  'naïef café',
  'regel 1\nregel 2\t"tab"',
  '</script>\u2028\u2029',
  '👩‍👧 ok',
  '\ud800 half',
  '\\u0000\u0000',
  '__typename',
  '-12,50',
] as const;
const integers = [0, -1, 1, 7, 42, 2_147_483_647, -2_147_483_648] as const;
const floats = [0, -0.5, 1, 0.1, 1e21, 5e-324, 1.7976931348623157e308, 123456.789] as const;

/** A value of a scalar as a subgraph could send it; of a scalar with an unknown name any JSON but null. */
export function scalarValue(prng: Prng, scalar: string): unknown {
  switch (scalar) {
    case 'Boolean':
      return prng.chance(0.5);
    case 'Int':
      return prng.pick(integers);
    case 'Float':
      return prng.pick(floats);
    case 'ID':
      return prng.chance(0.3) ? String(prng.integer(0, 99)) : `id-${prng.integer(0, 999)}`;
    case 'String':
      return prng.pick(texts);
    default:
      return anyJson(prng, 2);
  }
}

function anyJson(prng: Prng, depth: number): unknown {
  switch (depth === 0 ? prng.integer(0, 3) : prng.integer(0, 5)) {
    case 0:
      return prng.pick(texts);
    case 1:
      return prng.pick(floats);
    case 2:
      return prng.chance(0.5);
    case 3:
      return 9_007_199_254_740_993n.toString();
    case 4:
      return Array.from({ length: prng.integer(0, 3) }, () => orNull(prng, depth));
    default:
      return Object.fromEntries(
        prng
          .shuffle(['waarde', 'id', '__typename', 'constructor', '10', '2', ''])
          .slice(0, prng.integer(0, 4))
          .map((key) => [key, orNull(prng, depth)]),
      );
  }
}

function orNull(prng: Prng, depth: number): unknown {
  return prng.chance(0.15) ? null : anyJson(prng, depth - 1);
}

/** Value of a scalar in a key: another for each number. */
export function keyValue(scalar: string, field: string, number: number): unknown {
  if (scalar === 'Int') return 1000 + number;
  if (scalar === 'Float') return number + 0.5;
  return `${field}-${number}`;
}
