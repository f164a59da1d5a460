/** What the question whether clients are in a caseload must do at every source that keeps caseloads. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  type BronStub,
  type Bulkvraag,
  createBronverbruik,
  createLogger,
  createPseudonimiseerder,
  json,
  type LopendeStub,
  type StubFault,
  type StubRequest,
  type StubResponse,
  startStubs,
  type Toetsvraag,
  type Werkvoorraadgegevens,
} from '../../subgraphs/kit/index.ts';
import { type Bevolking, createBevolking } from '../../subgraphs/population/index.ts';

export const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
export const bevolking = createBevolking({ regio: 'westland', seed: 1 });
/** A number that another key issued. */
export const vreemdNummer = createPseudonimiseerder('1'.repeat(64), 'westland').clientnummerVan('999990019');

type Body = Record<string, unknown>;
/** Changes a healthy answer; undefined leaves it. */
type Wijziging = (body: Body, request: StubRequest) => Body;

export type Toetsbron = {
  readonly bron: string;
  readonly stub: BronStub;
  readonly open: (url: URL) => {
    readonly toets: Bulkvraag<Toetsvraag, Werkvoorraadgegevens>;
    readonly sluit: () => Promise<void>;
  };
  /** Clientnummers by number of the worker, as the population has them. */
  readonly caseloads: ReadonlyMap<string, readonly string[]>;
  /** A number that does not travel. */
  readonly onbekend: string;
  /** A row about this person, put into a healthy answer. */
  readonly voegRijToe: (body: Body, clientnummer: string, medewerkernummer: string) => Body;
  /** Calls that a question about a hundred clients costs, of whom no page is full. */
  readonly aanroepenVoorHonderd: number;
};

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((sluit) => sluit()));
});

/** The source over its running stub, and what travelled. */
export async function openToets(bron: Toetsbron, wijzig: Wijziging = (body) => body) {
  const verkeer: { readonly vraag: string; readonly antwoord: string }[] = [];
  const antwoord: BronStub['antwoord'] = async (request) => {
    const goed = await bron.stub.antwoord(request);
    const anders: StubResponse =
      goed.status === 200 ? json(200, wijzig(JSON.parse(goed.body) as Body, request)) : goed;
    verkeer.push({ vraag: `${request.query.toString()} ${request.body}`, antwoord: anders.body });
    return anders;
  };
  const stubs = await startStubs([{ ...bron.stub, antwoord }]);
  const stub = stubs.bronnen[bron.bron] as LopendeStub;
  const { toets, sluit } = bron.open(new URL(stub.url));
  opruimen.push(sluit, stubs.stop);
  const vraag = async (medewerkernummer: string, clientnummers: readonly string[]) => {
    const verbruik = createBronverbruik();
    const [gekregen] = await toets([{ medewerkernummer, clientnummers }], {
      correlationId: 'test',
      signal: new AbortController().signal,
      now: () => new Date('2026-11-05T10:00:00Z'),
      logger: createLogger('test', { level: 'silent' }),
      verbruik,
    });
    if (gekregen === undefined) throw new Error('expected an answer');
    return {
      uitkomst: gekregen.uitkomst,
      reden: 'reden' in gekregen ? gekregen.reden : undefined,
      clienten:
        'gegevens' in gekregen
          ? gekregen.gegevens.clienten.map(({ clientnummer }) => clientnummer).sort()
          : undefined,
      betrokkenen: verbruik
        .verwerkingen()
        .map(({ id }) => id)
        .sort(),
    };
  };
  return { stub, vraag, verkeer };
}

/** The clients of each worker. */
export function caseloadsVan(
  van: (persoon: Bevolking['personen'][number]) => readonly (string | undefined)[],
): Toetsbron['caseloads'] {
  const lijsten = new Map<string, string[]>();
  for (const persoon of bevolking.personen) {
    for (const nummer of new Set(van(persoon))) {
      if (nummer === undefined) continue;
      const lijst = lijsten.get(nummer) ?? [];
      lijst.push(pseudoniem.clientnummerVan(persoon.bsn));
      lijsten.set(nummer, lijst);
    }
  }
  return lijsten;
}

const faults = [
  ['nothing-found', 'NIETS_GEVONDEN', undefined],
  ['server-error', 'FOUT', 'BRONFOUT'],
  ['wrong-shape', 'FOUT', 'ONVERWACHTE_VORM'],
  ['malformed', 'FOUT', 'ONLEESBAAR'],
  ['maintenance', 'BRON_NIET_BESCHIKBAAR', 'ONDERHOUD'],
  ['rate-limited', 'BRON_NIET_BESCHIKBAAR', 'BEGRENSD'],
  ['refused', 'BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR'],
] as const satisfies readonly (readonly [StubFault, string, string | undefined])[];

export function toetsBron(bron: Toetsbron): void {
  const [[eigen, leden], [, anderen]] = [...bron.caseloads]
    .filter(([, lijst]) => lijst.length > 10)
    .map(([nummer, lijst]) => [nummer, lijst.toSorted()] as const) as unknown as readonly [
    readonly [string, readonly string[]],
    readonly [string, readonly string[]],
  ];
  const erin = leden.slice(0, 3);
  const erbuiten = anderen.filter((nummer) => !leden.includes(nummer)).slice(0, 3);
  const niets = { uitkomst: 'NIETS_GEVONDEN', reden: undefined, clienten: undefined };

  describe('whether clients are in a caseload', () => {
    it('is what the population says, for every worker: of some of both, those who are in it', async () => {
      const { vraag } = await openToets(bron);
      for (const [medewerker, alle] of bron.caseloads) {
        const binnen = alle.slice(0, 2);
        const buiten = [...erin, ...erbuiten].filter((nummer) => !alle.includes(nummer));
        const gevraagd = [...new Set([...buiten, ...binnen])].sort();
        expect(await vraag(medewerker, gevraagd)).toEqual({
          uitkomst: 'GEVONDEN',
          reden: undefined,
          clienten: binnen.toSorted(),
          betrokkenen: gevraagd,
        });
      }
    });

    it('is no for everybody when nobody of the asked is in it, and all of them are data subjects', async () => {
      const { vraag } = await openToets(bron);
      expect(await vraag(eigen, erbuiten)).toEqual({ ...niets, betrokkenen: erbuiten });
    });

    it('is no for a worker the source does not know', async () => {
      const { vraag } = await openToets(bron);
      expect(await vraag('ZZ-999', erin)).toEqual({ ...niets, betrokkenen: erin });
    });

    it('is asked in one call, and of nobody is anything given but of who is in it', async () => {
      const { vraag, verkeer } = await openToets(bron);
      await vraag(eigen, [...erin, ...erbuiten]);
      expect(verkeer.length).toBe(1);
      const eigenNummers = [...erin, ...erin.map((nummer) => pseudoniem.bsnVan(nummer) ?? '')];
      const genoemd = verkeer[0]?.antwoord.match(/(?<!\d)9999\d{5}(?!\d)|w1\.[\w-]{34}/g) ?? [];
      expect(genoemd.length).toBeGreaterThan(0);
      expect(genoemd.filter((nummer) => !eigenNummers.includes(nummer))).toEqual([]);
    });

    it('is asked of a hundred at once', async () => {
      const honderd = [...new Set([...leden, ...[...bron.caseloads.values()].flat()])].slice(0, 100);
      const { vraag, verkeer } = await openToets(bron);
      expect(await vraag(eigen, honderd)).toMatchObject({
        uitkomst: 'GEVONDEN',
        clienten: leden.filter((nummer) => honderd.includes(nummer)),
      });
      expect(verkeer.length).toBe(bron.aanroepenVoorHonderd);
    });

    it('is not asked of a number that was not issued here, and that is nobody', async () => {
      const { vraag, verkeer } = await openToets(bron);
      expect(await vraag(eigen, [bron.onbekend])).toEqual({
        uitkomst: 'FOUT',
        reden: 'CLIENTNUMMER_ONBEKEND',
        clienten: undefined,
        betrokkenen: [],
      });
      expect(verkeer).toEqual([]);
      expect(await vraag(eigen, [bron.onbekend, ...erin])).toEqual({
        uitkomst: 'GEVONDEN',
        reden: undefined,
        clienten: erin,
        betrokkenen: erin,
      });
      expect(verkeer[0]?.vraag).not.toContain(bron.onbekend);
    });

    it.each([['000000012'], ["KM'001"], ['a;b'], ['a,b'], ['']])(
      'is not asked for %j, which is no number of a worker',
      async (nummer) => {
        const { vraag, verkeer } = await openToets(bron);
        expect(await vraag(nummer, erin)).toMatchObject({ reden: 'SLEUTEL_ONGELDIG', betrokkenen: [] });
        expect(verkeer).toEqual([]);
      },
    );

    it.each(faults)('under %s: %s', async (fault, uitkomst, reden) => {
      const { stub, vraag } = await openToets(bron);
      await stub.setFault(fault);
      expect(await vraag(eigen, erin)).toEqual({ uitkomst, reden, clienten: undefined, betrokkenen: erin });
    });

    it('is yes with a reservation under a warning, and never no', async () => {
      const { stub, vraag } = await openToets(bron);
      await stub.setFault('warning');
      expect(await vraag(eigen, [...erin, ...erbuiten])).toMatchObject({
        uitkomst: 'GEDEELTELIJK',
        reden: 'WAARSCHUWING',
        clienten: erin,
      });
      expect(await vraag(eigen, erbuiten)).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVOLLEDIG' });
    });

    it('is not believed of an answer about somebody who was not asked about', async () => {
      const ander = leden.at(-1) ?? '';
      const { vraag } = await openToets(bron, (body) => bron.voegRijToe(body, ander, eigen));
      expect(await vraag(eigen, erin)).toEqual({
        uitkomst: 'FOUT',
        reden: 'ONVERWACHTE_VORM',
        clienten: undefined,
        betrokkenen: erin,
      });
    });
  });
}
