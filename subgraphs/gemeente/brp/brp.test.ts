import DataLoader from 'dataloader';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createPseudonimiseerder,
  isBsn,
  json,
  type LopendeStubs,
  type StubFault,
  startStubs,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import type { Bevolking, Persoon } from '../../population/index.ts';
import { mapPersoon } from './map.ts';
import { abstractDatum, brpPersoon, raadpleegAntwoord, zoekAntwoord } from './messages.ts';
import { type BrpConfig, type BrpSource, createBrpSource, maxPersonenPerVraag } from './source.ts';
import { createBrpStub } from './stub.ts';

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const now = () => new Date('2026-05-01T12:00:00Z');
const geraadpleegd = { bron: 'BRP', geraadpleegdOp: '2026-05-01T12:00:00.000Z' };

const raadpleging = () => proefraadpleging({ now });

const config = (url: string): BrpConfig => ({
  url: new URL(url),
  timeoutMs: 500,
  maxGelijktijdig: 8,
  apiKey: 'sleutel',
  doelbinding: 'Participatiewet',
  verwerking: 'Dienstverlening Werkplein',
  bijDoel: new Map([
    ['inkomen', { doelbinding: 'BRPACT-Bijstand', verwerking: 'Dienstverlening Werkplein' }],
  ]),
  gebruiker: 'Werkplein',
  originOin: '00000001001234567000',
});

/** Test BSNs from the published range. */
const bsns = Array.from({ length: 2_000 }, (_, i) => String(999_990_000 + i))
  .filter(isBsn)
  .slice(0, 110);
const [johanna = '', kees = '', vreemde = ''] = bsns;
/** A BSN of the test environment of the BRP that begins with a zero. */
const metNul = '010082426';

const persoon = (bsn: string, anders: Partial<Persoon> = {}): Persoon => ({
  bsn,
  naam: {
    voornamen: 'Johanna Maria',
    voorletters: 'J.M.',
    voorvoegsel: 'van der',
    geslachtsnaam: 'Meer',
  },
  geslacht: 'V',
  geboortedatum: '1972-08-08',
  adres: {
    straat: 'Burgemeester van der Goeslaan',
    huisnummer: 12,
    postcode: '2671AB',
    woonplaats: 'Naaldwijk',
    gemeentecode: '1783',
    gemeentenaam: 'Westland',
  },
  telefoon: '0600000001',
  email: 'j.vandermeer@example.nl',
  uwvUitkeringen: [],
  uwvAanvragen: [],
  inkomstenverhoudingen: [],
  loonwaardemetingen: [],
  voorstellen: [],
  ...anders,
});

const personen = [
  ...bsns.filter((bsn) => bsn !== vreemde && bsn !== kees).map((bsn) => persoon(bsn)),
  persoon(kees, {
    naam: { voornamen: 'Cornelis', voorletters: 'C.', geslachtsnaam: 'Käster' },
    geslacht: 'M',
    geboortedatum: '1961-11-XX',
  }),
  persoon(metNul, {
    naam: { voornamen: 'Bo', voorletters: 'B.', geslachtsnaam: 'Os' },
    geboortedatum: '1980-02-29',
  }),
];
const bevolking: Bevolking = {
  regio: 'westland',
  peildatum: '2026-05-01',
  personen,
  perBsn: new Map(personen.map((p) => [p.bsn, p])),
  werkgevers: [],
  vacatures: [],
};

let stubs: LopendeStubs;
let brp: BrpSource;
const stub = () => {
  const lopend = stubs.bronnen['BRP'];
  if (lopend === undefined) throw new Error('no BRP stub');
  return lopend;
};

beforeAll(async () => {
  stubs = await startStubs([createBrpStub({ bevolking, ...pseudoniem, now })]);
  brp = createBrpSource(config(stub().url), pseudoniem);
});
afterEach(async () => {
  await stub().setFault('none');
  stub().reset();
});
afterAll(async () => {
  await brp.sluit();
  await stubs.stop();
});

describe('messages that only look right', () => {
  test.each([
    ['a number for a BSN', { burgerservicenummer: 10082426 }],
    ['a BSN that lost its zero', { burgerservicenummer: '10082426' }],
    ['a BSN that fails the eleven-test', { burgerservicenummer: '999990008' }],
    ['a name as text', { burgerservicenummer: johanna, naam: 'J. Meer' }],
    ['a date as text', { burgerservicenummer: johanna, geboorte: { datum: '1972-08-08' } }],
    [
      'a house number as text',
      {
        burgerservicenummer: johanna,
        verblijfplaats: { type: 'Adres', verblijfadres: { huisnummer: '12' } },
      },
    ],
    ['a residence without kind', { burgerservicenummer: johanna, verblijfplaats: {} }],
  ])('%s is refused', (_geval, bericht) => {
    expect(brpPersoon.safeParse(bericht).success).toBe(false);
  });

  test.each([
    ['a day that does not exist', { type: 'Datum', datum: '2023-02-29' }],
    ['zeros for unknown parts', { type: 'Datum', datum: '1972-00-00' }],
    ['a thirteenth month', { type: 'JaarMaandDatum', jaar: 1972, maand: 13 }],
    ['a kind of date we do not know', { type: 'Kwartaal', jaar: 1972 }],
  ])('a date with %s is refused', (_geval, datum) => {
    expect(abstractDatum.safeParse(datum).success).toBe(false);
  });

  test('an answer to another question is refused', () => {
    const antwoord = { type: 'ZoekMetPostcodeEnHuisnummer', personen: [] };
    expect(raadpleegAntwoord.safeParse(antwoord).success).toBe(false);
    expect(zoekAntwoord.safeParse(antwoord).success).toBe(false);
  });

  test('an answer without a list of persons is not an answer with none', () => {
    expect(raadpleegAntwoord.safeParse({ type: 'RaadpleegMetBurgerservicenummer' }).success).toBe(false);
  });

  test('a code named after a property of every object stays a code without meaning', () => {
    const gelezen = brpPersoon.parse({ burgerservicenummer: johanna, geslacht: { code: 'constructor' } });
    expect(mapPersoon(gelezen).geslacht).toEqual({ code: 'constructor', omschrijving: null });
  });
});

describe('persons by clientnummer', () => {
  test('one call brings those who are registered; who is not is nothing found, who is no client of ours an error', async () => {
    const clientnummers = [johanna, vreemde, metNul].map(pseudoniem.clientnummerVan);
    const antwoorden = await brp.personen([...clientnummers, 'w1.verzonnen'], raadpleging());
    expect(antwoorden).toEqual([
      {
        ...geraadpleegd,
        uitkomst: 'GEVONDEN',
        gegevens: {
          burgerservicenummer: johanna,
          geslacht: { code: 'V', omschrijving: 'vrouw' },
          naam: {
            voornamen: 'Johanna Maria',
            voorletters: 'J.M.',
            voorvoegsel: 'van der',
            geslachtsnaam: 'Meer',
            volledigeNaam: 'Johanna Maria van der Meer',
          },
          geboorte: { datum: { type: 'Datum', datum: '1972-08-08' } },
          gemeenteVanInschrijving: { code: '1783', omschrijving: 'Westland' },
          verblijfplaats: {
            type: 'Adres',
            functieAdres: { code: 'W', omschrijving: 'woonadres' },
            verblijfadres: {
              officieleStraatnaam: 'Burgemeester van der Goeslaan',
              korteStraatnaam: 'Burgemeester van der Goe',
              huisnummer: 12,
              postcode: '2671AB',
              woonplaats: 'Naaldwijk',
            },
          },
        },
      },
      { ...geraadpleegd, uitkomst: 'NIETS_GEVONDEN' },
      {
        ...geraadpleegd,
        uitkomst: 'GEVONDEN',
        gegevens: expect.objectContaining({ burgerservicenummer: metNul }) as unknown,
      },
      { ...geraadpleegd, uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' },
    ]);
    expect(stub().calls()).toEqual({ 'POST /personen': 1 });
  });

  test('a hundred clients cost five calls of twenty', async () => {
    const vraag = raadpleging();
    const loader = new DataLoader<string, unknown>((sleutels) => brp.personen([...sleutels], vraag), {
      maxBatchSize: maxPersonenPerVraag,
    });
    await loader.loadMany(bsns.slice(0, 100).map(pseudoniem.clientnummerVan));
    expect(stub().calls()).toEqual({ 'POST /personen': 5 });
    expect(vraag.verbruik.regels()).toMatchObject([{ bron: 'BRP', uitkomst: 'GEVONDEN', aanroepen: 5 }]);
  });

  test('without one clientnummer of ours the BRP is not asked', async () => {
    await brp.personen(['w1.verzonnen', ''], raadpleging());
    expect(stub().calls()).toEqual({});
  });

  test('a partial date of birth stays partial', async () => {
    const [antwoord] = await brp.personen([pseudoniem.clientnummerVan(kees)], raadpleging());
    const gegevens = antwoord !== undefined && 'gegevens' in antwoord ? antwoord.gegevens : undefined;
    expect(gegevens && mapPersoon(gegevens).geboortedatum).toBe('1961-11-XX');
  });
});

describe('search by name and date of birth', () => {
  const clientnummer = pseudoniem.clientnummerVan;
  test.each([
    ['case and diacritics do not matter', 'OS', '1980-02-29', [clientnummer(metNul)]],
    [
      'a wildcard stands for the rest',
      'Mee*',
      '1972-08-08',
      bsns.filter((b) => b !== kees && b !== vreemde).map(clientnummer),
    ],
  ])('%s', async (_geval, geslachtsnaam, geboortedatum, gegevens) => {
    const antwoord = await brp.zoek({ geslachtsnaam, geboortedatum }, raadpleging());
    expect(antwoord).toEqual({ ...geraadpleegd, uitkomst: 'GEVONDEN', gegevens });
  });

  test.each([
    ['part of a name', 'Mee', '1972-08-08'],
    ['another date of birth', 'Meer', '1972-08-09'],
    ['a person of whose date of birth the day is not known', 'Kaster', '1961-11-01'],
  ])('%s finds nothing', async (_geval, geslachtsnaam, geboortedatum) => {
    const antwoord = await brp.zoek({ geslachtsnaam, geboortedatum }, raadpleging());
    expect(antwoord).toEqual({ ...geraadpleegd, uitkomst: 'NIETS_GEVONDEN' });
  });
});

describe('when the BRP fails', () => {
  const verwacht: Readonly<Record<Exclude<StubFault, 'none'>, object>> = {
    'nothing-found': { uitkomst: 'NIETS_GEVONDEN' },
    warning: { uitkomst: 'GEDEELTELIJK', reden: 'WAARSCHUWING', gegevens: expect.anything() as unknown },
    'server-error': { uitkomst: 'FOUT', reden: 'BRONFOUT' },
    malformed: { uitkomst: 'FOUT', reden: 'ONLEESBAAR' },
    'wrong-shape': { uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' },
    refused: { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONBEREIKBAAR' },
    hang: { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'TE_LAAT' },
    maintenance: { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'ONDERHOUD' },
    'rate-limited': { uitkomst: 'BRON_NIET_BESCHIKBAAR', reden: 'BEGRENSD' },
  };

  test.each(Object.entries(verwacht))('%s is an outcome', async (fault, uitkomst) => {
    await stub().setFault(fault as StubFault);
    // A pool of its own: the end of the fault before this one closed the connections of the shared one.
    const bron = createBrpSource(config(stub().url), pseudoniem);
    const [persoonAntwoord] = await bron.personen([pseudoniem.clientnummerVan(johanna)], raadpleging());
    const zoekantwoord = await bron.zoek(
      { geslachtsnaam: 'Meer', geboortedatum: '1972-08-08' },
      raadpleging(),
    );
    await bron.sluit();
    expect(persoonAntwoord).toEqual({ ...geraadpleegd, ...uitkomst });
    expect(zoekantwoord).toEqual({ ...geraadpleegd, ...uitkomst });
  });

  /** What the adapter makes of persons as some BRP sends them. */
  const gelezen = async (personen: readonly object[]) => {
    const body = JSON.stringify({ type: 'RaadpleegMetBurgerservicenummer', personen });
    const antwoord = () => ({ ...json(200, {}), body });
    const lopend = await startStubs([{ ...createBrpStub({ bevolking, ...pseudoniem, now }), antwoord }]);
    const bron = createBrpSource(config(lopend.bronnen['BRP']?.url ?? ''), pseudoniem);
    const antwoorden = await bron.personen(
      [johanna, kees, metNul].map(pseudoniem.clientnummerVan),
      raadpleging(),
    );
    await bron.sluit();
    await lopend.stop();
    return antwoorden;
  };
  const inTwijfel = { burgerservicenummer: metNul, naam: { inOnderzoek: { geslachtsnaam: true } } };

  test('a record that cannot be read, and one that is under investigation, leave the others alone', async () => {
    const personen = [
      { burgerservicenummer: johanna },
      { burgerservicenummer: kees, naam: 'C. Käster' },
      inTwijfel,
    ];
    expect(await gelezen(personen)).toEqual([
      { ...geraadpleegd, uitkomst: 'GEVONDEN', gegevens: { burgerservicenummer: johanna } },
      { ...geraadpleegd, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' },
      { ...geraadpleegd, uitkomst: 'GEDEELTELIJK', reden: 'WAARSCHUWING', gegevens: inTwijfel },
    ]);
  });

  test('of a person who comes twice neither record is chosen', async () => {
    const kaal = { burgerservicenummer: johanna };
    expect(await gelezen([kaal, inTwijfel, { ...kaal, geheimhoudingPersoonsgegevens: true }])).toEqual([
      { ...geraadpleegd, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' },
      { ...geraadpleegd, uitkomst: 'NIETS_GEVONDEN' },
      { ...geraadpleegd, uitkomst: 'GEDEELTELIJK', reden: 'WAARSCHUWING', gegevens: inTwijfel },
    ]);
  });

  test('an answer about someone who was not asked for is not believed at all', async () => {
    const fout = { ...geraadpleegd, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' };
    const personen = [{ burgerservicenummer: johanna }, { burgerservicenummer: vreemde }];
    expect(await gelezen(personen)).toEqual([fout, fout, fout]);
  });
});

describe('the purpose of a question', () => {
  test.each([
    ['with words of its own', 'inkomen', 'BRPACT-Bijstand'],
    ['without', 'nazorg', 'Participatiewet'],
    ['of nobody', undefined, 'Participatiewet'],
  ])('%s', async (_naam, doel, verwacht) => {
    const gezien: unknown[] = [];
    const eigen = await startStubs([
      {
        ...createBrpStub({ bevolking, ...pseudoniem, now }),
        antwoord: ({ headers }) => {
          gezien.push([headers['x-doelbinding'], headers['x-verwerking']]);
          return { status: 200, headers: {}, body: JSON.stringify({ personen: [] }) };
        },
      },
    ]);
    const source = createBrpSource(config(eigen.bronnen['BRP']?.url ?? ''), pseudoniem);
    const vrager = { actor: 'a1', rollen: ['klantmanager'], organisatie: 'gemeente', mandaten: [] };
    const verzoek = {
      verwerking: '0'.repeat(32),
      vrager: doel === undefined ? undefined : { ...vrager, doel },
    };
    await source.personen([pseudoniem.clientnummerVan(johanna)], { ...raadpleging(), verzoek });
    await source.sluit();
    await eigen.stop();
    expect(gezien).toEqual([[verwacht, 'Dienstverlening Werkplein']]);
  });
});

describe('the simulated BRP', () => {
  const headers = {
    'content-type': 'application/json',
    'x-api-key': 'sleutel',
    'x-doelbinding': '',
    'x-verwerking': '',
    'x-gebruiker': 'BurgerZelf',
    'x-origin-oin': '',
  };
  const vraag = async (body: object, anders: Record<string, string> = {}) => {
    const response = await fetch(`${stub().url}/personen`, {
      method: 'POST',
      headers: { ...headers, ...anders },
      body: JSON.stringify(body),
    });
    const antwoord = (await response.json()) as { code?: string; invalidParams?: unknown };
    return { status: response.status, code: antwoord.code, invalidParams: antwoord.invalidParams };
  };
  const goed = {
    type: 'RaadpleegMetBurgerservicenummer',
    burgerservicenummer: [johanna],
    fields: ['burgerservicenummer'],
  };
  const fout = (code: string, name: string, reason: string) => ({
    status: 400,
    code: 'paramsValidation',
    invalidParams: [{ code, name, reason }],
  });

  test.each([
    [
      'more than twenty persons',
      { ...goed, burgerservicenummer: bsns.slice(0, 21) },
      fout('maxItems', 'burgerservicenummer', 'Array bevat meer dan 20 items.'),
    ],
    [
      'no person',
      { ...goed, burgerservicenummer: [] },
      fout('minItems', 'burgerservicenummer', 'Array bevat minder dan 1 items.'),
    ],
    [
      'a BSN of eight digits',
      { ...goed, burgerservicenummer: ['12345678'] },
      fout('pattern', 'burgerservicenummer[0]', 'Waarde voldoet niet aan patroon ^[0-9]{9}$.'),
    ],
    [
      'a field that does not exist',
      { ...goed, fields: ['burgerservicenummer', 'anummer'] },
      fout('fields', 'fields[1]', 'Parameter bevat een niet bestaande veldnaam.'),
    ],
    [
      'a field that comes by itself',
      { ...goed, fields: ['inOnderzoek'] },
      fout('fields', 'fields[0]', 'Parameter bevat een niet bestaande veldnaam.'),
    ],
    [
      'a parameter that does not exist',
      { ...goed, bestaatNiet: 'x' },
      fout('unknownParam', 'bestaatNiet', 'Parameter is niet verwacht.'),
    ],
  ])('refuses %s', async (_geval, body, antwoord) => {
    expect(await vraag(body)).toEqual(antwoord);
  });

  test('refuses a question without fields as incomplete', async () => {
    expect(await vraag({ ...goed, fields: undefined })).toEqual({
      status: 400,
      code: 'paramsCombination',
      invalidParams: [{ code: 'required', name: 'fields', reason: 'Parameter is verplicht.' }],
    });
  });

  test('refuses who has no key, and a question in another form than JSON', async () => {
    expect(await vraag(goed, { 'x-api-key': '' })).toMatchObject({ status: 401, code: 'authentication' });
    expect(await vraag(goed, { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
      code: 'unsupported',
    });
  });
});
