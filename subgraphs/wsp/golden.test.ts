import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { goldenCases } from '../../test/golden-cases.ts';
import {
  mapContactmoment,
  mapPlaatsingsafspraak,
  mapRelatie,
  mapVacature,
  mapVoorstel,
  mapZoekopdracht,
} from './crm/map.ts';
import {
  account,
  contactmoment,
  plaatsingsafspraak,
  vacature,
  voorstel,
  zoekopdracht,
} from './crm/messages.ts';
import { mapBasisprofiel, mapVestigingen } from './kvk/map.ts';
import { basisprofiel, vestigingen } from './kvk/messages.ts';
import { mapContactenElders } from './vum/map.ts';
import { matches } from './vum/messages.ts';

const pagina = <R extends z.ZodType>(rij: R) => z.object({ value: z.array(rij) });
const lees = {
  accounts: (bericht: unknown) => pagina(account).parse(bericht).value.map(mapRelatie),
  wg_vacatures: (bericht: unknown) => pagina(vacature).parse(bericht).value.map(mapVacature),
  wg_voorstellen: (bericht: unknown) => pagina(voorstel).parse(bericht).value.map(mapVoorstel),
  wg_contactmomenten: (bericht: unknown) => pagina(contactmoment).parse(bericht).value.map(mapContactmoment),
  wg_zoekopdrachten: (bericht: unknown) => pagina(zoekopdracht).parse(bericht).value.map(mapZoekopdracht),
  wg_plaatsingsafspraken: (bericht: unknown) =>
    pagina(plaatsingsafspraak).parse(bericht).value.map(mapPlaatsingsafspraak),
};
const soorten = Object.keys(lees) as (keyof typeof lees)[];

function leesKvk(geval: string, bericht: unknown): unknown {
  return geval.startsWith('vestigingen')
    ? mapVestigingen(vestigingen.parse(bericht))
    : mapBasisprofiel(basisprofiel.parse(bericht));
}

const gevallen = (bron: 'crm' | 'kvk' | 'vum') =>
  goldenCases(new URL(`./${bron}/fixtures/`, import.meta.url), 'json').map(({ naam, input, expected }) => ({
    geval: naam,
    input: JSON.parse(input) as unknown,
    expected,
  }));

describe('golden cases', () => {
  test.each(gevallen('crm'))('crm: $geval', ({ geval, input, expected }) => {
    const soort = soorten.find((s) => geval.startsWith(s));
    expect(soort && lees[soort](input)).toEqual(expected);
  });
  test.each(gevallen('kvk'))('kvk: $geval', ({ geval, input, expected }) => {
    expect(leesKvk(geval, input)).toEqual(expected);
  });
  test.each(gevallen('vum'))('vum: $geval', ({ input, expected }) => {
    expect(mapContactenElders(matches.parse(input).matches)).toEqual(expected);
  });
  test('there are cases of every message', () => {
    expect(gevallen('crm').map(({ geval }) => geval.split('-')[0])).toEqual(expect.arrayContaining(soorten));
    expect(gevallen('kvk').length).toBeGreaterThanOrEqual(5);
    expect(gevallen('vum').length).toBeGreaterThanOrEqual(2);
  });
});

describe('the RSIN of an owner', () => {
  const [goed] = gevallen('kvk').filter(({ geval }) => geval === 'besloten-vennootschap');
  const rsinVan = (eigenaar: object) =>
    mapBasisprofiel(basisprofiel.parse({ ...(goed?.input as object), _embedded: { eigenaar } })).rsin;
  const rsin = '808080808';

  test.each(['BeslotenVennootschap', 'Stichting', 'Vennootschap onder firma'])(
    'is that of a legal person or a partnership: %s',
    (rechtsvorm) => {
      expect(rsinVan({ rechtsvorm, rsin })).toBe(rsin);
    },
  );
  test('is never that of a sole trader, whatever stands there, nor of who is not said', () => {
    for (const nummer of [rsin, '999900006']) {
      expect(rsinVan({ rechtsvorm: 'Eenmanszaak', rsin: nummer })).toBeNull();
      expect(
        rsinVan({ rechtsvorm: 'Onderneming', uitgebreideRechtsvorm: 'Eenmanszaak', rsin: nummer }),
      ).toBeNull();
      expect(rsinVan({ rsin: nummer })).toBeNull();
    }
  });
  test('is not given for a legal form that is not known to have one', () => {
    for (const rechtsvorm of ['Onderneming', 'Natuurlijk persoon', 'Onbekend', '']) {
      expect(rsinVan({ rechtsvorm, rsin })).toBeNull();
    }
  });
  test('may pass the eleven-test, as real ones do: the legal form decides, not the number', () => {
    expect(rsinVan({ rechtsvorm: 'Stichting', rsin: '000000012' })).toBe('000000012');
  });
  test.each([['80808080'], ['8080808080'], ['000000000'], [808080808], [null], [undefined]])(
    'is absent when it is no nine digits, and the rest is read: %j',
    (nummer) => {
      expect(rsinVan({ rechtsvorm: 'Stichting', rsin: nummer })).toBeNull();
    },
  );
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
