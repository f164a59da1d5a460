import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Bronantwoord,
  createBronverbruik,
  createLogger,
  createPseudonimiseerder,
  type LopendeStubs,
  type OpenSubgraph,
  startStubs,
} from '../kit/index.ts';
import { createBevolking, type Persoon } from '../population/index.ts';
import type { Context } from './context.ts';
import { sw } from './index.ts';
import { createStubs } from './stub.ts';

// The simulated sources over the whole of a region: what the graph gives back are the facts that were put in.
const sleutel = 'ab'.repeat(32);
const { clientnummerVan, bsnVan } = createPseudonimiseerder(sleutel, 'westland');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const logger = createLogger('test', { level: 'silent' });
const now = () => new Date('2026-11-01T08:00:00.000Z');

let stubs: LopendeStubs;
let subgraph: OpenSubgraph<Context>;

beforeAll(async () => {
  stubs = await startStubs(createStubs({ bevolking, clientnummerVan, bsnVan, now }));
  const config = sw.leesConfig({
    SW_ADMINISTRATIE_URL: stubs.bronnen['SW_ADMINISTRATIE']?.url,
    SW_ADMINISTRATIE_TOKEN: '0'.repeat(64),
    SW_WACHTLIJST_URL: stubs.bronnen['SW_WACHTLIJST']?.url,
    SW_WACHTLIJST_GEBRUIKER: 'werkplein',
    SW_WACHTLIJST_WACHTWOORD: 'alleen-voor-tests',
    PSEUDONIEM_SLEUTEL: sleutel,
    WERKPLEIN_REGIO: 'westland',
  });
  subgraph = sw.open(config, { logger });
});

afterAll(async () => {
  await subgraph.sluit();
  await stubs.stop();
});

/** The loaders of a new request. */
function context(): Context {
  const signal = new AbortController().signal;
  return subgraph.context({ correlationId: 'test', signal, now, logger, verbruik: createBronverbruik() });
}

const gegevens = <T>(antwoord: Bronantwoord<T>) =>
  'gegevens' in antwoord ? antwoord.gegevens : antwoord.uitkomst;
const klanten = (mensen: readonly Persoon[]) => mensen.map(({ bsn }) => clientnummerVan(bsn));
const dag = (datum: string | undefined) => datum ?? null;

it('273 people of Westland work at the company, 63 wait', async () => {
  const { dienstverbanden, wachtlijst } = context();
  const bekend = bevolking.personen.filter((p) => p.swDienstverband ?? p.swWachtlijst);
  const contracten = (await dienstverbanden.loadMany(klanten(bekend))).flatMap((antwoord) =>
    'gegevens' in antwoord ? antwoord.gegevens : [],
  );
  expect(contracten.filter((contract) => contract.Einddatum === null)).toHaveLength(273);
  const plaatsen = (await wachtlijst.loadMany(klanten(bekend))).flatMap((antwoord) =>
    'gegevens' in antwoord ? (antwoord.gegevens.PLAATS ?? []) : [],
  );
  expect(plaatsen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 63 }, (_, i) => i + 1));
});

it('a thousand people have the placements and measurements that they have', async () => {
  const mensen = bevolking.personen.slice(0, 1_000);
  const { plaatsingen, loonwaarden } = context();
  const gelezen = await Promise.all(
    klanten(mensen).map(async (nummer) => ({
      plaatsingen: gegevens(await plaatsingen.load(nummer)),
      metingen: gegevens(await loonwaarden.load(nummer)),
    })),
  );
  const ofNiets = <T>(rijen: readonly T[]) => (rijen.length === 0 ? 'NIETS_GEVONDEN' : rijen);
  expect(gelezen).toEqual(
    mensen.map((p) => ({
      plaatsingen: ofNiets(
        (p.swDienstverband?.plaatsingen ?? []).map((plaatsing) => ({
          Soort_plaatsing: plaatsing.soort,
          Functie: plaatsing.functie,
          Uren_per_week: plaatsing.urenPerWeek,
          Begindatum: plaatsing.begindatum,
          Einddatum: dag(plaatsing.einddatum),
          KvK_nummer: dag(plaatsing.kvkNummer),
        })),
      ),
      metingen: ofNiets(
        p.loonwaardemetingen.map((meting) => ({
          Datum_vaststelling: meting.datum,
          Loonwaarde_percentage: meting.percentage,
          Methode: meting.methode,
          Functie: meting.functie,
        })),
      ),
    })),
  );
});

it('everybody who works or worked at the company has the development plan that they have', async () => {
  const mensen = bevolking.personen.filter((p) => p.swDienstverband !== undefined);
  const { ontwikkelplannen } = context();
  const gelezen = await Promise.all(
    klanten(mensen).map(async (nummer) => gegevens(await ontwikkelplannen.load(nummer))),
  );
  const regel = { Begindatum: null, Datum_behaald: null, Datum_evaluatie: null, Streefdatum: null };
  const plannen = mensen.map(({ ontwikkelplan: plan }) => {
    if (plan === undefined) return 'NIETS_GEVONDEN';
    return [
      ...plan.doelen.map((doel) => ({
        ...regel,
        Soort_regel: 'DOEL',
        Omschrijving: doel.omschrijving,
        Begindatum: doel.begindatum,
        Streefdatum: doel.streefdatum,
        Datum_behaald: dag(doel.behaaldOp),
        Status: doel.status,
        Conclusie: null,
      })),
      ...plan.evaluaties.map((evaluatie) => ({
        ...regel,
        Soort_regel: 'EVALUATIE',
        Omschrijving: null,
        Status: null,
        Datum_evaluatie: evaluatie.datum,
        Conclusie: evaluatie.conclusie,
      })),
    ];
  });
  expect(gelezen).toEqual(plannen);
  const [heeft, heeftNiet] = [true, false].map(
    (wel) => plannen.filter((p) => Array.isArray(p) === wel).length,
  );
  expect(heeft).toBeGreaterThan(heeftNiet ?? 0);
});

it('the export is fetched once in a request, also for clients asked later, and anew in the next', async () => {
  const [eerste = '', tweede = ''] = klanten(bevolking.personen);
  const downloads = () => stubs.bronnen['SW_WACHTLIJST']?.calls()['GET /export/wachtlijst.csv'];
  stubs.bronnen['SW_WACHTLIJST']?.reset();
  const { wachtlijst } = context();
  await wachtlijst.load(eerste);
  await wachtlijst.load(tweede);
  expect(downloads()).toBe(1);
  await context().wachtlijst.load(eerste);
  expect(downloads()).toBe(2);
});
