import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type BronStub,
  createPseudonimiseerder,
  isBsn,
  json,
  type LopendeStubs,
  type StubFault,
  type StubResponse,
  startStubs,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import type { Bevolking, Klantdossier, Medewerker, Persoon } from '../../population/index.ts';
import { mapKlantdossier } from './map.ts';
import { kvsPartij, partijenBladzijde } from './messages.ts';
import { createKvsSource, type KvsSource } from './source.ts';
import { createKvsStub } from './stub.ts';

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const { clientnummerVan } = pseudoniem;
const now = () => new Date('2026-05-01T12:00:00Z');
const geraadpleegd = { bron: 'KVS', geraadpleegdOp: '2026-05-01T12:00:00.000Z' };
const gevonden = { ...geraadpleegd, uitkomst: 'GEVONDEN', gegevens: expect.anything() as unknown };
const zoek = 'POST /klantinteracties/api/v1/partijen/_zoek';

const raadpleging = () => proefraadpleging({ now });

/** Test BSNs from the published range, one of the test environment with a leading zero first. */
const bsns = [
  '010082426',
  ...Array.from({ length: 2_000 }, (_, i) => String(999_990_000 + i))
    .filter(isBsn)
    .slice(0, 101),
];
const [metNul = '', tweede = ''] = bsns;
const vreemde = bsns.at(-1) ?? '';

const bakker: Medewerker = {
  nummer: 'KM01',
  naam: 'S. Bakker',
  functie: 'klantmanager',
  telefoon: '0174000001',
  email: 's.bakker@example.nl',
};
const klantdossier: Klantdossier = {
  klantmanager: bakker,
  treden: [
    { trede: 2, vastgesteldOp: '2024-XX-XX' },
    { trede: 4, vastgesteldOp: '2026-02-XX' },
  ],
  status: 'GEREED_VOOR_UITSTROOM',
  klantvraag: 'Wil weer aan het werk',
  trajecten: [{ soort: 'Work First', doel: 'Ritme opdoen', begindatum: '2026-01-12' }],
  dienstverlening: [{ soort: 'BASIS_DIGITAAL', begindatum: '2019-04-XX', einddatum: '2019-05-31' }],
  werkaanbod: [],
  afspraken: [
    {
      begin: '2026-05-07T10:00:00+02:00',
      einde: '2026-05-07T10:45:00+02:00',
      onderwerp: 'Voortgang',
      plaats: 'Werkplein',
      medewerker: bakker,
    },
  ],
  contacten: [{ op: '2026-04-01T09:00:00Z', kanaal: 'telefoon', onderwerp: 'Voortgang', medewerker: bakker }],
  belemmeringen: ['Heeft geen eigen vervoer'],
  schuldhulpLoopt: false,
  aangemeldOp: '2019-04-XX',
  zelfredzaam: true,
  doelgroepcode: '1',
  overeenkomsten: [{ omschrijving: 'Cv bijwerken', gemaaktOp: '2026-04-01', uiterlijk: '2026-05-15' }],
  interneTaken: [
    {
      onderwerp: 'Terugbellen',
      toegewezenAan: bakker,
      aangemaaktOp: '2026-04-01T11:00:00+02:00',
      verwerkt: false,
    },
  ],
  workFirst: { aangemeldOp: '2026-01-11', gestartOp: '2026-01-12' },
  kinderopvang: [{ soort: 'BSO', begindatum: '2026-01-12', urenPerWeek: 8.5 }],
};

const persoon = (bsn: string): Persoon => ({
  bsn,
  naam: { voornamen: 'Johanna Maria', voorletters: 'J.M.', geslachtsnaam: 'Meer' },
  geslacht: 'V',
  geboortedatum: '1972-08-08',
  adres: {
    straat: 'Dorpsstraat',
    huisnummer: 1,
    postcode: '2671AB',
    woonplaats: 'Naaldwijk',
    gemeentecode: '1783',
    gemeentenaam: 'Westland',
  },
  telefoon: '0600000001',
  email: 'j.meer@example.nl',
  klantdossier,
  uwvUitkeringen: [],
  uwvAanvragen: [],
  inkomstenverhoudingen: [],
  loonwaardemetingen: [],
  voorstellen: [],
});

const personen = bsns.filter((bsn) => bsn !== vreemde).map(persoon);
const bevolking: Bevolking = {
  regio: 'westland',
  peildatum: '2026-05-01',
  personen,
  perBsn: new Map(personen.map((p) => [p.bsn, p])),
  werkgevers: [],
  vacatures: [],
};

const gezond = createKvsStub({ bevolking, ...pseudoniem, now });
/** What page two says instead of what the healthy source would, when a test sets it. */
let tweedeBladzijde: ((gezondAntwoord: StubResponse) => StubResponse) | undefined;
/** What page one says instead, when a test sets it. */
let eersteBladzijde: ((gezondAntwoord: StubResponse) => StubResponse) | undefined;
const haperend: BronStub = {
  ...gezond,
  antwoord: async (request) => {
    const anders = request.query.get('page') === '2' ? tweedeBladzijde : eersteBladzijde;
    const antwoord = await gezond.antwoord(request);
    return anders?.(antwoord) ?? antwoord;
  },
};

let stubs: LopendeStubs;
let kvs: KvsSource;
const stub = () => {
  const lopend = stubs.bronnen['KVS'];
  if (lopend === undefined) throw new Error('no KVS stub');
  return lopend;
};
const nieuweBron = () =>
  createKvsSource(
    { url: new URL(stub().url), timeoutMs: 500, maxGelijktijdig: 4, token: 'geheim' },
    pseudoniem,
  );

beforeAll(async () => {
  stubs = await startStubs([haperend]);
});
beforeEach(async () => {
  await stub().setFault('none');
  stub().reset();
  tweedeBladzijde = undefined;
  eersteBladzijde = undefined;
  kvs = nieuweBron();
  return () => kvs.sluit();
});
afterAll(() => stubs.stop());

describe('messages that only look right', () => {
  const leeg = {
    digitaleAdressen: null,
    betrokkenen: [],
    dossier: null,
    treden: [],
    trajecten: [],
    dienstverlening: null,
    werkaanbod: null,
    tegenprestatie: null,
    afspraken: [],
    internetaken: [],
    overeenkomsten: [],
    workFirst: null,
    inburgering: null,
    kinderopvang: [],
  };
  const taak = {
    gevraagdeHandeling: 'Bellen',
    status: 'verwerkt',
    toegewezenOp: '2026-05-07T10:00:00Z',
    uiterlijkeDatum: null,
    toegewezenAanActoren: [],
  };

  test('a file with nothing in it is a file', () => {
    expect(kvsPartij.safeParse({ _expand: leeg }).success).toBe(true);
  });

  test.each([
    ['an expansion that did not come', { ...leeg, treden: undefined }],
    ['a ladder step beyond six', { ...leeg, treden: [{ trede: 7, vastgesteldOp: '2026-01-01' }] }],
    ['a ladder step as text', { ...leeg, treden: [{ trede: '3', vastgesteldOp: '2026-01-01' }] }],
    ['a date with zeros', { ...leeg, treden: [{ trede: 3, vastgesteldOp: '2026-00-00' }] }],
    ['a day that does not exist', { ...leeg, treden: [{ trede: 3, vastgesteldOp: '2026-02-30' }] }],
    [
      'a moment without offset',
      { ...leeg, afspraken: [{ begin: '2026-05-07T10:00:00', einde: null, metActor: null }] },
    ],
    ['service that did not come', { ...leeg, dienstverlening: undefined }],
    ['an offer as a date', { ...leeg, werkaanbod: ['2026-01-12'] }],
    [
      'a contribution on a day that does not exist',
      { ...leeg, tegenprestatie: [{ omschrijving: '', begindatum: '2026-02-30', einddatum: null }] },
    ],
    ['civic integration that did not come', { ...leeg, inburgering: undefined }],
    ['Work First as a date', { ...leeg, workFirst: '2026-01-12' }],
    ['a deadline in part', { ...leeg, internetaken: [{ ...taak, uiterlijkeDatum: '2026-05' }] }],
    ['a task without an asked action', { ...leeg, internetaken: [{ ...taak, gevraagdeHandeling: '' }] }],
    [
      'hours as text',
      { ...leeg, kinderopvang: [{ soort: 'BSO', begindatum: null, einddatum: null, urenPerWeek: '8' }] },
    ],
    ['a contact that was not expanded', { ...leeg, betrokkenen: [{ rol: 'klant' }] }],
  ])('%s is refused', (_geval, _expand) => {
    expect(kvsPartij.safeParse({ _expand }).success).toBe(false);
  });
});

describe('files by clientnummer', () => {
  test('one call brings the file with all that belongs to it', async () => {
    const vraag = raadpleging();
    const antwoorden = await kvs.partijen(
      [clientnummerVan(metNul), clientnummerVan(vreemde), 'w1.verzonnen'],
      vraag,
    );
    expect(antwoorden).toEqual([
      gevonden,
      { ...geraadpleegd, uitkomst: 'NIETS_GEVONDEN' },
      { ...geraadpleegd, uitkomst: 'FOUT', reden: 'CLIENTNUMMER_ONBEKEND' },
    ]);
    const [eerste] = antwoorden;
    const contact = {
      naam: 'S. Bakker',
      functie: 'klantmanager',
      telefoonnummer: '0174000001',
      emailadres: 's.bakker@example.nl',
    };
    const trede4 = { trede: 4, omschrijving: 'Onbetaald werk', vastgesteldOp: '2026-02-XX' };
    expect(eerste !== undefined && 'gegevens' in eerste && mapKlantdossier(eerste.gegevens)).toEqual({
      contactpersoon: contact,
      afgeschermd: false,
      telefoonnummer: '0600000001',
      emailadres: 'j.meer@example.nl',
      status: { code: 'GEREED_VOOR_UITSTROOM', omschrijving: 'Gereed voor uitstroom' },
      klantvraag: 'Wil weer aan het werk',
      trede: trede4,
      treden: [
        trede4,
        { trede: 2, omschrijving: 'Sociale contacten buitenshuis', vastgesteldOp: '2024-XX-XX' },
      ],
      trajecten: [
        {
          soort: { code: 'WORK_FIRST', omschrijving: 'Work First' },
          doel: 'Ritme opdoen',
          begindatum: '2026-01-12',
          einddatum: null,
        },
      ],
      dienstverlening: [
        {
          soort: { code: 'BASIS_DIGITAAL', omschrijving: 'Digitale basisdienstverlening' },
          begindatum: '2019-04-XX',
          einddatum: '2019-05-31',
        },
      ],
      werkaanbod: [],
      tegenprestatie: null,
      afspraken: [
        {
          begin: '2026-05-07T08:00:00.000Z',
          einde: '2026-05-07T08:45:00.000Z',
          onderwerp: 'Voortgang',
          plaats: 'Werkplein',
          medewerker: contact,
        },
      ],
      contactmomenten: [
        {
          op: '2026-04-01T09:00:00.000Z',
          kanaal: 'telefoon',
          onderwerp: 'Voortgang',
          medewerker: contact,
        },
      ],
      belemmeringen: ['Heeft geen eigen vervoer'],
      schuldhulpLoopt: false,
      opvallendheden: [],
      overeenkomsten: [
        { omschrijving: 'Cv bijwerken', gemaaktOp: '2026-04-01', uiterlijk: '2026-05-15', nagekomen: null },
      ],
      interneTaken: [
        {
          onderwerp: 'Terugbellen',
          toegewezenAan: contact,
          aangemaaktOp: '2026-04-01T09:00:00.000Z',
          uiterlijk: null,
          status: { code: 'te_verwerken', omschrijving: 'Te verwerken' },
        },
      ],
      workFirst: {
        aangemeldOp: '2026-01-11',
        gestartOp: '2026-01-12',
        aanHetWerkOp: null,
        eersteContactKlantmanagerOp: null,
        uitkeringsintakeGeplandOp: null,
        beeindigdOp: null,
      },
      inburgering: null,
      kinderopvang: [
        {
          soort: { code: 'BSO', omschrijving: 'Buitenschoolse opvang' },
          begindatum: '2026-01-12',
          einddatum: null,
          urenPerWeek: 8.5,
        },
      ],
      zelfredzaam: true,
      aangemeldOp: '2019-04-XX',
      doelgroepcode: { code: '1', omschrijving: '(Bijna) volledige loonwaarde' },
      herbeoordelingOp: null,
    });
    expect(stub().calls()).toEqual({ [zoek]: 1 });
    expect(vraag.verbruik.regels()).toMatchObject([{ bron: 'KVS', aanroepen: 1 }]);
  });

  test('a hundred clients are one search of two pages', async () => {
    const antwoorden = await kvs.partijen(bsns.slice(0, 100).map(clientnummerVan), raadpleging());
    expect(antwoorden).toEqual(Array.from({ length: 100 }, () => gevonden));
    expect(stub().calls()).toEqual({ [zoek]: 2 });
  });

  test('without one clientnummer of ours the system is not asked', async () => {
    await kvs.partijen(['w1.verzonnen'], raadpleging());
    expect(stub().calls()).toEqual({});
  });
});

describe('when the client tracking system fails', () => {
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
    const antwoorden = await kvs.partijen([clientnummerVan(metNul)], raadpleging());
    expect(antwoorden).toEqual([{ ...geraadpleegd, ...uitkomst }]);
  });

  const vraag = gezond.faults;
  const leegVerzoek = {
    method: 'POST',
    path: '',
    query: new URLSearchParams(),
    headers: {},
    body: '',
    origin: '',
  };
  test('who stood on a page that did not come is not "nothing found"', async () => {
    const onderhoud = await vraag.maintenance(leegVerzoek);
    tweedeBladzijde = () => onderhoud;
    // Ninety-nine known and one unknown: without the second page nobody can tell which is which.
    const gevraagd = [...bsns.slice(0, 99), vreemde].map(clientnummerVan);
    const antwoorden = await kvs.partijen(gevraagd, raadpleging());
    expect(antwoorden).toEqual([
      ...Array.from({ length: 50 }, () => gevonden),
      ...Array.from({ length: 50 }, () => ({
        ...geraadpleegd,
        uitkomst: 'BRON_NIET_BESCHIKBAAR',
        reden: 'ONDERHOUD',
      })),
    ]);
  });

  test.each([
    ['that goes nowhere', 'volgende'],
    ['that points back', 'http://127.0.0.1/partijen/_zoek?page=1'],
    ['that skips a page', 'http://127.0.0.1/partijen/_zoek?page=3'],
  ])('a next page %s ends the reading with an error for those not seen', async (_geval, next) => {
    eersteBladzijde = (antwoord) => json(200, { ...(JSON.parse(antwoord.body) as object), next });
    await expect(
      kvs.partijen([clientnummerVan(metNul), clientnummerVan(vreemde)], raadpleging()),
    ).resolves.toEqual([gevonden, { ...geraadpleegd, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' }]);
  });

  test('a next page elsewhere is asked from the system itself, never from there', async () => {
    eersteBladzijde = (antwoord) => {
      const bladzijde = JSON.parse(antwoord.body) as object;
      return json(200, { ...bladzijde, next: 'http://kwaadwillend.example/?page=2' });
    };
    tweedeBladzijde = () => json(200, { count: 0, next: null, previous: null, results: [] });
    const antwoorden = await kvs.partijen([clientnummerVan(metNul)], raadpleging());
    expect(antwoorden).toEqual([gevonden]);
    expect(stub().calls()).toEqual({ [zoek]: 2 });
  });

  test('a record that cannot be read leaves the others alone; two files of one person are a reservation', async () => {
    eersteBladzijde = (antwoord) => {
      const bladzijde = partijenBladzijde.parse(JSON.parse(antwoord.body));
      const [een, twee] = bladzijde.results;
      return json(200, { ...bladzijde, results: [een, { ...twee, _expand: {} }, een] });
    };
    const antwoorden = await kvs.partijen([metNul, tweede].map(clientnummerVan), raadpleging());
    expect(antwoorden).toEqual([
      { ...gevonden, uitkomst: 'GEDEELTELIJK', reden: 'WAARSCHUWING' },
      { ...geraadpleegd, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' },
    ]);
  });

  test('an answer about someone who was not asked for is not believed at all', async () => {
    eersteBladzijde = (antwoord) => {
      const bladzijde = partijenBladzijde.parse(JSON.parse(antwoord.body));
      return json(200, { ...bladzijde, results: [...bladzijde.results, { partijIdentificatoren: [] }] });
    };
    const fout = { ...geraadpleegd, uitkomst: 'FOUT', reden: 'ONVERWACHTE_VORM' };
    const antwoorden = await kvs.partijen([metNul, tweede].map(clientnummerVan), raadpleging());
    expect(antwoorden).toEqual([fout, fout]);
  });
});

describe('the simulated client tracking system', () => {
  const vraag = async (body: object, headers: Record<string, string> = {}, query = '') => {
    const response = await fetch(`${stub().url}/klantinteracties/api/v1/partijen/_zoek${query}`, {
      method: 'POST',
      headers: { authorization: 'Token geheim', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const antwoord = (await response.json()) as { code?: string; invalidParams?: unknown };
    return { status: response.status, code: antwoord.code, invalidParams: antwoord.invalidParams };
  };
  const identificatoren = (objectIds: readonly string[]) => ({
    partijIdentificatoren: objectIds.map((objectId) => ({
      codeObjecttype: 'natuurlijk_persoon',
      codeSoortObjectId: 'bsn',
      codeRegister: 'brp',
      objectId,
    })),
  });
  const behandelaar = {
    codeObjecttype: 'mdw',
    codeSoortObjectId: 'idf',
    codeRegister: 'msei',
    objectId: 'KM-001',
  };
  const fout = (name: string, code: string, reason: string) => ({
    status: 400,
    code: 'invalid',
    invalidParams: [{ name, code, reason }],
  });

  test.each([
    ['no person', {}, fout('partijIdentificatoren', 'required', 'Dit veld is vereist.')],
    [
      'more than a hundred persons',
      identificatoren(bsns.slice(0, 101)),
      fout('partijIdentificatoren', 'max_length', 'Deze lijst mag niet meer dan 100 items bevatten.'),
    ],
    [
      'a BSN of eight digits',
      identificatoren(['10082426']),
      fout('partijIdentificatoren.0.objectId', 'invalid', 'Ongeldige partij-identificator.'),
    ],
    [
      'a worker who is none',
      { behandelaar: { objectId: 'KM-001' } },
      fout('behandelaar', 'invalid', 'Ongeldige actoridentificator.'),
    ],
    [
      'a worker who is none, beside persons: these alone would be another question',
      { ...identificatoren([metNul]), behandelaar: null },
      fout('behandelaar', 'invalid', 'Ongeldige actoridentificator.'),
    ],
    [
      'no persons in a list of them, beside a worker: the worker alone would be another question',
      { ...identificatoren([]), behandelaar },
      fout('partijIdentificatoren', 'empty', 'Deze lijst mag niet leeg zijn.'),
    ],
    [
      'what is no list of persons, beside a worker',
      { partijIdentificatoren: null, behandelaar },
      fout('partijIdentificatoren', 'not_a_list', 'Verwachtte een lijst.'),
    ],
    [
      'an expansion that does not exist',
      { ...identificatoren([metNul]), expand: ['diagnose'] },
      fout('expand.0', 'invalid_choice', 'Geen geldige keuze.'),
    ],
  ])('refuses %s', async (_geval, body, antwoord) => {
    expect(await vraag(body)).toEqual(antwoord);
  });

  test('refuses who has no token, another form than JSON, and a page that is not there', async () => {
    const goed = identificatoren([metNul]);
    expect(await vraag(goed, { authorization: 'Bearer x' })).toMatchObject({
      status: 401,
      code: 'not_authenticated',
    });
    expect(await vraag(goed, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await vraag(goed, {}, '?page=2')).toMatchObject({ status: 404, code: 'not_found' });
  });
});
