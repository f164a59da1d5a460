import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createPseudonimiseerder,
  json,
  type LopendeStubs,
  type StubFault,
  startStubs,
  type Vacatureprofiel,
} from '../../kit/index.ts';
import { proefraadpleging } from '../../kit/proefraadpleging.ts';
import { createBevolking } from '../../population/index.ts';
import { sonarKandidaat } from './kandidaten-messages.ts';
import { createSonar } from './source.ts';
import { createSonarStub } from './stub.ts';

const map = new URL('./fixtures/kandidaten/', import.meta.url);
type Geval = {
  readonly profiel: Vacatureprofiel;
  readonly kandidaat: Readonly<Record<string, unknown>>;
};
const lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));
const leesGeval = (geval: string) => lees(`${geval}.input.json`) as Geval;

const { kandidaat: goed, profiel } = leesGeval('ervaring-en-doelgroepregister');

describe('hostile candidates are refused, not mended', () => {
  it.each([
    ['a number that fails the eleven-test', { burgerservicenummer: '123456789' }],
    ['a number that is a number', { burgerservicenummer: 999900006 }],
    ['professions that are no list', { bemiddelingsberoep: { codeBeroepsnaam: '1' } }],
    ['hours as text', { werktijden: { aantalWerkurenPerWeekMaximaal: '32' } }],
    ['a date that does not exist', { flexibiliteit: { datumAanvangBeschikbaarVoorWerk: '2026-13-01' } }],
    ['a travelling time below zero', { mobiliteit: { maximaleReistijd: 30, reistijd: -1 } }],
  ])('%s', (_wat, afwijking) => {
    expect(sonarKandidaat.safeParse({ ...goed, ...afwijking }).success).toBe(false);
  });
});

const pseudoniem = createPseudonimiseerder('0f'.repeat(32), 'westland');
const bevolking = createBevolking({ regio: 'westland', seed: 1 });

let stubs: LopendeStubs;
let anders: ReturnType<typeof json> | undefined;
const gezien: { readonly path: string; readonly body: string }[] = [];

beforeAll(async () => {
  const gewoon = createSonarStub({ bevolking, ...pseudoniem, now: () => new Date('2026-11-05T10:00:00Z') });
  stubs = await startStubs([
    {
      ...gewoon,
      antwoord: (request) => {
        gezien.push({ path: request.path + String(request.query), body: request.body });
        return anders ?? gewoon.antwoord(request);
      },
    },
  ]);
});
beforeEach(async () => {
  anders = undefined;
  gezien.length = 0;
  await stubs.bronnen['SONAR']?.setFault('none');
});
afterAll(() => stubs.stop());

async function vraag(van: Vacatureprofiel = profiel) {
  const sonar = createSonar(
    { url: new URL(stubs.bronnen['SONAR']?.url ?? ''), timeoutMs: 500, maxGelijktijdig: 4, token: 'geheim' },
    pseudoniem,
  );
  const raadpleging = proefraadpleging();
  try {
    const antwoord = await sonar
      .kandidaten(van, raadpleging)
      .catch((error: unknown) => error as { reden: string });
    return { antwoord, log: raadpleging.log() };
  } finally {
    await sonar.sluit();
  }
}

const kort = (antwoord: object) => [
  'uitkomst' in antwoord ? antwoord.uitkomst : null,
  'reden' in antwoord ? antwoord.reden : null,
  'gegevens' in antwoord && Array.isArray(antwoord.gegevens) ? antwoord.gegevens.length : null,
];
const matches = (deze: readonly unknown[], maximumAantalResultatenBereikt = false) =>
  json(200, { maximumAantalResultatenBereikt, matches: deze });

describe('the search', () => {
  it('gives jobseekers who seek the profession, are directly employable and not placed, in one call', async () => {
    const { antwoord } = await vraag();
    const zoekers = bevolking.personen.filter(
      ({ werkzoekende, voorstellen }) =>
        werkzoekende?.directBemiddelbaar === true &&
        werkzoekende.uitgeschrevenOp === undefined &&
        werkzoekende.beroepen.some(({ code }) => code === profiel.beroepcode) &&
        !voorstellen.some(({ status }) => status === 'GEPLAATST'),
    );
    expect(kort(antwoord)).toEqual(['GEVONDEN', null, zoekers.length]);
    const nummers = 'gegevens' in antwoord ? antwoord.gegevens.map(({ clientnummer }) => clientnummer) : [];
    expect(nummers).toEqual(zoekers.map(({ bsn }) => pseudoniem.clientnummerVan(bsn)));
    expect(gezien.map(({ path }) => path)).toEqual(['/sonar/v1/kandidaten']);
    expect(gezien[0]?.body).not.toMatch(/\b\d{9}\b/);
  });

  it('without a profession is cut at a hundred by SONAR, which says so', async () => {
    expect(kort((await vraag({ ...profiel, beroepcode: null })).antwoord)).toEqual([
      'GEDEELTELIJK',
      'ONVOLLEDIG',
      100,
    ]);
  });

  it('leaves out a record that cannot be read, and says so without the person', async () => {
    anders = matches([goed, { ...goed, burgerservicenummer: '999990019', werktijden: 'altijd' }]);
    const { antwoord, log } = await vraag();
    expect(kort(antwoord)).toEqual(['GEDEELTELIJK', 'ONVERWACHTE_VORM', 1]);
    expect(log).toContain('one candidate of the source could not be read');
    expect(log).not.toMatch(/99999?\d{4}/);
  });

  it.each([
    ['nobody', matches([]), ['NIETS_GEVONDEN', null, null]],
    ['nobody, though there are more', matches([], true), ['FOUT', 'ONVOLLEDIG', null]],
    ['the same person twice', matches([goed, goed]), ['GEDEELTELIJK', 'WAARSCHUWING', 1]],
    ['only bad records', matches([null, 'x']), ['FOUT', 'ONVERWACHTE_VORM', null]],
    [
      'more than it may give',
      matches(bevolking.personen.slice(0, 101).map(({ bsn }) => ({ burgerservicenummer: bsn }))),
      ['GEDEELTELIJK', 'ONVOLLEDIG', 100],
    ],
  ])('%s', async (_wat, antwoord, verwacht) => {
    anders = antwoord;
    expect(kort((await vraag()).antwoord)).toEqual(verwacht);
  });

  it.each<[StubFault, readonly unknown[]]>([
    ['nothing-found', ['NIETS_GEVONDEN', null, null]],
    ['warning', ['GEDEELTELIJK', 'WAARSCHUWING', expect.any(Number)]],
    ['server-error', ['FOUT', 'BRONFOUT', null]],
    ['malformed', ['FOUT', 'ONLEESBAAR', null]],
    ['wrong-shape', ['FOUT', 'ONVERWACHTE_VORM', null]],
    ['refused', ['BRON_NIET_BESCHIKBAAR', 'ONBEREIKBAAR', null]],
    ['hang', ['BRON_NIET_BESCHIKBAAR', 'TE_LAAT', null]],
    ['maintenance', ['BRON_NIET_BESCHIKBAAR', 'ONDERHOUD', null]],
    ['rate-limited', ['BRON_NIET_BESCHIKBAAR', 'BEGRENSD', null]],
  ])('under %s', async (fault, verwacht) => {
    await stubs.bronnen['SONAR']?.setFault(fault);
    const { antwoord, log } = await vraag();
    expect(kort(antwoord)).toEqual(verwacht);
    expect(log).not.toContain('INTERN');
  });

  it.each([
    ['without a question', {}],
    ['with a place that is none', { vraagObject: { werkplaats: { plaats: 3 } } }],
    [
      'with a selection it does not know',
      { vraagObject: { bemiddelingsberoep: '1', werkplaats: { plaats: null } } },
    ],
  ])('%s is refused by SONAR', async (_wat, body) => {
    const response = await fetch(`${stubs.bronnen['SONAR']?.url ?? ''}/sonar/v1/kandidaten`, {
      method: 'POST',
      headers: { authorization: 'Bearer geheim', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
  });
});
