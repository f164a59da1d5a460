import { afterEach, describe, expect, it } from 'vitest';
import {
  type BronStub,
  createBronverbruik,
  createLogger,
  createPseudonimiseerder,
  json,
  type LopendeStub,
  type Raadpleging,
  type StubFault,
  type StubRequest,
  type StubResponse,
  startStubs,
} from '../../kit/index.ts';
import { createBevolking, type Persoon } from '../../population/index.ts';
import { createSonar } from './source.ts';
import { createSonarStub } from './stub.ts';

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const now = () => new Date('2026-11-05T10:00:00Z');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const gezond = createSonarStub({ bevolking, ...pseudoniem, now });

/** Whose the caseload is that a person is in. */
const medewerkerVan: (persoon: Persoon) => string | undefined = ({ werkzoekende: w }) =>
  w?.uitgeschrevenOp === undefined ? w?.werkcoach.nummer : undefined;
const medewerkers = [...new Set(bevolking.personen.flatMap((persoon) => medewerkerVan(persoon) ?? []))];

/** The clients of a worker as the population has them. */
function ledenVan(nummer: string): readonly string[] {
  return bevolking.personen
    .filter((persoon) => medewerkerVan(persoon) === nummer)
    .map(({ bsn }) => pseudoniem.clientnummerVan(bsn))
    .sort();
}

const raadpleging = (): Raadpleging => ({
  correlationId: 'test',
  signal: new AbortController().signal,
  now,
  logger: createLogger('test', { level: 'silent' }),
  verbruik: createBronverbruik(),
});

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opruimen.splice(0).map((sluit) => sluit()));
});

/** The source over a running stub; `anders` changes what the healthy one says. */
async function open(anders?: (goed: StubResponse, request: StubRequest) => StubResponse) {
  const antwoord: BronStub['antwoord'] = async (request) => {
    const goed = await gezond.antwoord(request);
    return anders?.(goed, request) ?? goed;
  };
  const stubs = await startStubs([{ ...gezond, antwoord }]);
  const stub = stubs.bronnen['SONAR'] as LopendeStub;
  const config = { url: new URL(stub.url), timeoutMs: 2_000, maxGelijktijdig: 4 };
  const source = createSonar({ ...config, token: 'geheim' }, pseudoniem);
  opruimen.push(source.sluit, stubs.stop);
  const vraag = async (nummer: string) => {
    const [antwoordVan] = await source.werkvoorraad([nummer], raadpleging());
    return antwoordVan;
  };
  const aantal = () => Object.values(stub.calls()).reduce((a, b) => a + b, 0);
  return { stub, vraag, aantal };
}

/** The body of a healthy answer, changed. */
function met(
  goed: StubResponse,
  wijzig: (body: Record<string, unknown>) => Record<string, unknown>,
): StubResponse {
  return json(200, wijzig(JSON.parse(goed.body) as Record<string, unknown>));
}

describe('the jobseekers of a werkcoach', () => {
  const [eerste = ''] = medewerkers;

  it('are those of the population, for every worker', async () => {
    const { vraag } = await open();
    for (const nummer of medewerkers) {
      const antwoord = await vraag(nummer);
      expect(antwoord).toMatchObject({ bron: 'SONAR', uitkomst: 'GEVONDEN' });
      const clienten = antwoord !== undefined && 'gegevens' in antwoord ? antwoord.gegevens.clienten : [];
      expect(clienten.map(({ clientnummer }) => clientnummer).sort()).toEqual(ledenVan(nummer));
    }
  });

  it('are nobody for a worker the source does not know', async () => {
    const { vraag } = await open();
    expect(await vraag('ZZ-999')).toEqual({
      bron: 'SONAR',
      uitkomst: 'NIETS_GEVONDEN',
      geraadpleegdOp: now().toISOString(),
    });
  });

  it.each([['000000012'], ["KM'001"], ['a;b'], ['']])(
    'are not asked for %j, which is no number of a worker',
    async (nummer) => {
      const { vraag, aantal } = await open();
      expect(await vraag(nummer)).toMatchObject({ uitkomst: 'FOUT', reden: 'SLEUTEL_ONGELDIG' });
      expect(aantal()).toBe(0);
    },
  );

  it.each([
    ['nothing-found', 'NIETS_GEVONDEN', undefined],
    ['warning', 'GEDEELTELIJK', 'WAARSCHUWING'],
    ['server-error', 'FOUT', 'BRONFOUT'],
    ['wrong-shape', 'FOUT', 'ONVERWACHTE_VORM'],
    ['malformed', 'FOUT', 'ONLEESBAAR'],
    ['maintenance', 'BRON_NIET_BESCHIKBAAR', 'ONDERHOUD'],
    ['rate-limited', 'BRON_NIET_BESCHIKBAAR', 'BEGRENSD'],
    ['refused', 'BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR'],
  ] as const satisfies readonly (readonly [StubFault, string, string | undefined])[])(
    'under %s: %s',
    async (fault, uitkomst, reden) => {
      const { stub, vraag } = await open();
      await stub.setFault(fault);
      const antwoord = await vraag(eerste);
      expect([antwoord?.uitkomst, antwoord && 'reden' in antwoord ? antwoord.reden : undefined]).toEqual([
        uitkomst,
        reden,
      ]);
    },
  );

  const groot = medewerkers.find((nummer) => ledenVan(nummer).length > 100) ?? '';
  const pagina = (request: StubRequest) => (JSON.parse(request.body) as { readonly pagina: number }).pagina;

  it('are partial when the second page does not come: the first is there, and the count of the source', async () => {
    const { vraag } = await open((goed, request) =>
      pagina(request) === 2 ? { ...goed, status: 503 } : goed,
    );
    const antwoord = await vraag(groot);
    expect(antwoord).toMatchObject({
      uitkomst: 'GEDEELTELIJK',
      reden: 'ONVOLLEDIG',
      gegevens: { totaal: ledenVan(groot).length },
    });
    expect(antwoord && 'gegevens' in antwoord ? antwoord.gegevens.clienten.length : 0).toBe(100);
  });

  it.each([
    ['of another werkcoach', (b: Record<string, unknown>) => ({ ...b, werkcoach: 'WC-999' })],
    ['with another page', (b: Record<string, unknown>) => ({ ...b, pagina: 7 })],
    [
      'that goes on after an empty page',
      (b: Record<string, unknown>) => ({ ...b, klanten: [], volgendePagina: 2 }),
    ],
    ['that goes back to the first page', (b: Record<string, unknown>) => ({ ...b, volgendePagina: 1 })],
  ])('are not believed from an answer %s', async (_wat, wijzig) => {
    const { vraag } = await open((goed) => met(goed, wijzig));
    expect(await vraag(eerste)).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' });
  });

  it('come to an end, whatever the source says', async () => {
    const { vraag, aantal } = await open((_goed, request) =>
      json(200, {
        werkcoach: eerste,
        pagina: pagina(request),
        volgendePagina: pagina(request) + 1,
        totaal: 1_000_000,
        klanten: [{ bsn: '999990019' }],
      }),
    );
    expect(await vraag(eerste)).toMatchObject({ uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG' });
    expect(aantal()).toBe(20);
  });

  it('are an error when the address is wrong: another 404 is about us', async () => {
    const { vraag } = await open(() => json(404, { code: 'niet_gevonden' }));
    expect(await vraag(eerste)).toMatchObject({ uitkomst: 'FOUT', reden: 'BRONFOUT' });
  });
});
