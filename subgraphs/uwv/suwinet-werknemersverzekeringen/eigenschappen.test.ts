import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapWerknemersverzekeringen } from './map.ts';
import { antwoord } from './messages.ts';

/** Any SuwiML date, with zeros for what is not known, and how the graph says it. */
const datum = fc
  .record({
    jaar: fc.integer({ min: 1, max: 9999 }),
    maand: fc.integer({ min: 0, max: 12 }),
    dag: fc.integer({ min: 0, max: 28 }),
    zonderJaar: fc.boolean(),
  })
  .map(({ jaar, maand, dag, zonderJaar }) => {
    const cijfers = (getal: number, lengte: number) => String(getal).padStart(lengte, '0');
    const [j, m, d] = [zonderJaar ? '0000' : cijfers(jaar, 4), cijfers(maand, 2), cijfers(dag, 2)];
    const deel = (tekst: string) => (Number(tekst) === 0 ? 'X'.repeat(tekst.length) : tekst);
    return { suwi: j + m + d, graaf: `${deel(j)}-${deel(m)}-${deel(d)}` };
  });

function bericht(uitkering: object): unknown {
  return {
    ClientSuwi: {
      Burgerservicenr: '999990019',
      Uitkeringsverhouding: { SzWet: { CdSzWet: 'WGA' }, ...uitkering },
    },
  };
}

/** The first benefit in the graph, or `undefined` when the message is refused. */
function lees(uitkering: object) {
  const gelezen = antwoord.safeParse(bericht(uitkering));
  return gelezen.success ? mapWerknemersverzekeringen(gelezen.data).uitkeringen?.[0] : undefined;
}

const metBedrag = (WaardeBedr: string) => ({
  Uitkeringsperiode: { BrutoUitkeringsbedrag: { CdMunteenheid: 'EUR', WaardeBedr } },
});

describe('properties of a benefit', () => {
  it('a date is as whole or as partial as it was sent', () => {
    fc.assert(
      fc.property(datum, datum, datum, (begin, einde, uiterlijk) => {
        expect(
          lees({
            DatBUitkeringsverhouding: begin.suwi,
            DatEUitkeringsverhouding: einde.suwi,
            DatEMaximaleUitkeringsduur: uiterlijk.suwi,
          }),
        ).toMatchObject({
          begindatum: begin.graaf,
          einddatum: einde.graaf,
          maximaleEinddatum: uiterlijk.graaf,
        });
      }),
    );
  });

  it('an amount is the same number of cents, up to the largest the graph can carry', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), fc.nat(8), (centen, nullen) => {
        const gelezen = lees(metBedrag('0'.repeat(nullen) + String(centen)));
        expect(gelezen?.perioden?.[0]?.bedragen[0]?.brutoCenten).toBe(centen);
      }),
    );
  });

  it('what is no amount of cents is refused, never rounded or cut', () => {
    const geenBedrag = fc.oneof(
      fc.integer({ min: 2_147_483_648, max: Number.MAX_SAFE_INTEGER }).map(String),
      fc.integer({ max: -1 }).map(String),
      fc.double({ noInteger: true, noNaN: true }).map(String),
      fc.constantFrom('12,50', '12.50', '1e3', '€ 12', 'NaN', '0x10'),
    );
    fc.assert(
      fc.property(geenBedrag, (tekst) => {
        expect(lees(metBedrag(tekst))).toBeUndefined();
      }),
    );
  });
});
