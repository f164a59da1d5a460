import { describe, expect, it } from 'vitest';
import { laatstLopende } from './lopend.ts';

describe('what runs last', () => {
  const kies = (...perioden: readonly (readonly [string?, string?])[]) =>
    laatstLopende(perioden, ([begin, einde]) => ({ begin, einde }));

  it('is what has no end, and of those what began last', () => {
    expect(kies(['2020-01-01'], ['2022-01-01'], ['2023-01-01', '2024-01-01'])).toStrictEqual(['2022-01-01']);
  });

  it('or else what ended last, unknown dates counting as early', () => {
    expect(
      kies(['2024-01-01', 'XXXX-XX-XX'], ['2010-01-01', '2023-XX-XX'], ['2021-01-01', '2022-12-31']),
    ).toStrictEqual(['2010-01-01', '2023-XX-XX']);
  });

  it('is nothing when there is nothing', () => {
    expect(kies()).toBeUndefined();
  });
});
