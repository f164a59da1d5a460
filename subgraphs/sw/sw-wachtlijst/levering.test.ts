import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  BronFout,
  type Bronreden,
  type BronStub,
  createBronverbruik,
  createLogger,
  createPseudonimiseerder,
  type Raadpleging,
  type StubResponse,
  startStubs,
} from '../../kit/index.ts';
import { leesBestand } from './bestand.ts';
import { type Afhaling, createLeveringen, resultaatUit } from './levering.ts';
import { createWachtlijst, maxBestandBytes } from './source.ts';

const uur = 3_600_000;
const begin = Date.UTC(2025, 2, 3, 7);
const kop = 'BSN;PLAATS;AANGEMELD;INDICATIE;GELDIG_TOT;VOORKEUR';

/** An export with one person on a place, of a day. */
function csv(dag: string, plaats: number, bsn = '999990019'): string {
  return `${kop}\n${bsn};${plaats};;;;\n#EINDE;1;${dag}\n`;
}

/** A request `uren` after the first. */
function raadpleging(uren = 0): Raadpleging {
  return {
    correlationId: 'test',
    signal: new AbortController().signal,
    now: () => new Date(begin + uren * uur),
    logger: createLogger('test', { level: 'silent' }),
    verbruik: createBronverbruik(),
  };
}

/** A file, `ONGEWIJZIGD`, or a failure. */
type Antwoord = string | BronFout;

/** A source that gives, in turn, what is in the list: a file, "not changed", or a failure. */
function bronVan(antwoorden: readonly Antwoord[]) {
  const gevraagd: (string | undefined)[] = [];
  const afhalen = async (etag: string | undefined): Promise<Afhaling> => {
    const antwoord = antwoorden[gevraagd.length];
    gevraagd.push(etag);
    if (antwoord === undefined) throw new Error('asked too often');
    if (antwoord instanceof BronFout) throw antwoord;
    if (antwoord === 'ONGEWIJZIGD') return { soort: 'ONGEWIJZIGD', waarschuwing: false };
    const bestand = await leesBestand(antwoord, (bsn) => bsn);
    return { soort: 'NIEUW', bestand, etag: `"${bestand.datum}"`, waarschuwing: false };
  };
  return { afhalen, gevraagd };
}

const kapot = (reden: Bronreden = 'ONLEESBAAR') => new BronFout('FOUT', reden);
const bewaren = { bewaarMs: 36 * uur, versMs: 0 };

/** What each request in turn gets: the place and the day, or how it failed. */
async function verloop(
  antwoorden: readonly Antwoord[],
  uren: readonly number[],
  opties: Parameters<typeof createLeveringen>[1] = bewaren,
) {
  const bron = bronVan(antwoorden);
  const leveringen = createLeveringen(bron.afhalen, opties);
  const gekregen: string[] = [];
  for (const na of uren) {
    try {
      const levering = await leveringen.haal(raadpleging(na));
      const resultaat = resultaatUit(levering, '999990019');
      const plaats = 'gegevens' in resultaat ? resultaat.gegevens.PLAATS : 'geen';
      const dag = 'actueelPer' in resultaat ? resultaat.actueelPer : undefined;
      gekregen.push(`${resultaat.uitkomst} ${String(plaats)} ${dag ?? 'onbekend'}`);
    } catch (error) {
      gekregen.push(error instanceof BronFout ? `${error.uitkomst} ${error.reden}` : String(error));
    }
  }
  leveringen.sluit();
  return { gekregen, gevraagd: bron.gevraagd };
}

describe('the last whole file', () => {
  it('makes place for the next whole one', async () => {
    expect(await verloop([csv('20250302', 7), csv('20250303', 6)], [0, 24])).toEqual({
      gekregen: ['GEVONDEN 7 2025-03-02', 'GEVONDEN 6 2025-03-03'],
      gevraagd: [undefined, '"2025-03-02"'],
    });
  });

  it('stands in for one that is cut off, under its own day, until there is a whole one again', async () => {
    const nachten = [csv('20250302', 7), kapot(), kapot('ONBEREIKBAAR'), csv('20250303', 6)];
    expect(await verloop(nachten, [0, 24, 25, 26])).toEqual({
      gekregen: [
        'GEVONDEN 7 2025-03-02',
        'GEDEELTELIJK 7 2025-03-02',
        'GEDEELTELIJK 7 2025-03-02',
        'GEVONDEN 6 2025-03-03',
      ],
      // Each time on the condition that it is another than the whole one: what failed is not remembered.
      gevraagd: [undefined, '"2025-03-02"', '"2025-03-02"', '"2025-03-02"'],
    });
  });

  it('is the file still when the source says that nothing changed', async () => {
    expect((await verloop([csv('20250302', 7), 'ONGEWIJZIGD'], [0, 1])).gekregen).toEqual([
      'GEVONDEN 7 2025-03-02',
      'GEVONDEN 7 2025-03-02',
    ]);
  });

  it('is let go of when it was not confirmed for the time that was set', async () => {
    const antwoorden = [csv('20250302', 7), 'ONGEWIJZIGD', kapot(), kapot(), kapot()];
    expect((await verloop(antwoorden, [0, 10, 46, 46.1, 47])).gekregen).toEqual([
      'GEVONDEN 7 2025-03-02',
      'GEVONDEN 7 2025-03-02',
      'GEDEELTELIJK 7 2025-03-02',
      'FOUT ONLEESBAAR',
      'FOUT ONLEESBAAR',
    ]);
  });

  it('is let go of without a next request, too', async () => {
    const bron = bronVan([csv('20250302', 7), kapot()]);
    const leveringen = createLeveringen(bron.afhalen, { bewaarMs: 20, versMs: 0 });
    await leveringen.haal(raadpleging());
    await new Promise((resolve) => setTimeout(resolve, 60));
    await expect(leveringen.haal(raadpleging())).rejects.toThrow(BronFout);
    expect(bron.gevraagd).toEqual([undefined, undefined]);
  });

  it('is not kept at all when nothing may be', async () => {
    const uit = { bewaarMs: 0, versMs: 30 * 60_000 };
    expect(await verloop([csv('20250302', 7), kapot()], [0, 0], uit)).toEqual({
      gekregen: ['GEVONDEN 7 2025-03-02', 'FOUT ONLEESBAAR'],
      gevraagd: [undefined, undefined],
    });
  });

  it('is not given to who may no longer have it, nor afterwards', async () => {
    const antwoorden = [csv('20250302', 7), kapot('AANMELDING_GEWEIGERD'), kapot('ONBEREIKBAAR')];
    expect((await verloop(antwoorden, [0, 1, 2])).gekregen).toEqual([
      'GEVONDEN 7 2025-03-02',
      'FOUT AANMELDING_GEWEIGERD',
      'FOUT ONBEREIKBAAR',
    ]);
  });

  it('is no proof that who is not in it is not on the list', async () => {
    const ander = csv('20250302', 7, '999990032');
    expect((await verloop([ander, kapot()], [0, 1])).gekregen).toEqual([
      'NIETS_GEVONDEN geen 2025-03-02',
      'FOUT geen onbekend',
    ]);
  });

  it('is not invented: a source that never gave a whole file fails', async () => {
    expect((await verloop([kapot(), 'ONGEWIJZIGD'], [0, 1])).gekregen).toEqual([
      'FOUT ONLEESBAAR',
      'FOUT ONVERWACHTE_VORM',
    ]);
  });

  it('is asked for again only after the time set for it, whole or broken', async () => {
    const half = { bewaarMs: 36 * uur, versMs: 30 * 60_000 };
    const antwoorden = [csv('20250302', 7), kapot(), csv('20250303', 6)];
    expect(await verloop(antwoorden, [0, 0.2, 0.5, 0.7, 1], half)).toEqual({
      gekregen: [
        'GEVONDEN 7 2025-03-02',
        'GEVONDEN 7 2025-03-02',
        'GEDEELTELIJK 7 2025-03-02',
        'GEDEELTELIJK 7 2025-03-02',
        'GEVONDEN 6 2025-03-03',
      ],
      gevraagd: [undefined, '"2025-03-02"', '"2025-03-02"'],
    });
  });

  it('stands in for a file that a request gave up on, and for no request after it', async () => {
    const bron = bronVan([csv('20250302', 7), kapot('TE_LAAT'), csv('20250303', 6)]);
    const leveringen = createLeveringen(bron.afhalen, { bewaarMs: 36 * uur, versMs: 30 * 60_000 });
    await leveringen.haal(raadpleging(0));
    const opgegeven = await leveringen.haal({ ...raadpleging(1), signal: AbortSignal.abort() });
    const daarna = await leveringen.haal(raadpleging(1));
    leveringen.sluit();
    expect([opgegeven, daarna].map(({ bestand, storing }) => [bestand.datum, storing?.reden])).toEqual([
      ['2025-03-02', 'TE_LAAT'],
      ['2025-03-03', undefined],
    ]);
  });

  it('of an older question does not replace that of a newer', async () => {
    const wachtend: ((afhaling: Afhaling) => void)[] = [];
    const leveringen = createLeveringen(() => new Promise((resolve) => wachtend.push(resolve)), bewaren);
    const oud = leveringen.haal(raadpleging(0));
    const nieuw = leveringen.haal(raadpleging(1));
    const bestand = async (dag: string): Promise<Afhaling> => ({
      soort: 'NIEUW',
      bestand: await leesBestand(csv(dag, 1), (bsn) => bsn),
      etag: undefined,
      waarschuwing: false,
    });
    wachtend[1]?.(await bestand('20250303'));
    await nieuw;
    wachtend[0]?.(await bestand('20250302'));
    expect((await oud).bestand.datum).toBe('2025-03-02');
    const derde = leveringen.haal(raadpleging(2));
    wachtend[2]?.({ soort: 'ONGEWIJZIGD', waarschuwing: false });
    // Without an ETag nothing can be "not changed": the kept file stands in.
    const { bestand: gekregen, storing } = await derde;
    expect([gekregen.datum, storing?.reden]).toEqual(['2025-03-03', 'ONVERWACHTE_VORM']);
    leveringen.sluit();
  });
});

describe('two processes', () => {
  const { clientnummerVan, bsnVan } = createPseudonimiseerder('ab'.repeat(32), 'westland');
  const nummer = clientnummerVan('999990019');
  let antwoord: StubResponse = { status: 503, headers: {}, body: '' };
  const stub: BronStub = {
    bron: 'SW_WACHTLIJST',
    antwoord: () => antwoord,
    faults: {
      'nothing-found': () => antwoord,
      warning: () => antwoord,
      'server-error': () => antwoord,
      'wrong-shape': () => antwoord,
      maintenance: () => antwoord,
      'rate-limited': () => antwoord,
    },
  };
  const bestand = (body: string): StubResponse => ({
    status: 200,
    headers: { 'content-type': 'text/csv' },
    body,
  });

  it('each have the last whole file that they saw, and no file larger than the limit', async () => {
    const stubs = await startStubs([stub]);
    const open = () =>
      createWachtlijst(
        {
          url: new URL(stubs.bronnen['SW_WACHTLIJST']?.url ?? ''),
          timeoutMs: 2_000,
          maxGelijktijdig: 4,
          gebruiker: 'werkplein',
          wachtwoord: 'alleen-voor-tests',
          bewaarUren: 36,
          versMinuten: 0,
        },
        { clientnummerVan, bsnVan },
      );
    const [een, twee] = [open(), open()];
    const vraag = async (proces: typeof een) => {
      const [gelezen] = await proces.voorVraag()([nummer], raadpleging());
      return [
        gelezen?.uitkomst,
        gelezen !== undefined && 'gegevens' in gelezen ? gelezen.gegevens.PLAATS : null,
      ];
    };
    antwoord = bestand(csv('20250302', 7));
    expect(await vraag(een)).toEqual(['GEVONDEN', 7]);
    antwoord = bestand(`${kop}\n${'x'.repeat(maxBestandBytes)}`);
    expect([await vraag(een), await vraag(twee)]).toEqual([
      ['GEDEELTELIJK', 7],
      ['FOUT', null],
    ]);
    await Promise.all([een.sluit(), twee.sluit()]);
    await stubs.stop();
  });
});

describe('what is kept', () => {
  it('holds no BSN, not as a key either', async () => {
    const sleutels: string[] = [];
    const bestand = await leesBestand(csv('20250302', 7), (bsn) => {
      sleutels.push(bsn);
      return 'w1.pseudoniem';
    });
    expect(sleutels).toEqual(['999990019']);
    expect(bestand.resultaatVan('999990019').uitkomst).toBe('NIETS_GEVONDEN');
    expect(JSON.stringify(bestand.resultaatVan('w1.pseudoniem'))).not.toContain('999990019');
  });

  it('is never written: nothing of this source touches the file system', () => {
    const folder = new URL('./', import.meta.url);
    const bronnen = readdirSync(folder).filter((naam) => naam.endsWith('.ts') && !naam.endsWith('.test.ts'));
    const schrijvers = bronnen.filter((naam) =>
      /node:(fs|child_process|worker_threads|sqlite)/.test(readFileSync(new URL(naam, folder), 'utf8')),
    );
    expect(bronnen).toContain('levering.ts');
    expect(schrijvers).toEqual([]);
  });
});
