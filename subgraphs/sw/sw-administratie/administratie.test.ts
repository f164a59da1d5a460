import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type Bronantwoord,
  createBronverbruik,
  createLogger,
  json,
  type Raadpleging,
  type StubRequest,
  type StubResponse,
  startStubs,
} from '../../kit/index.ts';
import { connectorPad, maxClientenPerVraag } from './get-connector.ts';
import { mapLoonwaarde } from './map.ts';
import { type LoonwaardeRij, loonwaardeRij, ontwikkelplanRij, plaatsingRij } from './messages.ts';
import { createAdministratie } from './source.ts';

const meting = {
  Datum_vaststelling: '2024-05-01T00:00:00Z',
  Loonwaarde_percentage: 40,
  Methode: 'Dariuz',
  Functie: 'Medewerker groen',
};

/** Any date as AFAS may send it, and what it means: whole days as a date field, partial ones as text. */
const datum = fc
  .record({
    jaar: fc.integer({ min: 1, max: 9999 }),
    maand: fc.integer({ min: 1, max: 12 }),
    dag: fc.integer({ min: 1, max: 28 }),
    bekend: fc.constantFrom('niets', 'jaar', 'maand', 'dag'),
  })
  .map(({ jaar, maand, dag, bekend }) => {
    const tekst = (getal: number, lengte: number) => String(getal).padStart(lengte, '0');
    const [j, m, d] = [tekst(jaar, 4), tekst(maand, 2), tekst(dag, 2)];
    if (bekend === 'dag') return { veld: `${j}-${m}-${d}T00:00:00Z`, gelezen: `${j}-${m}-${d}` };
    if (bekend === 'maand') return { veld: `${j}${m}00`, gelezen: `${j}-${m}-XX` };
    if (bekend === 'jaar') return { veld: `${j}0000`, gelezen: `${j}-XX-XX` };
    return { veld: '00000000', gelezen: 'XXXX-XX-XX' };
  });

describe('properties of wage-value measurements', () => {
  const metingen = fc.array(
    fc.record({ datum: fc.option(datum), percentage: fc.option(fc.integer({ min: 0, max: 999 })) }),
  );

  it('dates are as whole or as partial as they were sent, and no measurement is lost', () => {
    fc.assert(
      fc.property(metingen, (gestuurd) => {
        const rijen = gestuurd.map(({ datum: d, percentage }) => ({
          ...{ Methode: null, Functie: null },
          Datum_vaststelling: d?.veld ?? null,
          Loonwaarde_percentage: percentage,
        }));
        const gelezen = mapLoonwaarde(z.array(loonwaardeRij).parse(rijen)).metingen ?? [];
        const paar = (dag: string | null | undefined, waarde: number | null | undefined) =>
          `${dag ?? '-'} ${String(waarde)}`;
        expect(gelezen.map((m) => paar(m.vastgesteldOp, m.loonwaardePercentage)).sort()).toEqual(
          gestuurd.map(({ datum: d, percentage }) => paar(d?.gelezen, percentage)).sort(),
        );
      }),
    );
  });

  it('of two whole days the later stands first', () => {
    fc.assert(
      fc.property(metingen, (gestuurd) => {
        const rijen = gestuurd.map(({ datum: d }) => ({ ...meting, Datum_vaststelling: d?.veld ?? null }));
        const dagen = (mapLoonwaarde(z.array(loonwaardeRij).parse(rijen)).metingen ?? []).flatMap((m) =>
          m.vastgesteldOp?.includes('X') === false ? [m.vastgesteldOp] : [],
        );
        expect(dagen).toEqual(dagen.toSorted().reverse());
      }),
    );
  });
});

describe('hostile rows are refused, not mended', () => {
  it.each([
    [
      'a day at another hour than midnight (which day is meant?)',
      { Datum_vaststelling: '2024-04-30T22:00:00Z' },
    ],
    ['a day that does not exist', { Datum_vaststelling: '2023-02-29T00:00:00Z' }],
    ['a date in words', { Datum_vaststelling: '1 mei 2024' }],
    ['a date as a number', { Datum_vaststelling: 20240501 }],
    ['a percentage as text', { Loonwaarde_percentage: '40' }],
    ['a negative percentage', { Loonwaarde_percentage: -1 }],
    ['a column that was renamed', { Methode: undefined, Meetmethode: 'Dariuz' }],
  ])('%s', (_naam, afwijking) => {
    expect(loonwaardeRij.safeParse({ ...meting, ...afwijking }).success).toBe(false);
  });

  it.each([
    ['a kind of line we do not know', { Soort_regel: 'NOTITIE' }],
    ['no kind of line', { Soort_regel: null }],
    ['a column that is gone', { Status: undefined }],
    ['a day that does not exist', { Streefdatum: '20250230' }],
  ])('a line of a development plan with %s', (_naam, afwijking) => {
    const doel = {
      Soort_regel: 'DOEL',
      Omschrijving: 'x',
      Begindatum: null,
      Streefdatum: null,
      Datum_behaald: null,
      Status: 'LOPEND',
      Datum_evaluatie: null,
      Conclusie: null,
    };
    expect(ontwikkelplanRij.safeParse(doel).success).toBe(true);
    expect(ontwikkelplanRij.safeParse({ ...doel, ...afwijking }).success).toBe(false);
  });

  it.each([['1234567'], ['123456789'], [12345678], ['0123456A']])('KvK number %j', (KvK_nummer) => {
    const rij = {
      Soort_plaatsing: null,
      Functie: null,
      Uren_per_week: null,
      Begindatum: null,
      Einddatum: null,
    };
    expect(plaatsingRij.safeParse({ ...rij, KvK_nummer }).success).toBe(false);
    expect(plaatsingRij.safeParse({ ...rij, KvK_nummer: '01234567' }).success).toBe(true);
  });
});

// Issued numbers of this test: `w1.` and 34 characters. The source only asks whether a number was issued.
const nummer = (n: number) => `w1.${String(n).padStart(34, 'A')}`;
const [a, b, c, d] = [nummer(1), nummer(2), nummer(3), nummer(4)];
const bsnVan = (clientnummer: string) => (/^w1\.A+\d+$/.test(clientnummer) ? '999990019' : undefined);
const rij = (Werkpleinnummer: string, Functie = 'Medewerker groen') => ({
  Werkpleinnummer,
  ...meting,
  Functie,
});

/** Asks the wage values of these clients of an administration that answers like this. */
async function vraag(
  clientnummers: readonly string[],
  antwoord: (skip: number, request: StubRequest) => StubResponse,
): Promise<{
  readonly antwoorden: readonly unknown[];
  readonly paginas: readonly number[];
  readonly log: string;
}> {
  const paginas: number[] = [];
  let log = '';
  const logger = createLogger('test', { level: 'warn', destination: { write: (regel) => (log += regel) } });
  const handel = (request: StubRequest) => {
    const skip = Number(request.query.get('skip'));
    paginas.push(skip);
    return antwoord(skip, request);
  };
  const faults = {
    'nothing-found': handel,
    warning: handel,
    'server-error': handel,
    'wrong-shape': handel,
    maintenance: handel,
    'rate-limited': handel,
  };
  const stubs = await startStubs([{ bron: 'SW_ADMINISTRATIE', antwoord: handel, faults }]);
  const administratie = createAdministratie(
    {
      url: new URL(stubs.bronnen['SW_ADMINISTRATIE']?.url ?? ''),
      timeoutMs: 2_000,
      maxGelijktijdig: 4,
      token: 'A'.repeat(64),
    },
    bsnVan,
  );
  const raadpleging: Raadpleging = {
    correlationId: 'test',
    signal: new AbortController().signal,
    now: () => new Date('2025-03-03T08:00:00Z'),
    logger,
    verbruik: createBronverbruik(),
  };
  try {
    const antwoorden = await administratie.loonwaarden(clientnummers, raadpleging);
    return { antwoorden: antwoorden.map(kort), paginas, log };
  } finally {
    await administratie.sluit();
    await stubs.stop();
  }
}

/** Outcome, reason and the jobs in the rows: all that differs between these tests. */
function kort(antwoord: Bronantwoord<readonly LoonwaardeRij[]>) {
  return [
    antwoord.uitkomst,
    'reden' in antwoord ? antwoord.reden : null,
    'gegevens' in antwoord ? antwoord.gegevens.map((r) => r.Functie) : null,
  ];
}

const pag = (skip: number, take: number, rows: readonly unknown[]) => json(200, { skip, take, rows });

describe('pages', () => {
  it('are read until one is not full, by the size the source itself gives', async () => {
    const alle = [rij(a, 'een'), rij(a, 'twee'), rij(b, 'drie'), rij(b, 'vier'), rij(c, 'vijf')];
    expect(await vraag([c, a, b, d], (skip) => pag(skip, 2, alle.slice(skip, skip + 2)))).toEqual({
      antwoorden: [
        ['GEVONDEN', null, ['vijf']],
        ['GEVONDEN', null, ['een', 'twee']],
        ['GEVONDEN', null, ['drie', 'vier']],
        ['NIETS_GEVONDEN', null, null],
      ],
      paginas: [0, 2, 4],
      log: '',
    });
  });

  it.each([
    [
      '503',
      json(503, { error: { code: 503, message: 'INTERN' }, retry_after: 7200 }),
      'BRON_NIET_BESCHIKBAAR',
      'ONDERHOUD',
    ],
    ['500', json(500, { externalMessage: 'INTERN' }), 'FOUT', 'BRONFOUT'],
    ['half a page', { status: 200, headers: {}, body: '{"skip":3,"ta' }, 'FOUT', 'ONLEESBAAR'],
    ['the first page again', pag(0, 3, [rij(a), rij(a), rij(b)]), 'FOUT', 'ONVERWACHTE_VORM'],
  ])(
    'that fail after the first (%s) never make a list short in silence',
    async (_naam, tweede, uitkomst, reden) => {
      const eerste = pag(0, 3, [rij(a, 'een'), rij(b, 'twee'), rij(b, 'drie')]);
      const { antwoorden, log } = await vraag([a, b, c], (skip) => (skip === 0 ? eerste : tweede));
      expect(antwoorden).toEqual([
        ['GEVONDEN', null, ['een']],
        ['GEDEELTELIJK', 'ONVOLLEDIG', ['twee', 'drie']],
        [uitkomst, reden, null],
      ]);
      expect(log).toContain('a later page of the source did not come');
      expect(log).not.toContain('INTERN');
    },
  );

  it('without end are cut off, and nobody is said to be absent', async () => {
    const { antwoorden, paginas } = await vraag([a, b], (skip) => pag(skip, 1, [rij(a, String(skip))]));
    expect(paginas).toHaveLength(40);
    expect(antwoorden).toEqual([
      ['GEDEELTELIJK', 'ONVOLLEDIG', Array.from({ length: 40 }, (_, i) => String(i))],
      ['FOUT', 'ONVOLLEDIG', null],
    ]);
  });
});

describe('a source that does not do what was asked is not believed', () => {
  const geweigerd = [
    ['FOUT', 'ONVERWACHTE_VORM', null],
    ['FOUT', 'ONVERWACHTE_VORM', null],
  ];
  it.each([
    ['rows of clients nobody asked for (the filter did not work)', pag(0, 500, [rij(a), rij(c)])],
    ['rows not ordered by client', pag(0, 500, [rij(a), rij(b), rij(a)])],
    ['more rows than fit the page', pag(0, 1, [rij(a), rij(b)])],
    ['a larger page than was asked', pag(0, 9999, [rij(a)])],
    ['a row without the column that was filtered on', pag(0, 500, [meting])],
    ['rows that are no list', json(200, { skip: 0, take: 500, rows: { rij: rij(a) } })],
    ['a bare list', json(200, [rij(a)])],
  ])('%s', async (_naam, antwoord) => {
    expect((await vraag([a, b], () => antwoord)).antwoorden).toEqual(geweigerd);
  });

  it('a client whose number differs only in case is another client', async () => {
    const { antwoorden } = await vraag([a, b], () => pag(0, 500, [rij(a.toLowerCase()), rij(b)]));
    expect(antwoorden).toEqual([
      ['NIETS_GEVONDEN', null, null],
      ['GEVONDEN', null, ['Medewerker groen']],
    ]);
  });
});

describe('what is wrong with one client harms that client only', () => {
  it('a bad row beside a good one, and a client with nothing but a bad row', async () => {
    const slecht = (n: string) => ({ ...rij(n), Loonwaarde_percentage: 'veertig' });
    const { antwoorden } = await vraag([a, b, c], () =>
      pag(0, 500, [rij(a, 'goed'), slecht(a), slecht(b), rij(c, 'goed')]),
    );
    expect(antwoorden).toEqual([
      ['GEDEELTELIJK', 'ONVERWACHTE_VORM', ['goed']],
      ['FOUT', 'ONVERWACHTE_VORM', null],
      ['GEVONDEN', null, ['goed']],
    ]);
  });

  it('a number that was not issued here does not travel', async () => {
    const urls: string[] = [];
    const { antwoorden } = await vraag([`${a};x`, b], (skip, request) => {
      urls.push(request.query.get('filtervalues') ?? '');
      return pag(skip, 500, [rij(b)]);
    });
    expect(antwoorden).toEqual([
      ['FOUT', 'CLIENTNUMMER_ONBEKEND', null],
      ['GEVONDEN', null, ['Medewerker groen']],
    ]);
    expect(urls).toEqual([b]);
    expect((await vraag(['onzin'], () => pag(0, 500, []))).paginas).toEqual([]);
  });

  it('under a warning, no rows is no proof of nothing', async () => {
    const { antwoorden } = await vraag([a, b], () => ({
      ...pag(0, 500, [rij(a)]),
      headers: { warning: '199 - "onvolledig"' },
    }));
    expect(antwoorden).toEqual([
      ['GEDEELTELIJK', 'WAARSCHUWING', ['Medewerker groen']],
      ['FOUT', 'ONVOLLEDIG', null],
    ]);
  });
});

describe('refusals of AFAS', () => {
  it.each([
    [401, 'FOUT', 'AANMELDING_GEWEIGERD'],
    // An address that is not on the list of AFAS: about us, not about what this user may see.
    [403, 'FOUT', 'AANMELDING_GEWEIGERD'],
    [404, 'FOUT', 'BRONFOUT'],
    [503, 'BRON_NIET_BESCHIKBAAR', 'ONDERHOUD'],
  ])('%i is %s/%s', async (status, uitkomst, reden) => {
    const { antwoorden } = await vraag([a], () => json(status, { externalMessage: 'INTERN' }));
    expect(antwoorden).toEqual([[uitkomst, reden, null]]);
  });

  it('a 500 is logged with the reference that AFAS support asks for, and nothing else of it', async () => {
    const profitLogReference = '5D0C1C6E8F3B4F0A9B7E2A41C8D6E3F0';
    const { antwoorden, log } = await vraag([a], () =>
      json(500, { externalMessage: 'INTERN 999990019', errorNumber: 87, profitLogReference }),
    );
    expect(antwoorden).toEqual([['FOUT', 'BRONFOUT', null]]);
    expect(log).toContain(profitLogReference);
    expect(log).toContain('source did not answer');
    expect(log).not.toMatch(/INTERN|999990019/);
  });
});

it('the address of a full question stays below 6,000 characters', () => {
  const nummers = Array.from({ length: maxClientenPerVraag }, (_, i) => nummer(i));
  const path = connectorPad('Werkplein_Dienstverbanden', nummers, 19_500);
  expect(path.length).toBeLessThan(6_000);
  expect(new URL(path, 'https://12345.rest.afas.online').pathname.length).toBeLessThan(80);
});
