import { describe, expect, it } from 'vitest';
import { client, deClienten, niemand } from './betrokkene.ts';
import {
  BronFout,
  type Bronresultaat,
  gedeeltelijk,
  gevonden,
  metDerden,
  nietsGevonden,
} from './bronantwoord.ts';
import { proefraadpleging } from './proefraadpleging.ts';
import { createBronloader, perSleutel, raadpleeg, voorAlle } from './raadpleeg.ts';

const geraadpleegdOp = '2025-03-03T08:00:00.000Z';
const herkomst = { bron: 'GWS', geraadpleegdOp };
const canarie = '999990019';

describe('asking a source always comes back with an answer', () => {
  it.each<[string, () => Promise<Bronresultaat<string>>, Bronresultaat<string>]>([
    ['data', async () => gevonden('a', '2025-03-XX'), gevonden('a', '2025-03-XX')],
    ['nothing', async () => nietsGevonden(), nietsGevonden()],
    [
      'a failure of the source',
      () => Promise.reject(new BronFout('NIET_GERECHTIGD', 'GEWEIGERD')),
      { uitkomst: 'NIET_GERECHTIGD', reden: 'GEWEIGERD' },
    ],
    [
      'a bug of ours',
      () => Promise.reject(new TypeError(`no map of ${canarie}`)),
      { uitkomst: 'FOUT', reden: 'BRONFOUT' },
    ],
    [
      'a bug before the first await',
      () => {
        throw new TypeError(`no map of ${canarie}`);
      },
      { uitkomst: 'FOUT', reden: 'BRONFOUT' },
    ],
  ])('%s', async (_naam, vraag, verwacht) => {
    const raadpleging = proefraadpleging();
    expect(await raadpleeg(raadpleging, 'GWS', niemand, vraag)).toEqual({ ...verwacht, ...herkomst });
    expect(raadpleging.verbruik.regels()).toMatchObject([{ bron: 'GWS', uitkomst: verwacht.uitkomst }]);
    expect(raadpleging.log()).not.toContain(canarie);
  });

  it('a failure is logged with its reason and where it happened', async () => {
    const raadpleging = proefraadpleging();
    await raadpleeg(raadpleging, 'GWS', niemand, () => Promise.reject(new BronFout('FOUT', 'ONLEESBAAR')));
    expect(JSON.parse(raadpleging.log())).toMatchObject({
      correlationId: 'proef',
      bron: 'GWS',
      uitkomst: 'FOUT',
      reden: 'ONLEESBAAR',
      error: { name: 'BronFout', stack: expect.stringContaining('raadpleeg.test.ts') as string },
      msg: 'source did not answer',
    });
  });
});

describe('one question per key', () => {
  const bulkvraag = perSleutel<string, string>('GWS', niemand, async (sleutel) => {
    if (sleutel === 'kapot') throw new BronFout('BRON_NIET_BESCHIKBAAR', 'TE_LAAT');
    return sleutel === 'leeg' ? nietsGevonden() : gevonden(sleutel);
  });

  it('answers in the order of the keys; what goes wrong with one harms that one only', async () => {
    expect(await bulkvraag(['a', 'kapot', 'leeg', 'b'], proefraadpleging())).toEqual([
      { ...gevonden('a'), ...herkomst },
      { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'TE_LAAT', ...herkomst },
      { ...nietsGevonden(), ...herkomst },
      { ...gevonden('b'), ...herkomst },
    ]);
  });
});

describe('one question for all keys', () => {
  it('gives each key its own answer, and says of what day "nothing found" is', async () => {
    const bulkvraag = voorAlle<string, string>('GWS', niemand, async () => ({
      gevonden: new Map([
        ['b', gevonden('twee')],
        ['a', gedeeltelijk('een', 'WAARSCHUWING')],
      ]),
      actueelPer: '2025-03-02',
    }));
    expect(await bulkvraag(['a', 'weg', 'b'], proefraadpleging())).toEqual([
      { ...gedeeltelijk('een', 'WAARSCHUWING'), ...herkomst },
      { ...nietsGevonden('2025-03-02'), ...herkomst },
      { ...gevonden('twee'), ...herkomst },
    ]);
  });

  it.each<[string, () => Promise<never>]>([
    ['later', () => Promise.reject(new BronFout('BRON_NIET_BESCHIKBAAR', 'ONDERHOUD'))],
    [
      'at once',
      () => {
        throw new BronFout('BRON_NIET_BESCHIKBAAR', 'ONDERHOUD');
      },
    ],
  ])('when it fails %s, every key has that outcome and the log has one line', async (_naam, vraag) => {
    const raadpleging = proefraadpleging();
    const fout = { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONDERHOUD', ...herkomst };
    expect(await voorAlle<string, string>('GWS', niemand, vraag)(['a', 'b', 'c'], raadpleging)).toEqual([
      fout,
      fout,
      fout,
    ]);
    expect(raadpleging.log().trim().split('\n')).toHaveLength(1);
  });
});

describe('a loader', () => {
  it('asks each key once, keys of one tick together, no more at a time than the source takes', async () => {
    const vragen: (readonly string[])[] = [];
    const bulkvraag = voorAlle<string, string>('GWS', niemand, async (sleutels) => {
      vragen.push(sleutels);
      return { gevonden: new Map(sleutels.map((s) => [s, gevonden(s)])) };
    });
    const loader = createBronloader(proefraadpleging(), bulkvraag, { maxPerVraag: 2 });
    const antwoorden = await Promise.all(['a', 'b', 'a', 'c'].map((s) => loader.load(s)));
    await loader.load('c');
    expect(antwoorden.map((a) => ('gegevens' in a ? a.gegevens : null))).toEqual(['a', 'b', 'a', 'c']);
    expect(vragen).toEqual([['a', 'b'], ['c']]);
  });

  it('knows two objects for the same key when told how', async () => {
    const vragen: { readonly id: string }[] = [];
    const bulkvraag = perSleutel<{ readonly id: string }, string>('GWS', niemand, async (sleutel) => {
      vragen.push(sleutel);
      return gevonden(sleutel.id);
    });
    const opties = { maxPerVraag: 10, cacheSleutel: (s: { readonly id: string }) => s.id };
    const loader = createBronloader(proefraadpleging(), bulkvraag, opties);
    await Promise.all([loader.load({ id: 'a' }), loader.load({ id: 'a' })]);
    expect(vragen).toEqual([{ id: 'a' }]);
  });
});

describe('the tally of an operation', () => {
  const antwoord = <T>(resultaat: Bronresultaat<T>, op = geraadpleegdOp) => ({
    ...resultaat,
    bron: 'GWS',
    geraadpleegdOp: op,
  });

  it('counts calls, keeps the longest time, the gravest outcome, the first moment and the oldest data', () => {
    const { verbruik } = proefraadpleging();
    verbruik.aanroep('GWS');
    verbruik.noteer(antwoord(gevonden('a', '2025-02-02')), 12.4);
    verbruik.aanroep('GWS');
    verbruik.noteer(antwoord(gevonden('b', '2025-01-01')), 40.6);
    verbruik.aanroep('GWS');
    verbruik.noteer(antwoord(gevonden('c', '2025-03-03')), 1);
    verbruik.noteer(antwoord({ uitkomst: 'FOUT', reden: 'BRONFOUT' }, '2025-03-03T08:00:01.000Z'), 8);
    verbruik.noteer({ ...antwoord(nietsGevonden()), bron: 'BRP' }, 3);
    expect(verbruik.regels()).toEqual([
      { bron: 'GWS', uitkomst: 'FOUT', aanroepen: 3, duurMs: 41, geraadpleegdOp, actueelPer: '2025-01-01' },
      { bron: 'BRP', uitkomst: 'NIETS_GEVONDEN', aanroepen: 0, duurMs: 3, geraadpleegdOp },
    ]);
  });

  it('is empty at first', () => {
    expect(proefraadpleging().verbruik.regels()).toEqual([]);
  });
});

describe('whose data were asked', () => {
  const wie = (nummer: string) => [client(nummer)];

  it('is told for each person and source once, from the first question to the last answer', async () => {
    const raadpleging = proefraadpleging();
    const vraag = perSleutel<string, string>('GWS', wie, async (nummer) => gevonden(nummer));
    await vraag(['a', 'b'], raadpleging);
    await vraag(['a'], raadpleging);
    await raadpleeg(raadpleging, 'BRP', niemand, async () => gevonden('figures'));
    await raadpleeg(raadpleging, 'BRP', deClienten, async () => gevonden([{ clientnummer: 'c' }]));
    const regels = raadpleging.verbruik.verwerkingen();
    expect(regels.map(({ bron, soort, id, gelukt }) => [bron, soort, id, gelukt])).toEqual([
      ['GWS', 'CLIENTNUMMER', 'a', true],
      ['GWS', 'CLIENTNUMMER', 'b', true],
      ['BRP', 'CLIENTNUMMER', 'c', true],
    ]);
    for (const { begin, einde } of regels) expect(begin).toBeLessThanOrEqual(einde);
  });

  it.each<[string, Bronresultaat<string>, boolean | undefined]>([
    ['found', gevonden('x'), true],
    ['found in part', gedeeltelijk('x', 'ONVOLLEDIG'), true],
    ['nothing found', nietsGevonden(), true],
    ['refused by the source', { uitkomst: 'NIET_GERECHTIGD', reden: 'GEWEIGERD' }, true],
    ['a source that failed', { uitkomst: 'FOUT', reden: 'BRONFOUT' }, false],
    ['a source that was too late', { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'TE_LAAT' }, false],
    [
      'a source that was not asked any more',
      { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'TIJD_OP' },
      undefined,
    ],
    ['a number nobody issued', { uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' }, undefined],
    ['a client of elsewhere', { uitkomst: 'NIET_GERECHTIGD', reden: 'BUITEN_WERKGEBIED' }, undefined],
  ])('is told of %s', async (_wat, resultaat, gelukt) => {
    const raadpleging = proefraadpleging();
    await perSleutel<string, string>('GWS', wie, async () => resultaat)(['a'], raadpleging);
    expect(raadpleging.verbruik.verwerkingen().map((regel) => regel.gelukt)).toEqual(
      gelukt === undefined ? [] : [gelukt],
    );
  });

  it('is also of whom there is something in the answer', async () => {
    const raadpleging = proefraadpleging();
    const vraag = voorAlle<string, string>('GWS', wie, async () => ({
      gevonden: new Map([['a', metDerden(gevonden('x'), [client('partner')])]]),
    }));
    await vraag(['a'], raadpleging);
    expect(raadpleging.verbruik.verwerkingen().map(({ id }) => id)).toEqual(['a', 'partner']);
  });
});
