import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { goldenCases } from '../../test/golden-cases.ts';
import { mapContactmoment, mapRelatie, mapVacature, mapVoorstel } from './crm/map.ts';
import { account, contactmoment, vacature, voorstel } from './crm/messages.ts';
import { mapBasisprofiel } from './kvk/map.ts';
import { basisprofiel } from './kvk/messages.ts';

const pagina = <R extends z.ZodType>(rij: R) => z.object({ value: z.array(rij) });
const lees = {
  accounts: (bericht: unknown) => pagina(account).parse(bericht).value.map(mapRelatie),
  wg_vacatures: (bericht: unknown) => pagina(vacature).parse(bericht).value.map(mapVacature),
  wg_voorstellen: (bericht: unknown) => pagina(voorstel).parse(bericht).value.map(mapVoorstel),
  wg_contactmomenten: (bericht: unknown) => pagina(contactmoment).parse(bericht).value.map(mapContactmoment),
  kvk: (bericht: unknown) => mapBasisprofiel(basisprofiel.parse(bericht)),
};

const gevallen = (bron: 'crm' | 'kvk') =>
  goldenCases(new URL(`./${bron}/fixtures/`, import.meta.url), 'json').map(({ naam, input, expected }) => ({
    geval: naam,
    input: JSON.parse(input) as unknown,
    expected,
  }));

describe('golden cases', () => {
  test.each(gevallen('crm'))('crm: $geval', ({ geval, input, expected }) => {
    const soort = (['accounts', 'wg_vacatures', 'wg_voorstellen', 'wg_contactmomenten'] as const).find((s) =>
      geval.startsWith(s),
    );
    expect(soort && lees[soort](input)).toEqual(expected);
  });
  test.each(gevallen('kvk'))('kvk: $geval', ({ input, expected }) => {
    expect(lees.kvk(input)).toEqual(expected);
  });
  test('there are cases of every message', () => {
    expect(gevallen('crm').map(({ geval }) => geval.split('-')[0])).toEqual(
      expect.arrayContaining(['accounts', 'wg_vacatures', 'wg_voorstellen', 'wg_contactmomenten']),
    );
    expect(gevallen('kvk').length).toBeGreaterThanOrEqual(3);
  });
});

describe('messages of another shape are not read', () => {
  const [goed] = gevallen('kvk');
  test.each([
    ['a KvK number as a number', { kvkNummer: 1234567 }],
    ['a date that does not exist', { formeleRegistratiedatum: '20231332' }],
    ['a date with dashes', { formeleRegistratiedatum: '2023-01-01' }],
    [
      'an indicator that is neither Ja nor Nee',
      { sbiActiviteiten: [{ sbiCode: '1', indHoofdactiviteit: 'J' }] },
    ],
    ['people as text', { totaalWerkzamePersonen: '12' }],
  ])('kvk: %s', (_, anders) => {
    expect(basisprofiel.safeParse({ ...(goed?.input as object), ...anders }).success).toBe(false);
  });

  const [proposal] = z
    .object({ value: z.array(z.looseObject({})) })
    .parse(gevallen('crm').find(({ geval }) => geval === 'wg_voorstellen-geplaatst')?.input).value;
  test.each([
    ['a key that is no UUID', { wg_voorstelid: '17' }],
    ['no clientnummer', { wg_clientnummer: null }],
    ['a date that does not exist', { wg_voorgesteldop: '2026-02-30' }],
    ['a choice as text', { wg_status: 'Geplaatst' }],
    ['a column that was not sent', { wg_terugkoppeling: undefined }],
  ])('crm: %s', (_, anders) => {
    expect(voorstel.safeParse(proposal).success).toBe(true);
    expect(voorstel.safeParse({ ...proposal, ...anders }).success).toBe(false);
  });
});
