/** Employment at an employer over the whole Werkplein: counted where it can be, held back where it tells of few. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { lees, operatie, toetsmoment } from '../operations.ts';

let werkplein: LopendWerkplein;

beforeAll(async () => {
  werkplein = await startWerkplein({ now: toetsmoment });
});

afterAll(async () => {
  await werkplein.stop();
});

/** How many of the population work at an employer now. */
const werkendBij = (kvkNummer: string) =>
  werkplein.bevolking.personen
    .flatMap(({ inkomstenverhoudingen }) => inkomstenverhoudingen)
    .filter((v) => v.werkgever.kvkNummer === kvkNummer && v.einddatum === undefined).length;

async function dienstverbanden(is: (aantal: number) => boolean): Promise<unknown> {
  // Of a business without legal personality the register gives no RSIN to ask with.
  const werkgever = werkplein.bevolking.werkgevers.find(
    (w) => w.rechtsvorm === 'Besloten Vennootschap' && is(werkendBij(w.kvkNummer)),
  );
  const { data, errors } = await werkplein.vraag(operatie('werkgever'), { kvkNummer: werkgever?.kvkNummer });
  expect(errors).toBeUndefined();
  return lees(data, 'werkgever.uwvDienstverbanden');
}

describe('employment at an employer', () => {
  it('is counted where at least five work', async () => {
    const antwoord = await dienstverbanden((aantal) => aantal >= 5);
    expect(antwoord).toMatchObject({ bron: { uitkomst: 'GEVONDEN' }, onderdrukt: false });
    expect(lees(antwoord, 'aantalLopend')).toBeGreaterThanOrEqual(5);
  });

  it('is held back where one to four work, and says so', async () => {
    expect(await dienstverbanden((aantal) => aantal > 0 && aantal < 5)).toMatchObject({
      bron: { uitkomst: 'GEVONDEN' },
      aantalLopend: null,
      onderdrukt: true,
    });
  });

  it('is not there where UWV knows of none', async () => {
    expect(await dienstverbanden((aantal) => aantal === 0)).toMatchObject({
      bron: { uitkomst: 'NIETS_GEVONDEN' },
      aantalLopend: null,
      onderdrukt: null,
    });
  });
});
