import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapInkomen } from './map.ts';
import { antwoord } from './messages.ts';

/** The wages of one report in the graph; `undefined` when the message is refused. */
function lees(bedrag: object): { readonly centen: number | null | undefined } | undefined {
  const gelezen = antwoord.safeParse({
    ClientSuwi: {
      Burgerservicenr: '999990019',
      Inkomstenverhouding: { Inkomstenopgave: { DatBIko: '20250900', BedrBrutoloonSv: bedrag } },
    },
  });
  if (!gelezen.success) return undefined;
  return { centen: mapInkomen(gelezen.data).inkomstenverhoudingen?.[0]?.opgaven[0]?.svLoonCenten };
}

const centen = fc.integer({ min: 0, max: 2_147_483_647 });

describe('properties of reported wages', () => {
  it('are the same number of cents with the sign beside it; no sign is positive, and nothing is minus zero', () => {
    fc.assert(
      fc.property(centen, fc.constantFrom('+', '-', undefined), (waarde, teken) => {
        const bedrag = {
          CdMunteenheid: 'EUR',
          ...(teken === undefined ? {} : { CdPositiefNegatief: teken }),
          WaardeBedr: String(waarde),
        };
        expect(lees(bedrag)).toStrictEqual({ centen: teken === '-' && waarde > 0 ? -waarde : waarde });
      }),
    );
  });

  it('of another currency, sign or number are refused, never taken for euros', () => {
    const goed = { CdMunteenheid: 'EUR', CdPositiefNegatief: '+' };
    const kwaad = fc.oneof(
      fc.constantFrom('NLG', 'USD', 'eur').map((CdMunteenheid) => ({ ...goed, CdMunteenheid })),
      fc.constantFrom('--', 'D', '0').map((CdPositiefNegatief) => ({ ...goed, CdPositiefNegatief })),
    );
    fc.assert(
      fc.property(kwaad, centen, (bedrag, waarde) => {
        expect(lees({ ...bedrag, WaardeBedr: String(waarde) })).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 2_147_483_648, max: Number.MAX_SAFE_INTEGER }), (waarde) => {
        expect(lees({ ...goed, WaardeBedr: String(waarde) })).toBeUndefined();
      }),
    );
  });
});
