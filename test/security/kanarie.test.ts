/**
 * No trace of persons elsewhere: a client of whom every value is a canary, a full run with all that can go wrong, and
 * then the search through all that stays behind. There are no metrics and traces yet: they belong in the search too.
 */
import { setTimeout as wacht } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stubFaults } from '../../subgraphs/kit/index.ts';
import { bedragen, gevondenIn, woorden, zoekwoordenVan } from './kanarie/kanaries.ts';
import { type Opstelling, startOpstelling } from './kanarie/opstelling.ts';
import { maakVerzoeken, type Verzoek } from './kanarie/verzoeken.ts';

/** Kept by the process on purpose. The long one is found only when no string is cut off. */
const onthoud = { tekst: 'Onthoudekster', bedrag: 4_823_719, lang: `${'-'.repeat(20_000)}Eindekster` };

let opstelling: Opstelling;
let zoek: ReturnType<typeof zoekwoordenVan>;
const antwoorden: string[] = [];
const weigeringen: string[] = [];
const antwoordkoppen: string[] = [];
let bestanden: ReturnType<Opstelling['bestanden']>;
let geheugen = '';

async function stuur({ method = 'POST', pad = '', body, koppen, wegNaMs }: Verzoek): Promise<void> {
  const doel = pad.startsWith('/') ? opstelling.url.replace('/graphql', pad) : `${opstelling.url}${pad}`;
  const response = await fetch(doel, {
    method,
    headers: { 'content-type': 'application/json', ...koppen },
    ...(body === undefined ? {} : { body }),
    ...(wegNaMs === undefined ? {} : { signal: AbortSignal.timeout(wegNaMs) }),
  });
  antwoordkoppen.push(JSON.stringify([...response.headers]));
  const tekst = await response.text();
  antwoorden.push(tekst);
  weigeringen.push(...foutenIn(tekst));
}

/** The errors of an answer, of each part of one that comes in parts; all of what is no GraphQL answer. */
function foutenIn(tekst: string): readonly string[] {
  const delen = tekst.split('\r\n').filter((regel) => regel.startsWith('{'));
  if (delen.length === 0) return [tekst];
  return delen.flatMap((deel) => {
    const gelezen = JSON.parse(deel) as Antwoorddeel;
    const fouten = [gelezen, ...(gelezen.incremental ?? [])].map(({ errors }) => errors);
    return JSON.stringify(gelezen).includes('"data"') ? [JSON.stringify(fouten)] : [deel];
  });
}
type Antwoorddeel = {
  readonly errors?: unknown;
  readonly incremental?: readonly { readonly errors?: unknown }[];
};

beforeAll(async () => {
  opstelling = await startOpstelling();
  zoek = zoekwoordenVan(opstelling.kanaries);
  const { goed, fout, bijStoring, uitgesteld } = await maakVerzoeken(opstelling);
  for (const verzoek of [...goed, ...fout, uitgesteld]) await stuur(verzoek);

  const zet = (fault: (typeof stubFaults)[number]) =>
    Promise.all(Object.values(opstelling.bronnen).map((stub) => stub.setFault(fault)));
  for (const fault of stubFaults) {
    await zet(fault);
    for (const verzoek of [...bijStoring, uitgesteld]) {
      // Short, for what hangs.
      await stuur({
        ...verzoek,
        koppen: { ...verzoek.koppen, 'x-tijdbudget-ms': fault === 'hang' ? '400' : '8000' },
      });
    }
  }
  await zet('hang');
  for (const verzoek of [...bijStoring, uitgesteld]) {
    await expect(stuur({ ...verzoek, wegNaMs: 150 })).rejects.toThrow();
  }
  await zet('none');
  await opstelling.zwijg('uwv');
  for (const verzoek of [...bijStoring, uitgesteld]) await stuur(verzoek);

  // Timers of what was given up end first.
  await wacht(1_000);
  geheugen = await opstelling.geheugen(onthoud);
  await opstelling.stop();
  bestanden = opstelling.bestanden();
}, 180_000);

afterAll(() => {
  opstelling.ruimOp();
});

describe('in a run in which a client of canaries is asked for in every way', () => {
  const alles = [...Object.keys(woorden), ...Object.keys(bedragen)].sort();

  it('every source tells of it, of the partner on the file too', () => {
    const { vanBronnen, naarBronnen } = opstelling.gehoord;
    expect(naarBronnen.length).toBeGreaterThan(500);
    expect(gevondenIn(vanBronnen, zoek.gegeven)).toEqual(alles);
    expect(gevondenIn(vanBronnen, zoek.bsn)).toEqual(['bsn 0', 'bsn 1']);
  });

  it('whoever may know is told, but of the partner nobody', () => {
    expect(antwoorden.length).toBeGreaterThan(300);
    const verteld = alles.filter((naam) => naam !== 'partner');
    expect(gevondenIn(antwoorden, zoek.gegeven)).toEqual(verteld);
    expect(gevondenIn(opstelling.gehoord.oversteken, zoek.gegeven)).toEqual(verteld);
  });
});

describe('no canary is left in', () => {
  it('the log, at its finest, and all else that is printed', () => {
    const regels = opstelling.uitvoer();
    expect(regels.split('\n').length).toBeGreaterThan(300);
    expect(gevondenIn([regels], zoek.bsn, zoek.clientnummer, zoek.gegeven)).toEqual([]);
  });

  it('an error or a refusal', () => {
    expect(weigeringen.length).toBeGreaterThan(200);
    expect(gevondenIn(weigeringen, zoek.bsn, zoek.clientnummer, zoek.gegeven)).toEqual([]);
  });

  it('the headers of an answer', () => {
    expect(gevondenIn(antwoordkoppen, zoek.bsn, zoek.clientnummer, zoek.gegeven)).toEqual([]);
  });

  it('an address or a header of a call to a subgraph, tokens included', () => {
    expect(opstelling.gehoord.naarSubgraphs.length).toBeGreaterThan(1_000);
    expect(gevondenIn(opstelling.gehoord.naarSubgraphs, zoek.bsn, zoek.gegeven)).toEqual([]);
  });

  it('an address or a header of a call to a source', () => {
    expect(gevondenIn(opstelling.gehoord.naarBronnen, zoek.bsn, zoek.gegeven)).toEqual([]);
  });

  it('a BSN in an answer', () => {
    expect(gevondenIn(antwoorden, zoek.bsn)).toEqual([]);
  });

  it('a BSN between gateway and subgraphs', () => {
    expect(gevondenIn(opstelling.gehoord.oversteken, zoek.bsn)).toEqual([]);
  });

  it('a file, but for the name that a worker wrote as a reason', () => {
    expect(bestanden.map(({ naam }) => naam).join()).toContain('verwerkingen');
    const zonderReden = bestanden.map(({ naam, inhoud }) => naam + inhoud.replace(/"reden":"[^"]*"/g, ''));
    expect(gevondenIn(zonderReden, zoek.bsn, zoek.clientnummer, zoek.gegeven)).toEqual([]);
    const heel = bestanden.map(({ inhoud }) => inhoud);
    expect(gevondenIn(heel, zoek.bsn, zoek.clientnummer, zoek.gegeven)).toEqual(['geslachtsnaam']);
  });

  it('the memory of gateway and subgraphs, but for the clientnummer of who is signed in or on the waiting list', () => {
    const controle = new Map(
      Object.entries(onthoud).map(([naam, waarde]) => [naam, new RegExp(String(waarde).slice(-12))]),
    );
    expect(gevondenIn([geheugen], controle)).toEqual(['bedrag', 'lang', 'tekst']);
    expect(gevondenIn([geheugen], zoek.bsn, zoek.clientnummer, zoek.gegeven)).toEqual(['clientnummer 0']);
  });
});
