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
import { createKvsSource } from './source.ts';
import { createKvsStub } from './stub.ts';

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const now = () => new Date('2026-11-05T10:00:00Z');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const gezond = createKvsStub({ bevolking, ...pseudoniem, now });

/** Whose the caseload is that a person is in. */
const medewerkerVan: (persoon: Persoon) => string | undefined = ({ klantdossier }) =>
  klantdossier?.klantmanager.nummer;
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
  const stub = stubs.bronnen['KVS'] as LopendeStub;
  const config = { url: new URL(stub.url), timeoutMs: 2_000, maxGelijktijdig: 4 };
  const source = createKvsSource({ ...config, token: 'geheim' }, pseudoniem);
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

describe('the clients of a klantmanager', () => {
  const [eerste = ''] = medewerkers;

  it('are those of the population, for every worker', async () => {
    const { vraag } = await open();
    for (const nummer of medewerkers) {
      const antwoord = await vraag(nummer);
      expect(antwoord).toMatchObject({ bron: 'KVS', uitkomst: 'GEVONDEN' });
      const clienten = antwoord !== undefined && 'gegevens' in antwoord ? antwoord.gegevens.clienten : [];
      expect(clienten.map(({ clientnummer }) => clientnummer).sort()).toEqual(ledenVan(nummer));
    }
  });

  it('are nobody for a worker the source does not know', async () => {
    const { vraag } = await open();
    expect(await vraag('ZZ-999')).toEqual({
      bron: 'KVS',
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

  const groot = medewerkers.find((nummer) => ledenVan(nummer).length > 50) ?? '';

  it('are asked without anything of their files, in pages of fifty', async () => {
    const gevraagd: unknown[] = [];
    const { vraag, aantal } = await open((goed, request) => {
      gevraagd.push((JSON.parse(request.body) as { readonly expand: unknown }).expand);
      return goed;
    });
    await vraag(groot);
    expect(gevraagd).toEqual([[], []]);
    expect(aantal()).toBe(2);
  });

  it('are partial when the second page does not come: the first is there, and the count of the source', async () => {
    const { vraag } = await open((goed, { query }) =>
      query.get('page') === '2' ? { ...goed, status: 503 } : goed,
    );
    const antwoord = await vraag(groot);
    expect(antwoord).toMatchObject({
      uitkomst: 'GEDEELTELIJK',
      reden: 'ONVOLLEDIG',
      gegevens: { totaal: ledenVan(groot).length },
    });
    expect(antwoord && 'gegevens' in antwoord ? antwoord.gegevens.clienten.length : 0).toBe(50);
  });

  it('are partial when a party has no burgerservicenummer', async () => {
    const { vraag } = await open((goed) =>
      met(goed, (b) => ({
        ...b,
        next: null,
        results: (b['results'] as readonly object[]).map((partij, i) =>
          i === 0 ? { ...partij, partijIdentificatoren: [] } : partij,
        ),
      })),
    );
    expect(await vraag(eerste)).toMatchObject({ uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG' });
  });

  it('come to an end when every page says that there is a next one', async () => {
    const { vraag, aantal } = await open((goed, { query }) =>
      met(goed, (b) => ({
        ...b,
        results: [{ partijIdentificatoren: [] }],
        next: `http://elders.example/x?page=${Number(query.get('page') ?? '1') + 1}`,
      })),
    );
    expect(await vraag(eerste)).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVOLLEDIG' });
    expect(aantal()).toBeLessThanOrEqual(40);
  });
});
