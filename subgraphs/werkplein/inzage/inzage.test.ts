import { describe, expect, it } from 'vitest';
import type { Inzage, VerwerkingInInzage } from '../../kit/index.ts';
import { bladerVerwerkingen, eisBurger } from './index.ts';

const nu = new Date('2026-11-05T10:00:00Z');

function verwerking(n: number): VerwerkingInInzage {
  return {
    id: n.toString(16).padStart(16, '0'),
    // Two at each moment: their order must stay the same.
    tijdstip: new Date(nu.getTime() - Math.floor(n / 2) * 3_600_000).toISOString(),
    bron: 'BRP',
    isGelukt: true,
    doel: 'intake',
    omschrijving: 'x',
    partner: 'gemeente',
    verantwoordelijke: 'Het college',
    grondslagen: ['AVG art. 6 lid 1 onder e', 'Wet SUWI art. 62'],
  };
}

const alle = Array.from({ length: 7 }, (_, n) => verwerking(n));
const gevraagd: (readonly [string, string])[] = [];
const inzage: Inzage = {
  clientnummer: 'w1.x',
  verwerkingen: async (vanaf, tot) => {
    gevraagd.push([vanaf.toISOString(), tot.toISOString()]);
    return alle;
  },
};

const ids = ({ edges }: Awaited<ReturnType<typeof bladerVerwerkingen>>) => edges.map(({ node }) => node.id);

describe('the processings of the own data', () => {
  it('come page by page, the latest first, each once', async () => {
    const gezien: string[] = [];
    let after: string | null = null;
    for (let bladzijde = 0; ; bladzijde += 1) {
      const { totaal, edges, pageInfo } = await bladerVerwerkingen(inzage, { first: 3, after }, nu);
      expect([totaal, pageInfo.hasPreviousPage]).toEqual([7, bladzijde > 0]);
      gezien.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    const verwacht = alle.toSorted((a, b) => (`${b.tijdstip} ${b.id}` < `${a.tijdstip} ${a.id}` ? -1 : 1));
    expect(gezien).toEqual(verwacht.map(({ id }) => id));
  });

  it('are of whole days, or of all that is kept', async () => {
    gevraagd.length = 0;
    expect(ids(await bladerVerwerkingen(inzage, { van: '2026-10-01', tot: '2026-10-31' }, nu))).toHaveLength(
      7,
    );
    await bladerVerwerkingen(inzage, {}, nu);
    expect(gevraagd).toEqual([
      ['2026-10-01T00:00:00.000Z', '2026-10-31T23:59:59.999Z'],
      ['2023-11-05T10:00:00.000Z', nu.toISOString()],
    ]);
  });

  it.each<[string, Parameters<typeof bladerVerwerkingen>[1]]>([
    ['none', { first: 0 }],
    ['too many', { first: 101 }],
    ['a cursor of elsewhere', { after: 'WzEsMl0' }],
    [
      'another spelling of a cursor',
      { after: `${Buffer.from(`${nu.toISOString()} ${'0'.repeat(16)}`).toString('base64url')}=` },
    ],
    ['an end before the beginning', { van: '2026-10-02', tot: '2026-10-01' }],
  ])('are not given for %s', async (_wat, vraag) => {
    await expect(bladerVerwerkingen(inzage, vraag, nu)).rejects.toMatchObject({
      extensions: { code: 'ONGELDIGE_INVOER' },
    });
  });

  it('are of a citizen who signed in, as the own file is', async () => {
    await expect(bladerVerwerkingen(undefined, {}, nu)).rejects.toMatchObject({
      extensions: { code: 'NIET_GERECHTIGD' },
    });
    expect(() => eisBurger(undefined)).toThrow('citizen');
  });
});
