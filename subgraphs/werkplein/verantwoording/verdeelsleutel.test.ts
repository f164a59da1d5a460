import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Verdeelopdracht, verdeel } from './verdeelsleutel.ts';
import { bepaalVerdeling } from './verdeling-invoer.ts';

/** Westland 2009, §6.1.2 and §6.2.2; IJmond 2011, appendix 2. */
const frontOffice = [
  { naam: 'Gemeente', gewichten: [240, 627] },
  { naam: 'UWV WERKbedrijf', gewichten: [940, 580] },
  { naam: 'SW-bedrijf', gewichten: [0, 0] },
];
const werkplekken = [
  { naam: 'Gemeente', gewichten: [35] },
  { naam: 'UWV WERKbedrijf', gewichten: [10] },
  { naam: 'SW-bedrijf', gewichten: [32] },
];
const inwoners = [
  { naam: 'Velsen', gewichten: [67_290] },
  { naam: 'Beverwijk', gewichten: [39_329] },
  { naam: 'Heemskerk', gewichten: [39_193] },
  { naam: 'Uitgeest', gewichten: [12_804] },
];

describe('figures printed in the papers, to the euro and the hundredth of a percent', () => {
  const gevallen: readonly {
    readonly titel: string;
    readonly opdracht: Verdeelopdracht;
    readonly percentages?: readonly number[];
    readonly bedragen: readonly number[];
  }[] = [
    {
      titel: 'Westland, shared costs of the front office: half inflow, half volume',
      opdracht: {
        bedragEuro: 149_500,
        partijen: frontOffice,
        sleutelgewichten: [50, 50],
        afronding: 'OP_HONDERDSTE_PROCENT',
      },
      percentages: [36.14, 63.86, 0],
      bedragen: [54_029, 95_471, 0],
    },
    {
      titel: 'Westland, rent and facilities by work places',
      opdracht: { bedragEuro: 820_307, partijen: werkplekken, afronding: 'OP_HONDERDSTE_PROCENT' },
      percentages: [45.45, 12.99, 41.56],
      bedragen: [372_829, 106_558, 340_920],
    },
    {
      titel: 'Westland, ICT by work places',
      opdracht: { bedragEuro: 150_000, partijen: werkplekken, afronding: 'OP_HONDERDSTE_PROCENT' },
      percentages: [45.45, 12.99, 41.56],
      bedragen: [68_175, 19_485, 62_340],
    },
    {
      titel: 'IJmond, the share of the municipalities by inhabitants',
      opdracht: { bedragEuro: 175_000, partijen: inwoners, afronding: 'ALLEEN_BEDRAGEN' },
      bedragen: [74_241, 43_391, 43_241, 14_127],
    },
  ];

  it.each(gevallen)('$titel', ({ opdracht, percentages, bedragen }) => {
    const { delen } = verdeel(opdracht);
    expect(delen.map(({ bedragEuro }) => bedragEuro)).toEqual(bedragen);
    if (percentages !== undefined) expect(delen.map(({ percentage }) => percentage)).toEqual(percentages);
  });

  test('which of the two ways of rounding is used makes a difference of euros', () => {
    const rest = { bedragEuro: 820_307, partijen: werkplekken, afronding: 'ALLEEN_BEDRAGEN' } as const;
    expect(verdeel(rest).delen.map(({ bedragEuro }) => bedragEuro)).toEqual([372_867, 106_533, 340_907]);
  });
});

describe('whatever is divided', () => {
  const opdrachten = fc
    .record({
      bedragEuro: fc.integer({ min: 0, max: 2_000_000_000 }),
      aantalSleutels: fc.integer({ min: 1, max: 4 }),
      aantal: fc.integer({ min: 1, max: 12 }),
      afronding: fc.constantFrom('OP_HONDERDSTE_PROCENT' as const, 'ALLEEN_BEDRAGEN' as const),
    })
    .chain(({ bedragEuro, aantalSleutels, aantal, afronding }) =>
      fc
        .record({
          gewichten: fc.array(
            fc.array(fc.integer({ min: 0, max: 1_000_000 }), {
              minLength: aantalSleutels,
              maxLength: aantalSleutels,
            }),
            { minLength: aantal, maxLength: aantal },
          ),
          sleutelgewichten: fc.array(fc.integer({ min: 1, max: 100 }), {
            minLength: aantalSleutels,
            maxLength: aantalSleutels,
          }),
        })
        .map(({ gewichten, sleutelgewichten }): Verdeelopdracht => {
          // One party has a weight in every key, so that every key divides something.
          const [eerste = [], ...rest] = gewichten;
          return {
            bedragEuro,
            afronding,
            sleutelgewichten,
            partijen: [eerste.map((gewicht) => gewicht + 1), ...rest].map((g, i) => ({
              naam: `partij ${i}`,
              gewichten: g,
            })),
          };
        }),
    );
  const som = (getallen: readonly number[]) => getallen.reduce((totaal, getal) => totaal + getal, 0);

  it('the parts add up to the amount, and the percentages to a hundred', () => {
    fc.assert(
      fc.property(opdrachten, (opdracht) => {
        const { delen } = verdeel(opdracht);
        expect(som(delen.map(({ bedragEuro }) => bedragEuro))).toBe(opdracht.bedragEuro);
        expect(som(delen.map(({ percentage }) => Math.round(percentage * 100)))).toBe(10_000);
      }),
    );
  });

  it('the order of the parties is of no account', () => {
    fc.assert(
      fc.property(opdrachten, (opdracht) => {
        const andersom = verdeel({ ...opdracht, partijen: opdracht.partijen.toReversed() });
        expect(andersom.delen.toReversed()).toEqual(verdeel(opdracht).delen);
      }),
    );
  });

  it('who weighs more bears no less, also where the percentages come out equal', () => {
    const partijen = [
      { naam: 'a', gewichten: [10_000_000] },
      { naam: 'b', gewichten: [10_000_001] },
    ];
    const { delen } = verdeel({ bedragEuro: 3, partijen, afronding: 'OP_HONDERDSTE_PROCENT' });
    expect(delen.map(({ percentage, bedragEuro }) => [percentage, bedragEuro])).toEqual([
      [50, 1],
      [50, 2],
    ]);
  });

  it('who weighs at least as much in every key bears no less', () => {
    fc.assert(
      fc.property(opdrachten, (opdracht) => {
        const { delen } = verdeel(opdracht);
        opdracht.partijen.forEach((a, i) => {
          opdracht.partijen.forEach((b, j) => {
            const weegtMeer = a.gewichten.every((gewicht, k) => gewicht > (b.gewichten[k] ?? 0));
            if (weegtMeer) expect(delen[i]?.bedragEuro).toBeGreaterThanOrEqual(delen[j]?.bedragEuro ?? 0);
          });
        });
      }),
    );
  });

  it('no part is a whole euro from its exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 10 }),
        (bedragEuro, gewichten) => {
          const partijen = gewichten.map((gewicht, i) => ({ naam: `partij ${i}`, gewichten: [gewicht] }));
          const { delen } = verdeel({ bedragEuro, partijen, afronding: 'ALLEEN_BEDRAGEN' });
          delen.forEach((deel, i) => {
            const exact = (bedragEuro * (gewichten[i] ?? 0)) / som(gewichten);
            expect(Math.abs(deel.bedragEuro - exact)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it('who weighs nothing bears nothing', () => {
    const partijen = [
      { naam: 'a', gewichten: [3] },
      { naam: 'b', gewichten: [0] },
      { naam: 'c', gewichten: [4] },
    ];
    for (let bedragEuro = 0; bedragEuro < 50; bedragEuro += 1) {
      expect(verdeel({ bedragEuro, partijen, afronding: 'ALLEEN_BEDRAGEN' }).delen[1]?.bedragEuro).toBe(0);
    }
  });
});

describe('what cannot be divided is refused as input', () => {
  const goed: Verdeelopdracht = {
    bedragEuro: 100,
    partijen: werkplekken,
    afronding: 'ALLEEN_BEDRAGEN',
  };
  it.each<[string, Partial<Verdeelopdracht>]>([
    ['nobody', { partijen: [] }],
    ['too many', { partijen: Array.from({ length: 51 }, (_, i) => ({ naam: `p${i}`, gewichten: [1] })) }],
    ['an amount below zero', { bedragEuro: -1 }],
    ['a name twice', { partijen: [...werkplekken, ...werkplekken] }],
    ['a name of nothing', { partijen: [{ naam: ' ', gewichten: [1] }] }],
    ['a weight below zero', { partijen: [{ naam: 'a', gewichten: [-1] }] }],
    ['weights that nobody has', { partijen: [{ naam: 'a', gewichten: [0] }] }],
    ['no weights', { partijen: [{ naam: 'a', gewichten: [] }] }],
    ['a key without its weight', { sleutelgewichten: [50, 50] }],
    ['keys that do not count', { sleutelgewichten: [0] }],
    ['too many keys', { partijen: [{ naam: 'a', gewichten: [1, 1, 1, 1, 1, 1] }] }],
  ])('%s', (_titel, anders) => {
    expect(() => bepaalVerdeling({ ...goed, ...anders })).toThrow(
      expect.objectContaining({ extensions: { code: 'ONGELDIGE_INVOER' } }),
    );
  });
});
