import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bronuitkomst, Bronvermelding } from '../../kit/index.ts';
import type { Argumenten } from './argumenten.ts';
import {
  type Bladzijde as BladzijdeVan,
  bladerWerkvoorraad,
  type ClientEdge,
  eisKeuze,
  leesSleutel,
} from './index.ts';
import type { Deel, Lid } from './invoer.ts';
import { maakPositie } from './positie.ts';
import type { Sortering } from './volgorde.ts';

type Bladzijde = BladzijdeVan<ClientEdge>;

const now = () => new Date('2026-11-05T10:00:00Z');
const sorteringen = ['CLIENTNUMMER', 'TREDE_LANGST_GELEDEN', 'TREDE_KORTST_GELEDEN'] as const;

function vermelding(bron: string, uitkomst: Bronuitkomst): Bronvermelding {
  return { bron, uitkomst, geraadpleegdOp: now().toISOString(), actueelPer: null, melding: null };
}
const nummer = (n: number) => `w1.${String(n).padStart(34, '0')}`;

type Feiten = {
  readonly trede?: { readonly trede: number; readonly vastgesteldOp: string | null } | null;
  readonly status?: string;
  readonly loonwaarde?: number | null;
  readonly kvs?: Bronuitkomst;
  readonly sw?: Bronuitkomst;
};

/** A client of whom every source answered, unless said otherwise. */
function lid(
  n: number,
  { trede = null, status, loonwaarde, kvs = 'GEVONDEN', sw = 'GEVONDEN' }: Feiten = {},
): Lid {
  const geantwoord = kvs === 'GEVONDEN' || kvs === 'GEDEELTELIJK';
  return {
    clientnummer: nummer(n),
    klantdossier: {
      bron: vermelding('KVS', kvs),
      ...(geantwoord ? { trede, status: status === undefined ? null : { code: status } } : {}),
    },
    loonwaarde: {
      bron: vermelding('SW_ADMINISTRATIE', sw),
      metingen:
        loonwaarde == null || sw !== 'GEVONDEN'
          ? null
          : [{ vastgesteldOp: '2026-01-05', loonwaardePercentage: loonwaarde }],
    },
    reintegratie: { bron: vermelding('SUWI_REINTEGRATIE', 'NIETS_GEVONDEN') },
  };
}

function deel(clienten: readonly Lid[], uitkomst: Bronuitkomst = 'GEVONDEN'): Deel {
  return { bron: vermelding('KVS', uitkomst), clienten, totaal: clienten.length };
}

function blader(vanGemeente: Deel, argumenten: Argumenten = {}): Bladzijde {
  return bladerWerkvoorraad({ rol: 'KLANTMANAGER', vanGemeente }, argumenten, now);
}

const nummers = ({ edges }: Bladzijde) => edges?.map(({ node }) => node.clientnummer);
const stand = ({ bronnen }: Bladzijde) => bronnen.map(({ bron, uitkomst }) => [bron, uitkomst]);

describe('who meets a filter', () => {
  const leden = [
    lid(1, { trede: { trede: 3, vastgesteldOp: '2026-01-01' }, status: 'TRAJECT', loonwaarde: 80 }),
    lid(2, { trede: { trede: 4, vastgesteldOp: '2025-XX-XX' }, status: 'ZORG', loonwaarde: 81 }),
    lid(3, { trede: null, status: 'TRAJECT', loonwaarde: null }),
  ];

  it.each([
    ['no filter', {}, [1, 2, 3]],
    ['conditions that are null', { doelgroepen: null, treden: null, statussen: null }, [1, 2, 3]],
    ['a status', { statussen: ['TRAJECT'] }, [1, 3]],
    ['a step: who never had one does not meet it', { treden: [3] }, [1]],
    ['two steps', { treden: [3, 4] }, [1, 2]],
    ['a target group, at its boundary', { doelgroepen: ['BEPERKT'] }, [1]],
    ['the next target group', { doelgroepen: ['BIJNA_VOLLEDIG'] }, [2]],
    ['two conditions, both', { statussen: ['TRAJECT'], doelgroepen: ['BEPERKT'] }, [1]],
    ['conditions nobody meets', { statussen: ['TRAJECT'], treden: [6] }, []],
  ] as const)('%s', (_wat, filter, verwacht) => {
    const bladzijde = blader(deel(leden), { filter });
    expect(nummers(bladzijde)).toEqual(verwacht.map(nummer));
    expect([bladzijde.totalCount, bladzijde.onbepaald]).toEqual([verwacht.length, 0]);
  });
});

describe('a silent source', () => {
  const stil = lid(9, { kvs: 'BRON_NIET_BESCHIKBAAR', sw: 'FOUT' });
  const bekend = lid(1, { status: 'TRAJECT', loonwaarde: 50 });

  it('leaves out whom it is silent about, and they are counted', () => {
    const bladzijde = blader(deel([bekend, stil]), { filter: { statussen: ['TRAJECT'] } });
    expect(nummers(bladzijde)).toEqual([nummer(1)]);
    expect([bladzijde.totalCount, bladzijde.onbepaald]).toEqual([1, 1]);
    expect(stand(bladzijde)).toEqual([['KVS', 'BRON_NIET_BESCHIKBAAR']]);
  });

  it('makes no empty list when nobody can be judged', () => {
    const bladzijde = blader(deel([stil]), { filter: { doelgroepen: ['BEPERKT'] } });
    expect(bladzijde).toMatchObject({ totalCount: null, onbepaald: 1, edges: null, pageInfo: null });
    expect(stand(bladzijde)).toEqual([
      ['KVS', 'GEVONDEN'],
      ['SW_ADMINISTRATIE', 'FOUT'],
      ['SUWI_REINTEGRATIE', 'NIETS_GEVONDEN'],
    ]);
  });

  it('settles nothing that another condition settles', () => {
    const half = lid(2, { status: 'ZORG', sw: 'FOUT' });
    const bladzijde = blader(deel([half]), { filter: { statussen: ['TRAJECT'], doelgroepen: ['BEPERKT'] } });
    expect([nummers(bladzijde), bladzijde.onbepaald]).toEqual([[], 0]);
  });

  it('is not told of when the list does not rest on it', () => {
    expect(stand(blader(deel([bekend, stil])))).toEqual([['KVS', 'GEVONDEN']]);
  });

  it.each(['BRON_NIET_BESCHIKBAAR', 'FOUT', 'NIET_GERECHTIGD'] as const)(
    '%s of the list leaves no list',
    (u) => {
      const bladzijde = blader({ bron: vermelding('KVS', u) });
      expect(bladzijde).toMatchObject({ totalCount: null, onbepaald: null, edges: null, pageInfo: null });
      expect(stand(bladzijde)).toEqual([['KVS', u]]);
    },
  );

  it('of a whole partner is told as its source', () => {
    const bladzijde = bladerWerkvoorraad({ rol: 'WERKCOACH', vanUwv: null }, {}, now);
    expect(bladzijde.edges).toBeNull();
    expect(stand(bladzijde)).toEqual([['SONAR', 'BRON_NIET_BESCHIKBAAR']]);
  });

  it('of a part of the list leaves the number of clients unknown', () => {
    const bladzijde = blader(deel([bekend], 'GEDEELTELIJK'));
    expect([nummers(bladzijde), bladzijde.totalCount]).toEqual([[nummer(1)], null]);
  });

  it('that answered that there is nobody gives an empty list', () => {
    const bladzijde = blader({ bron: vermelding('KVS', 'NIETS_GEVONDEN') });
    expect(bladzijde).toMatchObject({ totalCount: 0, onbepaald: 0, edges: [] });
  });
});

describe('the order by ladder step', () => {
  const leden = [
    lid(1, { kvs: 'FOUT' }),
    lid(2, { trede: null }),
    lid(3, { trede: { trede: 1, vastgesteldOp: '2025-03-17' } }),
    lid(4, { trede: { trede: 6, vastgesteldOp: '2025-XX-XX' } }),
    lid(5, { trede: { trede: 2, vastgesteldOp: 'XXXX-XX-XX' } }),
    lid(6, { trede: { trede: 2, vastgesteldOp: null } }),
    lid(7, { trede: { trede: 2, vastgesteldOp: '2025-03-17' } }),
  ];

  it.each([
    ['CLIENTNUMMER', [1, 2, 3, 4, 5, 6, 7]],
    ['TREDE_LANGST_GELEDEN', [2, 6, 5, 4, 3, 7, 1]],
    ['TREDE_KORTST_GELEDEN', [3, 7, 4, 5, 6, 2, 1]],
  ] as const)('%s', (sortering, verwacht) => {
    expect(nummers(blader(deel(leden), { sortering }))).toEqual(verwacht.map(nummer));
  });
});

describe('whatever the caseload', () => {
  const datum = fc.constantFrom('2024-02-29', '2025-03-17', '2025-03-XX', '2025-XX-XX', 'XXXX-XX-XX', null);
  const eenLid = fc
    .record({
      n: fc.integer({ min: 0, max: 400 }),
      trede: fc.option(fc.record({ trede: fc.integer({ min: 1, max: 6 }), vastgesteldOp: datum })),
      status: fc.constantFrom('TRAJECT', 'ZORG'),
      loonwaarde: fc.option(fc.integer({ min: 0, max: 100 })),
      kvs: fc.constantFrom<Bronuitkomst>('GEVONDEN', 'GEVONDEN', 'NIETS_GEVONDEN', 'FOUT', 'GEDEELTELIJK'),
      sw: fc.constantFrom<Bronuitkomst>('GEVONDEN', 'GEVONDEN', 'BRON_NIET_BESCHIKBAAR'),
    })
    .map(({ n, ...feiten }) => lid(n, feiten));
  const voorraad = fc.uniqueArray(eenLid, { selector: (l) => l.clientnummer, maxLength: 60 });
  const sortering = fc.constantFrom<Sortering>(...sorteringen);
  const filter = fc.record(
    {
      treden: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 }),
      statussen: fc.constantFrom(['TRAJECT'], ['ZORG', 'TRAJECT']),
      doelgroepen: fc.constantFrom(['BEPERKT'] as const, ['BESCHUT', 'ZORG'] as const),
    },
    { requiredKeys: [] },
  );

  /** Every page, one after the other. */
  function loop(
    leden: readonly Lid[],
    argumenten: Argumenten,
    tussen = (l: readonly Lid[]) => l,
  ): readonly string[] {
    const gezien: string[] = [];
    let huidig = leden;
    let after: string | null = null;
    for (let i = 0; i <= leden.length; i += 1) {
      const bladzijde: Bladzijde = blader(deel(huidig), { ...argumenten, after });
      gezien.push(...(nummers(bladzijde) ?? []));
      if (bladzijde.pageInfo?.hasNextPage !== true) return gezien;
      after = bladzijde.pageInfo.endCursor;
      huidig = tussen(huidig);
    }
    throw new Error('the pages do not come to an end');
  }

  it('a walk over its pages yields each client once, in the order of one large page', () => {
    fc.assert(
      fc.property(voorraad, sortering, filter, fc.integer({ min: 1, max: 20 }), (leden, s, f, first) => {
        const heel = nummers(blader(deel(leden), { first: 100, sortering: s, filter: f })) ?? [];
        expect(loop(leden, { first, sortering: s, filter: f })).toEqual(heel);
        expect(new Set(heel).size).toBe(heel.length);
      }),
    );
  });

  it('who leaves between two pages makes nobody else be missed or seen twice', () => {
    fc.assert(
      fc.property(voorraad, sortering, fc.integer({ min: 1, max: 9 }), fc.nat(), (leden, s, first, wie) => {
        const weg = leden[wie % Math.max(1, leden.length)]?.clientnummer;
        const gezien = loop(leden, { first, sortering: s }, (l) => l.filter((x) => x.clientnummer !== weg));
        expect(new Set(gezien).size).toBe(gezien.length);
        expect([...gezien].filter((n) => n !== weg).sort()).toEqual(
          leden
            .map((l) => l.clientnummer)
            .filter((n) => n !== weg)
            .sort(),
        );
      }),
    );
  });

  it('the order of the source does not matter, and everybody is listed, left out, or counted as not judged', () => {
    fc.assert(
      fc.property(voorraad, sortering, filter, (leden, s, f) => {
        const vraag = { first: 100, sortering: s, filter: f };
        const bladzijde = blader(deel(leden), vraag);
        expect(blader(deel(leden.toReversed()), vraag)).toMatchObject({
          edges: bladzijde.edges,
          totalCount: bladzijde.totalCount,
        });
        const geweigerd = leden.length - (bladzijde.totalCount ?? 0) - (bladzijde.onbepaald ?? 0);
        expect(geweigerd).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('each cursor of a page leads to what comes after it', () => {
    fc.assert(
      fc.property(voorraad, sortering, (leden, s) => {
        const heel = blader(deel(leden), { first: 100, sortering: s });
        for (const [i, { cursor }] of (heel.edges ?? []).entries()) {
          const rest = blader(deel(leden), { first: 100, sortering: s, after: cursor });
          expect(nummers(rest)).toEqual(nummers(heel)?.slice(i + 1));
          expect(rest.pageInfo?.hasPreviousPage).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('what is no cursor of this order is refused', () => {
    const plaats = { groep: 1, waarde: '2025-03-17', clientnummer: nummer(1) };
    fc.assert(
      fc.property(sortering, fc.oneof(fc.string(), fc.base64String(), fc.json()), (s, tekst) => {
        const cursor = maakPositie(s, plaats);
        for (const after of [
          tekst,
          `${cursor}=`,
          cursor.slice(0, -2),
          maakPositie('ANDERS' as Sortering, plaats),
        ]) {
          expect(() => blader(deel([]), { after, sortering: s })).toThrow(
            'after is not a position of this list.',
          );
        }
        expect(nummers(blader(deel([lid(2)]), { after: cursor, sortering: s }))).toBeDefined();
      }),
    );
  });
});

describe('what a caseload is asked for with', () => {
  it.each([
    { filter: { statussen: ['TRAJECT'] } },
    { filter: { treden: [3] } },
    { filter: { doelgroepen: ['BEPERKT'] as const } },
    { sortering: 'TREDE_LANGST_GELEDEN' as const },
  ])('%j rests on facts', (argumenten) => {
    expect(() => {
      eisKeuze(argumenten);
    }).not.toThrow();
  });

  it.each([
    {},
    { filter: null, sortering: null },
    { filter: {} },
    { filter: { statussen: null } },
    { sortering: 'CLIENTNUMMER' as const },
  ])('%j rests on none, and is refused: the partner that keeps the list has its page', (argumenten) => {
    expect(() => {
      eisKeuze(argumenten);
    }).toThrow('clienten must be given a filter or an order');
  });

  it('comes with what it rests on, as it was brought in', () => {
    const een = lid(1, { status: 'TRAJECT', loonwaarde: 50 });
    const { klantdossier, loonwaarde, reintegratie } = een;
    expect(
      blader(deel([een]), { filter: { statussen: ['TRAJECT'] } }).edges?.map(({ node }) => node),
    ).toEqual([{ clientnummer: nummer(1), klantdossier, loonwaarde, reintegratie }]);
  });
});

describe('the number of a worker', () => {
  it('is taken as it is', () => {
    const sleutel = { rol: 'WERKCOACH', medewerkernummer: 'WC-019' } as const;
    expect(leesSleutel(sleutel)).toEqual(sleutel);
  });

  it('is never one of a person', () => {
    expect(() => leesSleutel({ rol: 'WERKCOACH', medewerkernummer: '999990019' })).toThrow(
      'medewerkernummer does not have the form of the number of a worker.',
    );
  });
});
