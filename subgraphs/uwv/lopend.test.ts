import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grenzen } from '../kit/index.ts';
import { laatstLopende } from './lopend.ts';

type Periode = readonly [begin: string | undefined, einde: string | undefined];

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

  it('is beaten by none of the others, and is the same whatever their order', () => {
    const datum = fc.constantFrom(
      undefined,
      'XXXX-XX-XX',
      '2020-XX-XX',
      '2020-01-01',
      '2020-06-XX',
      '2021-12-31',
    );
    const lijsten = fc
      .array(fc.tuple(datum, datum), { minLength: 1, maxLength: 8 })
      .chain((lijst) =>
        fc.tuple(fc.constant(lijst), fc.shuffledSubarray(lijst, { minLength: lijst.length })),
      );
    const kiesUit = (lijst: readonly Periode[]): Periode =>
      laatstLopende(lijst, ([begin, einde]) => ({ begin, einde })) ?? [undefined, undefined];
    const plek = ([begin, einde]: Periode) =>
      `${einde === undefined ? '9' : grenzen(einde).eerste} ${begin === undefined ? '' : grenzen(begin).eerste}`;
    fc.assert(
      fc.property(lijsten, ([lijst, anders]) => {
        const gekozen = plek(kiesUit(lijst));
        expect(gekozen).toBe(lijst.map(plek).sort().at(-1));
        expect(plek(kiesUit(anders))).toBe(gekozen);
      }),
    );
  });

  it('is nothing when there is nothing', () => {
    expect(kies()).toBeUndefined();
  });
});
