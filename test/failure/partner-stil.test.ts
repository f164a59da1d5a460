/** A whole partner away, its subgraph or its systems: the other three parts still come, in one answer. */
import { afterEach, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { registry } from '../../subgraphs/index.ts';
import { lees, nietVoorProfiel, operatie, toetsmoment } from '../operations.ts';

/** One slice of each partner that stands for it in the profile. */
const delen = {
  gemeente: 'klantdossier',
  uwv: 'werkzoekende',
  sw: 'loonwaarde',
  wsp: 'bemiddeling',
} as const;
type Partner = keyof typeof delen;
const partners = Object.keys(delen) as Partner[];

let werkplein: LopendWerkplein;

afterEach(async () => {
  await werkplein.stop();
});

async function vraagProfiel() {
  const clientnummer = werkplein.pseudoniem.clientnummerVan(werkplein.bevolking.personen[0]?.bsn ?? '');
  return werkplein.vraag(operatie('clientprofiel'), { clientnummer });
}

describe.each(partners)('without the subgraph of %s', (weg) => {
  it('the others answer, each missing source is an error and a line, and computed fields say what they lack', async () => {
    werkplein = await startWerkplein({ now: toetsmoment });
    await werkplein.partners[weg]?.subgraph.stop();
    const { data, errors, extensions } = await vraagProfiel();
    for (const partner of partners) {
      const slice = `client.${delen[partner]}`;
      if (partner === weg) expect(lees(data, slice)).toBeNull();
      else expect(lees(data, `${slice}.bron.uitkomst`)).toBe('GEVONDEN');
    }
    const eigen = await bronnenVan(weg);
    const gevraagd = eigen.filter((bron) => !nietVoorProfiel.includes(bron));
    expect(errors?.map((e) => e.extensions['bron']).sort()).toEqual([...gevraagd].sort());
    for (const error of errors ?? []) {
      expect(error.extensions).toEqual({
        code: 'BRON_NIET_BESCHIKBAAR',
        bron: error.extensions['bron'],
        subgraph: weg,
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      });
      expect(error.path?.[0]).toBe('client');
    }
    const stil = extensions?.bronnen
      ?.filter((b) => b.uitkomst === 'BRON_NIET_BESCHIKBAAR')
      .map((b) => b.bron);
    expect(stil?.sort()).toEqual([...gevraagd].sort());
    expect(lees(data, 'client.uitkeringen.volledig')).toBe(weg !== 'gemeente' && weg !== 'uwv');
    expect(lees(data, 'client.doelgroep.volledig')).toBe(weg !== 'gemeente' && weg !== 'sw');
    expect(lees(data, 'client.doelgroep.bepaalbaarheid')).toBe('BEPAALD');
  });
});

describe.each(partners)('without the systems of %s', (weg) => {
  it('its slices say that their source is not available, and the others answer', async () => {
    werkplein = await startWerkplein({ now: toetsmoment });
    await werkplein.partners[weg]?.stubs.stop();
    const { data, errors } = await vraagProfiel();
    expect(errors).toBeUndefined();
    for (const partner of partners) {
      const verwacht = partner === weg ? 'BRON_NIET_BESCHIKBAAR' : 'GEVONDEN';
      expect([partner, lees(data, `client.${delen[partner]}.bron.uitkomst`)]).toEqual([partner, verwacht]);
    }
  });
});

describe('without any partner', () => {
  it('the client is still there, with every gap named', async () => {
    werkplein = await startWerkplein({ now: toetsmoment });
    await Promise.all(Object.values(werkplein.partners).map(({ subgraph }) => subgraph.stop()));
    const { data, extensions } = await vraagProfiel();
    expect(lees(data, 'client.clientnummer')).toMatch(/^w1\./);
    expect(lees(data, 'client.uitkeringen')).toEqual({ uitkeringen: [], samenloop: [], volledig: false });
    expect(lees(data, 'client.doelgroep.bepaalbaarheid')).toBe('NIET_TE_BEPALEN');
    const uitkomsten = new Set(extensions?.bronnen?.map((b) => b.uitkomst));
    expect([...uitkomsten]).toEqual(['BRON_NIET_BESCHIKBAAR']);
  });
});

async function bronnenVan(naam: string): Promise<readonly string[]> {
  return (await registry.find((partner) => partner.naam === naam)?.laad())?.bronnen ?? [];
}
