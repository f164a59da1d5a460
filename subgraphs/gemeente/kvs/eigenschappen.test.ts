import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grenzen } from '../../kit/index.ts';
import { mapKlantdossier } from './map.ts';
import { kvsPartij } from './messages.ts';

const leeg = {
  digitaleAdressen: null,
  betrokkenen: [],
  dossier: null,
  treden: [],
  trajecten: [],
  dienstverlening: null,
  werkaanbod: null,
  tegenprestatie: null,
  afspraken: [],
  internetaken: [],
  overeenkomsten: [],
  workFirst: null,
  inburgering: null,
  kinderopvang: [],
};
const lees = (deel: object) => mapKlantdossier(kvsPartij.parse({ _expand: { ...leeg, ...deel } }));

/** A date as the system sends it, and what it means. */
const datum = fc
  .record({
    jaar: fc.integer({ min: 1, max: 9_999 }).map((n) => String(n).padStart(4, '0')),
    maand: fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0')),
    dag: fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0')),
    delen: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ jaar, maand, dag, delen }) => ({
    verstuurd: [jaar, maand, dag].slice(0, delen).join('-'),
    gelezen: [jaar, delen > 1 ? maand : 'XX', delen > 2 ? dag : 'XX'].join('-'),
  }));

describe('dates of the client tracking system', () => {
  it('are as whole or as partial as they were sent', () => {
    fc.assert(
      fc.property(datum, datum, datum, (aangemeld, start, einde) => {
        const { inburgering } = lees({
          inburgering: {
            status: 'AANGEBODEN',
            aanmelddatum: aangemeld.verstuurd,
            startdatum: start.verstuurd,
            einddatum: einde.verstuurd,
          },
        });
        expect(inburgering).toMatchObject({
          aangemeldOp: aangemeld.gelezen,
          startOp: start.gelezen,
          eindOp: einde.gelezen,
        });
      }),
    );
  });

  it('put the steps of the ladder in an order, latest first, and lose none', () => {
    const treden = fc.array(
      fc.record({ trede: fc.integer({ min: 1, max: 6 }), vastgesteld: fc.option(datum) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(treden, (gestuurd) => {
        const { treden: gelezen, trede } = lees({
          treden: gestuurd.map((t) => ({
            trede: t.trede,
            vastgesteldOp: t.vastgesteld?.verstuurd ?? null,
          })),
        });
        const lijst = (gelezen ?? []).map((t) => ({ trede: t.trede, op: t.vastgesteldOp ?? null }));
        const tekst = (t: { readonly trede: number; readonly op: string | null }) =>
          `${t.op ?? ''} ${t.trede}`;
        expect(lijst.map(tekst).sort()).toEqual(
          gestuurd.map((t) => tekst({ trede: t.trede, op: t.vastgesteld?.gelezen ?? null })).sort(),
        );
        const dagen = lijst.map(({ op }) => (op === null ? '' : grenzen(op).eerste));
        expect(dagen).toEqual(dagen.toSorted().reverse());
        expect(trede).toEqual(gelezen?.[0] ?? null);
      }),
    );
  });
});
