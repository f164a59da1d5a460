/** A caseload over the whole Werkplein: who is in it for each role, in which order, and what silence does to it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { ruimeTijd } from '../../commands/ruime-tijd.ts';
import type { Persoon } from '../../subgraphs/population/index.ts';
import { lees, operatie, toetsmoment } from '../operations.ts';
import { delen, gevallen as gevallenVan, type Rol, rollen } from './medewerkers.ts';

let werkplein: LopendWerkplein;
let oversteken: readonly string[] = [];

beforeAll(async () => {
  werkplein = await startWerkplein({
    now: toetsmoment,
    env: await ruimeTijd(),
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

const gevallen = () => gevallenVan(werkplein);

/** The clientnummers of everyone for whom `is` holds, in the order of the pseudonyms. */
function nummers(is: (persoon: Persoon) => boolean): readonly string[] {
  const { bevolking, pseudoniem } = werkplein;
  return bevolking.personen
    .filter(is)
    .map(({ bsn }) => pseudoniem.clientnummerVan(bsn))
    .sort();
}

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
    // A matchmaker does not see the file.
    klantdossier: z.object({ trede: z.object({ vastgesteldOp: z.string() }).nullable() }).optional(),
    doelgroep: z.object({ doelgroep: z.string().nullable() }),
  }),
);

/** The part that the partner of the role has of the caseload: its page of it, or what stands in its place. */
async function vraagDeel(rol: Rol, variables: Readonly<Record<string, unknown>> = {}) {
  const { data, errors } = await werkplein.vraag(operatie('caseload'), {
    rol,
    medewerkernummer: gevallen()[rol].nummer,
    first: 100,
    ...variables,
  });
  return { deel: lees(data, `werkvoorraad.${delen[rol].veld}`), errors };
}
const deelvorm = z.object({
  bron: z.object({ bron: z.string(), uitkomst: z.literal('GEVONDEN') }),
  totaal: z.number().nullable(),
  bladzijde: clientenvorm.pick({ edges: true, pageInfo: true }),
});

/** The answer to a choice from a caseload; `gevonden` is the list, or what stands in its place. */
async function vraag(rol: Rol, variables: Readonly<Record<string, unknown>> = {}) {
  const { data, errors } = await werkplein.vraag(operatie('caseload-keuze'), {
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
      const { deel, errors }: Awaited<ReturnType<typeof vraagDeel>> = await vraagDeel(rol, {
        first: 37,
        after,
      });
      expect(errors).toBeUndefined();
      const { bron, totaal, bladzijde } = deelvorm.parse(deel);
      expect(bron.bron).toBe(delen[rol].bron);
      expect([clienten.length, null]).toContain(totaal);
      gezien.push(...clientnummers(bladzijde));
      after = bladzijde.pageInfo.hasNextPage ? bladzijde.pageInfo.endCursor : null;
    } while (after !== null);
    expect(gezien).toEqual(clienten);
  });

  it('of a worker nobody knows has nobody: the partner answered that', async () => {
    const { deel, errors } = await vraagDeel(rol, { medewerkernummer: 'ZZ-999' });
    expect(errors).toBeUndefined();
    const bron = { bron: delen[rol].bron, uitkomst: 'NIETS_GEVONDEN', melding: null };
    expect(deel).toEqual({ bron, totaal: null, bladzijde: null });
    const { gevonden } = await vraag(rol, { medewerkernummer: 'ZZ-999', filter: { doelgroepen: ['ZORG'] } });
    expect(gevonden).toEqual({
      totalCount: 0,
      onbepaald: 0,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      bronnen: [bron],
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
    expect(perPartner()).toEqual({ [delen[rol].partner]: 1 });
    const gevraagd = Object.values(werkplein.bronnen).filter((stub) => Object.keys(stub.calls()).length > 0);
    expect(gevraagd.map(({ bron }) => bron)).toEqual([delen[rol].bron]);
  });

  /** Which of these clients are in it, as the partner of the role says, with what it cost. */
  async function toets(gevraagd: readonly string[]) {
    const { data, errors } = await werkplein.vraag(
      `query ($rol: Werkvoorraadrol!, $m: ID!, $c: [ID!]!) {
        werkvoorraad(rol: $rol, medewerkernummer: $m) {
          ${['Klantmanager', 'Werkcoach', 'Arbeidsbemiddelaar', 'Matchmaker']
            .map((soort) => `... on Werkvoorraad${soort} { bevat(clientnummers: $c) { ...Toets } }`)
            .join(' ')}
        }
      }
      fragment Toets on Werkvoorraadtoets { bron { bron uitkomst } clienten { clientnummer } }`,
      { rol, m: gevallen()[rol].nummer, c: gevraagd },
    );
    return { bevat: lees(data, 'werkvoorraad.bevat'), errors };
  }

  it('tells of clients whether they are in it, at the cost of one call and without reading it', async () => {
    const { clienten } = gevallen()[rol];
    const [een = '', twee = ''] = clienten;
    const elders = nummers(() => true).find((nummer) => !clienten.includes(nummer)) ?? '';
    expect(await toets([twee, elders, een, twee])).toEqual({
      errors: undefined,
      bevat: {
        bron: { bron: delen[rol].bron, uitkomst: 'GEVONDEN' },
        clienten: [{ clientnummer: twee }, { clientnummer: een }],
      },
    });
    expect(perPartner()).toEqual({ [delen[rol].partner]: 1 });
    const aanroepen = Object.values(werkplein.bronnen).flatMap(({ bron, calls }) =>
      Object.values(calls()).map((aantal) => [bron, aantal]),
    );
    expect(aanroepen).toEqual([[delen[rol].bron, 1]]);
  });

  it.each([0, 101])('is not told of %i clients', async (aantal) => {
    const { bevat, errors } = await toets(nummers(() => true).slice(0, aantal));
    expect(bevat).toBeNull();
    expect(errors).toMatchObject([
      {
        message: 'clientnummers must be between 1 and 100 in number.',
        path: ['werkvoorraad', 'bevat'],
        extensions: { code: 'ONGELDIGE_INVOER' },
      },
    ]);
  });

  it('is not there when its source is silent, and that is no empty list', async () => {
    await werkplein.bronnen[delen[rol].bron]?.setFault('refused');
    const bron = {
      bron: delen[rol].bron,
      uitkomst: 'BRON_NIET_BESCHIKBAAR',
      melding: 'De bron is niet bereikbaar.',
    };
    expect((await vraagDeel(rol)).deel).toEqual({ bron, totaal: null, bladzijde: null });
    const { gevonden } = await vraag(rol, { filter: { doelgroepen: ['ZORG'] } });
    expect(gevonden).toEqual({
      totalCount: null,
      onbepaald: null,
      edges: null,
      pageInfo: null,
      bronnen: [bron],
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
    const dagen = lijst.edges.map((edge) => edge.node.klantdossier?.trede?.vastgesteldOp ?? '');
    expect(dagen).toEqual([...dagen].sort().reverse());
  });

  it('keeps the target groups asked for, for a matchmaker too', async () => {
    for (const rol of ['ARBEIDSBEMIDDELAAR', 'MATCHMAKER'] as const) {
      const alle = deelvorm.parse((await vraagDeel(rol)).deel).bladzijde;
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
    const { bladzijde } = deelvorm.parse((await vraagDeel('WERKCOACH')).deel);
    expect(clientnummers(bladzijde)).toEqual(clienten.slice(0, 100));
  });
});

describe('what a choice rests on', () => {
  it('is shown as the partner said it, with its own provenance, also of a source that is silent', async () => {
    const heel = await vraagLijst('KLANTMANAGER', { sortering: 'TREDE_LANGST_GELEDEN' });
    expect(heel.edges.every(({ node }) => node.klantdossier?.trede !== undefined)).toBe(true);
    await werkplein.bronnen['KVS']?.setFault('refused');
    const { gevonden } = await vraag('WERKCOACH', { filter: { doelgroepen: ['BEPERKT'] } });
    const stil = z.object({ edges: z.array(z.object({ node: z.object({ klantdossier: z.unknown() }) })) });
    const dossiers = stil.parse(gevonden).edges.map(({ node }) => node.klantdossier);
    expect(dossiers.length).toBeGreaterThan(0);
    for (const dossier of dossiers) {
      expect(dossier).toEqual({
        bron: { bron: 'KVS', uitkomst: 'BRON_NIET_BESCHIKBAAR' },
        status: null,
        trede: null,
      });
    }
  });
});

describe('a caseload by what is due', () => {
  const edge = z.object({
    node: z.object({ clientnummer: z.string() }),
    signalen: z.object({
      signalen: z.array(
        z.object({ regel: z.string(), stand: z.string(), vervaldatum: z.string().nullable() }),
      ),
    }),
  });
  const signalenvorm = lijstvorm(z.unknown()).extend({ edges: z.array(edge) });
  const nu = ({ signalen }: z.infer<typeof edge>) =>
    signalen.signalen.filter(({ stand }) => stand !== 'KOMT');

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
  });

  it('shows with each client what is due for that client, as the client itself does', async () => {
    const { edges } = await vraagSignalen('KLANTMANAGER', { first: 5 });
    const { data } = await werkplein.vraag(
      `query ($c: [ID!]!) { clienten(clientnummers: $c) { signalen { signalen { regel stand vervaldatum } } } }`,
      { c: edges.map(({ node }) => node.clientnummer) },
    );
    expect(lees(data, 'clienten')).toEqual(
      edges.map(({ signalen }) => ({
        signalen: {
          signalen: signalen.signalen.map(({ regel, stand, vervaldatum }) => ({ regel, stand, vervaldatum })),
        },
      })),
    );
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
    [
      'neither a choice nor an order',
      { filter: {} },
      'clienten must be given a filter or an order; the list as it is stands in the bladzijde of its partner.',
    ],
  ])('that asks %s is refused', async (_wat, variables, message) => {
    const { errors } = await vraag('KLANTMANAGER', { filter: { treden: [3] }, ...variables });
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
    const lijst = await vraagLijst('KLANTMANAGER', { first: 1, sortering: 'TREDE_KORTST_GELEDEN' });
    const { errors } = await vraag('KLANTMANAGER', {
      after: lijst.pageInfo.endCursor,
      sortering: 'TREDE_LANGST_GELEDEN',
    });
    expect(errors?.map((e) => e.message)).toEqual(['after is not a position of this list.']);
  });

  it.each([
    [{ first: 0 }, 'first must be between 1 and 100.'],
    [{ first: 101 }, 'first must be between 1 and 100.'],
    [{ after: 'bm90IGEgY3Vyc29y' }, 'after is not a position of this list.'],
  ])('for a page that is none is refused by the partner too: %j', async (variables, message) => {
    const { deel, errors } = await vraagDeel('WERKCOACH', variables);
    expect(errors?.map((e) => [e.extensions['code'], e.message])).toEqual([['ONGELDIGE_INVOER', message]]);
    expect(deel).toMatchObject({ bron: { uitkomst: 'GEVONDEN' }, bladzijde: null });
  });
});
