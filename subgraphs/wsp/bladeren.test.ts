import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bronantwoord, GraafFout } from '../kit/index.ts';
import { opMoment, opOntvangst, snijd } from './bladeren.ts';
import type { Contactmoment } from './crm/messages.ts';
import { uuid } from './proefregio.ts';

const contact = (nummer: number, op: string | null): Contactmoment => ({
  wg_contactmomentid: uuid('d', nummer),
  _wg_werkgeverid_value: uuid('a', 1),
  wg_op: op,
  wg_soort: null,
  wg_onderwerp: null,
  wg_namens: null,
  owninguser: null,
});
const antwoord = (gegevens: readonly Contactmoment[]): Bronantwoord<readonly Contactmoment[]> => ({
  uitkomst: 'GEVONDEN',
  gegevens,
  bron: 'CRM',
  geraadpleegdOp: '2026-03-10T09:00:00.000Z',
});

function pagina(rijen: readonly Contactmoment[], first: number, after?: string) {
  const gesneden = snijd(antwoord(rijen), { first, after }, opMoment);
  if (gesneden.uitkomst !== 'GEVONDEN') throw new Error('no page');
  return gesneden.gegevens;
}

/** The ids of all pages, one after the other. */
function alles(rijen: readonly Contactmoment[], first: number): readonly string[] {
  const gezien: string[] = [];
  for (let after: string | undefined, meer = true; meer; ) {
    const blad = pagina(rijen, first, after);
    gezien.push(...blad.rijen.map((rij) => rij.wg_contactmomentid));
    const laatste = blad.rijen.at(-1);
    after = laatste === undefined ? undefined : blad.cursorVan(laatste);
    meer = blad.meer;
  }
  return gezien;
}

/** Few moments, so that many rows share one. */
const moment = fc.constantFrom(
  null,
  '2026-03-01T09:00:00Z',
  '2026-03-01T10:00:00+01:00',
  '2026-02-01T09:00:00.5Z',
);
const rijen = fc
  .array(moment, { minLength: 1, maxLength: 40 })
  .map((momenten) => momenten.map((op, nummer) => contact(nummer, op)))
  .chain((lijst) => fc.shuffledSubarray(lijst, { minLength: lijst.length, maxLength: lijst.length }));

describe('paging a list that came whole', () => {
  test('gives every row once, in one order, whatever the size of a page and the order of the source', () => {
    fc.assert(
      fc.property(rijen, fc.integer({ min: 1, max: 50 }), (lijst, first) => {
        const ids = alles(lijst, first);
        expect(ids.toSorted()).toEqual(lijst.map((rij) => rij.wg_contactmomentid).sort());
        expect(ids).toEqual(alles(lijst.toReversed(), 7));
      }),
    );
  });

  test('goes on after a row that is gone in the meantime, and does not show again what was shown', () => {
    fc.assert(
      fc.property(rijen, fc.integer({ min: 1, max: 10 }), (lijst, first) => {
        const eerste = pagina(lijst, first);
        const laatste = eerste.rijen.at(-1);
        if (laatste === undefined) return;
        const rest = pagina(
          lijst.filter((rij) => rij !== laatste),
          50,
          eerste.cursorVan(laatste),
        );
        expect(rest.rijen.map((rij) => rij.wg_contactmomentid)).toEqual(alles(lijst, 50).slice(first));
      }),
    );
  });

  test('passes on that a list did not come', () => {
    const geen = { uitkomst: 'FOUT', reden: 'BRONFOUT', bron: 'CRM', geraadpleegdOp: '' } as const;
    expect(snijd(geen, { first: 1, after: undefined }, opMoment)).toBe(geen);
  });

  test('refuses a cursor of another list', () => {
    const cursor = opOntvangst.maak(['2026-03-01', uuid('f', 1)]);
    expect(() => pagina([contact(1, null)], 1, cursor)).toThrow(GraafFout);
  });
});
