/** Every process rule over the whole Werkplein: for somebody of the caseload it comes, is due, or is late. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { ruimeTijd } from '../../commands/ruime-tijd.ts';
import { vraagdagVan } from '../../subgraphs/population/index.ts';
import { leesElk, operatie, toetsmoment } from '../operations.ts';

/** How each rule can stand. A term that begins is never late; readiness and concurrence have no term that ends. */
const standen: Readonly<Record<string, readonly string[]>> = {
  BED180: ['AAN_DE_ORDE', 'KOMT', 'TE_LAAT'],
  GEREED: ['AAN_DE_ORDE'],
  HERB: ['AAN_DE_ORDE', 'KOMT', 'TE_LAAT'],
  NAZ14: ['AAN_DE_ORDE', 'KOMT', 'TE_LAAT'],
  PW90: ['AAN_DE_ORDE', 'KOMT', 'TE_LAAT'],
  SAMEN: ['AAN_DE_ORDE', 'KOMT'],
  TEGEN180: ['AAN_DE_ORDE', 'KOMT'],
  TREDE365: ['AAN_DE_ORDE', 'KOMT', 'TE_LAAT'],
  WF14: ['AAN_DE_ORDE', 'KOMT', 'TE_LAAT'],
  WF48: ['AAN_DE_ORDE', 'KOMT', 'TE_LAAT'],
  ZOEK56: ['AAN_DE_ORDE', 'KOMT'],
};

const feit = z.looseObject({ wat: z.string(), waarde: z.string().nullable() });
const signaal = z.looseObject({
  regel: z.string(),
  stand: z.string(),
  vervaldatum: z.string().nullable(),
  feiten: z.array(feit),
});
const vorm = z.object({
  clienten: z.array(
    z.looseObject({
      clientnummer: z.string(),
      signalen: z.looseObject({ signalen: z.array(signaal), volledig: z.boolean() }),
    }),
  ),
});
type Signaal = z.infer<typeof signaal>;

let werkplein: LopendWerkplein;
/** The signals of everyone with a file, by clientnummer. */
const perClient = new Map<string, readonly Signaal[]>();

beforeAll(async () => {
  werkplein = await startWerkplein({ now: toetsmoment, env: await ruimeTijd() });
  const nummers = werkplein.bevolking.personen
    .filter(({ klantdossier }) => klantdossier !== undefined)
    .map(({ bsn }) => werkplein.pseudoniem.clientnummerVan(bsn));
  for (let i = 0; i < nummers.length; i += 50) {
    const { data, errors } = await werkplein.vraag(operatie('signalen'), {
      clientnummers: nummers.slice(i, i + 50),
    });
    expect(errors).toBeUndefined();
    for (const { clientnummer, signalen } of vorm.parse(data).clienten) {
      expect(signalen.volledig).toBe(true);
      perClient.set(clientnummer, signalen.signalen);
    }
  }
}, 120_000);

afterAll(async () => {
  await werkplein.stop();
});

const alle = () => [...perClient.values()].flat();

describe('the caseload of Westland', () => {
  it('is everyone with a file', () => {
    expect(perClient.size).toBe(
      werkplein.bevolking.personen.filter(({ klantdossier }) => klantdossier !== undefined).length,
    );
    expect(perClient.size).toBeGreaterThan(530);
  });

  it.each(Object.entries(standen))('has someone for %s in each stand: %j', (regel, verwacht) => {
    const gezien = new Set(alle().flatMap((s) => (s.regel === regel ? [s.stand] : [])));
    expect([...gezien].sort()).toEqual(verwacht);
  });

  it('has no signal of a rule that is not in this table', () => {
    expect([...new Set(alle().map(({ regel }) => regel))].sort()).toEqual(Object.keys(standen).sort());
  });

  it.each([
    ['PW90', 'intensieve persoonlijke dienstverlening', 'niet geregistreerd: beoordeeld op trajecten'],
    ['BED180', 'werkaanbod', 'niet geregistreerd: beoordeeld op werk'],
    ['TEGEN180', 'tegenprestatie', 'niet geregistreerd: beoordeeld op trajecten en trede'],
  ])(
    'has signals of %s on the registration of the municipality, and on what stands in for it',
    (regel, wat, vervanging) => {
      const waarden = alle()
        .filter((s) => s.regel === regel)
        .flatMap(({ feiten }) => feiten.filter((f) => f.wat === wat).map(({ waarde }) => waarde));
      expect(waarden).toContain(vervanging);
      expect(waarden.some((waarde) => waarde !== vervanging)).toBe(true);
    },
  );
});

describe('the lives in which a term ends', () => {
  it('are asked about on the day around which they end', () => {
    expect(toetsmoment().toISOString().slice(0, 10)).toBe(vraagdagVan(werkplein.bevolking.peildatum));
  });

  it('have the signals of their rules on that day', () => {
    const { personen, levenslopen = [] } = werkplein.bevolking;
    expect(levenslopen.length).toBeGreaterThan(20);
    const gemist = levenslopen.flatMap(({ regels, vervalt, volgnummer }) => {
      const signalen =
        perClient.get(werkplein.pseudoniem.clientnummerVan(personen[volgnummer]?.bsn ?? '')) ?? [];
      return regels
        .filter((regel) => !signalen.some((s) => s.regel === regel && s.vervaldatum === vervalt))
        .map((regel) => `${regel} ${vervalt}`);
    });
    expect(gemist).toEqual([]);
  });
});

describe('rule DUBBEL', () => {
  it('shows where two partners approached an employer within two weeks, and does not where they did not', async () => {
    const dubbel = async (kvkNummer: string | undefined) => {
      const { data, errors } = await werkplein.vraag(
        `query ($k: String!) { werkgever(kvkNummer: $k) { dubbeleBenaderingen { bepaalbaarheid benaderingen { dagenErtussen } } } }`,
        { k: kvkNummer },
      );
      expect(errors).toBeUndefined();
      return leesElk(data, 'werkgever.dubbeleBenaderingen.benaderingen', 'dagenErtussen');
    };
    const { werkgevers } = werkplein.bevolking;
    const partners = (namens: readonly string[]) => new Set(namens).size;
    const een = werkgevers.find(({ contacten }) => partners(contacten.map((c) => c.namens)) === 1);
    const twee = werkgevers.find(({ contacten }) => partners(contacten.map((c) => c.namens)) === 2);
    const [dagen] = await dubbel(twee?.kvkNummer);
    expect(dagen).toBeLessThanOrEqual(14);
    expect(await dubbel(een?.kvkNummer)).toEqual([]);
  });
});
