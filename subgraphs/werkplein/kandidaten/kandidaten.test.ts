import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Codewaarde, GraafFout, type Matchgraad } from '../../kit/index.ts';
import { biedAan, type KandidatenInvoer } from './aanbod.ts';
import {
  criteria,
  loting,
  type Pool,
  type Poolmatch,
  plaatsVan,
  punten,
  rangschik,
  vergelijkPlaats,
  voegSamen,
} from './rangschikking.ts';

/** From worst to best. */
const oplopend: readonly Matchgraad[] = ['VOLDOET_NIET', 'ONBEKEND', 'DEELS', 'VOLDOET'];
const vacatureId = 'c1beb6a9-47bd-41b0-bd01-5b42a6c69f66';

const graad = fc.constantFrom(...oplopend);
const instrument: fc.Arbitrary<Codewaarde> = fc.record({
  code: fc.constantFrom('PROEFPLAATSING', 'JOBCOACH', 'NIEUW'),
  omschrijving: fc.constantFrom('Met omschrijving', null),
});
const poolmatch: fc.Arbitrary<Poolmatch> = fc.record({
  // Few numbers, so that persons known to two partners are many.
  clientnummer: fc.integer({ min: 1, max: 12 }).map((n) => `w1.${n}`),
  beroep: graad,
  uren: graad,
  reisafstand: graad,
  niveau: graad,
  taal: graad,
  beschikbaarVanaf: fc.constantFrom('2026-01-01', '2026-03-XX', null),
  instrumenten: fc.array(instrument, { maxLength: 3 }),
});
const pools: fc.Arbitrary<readonly Pool[]> = fc.uniqueArray(
  fc.record({
    bron: fc.constantFrom('KVS', 'SONAR', 'SW_ADMINISTRATIE'),
    kandidaten: fc.uniqueArray(poolmatch, { maxLength: 10, selector: ({ clientnummer }) => clientnummer }),
  }),
  { maxLength: 3, selector: ({ bron }) => bron },
);

const orde = (van: readonly Pool[]) => rangschik(vacatureId, voegSamen(van));
const volgorde = (van: readonly Pool[]) => orde(van).map(({ kandidaat }) => kandidaat.clientnummer);

describe('merging pools', () => {
  it('holds each person of any pool once', () => {
    fc.assert(
      fc.property(pools, (van) => {
        const personen = new Set(van.flatMap(({ kandidaten }) => kandidaten.map((k) => k.clientnummer)));
        expect(volgorde(van).sort()).toEqual([...personen].sort());
      }),
    );
  });

  it('gives the same offer in whatever order pools and candidates come', () => {
    const geschud = pools.chain((van) =>
      fc.tuple(
        fc.constant(van),
        fc
          .tuple(
            ...van.map((pool) =>
              fc.shuffledSubarray([...pool.kandidaten], { minLength: pool.kandidaten.length }),
            ),
          )
          .chain((lijsten) => {
            const nieuw = van.map(({ bron }, i) => ({ bron, kandidaten: lijsten[i] ?? [] }));
            return fc.shuffledSubarray(nieuw, { minLength: nieuw.length });
          }),
      ),
    );
    fc.assert(
      fc.property(geschud, ([van, anders]) => {
        const zonderOmschrijving = (p: readonly Pool[]) =>
          orde(p).map(({ kandidaat, plaats }) => ({
            plaats,
            ...kandidaat,
            instrumenten: kandidaat.instrumenten.map(({ code }) => code),
          }));
        expect(zonderOmschrijving(anders)).toEqual(zonderOmschrijving(van));
      }),
    );
  });

  it('says of each criterion which sources gave the grade that counts, and what one established counts', () => {
    const een = maak({ beroep: 'ONBEKEND', uren: 'DEELS', taal: 'VOLDOET_NIET' });
    const ander = maak({ beroep: 'VOLDOET_NIET', uren: 'VOLDOET', taal: 'VOLDOET_NIET' });
    const [kandidaat] = voegSamen([
      { bron: 'SONAR', kandidaten: [een] },
      { bron: 'KVS', kandidaten: [ander] },
    ]);
    expect(kandidaat).toEqual({
      clientnummer: 'w1.1',
      redenen: [
        { criterium: 'beroep', graad: 'VOLDOET_NIET', volgens: ['KVS'] },
        { criterium: 'uren', graad: 'VOLDOET', volgens: ['KVS'] },
        { criterium: 'reisafstand', graad: 'ONBEKEND', volgens: ['KVS', 'SONAR'] },
        { criterium: 'niveau', graad: 'ONBEKEND', volgens: ['KVS', 'SONAR'] },
        { criterium: 'taal', graad: 'VOLDOET_NIET', volgens: ['KVS', 'SONAR'] },
      ],
      beschikbaarVanaf: null,
      instrumenten: [],
    });
  });
});

describe('ranking', () => {
  it('is monotone: a better grade of any pool never lowers the rank', () => {
    const verbetering = fc.tuple(pools, fc.nat(), fc.nat(), fc.constantFrom(...criteria));
    fc.assert(
      fc.property(verbetering, ([van, p, k, criterium]) => {
        const pool = van[p % Math.max(1, van.length)];
        const oud = pool?.kandidaten[k % Math.max(1, pool.kandidaten.length)];
        fc.pre(pool !== undefined && oud !== undefined);
        const beter = oplopend[oplopend.indexOf(oud[criterium]) + 1];
        fc.pre(beter !== undefined);
        const nieuw = { ...oud, [criterium]: beter };
        const verbeterd = van.map((ander) =>
          ander === pool
            ? {
                ...pool,
                kandidaten: pool.kandidaten.map((kandidaat) => (kandidaat === oud ? nieuw : kandidaat)),
              }
            : ander,
        );
        expect(volgorde(verbeterd).indexOf(oud.clientnummer)).toBeLessThanOrEqual(
          volgorde(van).indexOf(oud.clientnummer),
        );
      }),
    );
  });

  it('is a total order: antisymmetric, transitive, and no two candidates in one place', () => {
    fc.assert(
      fc.property(pools, (van) => {
        const plaatsen = orde(van).map(({ plaats }) => plaats);
        for (const [i, a] of plaatsen.entries()) {
          for (const [j, b] of plaatsen.entries()) {
            expect(Math.sign(vergelijkPlaats(a, b))).toBe(Math.sign(i - j));
          }
        }
      }),
    );
  });

  it('goes from 0 for who meets nothing to 30 for who meets everything', () => {
    const alles = (g: Matchgraad) => punten(criteria.map((criterium) => ({ criterium, graad: g })));
    expect(oplopend.map(alles)).toEqual([0, 10, 20, 30]);
  });

  it('puts equals in an order that is the same each time, and another for another vacancy', () => {
    const gelijk = Array.from({ length: 20 }, (_, i) => ({ ...maak({}), clientnummer: `w1.${i}` }));
    const nummers = (id: string) =>
      rangschik(id, voegSamen([{ bron: 'KVS', kandidaten: gelijk }])).map((r) => r.kandidaat.clientnummer);
    expect(nummers(vacatureId)).toEqual(nummers(vacatureId));
    expect(nummers(vacatureId)).not.toEqual(nummers('1a124420-bc44-41b3-9d16-fbef5625a72c'));
    expect(loting(vacatureId, 'w1.1')).not.toContain('w1.1');
  });

  it('rests on the grades only: nothing else of a candidate changes its points', () => {
    fc.assert(
      fc.property(poolmatch, fc.string(), fc.array(instrument), (match, gemeente, instrumenten) => {
        // What a pool might send beside the grades has no way into the rank.
        const meer = { ...match, gemeente, uitkering: gemeente, beschikbaarVanaf: null, instrumenten };
        const plaats = (m: Poolmatch) =>
          voegSamen([{ bron: 'KVS', kandidaten: [m] }]).map((kandidaat) => plaatsVan(vacatureId, kandidaat));
        expect(plaats(meer)).toEqual(plaats(match));
      }),
    );
  });
});

const now = () => new Date('2026-11-05T10:00:00Z');
const bron = (
  naam: string,
  uitkomst: 'GEVONDEN' | 'NIETS_GEVONDEN' | 'FOUT' | 'GEDEELTELIJK' = 'GEVONDEN',
) => ({
  bron: naam,
  uitkomst,
  geraadpleegdOp: '2026-11-05T09:59:59.000Z',
  actueelPer: null,
  melding: null,
});
const invoer = (deel: Partial<KandidatenInvoer> = {}): KandidatenInvoer => ({
  id: vacatureId,
  gegevens: { bron: bron('CRM') },
  kandidatenGemeente: {
    bron: bron('KVS'),
    kandidaten: Array.from({ length: 7 }, (_, i) => ({ ...maak({}), clientnummer: `w1.k${i}` })),
  },
  kandidatenUwv: {
    bron: bron('SONAR'),
    kandidaten: Array.from({ length: 5 }, (_, i) => ({
      ...maak({ beroep: 'VOLDOET' }),
      clientnummer: `w1.s${i}`,
    })),
  },
  kandidatenSw: { bron: bron('SW_ADMINISTRATIE', 'NIETS_GEVONDEN'), kandidaten: null },
  ...deel,
});

describe('a page of the offer', () => {
  it('walked by its cursors gives every candidate once, in rank order, whatever the size of the page', () => {
    const heel = biedAan(invoer(), { first: 100 }, now).edges?.map(({ node }) => node) ?? [];
    expect(heel.map(({ rang }) => rang)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    for (const first of [1, 2, 5, 11, 12, 13]) {
      const gelopen: unknown[] = [];
      let after: string | null = null;
      for (;;) {
        const pagina = biedAan(invoer(), { first, after }, now);
        expect(pagina.pageInfo?.hasPreviousPage).toBe(after !== null);
        gelopen.push(...(pagina.edges ?? []).map(({ node }) => node));
        if (pagina.pageInfo?.hasNextPage !== true) break;
        after = pagina.pageInfo.endCursor;
      }
      expect(gelopen).toEqual(heel);
    }
  });

  it('goes on at the same place when candidates before it have left', () => {
    const alle = invoer();
    const eerste = biedAan(alle, { first: 6 }, now);
    const vertrokken = eerste.edges?.[5]?.node.client.clientnummer;
    const blijft = ({ clientnummer }: Poolmatch) => clientnummer !== vertrokken;
    const later = invoer({
      kandidatenGemeente: {
        bron: bron('KVS'),
        kandidaten: alle.kandidatenGemeente?.kandidaten?.filter(blijft) ?? [],
      },
    });
    const wie = (aanbod: ReturnType<typeof biedAan>) =>
      aanbod.edges?.map(({ node }) => node.client.clientnummer);
    const after = eerste.pageInfo?.endCursor ?? null;
    expect(wie(biedAan(later, { first: 6, after }, now))).toEqual(
      wie(biedAan(alle, { first: 6, after }, now)),
    );
  });

  /** The three pools of an arbitrary offer, each from its own source. */
  const poolinvoer = fc
    .tuple(...['KVS', 'SONAR', 'SW_ADMINISTRATIE'].map((naam) => poolVan(naam)))
    .map(([kandidatenGemeente, kandidatenUwv, kandidatenSw]) =>
      invoer({ kandidatenGemeente, kandidatenUwv, kandidatenSw }),
    );
  function poolVan(naam: string) {
    return fc
      .uniqueArray(poolmatch, { maxLength: 12, selector: ({ clientnummer }) => clientnummer })
      .map((kandidaten) => ({ bron: bron(naam), kandidaten }));
  }
  const wieOp = (aanbod: ReturnType<typeof biedAan>) =>
    (aanbod.edges ?? []).map(({ node }) => node.client.clientnummer);

  it('of any offer and any size is walked once over, in rank order', () => {
    fc.assert(
      fc.property(poolinvoer, fc.integer({ min: 1, max: 15 }), (vacature, first) => {
        const heel = wieOp(biedAan(vacature, { first: 100 }, now));
        const gelopen: string[] = [];
        for (let after: string | null = null, meer = true; meer; ) {
          const pagina = biedAan(vacature, { first, after }, now);
          gelopen.push(...wieOp(pagina));
          after = pagina.pageInfo?.endCursor ?? null;
          meer = pagina.pageInfo?.hasNextPage === true;
        }
        expect(gelopen).toEqual(heel);
        expect(new Set(gelopen).size).toBe(heel.length);
      }),
    );
  });

  it('starts behind each of its cursors, also when who stood there has left', () => {
    fc.assert(
      fc.property(poolinvoer, fc.nat(), (vacature, welke) => {
        const edges = biedAan(vacature, { first: 100 }, now).edges ?? [];
        const edge = edges[welke % Math.max(1, edges.length)];
        fc.pre(edge !== undefined);
        const weg = edge.node.client.clientnummer;
        const zonder = (pool: KandidatenInvoer['kandidatenUwv']) =>
          pool && {
            ...pool,
            kandidaten: pool.kandidaten?.filter(({ clientnummer }) => clientnummer !== weg) ?? null,
          };
        const later = {
          ...vacature,
          kandidatenGemeente: zonder(vacature.kandidatenGemeente),
          kandidatenUwv: zonder(vacature.kandidatenUwv),
          kandidatenSw: zonder(vacature.kandidatenSw),
        };
        const rest = edges.slice(edges.indexOf(edge) + 1).map(({ node }) => node.client.clientnummer);
        for (const stand of [vacature, later]) {
          expect(wieOp(biedAan(stand, { first: 100, after: edge.cursor }, now))).toEqual(rest);
        }
      }),
    );
  });

  it('after what is no cursor is refused, without repeating it', () => {
    const nep = fc.json().map((tekst) => Buffer.from(tekst).toString('base64url'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), nep), (after) => {
        expect(() => biedAan(invoer(), { after }, now)).toThrow(
          new GraafFout('ONGELDIGE_INVOER', 'after is geen positie van dit aanbod.'),
        );
      }),
    );
  });

  it.each([0, -1, 101, 1_000_000])('of %d is refused', (first) => {
    expect(() => biedAan(invoer(), { first }, now)).toThrow(GraafFout);
  });

  it.each(['', 'x', 'W10', Buffer.from('["kandidaat",31]').toString('base64url'), `${geldig()}=`])(
    'after %j is refused',
    (after) => {
      expect(() => biedAan(invoer(), { after }, now)).toThrow('after is geen positie van dit aanbod.');
    },
  );
});

describe('when a source is silent', () => {
  it.each([
    ['kandidatenGemeente', 'KVS', 5],
    ['kandidatenUwv', 'SONAR', 7],
    ['kandidatenSw', 'SW_ADMINISTRATIE', 12],
  ] as const)(
    '%s: the offer still comes, says that it is not whole, and names the source',
    (pool, naam, aantal) => {
      const aanbod = biedAan(invoer({ [pool]: null }), {}, now);
      expect([aanbod.aantal, aanbod.volledig]).toEqual([aantal, false]);
      expect(aanbod.bronnen.find((b) => b.bron === naam)).toEqual({
        bron: naam,
        uitkomst: 'BRON_NIET_BESCHIKBAAR',
        geraadpleegdOp: '2026-11-05T10:00:00.000Z',
        actueelPer: null,
        melding: 'De bron is niet bereikbaar.',
      });
    },
  );

  it('a pool that was cut makes the offer incomplete, one that is empty does not', () => {
    expect(biedAan(invoer(), {}, now).volledig).toBe(true);
    const afgekapt = invoer({
      kandidatenUwv: { bron: bron('SONAR', 'GEDEELTELIJK'), kandidaten: [maak({})] },
    });
    expect(biedAan(afgekapt, {}, now).volledig).toBe(false);
  });

  it('a vacancy that did not come, or is not known, has no offer: which is not an empty one', () => {
    expect(biedAan({ id: vacatureId, gegevens: { bron: bron('CRM', 'FOUT') } }, {}, now)).toEqual({
      edges: null,
      pageInfo: null,
      aantal: null,
      volledig: false,
      bronnen: [bron('CRM', 'FOUT')],
    });
    expect(
      biedAan({ id: vacatureId, gegevens: { bron: bron('CRM', 'NIETS_GEVONDEN') } }, {}, now),
    ).toMatchObject({
      edges: null,
      volledig: true,
    });
  });
});

function maak(graden: Partial<Pick<Poolmatch, (typeof criteria)[number]>>): Poolmatch {
  return {
    clientnummer: 'w1.1',
    beroep: 'ONBEKEND',
    uren: 'ONBEKEND',
    reisafstand: 'ONBEKEND',
    niveau: 'ONBEKEND',
    taal: 'ONBEKEND',
    beschikbaarVanaf: null,
    instrumenten: [],
    ...graden,
  };
}

function geldig(): string {
  return Buffer.from(JSON.stringify(['kandidaat', 12, 'a'.repeat(32)])).toString('base64url');
}
