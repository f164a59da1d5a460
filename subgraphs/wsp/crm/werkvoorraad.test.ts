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
import { createBevolking } from '../../population/index.ts';
import { createCrm } from './source.ts';
import { createCrmStub } from './stub.ts';

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const now = () => new Date('2026-11-05T10:00:00Z');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const gezond = createCrmStub({ bevolking, ...pseudoniem, now });

/** The candidates of a matchmaker as the population has them. */
function ledenVan(nummer: string): readonly string[] {
  const { vacatures, werkgevers } = bevolking;
  const eigen = new Set(
    werkgevers.filter(({ matchmaker }) => matchmaker.nummer === nummer).map(({ kvkNummer }) => kvkNummer),
  );
  const ids = new Set(vacatures.filter(({ kvkNummer }) => eigen.has(kvkNummer)).map(({ id }) => id));
  return bevolking.personen
    .filter(({ voorstellen }) =>
      voorstellen.some((v) => ids.has(v.vacatureId) && ['VOORGESTELD', 'GESPREK'].includes(v.status)),
    )
    .map(({ bsn }) => pseudoniem.clientnummerVan(bsn))
    .sort();
}
const medewerkers = [...new Set(bevolking.werkgevers.map(({ matchmaker }) => matchmaker.nummer))];

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
  const stub = stubs.bronnen['CRM'] as LopendeStub;
  const config = { url: new URL(stub.url), timeoutMs: 2_000, maxGelijktijdig: 4 };
  const source = createCrm({ ...config, token: 'geheim' });
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

describe('the candidates of a matchmaker', () => {
  const [eerste = ''] = medewerkers;

  it('are those of the population, for every worker', async () => {
    const { vraag } = await open();
    for (const nummer of medewerkers) {
      const antwoord = await vraag(nummer);
      expect(antwoord).toMatchObject({ bron: 'CRM', uitkomst: 'GEVONDEN' });
      const clienten = antwoord !== undefined && 'gegevens' in antwoord ? antwoord.gegevens.clienten : [];
      expect(clienten.map(({ clientnummer }) => clientnummer).sort()).toEqual(ledenVan(nummer));
    }
  });

  it('are nobody for a worker the source does not know', async () => {
    const { vraag } = await open();
    expect(await vraag('ZZ-999')).toEqual({
      bron: 'CRM',
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

  it('are partial when the CRM has a candidate without a clientnummer', async () => {
    const { vraag } = await open((goed) =>
      met(goed, (b) => ({
        ...b,
        value: [...(b['value'] as readonly object[]), { wg_clientnummer: 'J. Jansen' }],
      })),
    );
    const antwoord = await vraag(eerste);
    expect(antwoord).toMatchObject({ uitkomst: 'GEDEELTELIJK', reden: 'ONVOLLEDIG' });
    const clienten = antwoord && 'gegevens' in antwoord ? antwoord.gegevens.clienten : [];
    expect(clienten.length).toBe(ledenVan(eerste).length);
  });

  it('are an error, not nobody, when all that came cannot be read', async () => {
    const { vraag } = await open((goed) =>
      met(goed, (b) => ({ ...b, value: [{ wg_clientnummer: 'J. Jansen' }] })),
    );
    expect(await vraag(eerste)).toMatchObject({ uitkomst: 'FOUT', reden: 'ONVOLLEDIG' });
  });

  it('are asked in one call, with a filter on the owner of the account', async () => {
    const filters: (string | null)[] = [];
    const { vraag } = await open((goed, { query }) => {
      filters.push(query.get('$filter'));
      return goed;
    });
    await vraag('MM-036');
    expect(filters).toEqual([
      "wg_vacatureid/wg_werkgeverid/owninguser/employeeid eq 'MM-036' and (wg_status eq 857310000 or wg_status eq 857310001)",
    ]);
  });
});
