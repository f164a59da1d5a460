/**
 * Every source, every way it can fail: the outcome stands in the answer, the rest of the profile is
 * what it was, and nothing of the source's own text comes out.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Antwoord, type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { lees, operatie, toetsmoment } from '../operations.ts';
import { slices, zonder } from '../slices.ts';
import { bronnen, korteTijden, uitkomsten, uitzonderingen } from './uitkomsten.ts';

/** The profile, with an employer and the figures of UWV so that every source of every partner is asked. */
const query = operatie('clientprofiel').replace(
  'query Clientprofiel($clientnummer: ID!) {',
  `query AlleBronnen($clientnummer: ID!, $kvkNummer: String!) {
    verantwoording(van: "2025-11-02", tot: "2026-11-01") {
      uwv { bron { ...Herkomst } totaal { instroom uitstroom bestand } werkzoekenden { bestand } }
    }
    werkgever(kvkNummer: $kvkNummer) {
      relatie {
        bron { ...Herkomst } naam branche matchmaker { naam }
        contactmomenten { bron { ...Herkomst } edges { node { id op } } }
        zoekopdrachten { bron { ...Herkomst } edges { node { id omschrijving } } }
      }
      handelsregister { bron { ...Herkomst } naam rechtsvorm vestigingen { bron { ...Herkomst } aantal } }
      contactenElders { bron { ...Herkomst } contacten { datum organisatie } }
    }`,
);

const faults = Object.keys(uitkomsten) as (keyof typeof uitkomsten)[];

let werkplein: LopendWerkplein;
let variables: Record<string, unknown>;
let gezond: Antwoord;

beforeAll(async () => {
  werkplein = await startWerkplein({ now: toetsmoment, env: korteTijden });
  const client = werkplein.bevolking.personen[0];
  const werkgever = werkplein.bevolking.werkgevers[0];
  variables = {
    clientnummer: werkplein.pseudoniem.clientnummerVan(client?.bsn ?? ''),
    kvkNummer: werkgever?.kvkNummer,
  };
  // The first answer of a process is slower than any after it, and may be too late for these short times.
  await werkplein.vraag(query, variables);
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
    const uitkomst = uitzonderingen[bron]?.[fault] ?? uitkomsten[fault];

    const eigen = slices(antwoord.data).filter((slice) => slice.bron.bron === bron);
    expect(eigen.length).toBeGreaterThan(0);
    for (const slice of eigen) {
      expect(slice.bron.uitkomst).toBe(uitkomst);
      const { bron: _herkomst, ...gegevens } = slice;
      expect(Object.values(gegevens).some((waarde) => waarde !== null)).toBe(uitkomst === 'GEDEELTELIJK');
      // Data that stand in for those of now say of which day they are.
      if (bron in uitzonderingen && uitkomst === 'GEDEELTELIJK') {
        expect(lees(slice, 'bron.actueelPer')).toBe(werkplein.bevolking.peildatum);
      }
      expect(slice.bron.melding === null).toBe(fault === 'nothing-found');
    }

    expect(zonder(antwoord.data, bron)).toEqual(zonder(gezond.data, bron));
    expect(antwoord.errors).toBeUndefined();

    const regel = antwoord.extensions?.bronnen?.find((b) => b.bron === bron);
    expect(regel?.uitkomst).toBe(uitkomst);
    expect(JSON.stringify(antwoord)).not.toMatch(/INTERN|stack|127\.0\.0\.1|Error|Exception/i);
  });
});

describe('a source whose last whole file is not kept, or was never there', () => {
  let vergeetachtig: LopendWerkplein;

  beforeAll(async () => {
    const env = { SW_WACHTLIJST_BEWAAR_UREN: '0', SW_WACHTLIJST_TIMEOUT_MS: '1000' };
    vergeetachtig = await startWerkplein({ now: toetsmoment, env });
  });

  afterAll(async () => {
    await vergeetachtig.stop();
  });

  it.each(faults)('%s: SW_WACHTLIJST fails as every source does', async (fault) => {
    await vergeetachtig.bronnen['SW_WACHTLIJST']?.setFault(fault);
    const vraag = `query ($clientnummer: ID!) {
      client(clientnummer: $clientnummer) { wachtlijst { bron { bron uitkomst melding } plaats } }
    }`;
    const { clientnummer } = variables;
    const antwoord = await vergeetachtig.vraag(vraag, { clientnummer });
    await vergeetachtig.bronnen['SW_WACHTLIJST']?.setFault('none');
    expect(antwoord.errors).toBeUndefined();
    expect(antwoord.data).toEqual({
      client: {
        wachtlijst: {
          bron: {
            bron: 'SW_WACHTLIJST',
            uitkomst: uitkomsten[fault],
            melding: fault === 'nothing-found' ? null : (expect.any(String) as unknown),
          },
          plaats: fault === 'warning' ? (expect.any(Number) as unknown) : null,
        },
      },
    });
  });
});
