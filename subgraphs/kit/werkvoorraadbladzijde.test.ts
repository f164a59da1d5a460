import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bladzijdevraag,
  bladerWerkvoorraaddeel,
  type Werkvoorraadbladzijde,
} from './werkvoorraadbladzijde.ts';

const nummer = (n: number) => `w1.${String(n).padStart(34, '0')}`;
const clienten = (...nummers: readonly number[]) => nummers.map((n) => ({ clientnummer: nummer(n) }));
const nummers = (lijst: Parameters<typeof bladerWerkvoorraaddeel>[0], vraag: Bladzijdevraag = {}) =>
  bladerWerkvoorraaddeel(lijst, vraag)?.edges.map(({ node }) => node.clientnummer);

describe('a page of a caseload', () => {
  it('is in the order of the pseudonyms, and says where it stands', () => {
    const eerste = bladerWerkvoorraaddeel(clienten(3, 1, 2), { first: 2 });
    expect(eerste?.edges.map(({ node }) => node)).toEqual(clienten(1, 2));
    expect(eerste?.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: eerste?.edges[0]?.cursor,
      endCursor: eerste?.edges[1]?.cursor,
    });
    const tweede = bladerWerkvoorraaddeel(clienten(3, 1, 2), {
      first: 2,
      after: eerste?.pageInfo.endCursor,
    });
    expect(tweede?.edges.map(({ node }) => node)).toEqual(clienten(3));
    expect(tweede?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('is fifty when it is not said how many, and the first when it is not said from where', () => {
    const honderd = clienten(...Array.from({ length: 100 }, (_, n) => n));
    expect(nummers(honderd, { first: null, after: null })?.length).toBe(50);
    expect(nummers(honderd, { first: 100 })?.length).toBe(100);
  });

  it('of nobody is empty, and of a list that did not come is not there', () => {
    expect(bladerWerkvoorraaddeel([], {})).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
    expect([bladerWerkvoorraaddeel(null, {}), bladerWerkvoorraaddeel(undefined, {})]).toEqual([null, null]);
  });

  it.each([
    [{ first: 0 }, 'first must be between 1 and 100.'],
    [{ first: 101 }, 'first must be between 1 and 100.'],
    [{ first: 1.5 }, 'first must be between 1 and 100.'],
    [{ after: '' }, 'after is not a position of this list.'],
    [{ after: 'bm90IGEgY3Vyc29y' }, 'after is not a position of this list.'],
  ])('is refused for %j, also when the list did not come', (vraag, melding) => {
    expect(() => bladerWerkvoorraaddeel(clienten(1), vraag)).toThrow(melding);
    expect(() => bladerWerkvoorraaddeel(null, vraag)).toThrow(melding);
  });

  it('after page yields each client once, whoever leaves in between', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(400), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(),
        (lijst, first, wie) => {
          const weg = lijst[wie % Math.max(1, lijst.length)];
          let huidig = clienten(...lijst);
          let after: string | null = null;
          const gezien: string[] = [];
          for (let bladzijde = 0; bladzijde <= lijst.length; bladzijde += 1) {
            const blad: Werkvoorraadbladzijde | null = bladerWerkvoorraaddeel(huidig, { first, after });
            gezien.push(...(blad?.edges ?? []).map(({ node }) => node.clientnummer));
            if (blad?.pageInfo.hasNextPage !== true) break;
            after = blad.pageInfo.endCursor;
            huidig = clienten(...lijst.filter((n) => n !== weg));
          }
          const zonderWeg = (alle: readonly string[]) =>
            alle.filter((n) => weg === undefined || n !== nummer(weg));
          expect(new Set(gezien).size).toBe(gezien.length);
          expect(zonderWeg(gezien)).toEqual(zonderWeg(lijst.map(nummer).sort()));
        },
      ),
    );
  });
});
