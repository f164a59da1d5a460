import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type Bronantwoord,
  type BronStub,
  createBronverbruik,
  createLogger,
  createPseudonimiseerder,
  json,
  type LopendeStubs,
  type Raadpleging,
  type StubFault,
  type StubRequest,
  startStubs,
} from '../../kit/index.ts';
import { createBevolking } from '../../population/index.ts';
import { type IndicatieBericht, indicatie } from './messages.ts';
import { createIndicatiesBron, type IndicatiesBron, maxPersonenPerVraag } from './source.ts';
import { createIndicatiesStub } from './stub.ts';

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const dienst = 'POST /indicaties/v1/zoek';
const regels: string[] = [];
const logger = createLogger('test', {
  level: 'trace',
  destination: { write: (regel: string) => regels.push(regel) },
});

function raadpleging(): Raadpleging {
  return {
    correlationId: 'test',
    signal: new AbortController().signal,
    now: () => new Date('2026-11-05T10:00:00Z'),
    logger,
    verbruik: createBronverbruik(),
  };
}

let stubs: LopendeStubs;
let bron: IndicatiesBron;
const gevraagd: string[] = [];
/** What the source answers instead, when a test says so. */
let anders: ((request: StubRequest) => unknown) | undefined;

beforeAll(async () => {
  const stub = createIndicatiesStub({ bevolking, ...pseudoniem, now: () => new Date() });
  const afgeluisterd: BronStub = {
    ...stub,
    antwoord: (request) => {
      gevraagd.push(`${request.path}?${request.query.toString()} ${JSON.stringify(request.headers)}`);
      return anders === undefined ? stub.antwoord(request) : json(200, anders(request));
    },
  };
  stubs = await startStubs([afgeluisterd]);
  bron = open();
});

afterEach(async () => {
  await stubs.bronnen['UWV_INDICATIES']?.setFault('none');
  stubs.bronnen['UWV_INDICATIES']?.reset();
  anders = undefined;
  gevraagd.length = 0;
  regels.length = 0;
});

afterAll(async () => {
  await bron.sluit();
  await stubs.stop();
});

function open(token = 'alleen-voor-tests', timeoutMs = 1_000): IndicatiesBron {
  const url = new URL(stubs.bronnen['UWV_INDICATIES']?.url ?? '');
  return createIndicatiesBron({ url, timeoutMs, maxGelijktijdig: 4, token }, pseudoniem);
}

type Antwoord = Bronantwoord<readonly IndicatieBericht[]>;
const vraag = (bsns: readonly string[], aan = bron) =>
  aan.indicaties(
    bsns.map((bsn) => pseudoniem.clientnummerVan(bsn)),
    raadpleging(),
  );
const kort = (antwoord: Antwoord | undefined) => [
  antwoord?.uitkomst,
  antwoord !== undefined && 'reden' in antwoord ? antwoord.reden : null,
  antwoord !== undefined && 'gegevens' in antwoord ? antwoord.gegevens.length : null,
];

const johanna = bevolking.personen[0]?.bsn ?? '';
const onbekend = bevolking.personen.find((p) => p.indicaties === undefined)?.bsn ?? '';

describe('hostile indications are refused, not mended', () => {
  const goed = {
    soort: 'WSW',
    besluitdatum: '2012-05-14',
    geldigVan: null,
    geldigTot: null,
    advies: 'POSITIEF',
  };

  it.each([
    ['a day that does not exist', { besluitdatum: '2023-02-29' }],
    ['a date as a number', { besluitdatum: 20120514 }],
    ['a date in another form', { besluitdatum: '14-05-2012' }],
    ['a moment instead of a day', { geldigVan: '2012-05-14T00:00:00Z' }],
    ['an empty date', { geldigTot: '' }],
    ['a member that is gone', { geldigTot: undefined }],
    ['no kind', { soort: null }],
    ['a sentence as a code', { advies: 'Ja, graag' }],
  ])('%s', (_naam, afwijking) => {
    expect(indicatie.safeParse(goed).success).toBe(true);
    expect(indicatie.safeParse({ ...goed, ...afwijking }).success).toBe(false);
  });

  it('property: a date keeps the parts it has, and gets no others', () => {
    const delen = fc.record({
      jaar: fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0')),
      maand: fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0')),
      dag: fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0')),
    });
    fc.assert(
      fc.property(delen, ({ jaar, maand, dag }) => {
        const gelezen = [jaar, `${jaar}-${maand}`, `${jaar}-${maand}-${dag}`].map(
          (besluitdatum) => indicatie.parse({ ...goed, besluitdatum }).besluitdatum,
        );
        expect(gelezen).toEqual([`${jaar}-XX-XX`, `${jaar}-${maand}-XX`, `${jaar}-${maand}-${dag}`]);
      }),
    );
  });
});

describe('the register of indications', () => {
  it('gives those of the person asked for, and says when it has none', async () => {
    const [een, geen] = await vraag([johanna, onbekend]);
    expect(een).toMatchObject({
      uitkomst: 'GEVONDEN',
      gegevens: [{ soort: 'BESCHUT_WERK', advies: 'POSITIEF' }],
    });
    expect(geen?.uitkomst).toBe('NIETS_GEVONDEN');
  });

  it('knows everybody who works at the company or waits for it, valid as long as the list says', async () => {
    const mensen = bevolking.personen.filter((p) => p.swDienstverband ?? p.swWachtlijst);
    const antwoorden: Antwoord[] = [];
    for (let i = 0; i < mensen.length; i += maxPersonenPerVraag) {
      antwoorden.push(...(await vraag(mensen.slice(i, i + maxPersonenPerVraag).map(({ bsn }) => bsn))));
    }
    const geldigTot = antwoorden.map((a) => ('gegevens' in a ? a.gegevens.at(-1)?.geldigTot : a.uitkomst));
    expect(geldigTot).toEqual(mensen.map((p) => p.swWachtlijst?.indicatieGeldigTot ?? null));
    expect(new Set(antwoorden.map(({ uitkomst }) => uitkomst))).toEqual(new Set(['GEVONDEN']));
    expect(stubs.bronnen['UWV_INDICATIES']?.calls()).toEqual({ [dienst]: Math.ceil(mensen.length / 50) });
  });

  it('has a few negative advices, of people who neither work at the company nor wait', () => {
    const negatief = bevolking.personen.filter((p) =>
      p.indicaties?.some(({ advies }) => advies === 'NEGATIEF'),
    );
    expect(negatief.length).toBeGreaterThan(0);
    expect(negatief.filter((p) => p.swDienstverband ?? p.swWachtlijst)).toEqual([]);
  });

  it('is not asked about a clientnummer this Werkplein did not issue', async () => {
    const elders = createPseudonimiseerder('0f'.repeat(32), 'helmond').clientnummerVan(johanna);
    const [antwoord] = await bron.indicaties([elders], raadpleging());
    expect(kort(antwoord)).toEqual(['FOUT', 'CLIENTNUMMER_ONBEKEND', null]);
    expect(gevraagd).toEqual([]);
  });

  it('is asked without a BSN in path, query or headers', async () => {
    await vraag([johanna, onbekend]);
    expect(gevraagd).toHaveLength(1);
    expect(gevraagd.join('\n')).not.toMatch(new RegExp(`${johanna}|${onbekend}`));
  });

  it.each([
    ['nothing-found', 'NIETS_GEVONDEN', null],
    ['warning', 'GEDEELTELIJK', 'WAARSCHUWING'],
    ['server-error', 'FOUT', 'BRONFOUT'],
    ['malformed', 'FOUT', 'ONLEESBAAR'],
    ['wrong-shape', 'FOUT', 'ONVERWACHTE_VORM'],
    ['refused', 'BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR'],
    ['hang', 'BRON_NIET_BESCHIKBAAR', 'TE_LAAT'],
    ['maintenance', 'BRON_NIET_BESCHIKBAAR', 'ONDERHOUD'],
    ['rate-limited', 'BRON_NIET_BESCHIKBAAR', 'BEGRENSD'],
  ] satisfies (readonly [StubFault, string, string | null])[])('%s is %s', async (fault, uitkomst, reden) => {
    await stubs.bronnen['UWV_INDICATIES']?.setFault(fault);
    const antwoorden = await vraag([johanna, onbekend]);
    expect(kort(antwoorden[0])).toEqual([uitkomst, reden, uitkomst === 'GEDEELTELIJK' ? 1 : null]);
    if (fault === 'warning') expect(kort(antwoorden[1])).toEqual(['FOUT', 'ONVOLLEDIG', null]);
    expect(regels.join('')).not.toMatch(new RegExp(`INTERN|${johanna}|${onbekend}`));
  });

  it('says that we may not come in, when its token is none', async () => {
    const vreemd = open('twee woorden');
    expect(kort((await vraag([johanna], vreemd))[0])).toEqual(['FOUT', 'AANMELDING_GEWEIGERD', null]);
    await vreemd.sluit();
  });

  const bericht = (soort: unknown) => ({
    soort,
    besluitdatum: null,
    geldigVan: null,
    geldigTot: null,
    advies: null,
  });
  it.each([
    ['somebody nobody asked about', ['999990019', [bericht('WSW')]], ['FOUT', 'ONVERWACHTE_VORM', null]],
    [
      'one readable indication of two',
      [johanna, [bericht('WSW'), bericht(7)]],
      ['GEDEELTELIJK', 'ONVERWACHTE_VORM', 1],
    ],
    ['no readable indication', [johanna, [bericht(7)]], ['FOUT', 'ONVERWACHTE_VORM', null]],
    ['a person without indications', [johanna, []], ['NIETS_GEVONDEN', null, null]],
    ['a BSN as a number', [Number(johanna), [bericht('WSW')]], ['FOUT', 'ONVERWACHTE_VORM', null]],
  ] as const)('an answer with %s', async (_naam, [burgerservicenummer, indicaties], verwacht) => {
    anders = () => ({ personen: [{ burgerservicenummer, indicaties }] });
    expect(kort((await vraag([johanna]))[0])).toEqual(verwacht);
  });

  it('an answer with the same person twice is no answer about that person', async () => {
    const persoon = { burgerservicenummer: johanna, indicaties: [bericht('WSW')] };
    anders = () => ({ personen: [persoon, persoon] });
    expect((await vraag([johanna, onbekend])).map(kort)).toEqual([
      ['FOUT', 'ONVERWACHTE_VORM', null],
      ['NIETS_GEVONDEN', null, null],
    ]);
  });

  it('refuses more than fifty people in one question', async () => {
    const velen = bevolking.personen.slice(0, 51).map(({ bsn }) => bsn);
    expect(new Set((await vraag(velen)).map((a) => a.uitkomst))).toEqual(new Set(['FOUT']));
  });
});
