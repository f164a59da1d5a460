/** A caseload over the whole Werkplein: who is in it for each role, what it costs, and what silence does to it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import type { Persoon } from '../../subgraphs/population/index.ts';
import { lees, operatie, toetsmoment } from '../operations.ts';

let werkplein: LopendWerkplein;
let oversteken: readonly string[] = [];

beforeAll(async () => {
  werkplein = await startWerkplein({
    now: toetsmoment,
    opKlaar: ({ verslag }) => {
      oversteken = verslag.oversteken().map(({ subgraph }) => subgraph);
    },
  });
});

beforeEach(() => {
  for (const stub of Object.values(werkplein.bronnen)) stub.reset();
});

afterEach(async () => {
  for (const stub of Object.values(werkplein.bronnen))
    if (stub.fault() !== 'none') await stub.setFault('none');
});

afterAll(async () => {
  await werkplein.stop();
});

type Rol = 'KLANTMANAGER' | 'WERKCOACH' | 'ARBEIDSBEMIDDELAAR' | 'MATCHMAKER';

/** The clientnummers of everyone for whom `in` holds, in the order of the default list. */
function nummers(is: (persoon: Persoon) => boolean): readonly string[] {
  const { bevolking, pseudoniem } = werkplein;
  return bevolking.personen
    .filter(is)
    .map(({ bsn }) => pseudoniem.clientnummerVan(bsn))
    .sort();
}

/** The worker of each role who has the first client, or another one, and the clients that the worker should see. */
function gevallen(): Readonly<
  Record<Rol, { readonly nummer: string; readonly clienten: readonly string[] }>
> {
  const { personen, vacatures, werkgevers } = werkplein.bevolking;
  const matchmakers = new Map(
    vacatures.map((v) => [v.id, werkgevers.find((w) => w.kvkNummer === v.kvkNummer)?.matchmaker.nummer]),
  );
  const klantmanager = personen[0]?.klantdossier?.klantmanager.nummer ?? '';
  const werkcoach = personen[0]?.werkzoekende?.werkcoach.nummer ?? '';
  const matchmaker = matchmakers.get(personen[0]?.voorstellen[0]?.vacatureId ?? '') ?? '';
  const consulent = personen[0]?.swDienstverband?.consulent.nummer ?? '';
  return {
    KLANTMANAGER: {
      nummer: klantmanager,
      clienten: nummers((p) => p.klantdossier?.klantmanager.nummer === klantmanager),
    },
    WERKCOACH: {
      nummer: werkcoach,
      clienten: nummers(
        ({ werkzoekende: w }) => w?.werkcoach.nummer === werkcoach && w.uitgeschrevenOp === undefined,
      ),
    },
    ARBEIDSBEMIDDELAAR: {
      nummer: consulent,
      clienten: nummers(
        ({ swDienstverband: d }) => d?.consulent.nummer === consulent && d.einddatum === undefined,
      ),
    },
    MATCHMAKER: {
      nummer: matchmaker,
      clienten: nummers((p) =>
        p.voorstellen.some(
          (v) =>
            (v.status === 'VOORGESTELD' || v.status === 'GESPREK') &&
            matchmakers.get(v.vacatureId) === matchmaker,
        ),
      ),
    },
  };
}

const bronVan = {
  KLANTMANAGER: 'KVS',
  WERKCOACH: 'SONAR',
  ARBEIDSBEMIDDELAAR: 'SW_ADMINISTRATIE',
  MATCHMAKER: 'CRM',
};
const rollen = Object.keys(bronVan) as readonly Rol[];

/** A list that is there, of clients of whom `node` is asked. */
const lijstvorm = <T>(node: z.ZodType<T>) =>
  z.object({
    totalCount: z.number().nullable(),
    onbepaald: z.number(),
    edges: z.array(z.object({ node })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    bronnen: z.array(z.object({ bron: z.string(), uitkomst: z.string(), melding: z.string().nullable() })),
  });
const clientenvorm = lijstvorm(
  z.object({
    clientnummer: z.string(),
    klantdossier: z.object({ trede: z.object({ vastgesteldOp: z.string() }).nullable() }),
    doelgroep: z.object({ doelgroep: z.string().nullable() }),
  }),
);

/** The answer to a caseload; `gevonden` is the list, or what stands in its place. */
async function vraag(rol: Rol, variables: Readonly<Record<string, unknown>> = {}) {
  const { data, errors } = await werkplein.vraag(operatie('caseload'), {
    rol,
    medewerkernummer: gevallen()[rol].nummer,
    first: 100,
    ...variables,
  });
  return { gevonden: lees(data, 'werkvoorraad.clienten'), errors };
}

async function vraagLijst(rol: Rol, variables: Readonly<Record<string, unknown>> = {}) {
  const { gevonden, errors } = await vraag(rol, variables);
  expect(errors).toBeUndefined();
  return clientenvorm.parse(gevonden);
}

type Clienten = { readonly edges: readonly { readonly node: { readonly clientnummer: string } }[] };
const clientnummers = (lijst: Clienten) => lijst.edges.map(({ node }) => node.clientnummer);

function aanroepen(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.values(werkplein.bronnen)
      .map((stub) => [stub.bron, Object.values(stub.calls()).reduce((a, b) => a + b, 0)] as const)
      .filter(([, aantal]) => aantal > 0),
  );
}

function perPartner(): Readonly<Record<string, number>> {
  const telling: Record<string, number> = {};
  for (const naam of oversteken.filter((n) => n !== 'werkplein')) telling[naam] = (telling[naam] ?? 0) + 1;
  return telling;
}

describe.each(rollen)('the caseload of a %s', (rol) => {
  it('holds the clients of that worker, all of them, each once', async () => {
    const { clienten } = gevallen()[rol];
    expect(clienten.length).toBeGreaterThan(10);
    const gezien: string[] = [];
    let after: string | null = null;
    do {
      const lijst: z.infer<typeof clientenvorm> = await vraagLijst(rol, { first: 37, after });
      expect([lijst.totalCount, lijst.onbepaald]).toEqual([clienten.length, 0]);
      gezien.push(...clientnummers(lijst));
      after = lijst.pageInfo.hasNextPage ? lijst.pageInfo.endCursor : null;
    } while (after !== null);
    expect(gezien).toEqual(clienten);
  });

  it('of a worker nobody knows is empty: the partner answered that there is nobody', async () => {
    const { gevonden, errors } = await vraag(rol, { medewerkernummer: 'ZZ-999' });
    expect(errors).toBeUndefined();
    expect(gevonden).toEqual({
      totalCount: 0,
      onbepaald: 0,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      bronnen: [{ bron: bronVan[rol], uitkomst: 'NIETS_GEVONDEN', melding: null }],
    });
  });

  it('is asked of one partner, and of one source when only its size is asked', async () => {
    const { errors } = await werkplein.vraag(
      `query ($rol: Werkvoorraadrol!, $m: ID!) {
        werkvoorraad(rol: $rol, medewerkernummer: $m) {
          ... on WerkvoorraadKlantmanager { vanGemeente { totaal } }
          ... on WerkvoorraadWerkcoach { vanUwv { totaal } }
          ... on WerkvoorraadArbeidsbemiddelaar { vanSw { totaal } }
          ... on WerkvoorraadMatchmaker { vanWsp { totaal } }
        }
      }`,
      { rol, m: gevallen()[rol].nummer },
    );
    expect(errors).toBeUndefined();
    expect(Object.values(perPartner())).toEqual([1]);
    expect(Object.keys(aanroepen())).toEqual([bronVan[rol]]);
  });

  it('is not there when its source is silent, and that is no empty list', async () => {
    await werkplein.bronnen[bronVan[rol]]?.setFault('refused');
    const { gevonden } = await vraag(rol);
    expect(gevonden).toEqual({
      totalCount: null,
      onbepaald: null,
      edges: null,
      pageInfo: null,
      bronnen: [
        {
          bron: bronVan[rol],
          uitkomst: 'BRON_NIET_BESCHIKBAAR',
          melding: 'De bron is niet bereikbaar.',
        },
      ],
    });
  });
});

describe('a caseload filtered and sorted over several partners', () => {
  it('keeps the clients with a status, and says which sources that rests on', async () => {
    const { nummer } = gevallen().KLANTMANAGER;
    const lijst = await vraagLijst('KLANTMANAGER', {
      filter: { statussen: ['GEREED_VOOR_UITSTROOM', 'INTAKE'] },
    });
    expect(clientnummers(lijst)).toEqual(
      nummers(
        ({ klantdossier: k }) =>
          k?.klantmanager.nummer === nummer && ['GEREED_VOOR_UITSTROOM', 'INTAKE'].includes(k.status),
      ),
    );
    expect(lijst.bronnen).toEqual([{ bron: 'KVS', uitkomst: 'GEVONDEN', melding: null }]);
  });

  it('sorts a caseload of the sheltered-employment company on a fact of the municipality', async () => {
    const lijst = await vraagLijst('ARBEIDSBEMIDDELAAR', { sortering: 'TREDE_KORTST_GELEDEN' });
    expect([...clientnummers(lijst)].sort()).toEqual(gevallen().ARBEIDSBEMIDDELAAR.clienten);
    const dagen = lijst.edges.map((edge) => edge.node.klantdossier.trede?.vastgesteldOp ?? '');
    expect(dagen).toEqual([...dagen].sort().reverse());
  });

  it('keeps the target groups asked for, for a matchmaker too', async () => {
    for (const rol of ['ARBEIDSBEMIDDELAAR', 'MATCHMAKER'] as const) {
      const alle = await vraagLijst(rol);
      const lijst = await vraagLijst(rol, { filter: { doelgroepen: ['BEPERKT', 'BIJNA_VOLLEDIG'] } });
      const verwacht = alle.edges.filter((edge) =>
        ['BEPERKT', 'BIJNA_VOLLEDIG'].includes(edge.node.doelgroep.doelgroep ?? ''),
      );
      expect(clientnummers(lijst)).toEqual(clientnummers({ edges: verwacht }));
      expect(lijst.totalCount).toBe(verwacht.length);
      expect(lijst.onbepaald).toBe(0);
    }
  });

  it('counts who could not be judged when a source behind the filter is silent', async () => {
    const { clienten } = gevallen().WERKCOACH;
    await werkplein.bronnen['KVS']?.setFault('refused');
    const { gevonden } = await vraag('WERKCOACH', { filter: { treden: [3] } });
    expect(gevonden).toMatchObject({
      totalCount: null,
      onbepaald: clienten.length,
      edges: null,
      pageInfo: null,
      bronnen: [
        { bron: 'SONAR', uitkomst: 'GEVONDEN' },
        { bron: 'KVS', uitkomst: 'BRON_NIET_BESCHIKBAAR' },
      ],
    });
    const zonderFilter = await vraagLijst('WERKCOACH');
    expect(zonderFilter).toMatchObject({ totalCount: clienten.length, onbepaald: 0 });
  });
});

describe('what a caseload costs', () => {
  // Each partner at most once for the list with what it is filtered and sorted on, and once for the page.
  it.each([
    ['KLANTMANAGER', { gemeente: 2, sw: 2, uwv: 1, wsp: 1 }],
    ['WERKCOACH', { gemeente: 2, sw: 2, uwv: 2, wsp: 1 }],
    ['ARBEIDSBEMIDDELAAR', { gemeente: 2, sw: 2, uwv: 1, wsp: 1 }],
    ['MATCHMAKER', { gemeente: 2, sw: 2, uwv: 1, wsp: 2 }],
  ] as const)('%s: one call per partner for the list and one for the page', async (rol, verwacht) => {
    const lijst = await vraagLijst(rol, { filter: { doelgroepen: ['BEPERKT', 'BESCHUT', 'ZORG'] } });
    expect(lijst.edges.length).toBeGreaterThan(0);
    expect(perPartner()).toEqual(verwacht);
  });

  it('for a page of a hundred clients the same; sources with a batch call are asked in batches', async () => {
    const { clienten } = gevallen().WERKCOACH;
    const lijst = await vraagLijst('WERKCOACH');
    expect([clienten.length > 100, lijst.edges.length]).toEqual([true, 100]);
    expect(perPartner()).toEqual({ gemeente: 2, sw: 2, uwv: 2, wsp: 1 });
    const perHonderd = Math.ceil(clienten.length / 100);
    expect(aanroepen()).toEqual({
      SONAR: perHonderd,
      // The files of everyone in the list, in pages of fifty of a hundred asked; then those of the page.
      KVS: expect.any(Number) as number,
      SW_ADMINISTRATIE: perHonderd + 1,
      SUWI_REINTEGRATIE: clienten.length + 100,
      SUWINET_WERKZOEKENDE: 100,
      BRP: 5,
      SW_WACHTLIJST: 1,
      CRM: 1,
    });
  });
});

describe('a caseload by what is due', () => {
  const signalenvorm = lijstvorm(
    z.object({
      clientnummer: z.string(),
      signalen: z.object({
        signalen: z.array(
          z.object({ regel: z.string(), stand: z.string(), vervaldatum: z.string().nullable() }),
        ),
      }),
    }),
  );
  type Regel = z.infer<typeof signalenvorm>['edges'][number];
  const nu = ({ node }: Regel) => node.signalen.signalen.filter(({ stand }) => stand !== 'KOMT');

  async function vraagSignalen(rol: Rol, variables: Readonly<Record<string, unknown>> = {}) {
    const { data, errors } = await werkplein.vraag(operatie('caseload-signalen'), {
      rol,
      medewerkernummer: gevallen()[rol].nummer,
      first: 100,
      ...variables,
    });
    expect(errors).toBeUndefined();
    return signalenvorm.parse(lees(data, 'werkvoorraad.naarSignaal'));
  }

  it('shows everyone, the most urgent first', async () => {
    const { edges: regels } = await vraagSignalen('KLANTMANAGER');
    expect(regels.map(({ node }) => node.clientnummer).sort()).toEqual(gevallen().KLANTMANAGER.clienten);
    const dagen = regels.filter((r) => nu(r).length > 0).map((r) => nu(r)[0]?.vervaldatum ?? '9999-12-31');
    expect(dagen.length).toBeGreaterThan(0);
    expect(dagen).toEqual([...dagen].sort());
    expect(regels.slice(0, dagen.length).every((r) => nu(r).length > 0)).toBe(true);
    expect(perPartner()).toEqual({ gemeente: 2, uwv: 2, sw: 2, wsp: 2 });
  });

  it('keeps those for whom a rule is due', async () => {
    const alle = await vraagSignalen('KLANTMANAGER');
    const lijst = await vraagSignalen('KLANTMANAGER', { regels: ['TREDE365'] });
    const verwacht = alle.edges
      .filter((r) => nu(r).some(({ regel }) => regel === 'TREDE365'))
      .map(({ node }) => node.clientnummer);
    expect(clientnummers(lijst).toSorted()).toEqual(verwacht.toSorted());
  });

  it('says so when no rule can be judged', async () => {
    await werkplein.bronnen['SUWINET_INKOMSTEN']?.setFault('refused');
    const lijst = await vraagSignalen('KLANTMANAGER');
    expect(lijst.edges.length).toBe(gevallen().KLANTMANAGER.clienten.length);
    expect(lijst.bronnen).toContainEqual({
      bron: 'SUWINET_INKOMSTEN',
      uitkomst: 'BRON_NIET_BESCHIKBAAR',
      melding: 'De bron is niet bereikbaar.',
    });
  });
});

describe('a question about a caseload', () => {
  it.each([
    ['no clients', { first: 0 }, 'first must be between 1 and 100.'],
    ['more than a hundred clients', { first: 101 }, 'first must be between 1 and 100.'],
    ['a position of nothing', { after: 'bm90IGEgY3Vyc29y' }, 'after is not a position of this list.'],
    ['a step that is not on the ladder', { filter: { treden: [7] } }, 'treden must be between 1 and 6.'],
    ['no step at all', { filter: { treden: [] } }, 'treden must name between 1 and 100 values.'],
    [
      'a number of a person',
      { medewerkernummer: '999990019' },
      'medewerkernummer does not have the form of the number of a worker.',
    ],
  ])('that asks %s is refused', async (_wat, variables, message) => {
    const { errors } = await vraag('KLANTMANAGER', variables);
    expect(errors?.map((e) => [e.extensions['code'], e.message])).toEqual([['ONGELDIGE_INVOER', message]]);
  });

  it.each([
    { filter: { treden: [3] } },
    { filter: { statussen: ['TRAJECT'] } },
    { sortering: 'TREDE_LANGST_GELEDEN' },
  ])('of a matchmaker by what a matchmaker does not see is refused: %j', async (variables) => {
    const { errors } = await vraag('MATCHMAKER', variables);
    expect(errors?.map((e) => e.extensions['code'])).toEqual(['ONGELDIGE_INVOER']);
  });

  it('with a position of another order is refused', async () => {
    const lijst = await vraagLijst('KLANTMANAGER', { first: 1 });
    const { errors } = await vraag('KLANTMANAGER', {
      after: lijst.pageInfo.endCursor,
      sortering: 'TREDE_LANGST_GELEDEN',
    });
    expect(errors?.map((e) => e.message)).toEqual(['after is not a position of this list.']);
  });
});
