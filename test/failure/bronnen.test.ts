/**
 * Every source, every way it can fail: the outcome stands in the answer, the rest of the profile is
 * what it was, and nothing of the source's own text comes out.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Antwoord, type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { registry } from '../../subgraphs/index.ts';
import { bronPrefix, type StubFault } from '../../subgraphs/kit/index.ts';
import { operatie, toetsmoment } from '../operations.ts';

const uitkomsten: Readonly<Record<Exclude<StubFault, 'none'>, string>> = {
  'nothing-found': 'NIETS_GEVONDEN',
  warning: 'GEDEELTELIJK',
  'server-error': 'FOUT',
  malformed: 'FOUT',
  'wrong-shape': 'FOUT',
  refused: 'BRON_NIET_BESCHIKBAAR',
  hang: 'BRON_NIET_BESCHIKBAAR',
  maintenance: 'BRON_NIET_BESCHIKBAAR',
  'rate-limited': 'BRON_NIET_BESCHIKBAAR',
};

/** The profile, with an employer so that every source of every partner is asked. */
const query = operatie('clientprofiel').replace(
  'query Clientprofiel($clientnummer: ID!) {',
  `query AlleBronnen($clientnummer: ID!, $kvkNummer: String!) {
    werkgever(kvkNummer: $kvkNummer) {
      relatie { bron { ...Herkomst } naam branche matchmaker { naam } }
      handelsregister { bron { ...Herkomst } naam rechtsvorm }
    }`,
);

const partners = await Promise.all(
  registry.map(async ({ naam, laad }) => ({ naam, bronnen: (await laad()).bronnen })),
);
const bronnen = partners.flatMap(({ naam, bronnen: eigen }) =>
  eigen.map((bron) => ({ partner: naam, bron })),
);
const faults = Object.keys(uitkomsten) as (keyof typeof uitkomsten)[];

let werkplein: LopendWerkplein;
let variables: Record<string, unknown>;
let gezond: Antwoord;

beforeAll(async () => {
  // Short times, so that a hanging source is given up soon; a 429 asks to wait longer than this.
  const env = Object.fromEntries(
    bronnen.map(({ partner, bron }) => [`${bronPrefix(partner, bron)}_TIMEOUT_MS`, '1000']),
  );
  werkplein = await startWerkplein({ now: toetsmoment, env });
  const client = werkplein.bevolking.personen[0];
  const werkgever = werkplein.bevolking.werkgevers[0];
  variables = {
    clientnummer: werkplein.pseudoniem.clientnummerVan(client?.bsn ?? ''),
    kvkNummer: werkgever?.kvkNummer,
  };
  gezond = await werkplein.vraag(query, variables);
});

afterEach(async () => {
  for (const stub of Object.values(werkplein.bronnen)) {
    if (stub.fault() !== 'none') await stub.setFault('none');
  }
});

afterAll(async () => {
  await werkplein.stop();
});

describe('a healthy Werkplein', () => {
  it('answers from every source of every partner', () => {
    expect(gezond.errors).toBeUndefined();
    const gevonden = Object.fromEntries(slices(gezond.data).map(({ bron }) => [bron.bron, bron.uitkomst]));
    expect(gevonden).toEqual(Object.fromEntries(bronnen.map(({ bron }) => [bron, 'GEVONDEN'])));
  });
});

describe.each(bronnen)('$bron of $partner', ({ bron }) => {
  it.each(faults)('%s: says so, and leaves the rest as it was', async (fault) => {
    await werkplein.bronnen[bron]?.setFault(fault);
    const antwoord = await werkplein.vraag(query, variables);

    const eigen = slices(antwoord.data).filter((slice) => slice.bron.bron === bron);
    expect(eigen.length).toBeGreaterThan(0);
    for (const slice of eigen) {
      expect(slice.bron.uitkomst).toBe(uitkomsten[fault]);
      const { bron: _herkomst, ...gegevens } = slice;
      expect(Object.values(gegevens).some((waarde) => waarde !== null)).toBe(fault === 'warning');
      expect(slice.bron.melding === null).toBe(fault === 'nothing-found');
    }

    expect(zonder(antwoord.data, bron)).toEqual(zonder(gezond.data, bron));
    expect(antwoord.errors).toBeUndefined();

    const regel = antwoord.extensions?.bronnen?.find((b) => b.bron === bron);
    expect(regel?.uitkomst).toBe(uitkomsten[fault]);
    expect(JSON.stringify(antwoord)).not.toMatch(/INTERN|stack|127\.0\.0\.1|Error|Exception/i);
  });
});

type Slice = {
  readonly bron: { readonly bron: string; readonly uitkomst: string; readonly melding: unknown };
};

/** Every slice of an answer: an object that carries its provenance. */
function slices(value: unknown): readonly Slice[] {
  if (Array.isArray(value)) return value.flatMap(slices);
  if (typeof value !== 'object' || value === null) return [];
  return [...(isSlice(value) ? [value] : []), ...Object.values(value).flatMap(slices)];
}

function isSlice(value: object): value is Slice {
  return 'bron' in value && typeof value.bron === 'object' && value.bron !== null && 'uitkomst' in value.bron;
}

/** The answer without the slices of one source, and without what was computed from several. */
function zonder(value: unknown, bron: string): unknown {
  if (Array.isArray(value)) return value.map((v) => zonder(v, bron));
  if (typeof value !== 'object' || value === null) return value;
  if (isSlice(value) && value.bron.bron === bron) return `slice of ${bron}`;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([naam, deel]) => !(naam === 'doelgroep' || (naam === 'uitkeringen' && !Array.isArray(deel))))
      .map(([naam, deel]) => [naam, zonder(deel, bron)]),
  );
}
