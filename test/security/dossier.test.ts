/** Whose file a worker may open: own clients, somebody else's with a reason, closed ones with the right to them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Doel, Rol } from '../../gateway/access/index.ts';
import type { Persoon } from '../../subgraphs/population/index.ts';
import { type GeslotenWerkplein, startGesloten } from '../accountability/gesloten-werkplein.ts';
import { lees, leesElk, toetsmoment } from '../operations.ts';

type Werker = Exclude<Rol, 'client'>;

let werkplein: GeslotenWerkplein;
beforeAll(async () => {
  werkplein = await startGesloten({ now: toetsmoment });
}, 60_000);
afterAll(async () => {
  await werkplein.stop();
});
beforeEach(async () => {
  await werkplein.vastgelegd();
});

const nummer = ({ bsn }: Persoon) => werkplein.pseudoniem.clientnummerVan(bsn);

/** Somebody whose file is an ordinary one, and meets a condition. */
function iemand(voorwaarde: (persoon: Persoon) => boolean): Persoon {
  const persoon = werkplein.bevolking.personen.find((een) => !isVertrouwelijk(een) && voorwaarde(een));
  if (persoon === undefined) throw new Error('the population has no such person');
  return persoon;
}

const isVertrouwelijk = ({ geheimhouding, klantdossier }: Persoon) =>
  geheimhouding === true || klantdossier?.afgeschermd === true;
const klantmanagerVan = ({ klantdossier }: Persoon) => klantdossier?.klantmanager.nummer;
const vanMij = () => iemand((een) => klantmanagerVan(een) === 'KM-001');
const vanAnder = () => iemand((een) => klantmanagerVan(een) === 'KM-002');

const vraag =
  'query Dossier($c: ID!) { client(clientnummer: $c) { clientnummer persoon { bron { uitkomst } naam { volledigeNaam } } loonwaarde { bron { uitkomst } } } }';
const reden = { 'x-ontsnapping': encodeURIComponent('Collega is ziek; cliënt aan de balie') };

async function open(persoon: Persoon, rol: Werker, doel: Doel, meer: Readonly<Record<string, string>> = {}) {
  const antwoord = await werkplein.vraag(
    vraag,
    { c: nummer(persoon) },
    { ...(await werkplein.als(rol, doel)), ...meer },
  );
  const { verwerkingen, audit } = await werkplein.vastgelegd();
  return {
    isOpen: lees(antwoord.data, 'client.persoon.bron.uitkomst') === 'GEVONDEN',
    codes: (antwoord.errors ?? []).map(({ extensions }) => extensions['code']),
    antwoord,
    bronnen: new Set(verwerkingen.map(({ attributes }) => attributes['dpl.werkplein.bron'])),
    reden: audit[0]?.ontsnapping?.reden,
  };
}

describe('a worker with a caseload', () => {
  it.each<[Werker, string]>([
    ['klantmanager', 'KVS'],
    ['werkcoach', 'SONAR'],
    ['arbeidsbemiddelaar', 'SW_ADMINISTRATIE'],
    ['matchmaker', 'CRM'],
  ])('opens the file of an own client: %s', async (rol, bron) => {
    const doel: Doel = rol === 'klantmanager' || rol === 'werkcoach' ? 'reintegratie' : 'bemiddeling';
    const token = await werkplein.als(rol, doel);
    const medewerkernummer = {
      klantmanager: 'KM-001',
      werkcoach: 'WC-019',
      arbeidsbemiddelaar: 'SW-027',
      matchmaker: 'MM-035',
    }[rol as string];
    const lijst = await werkplein.vraag(
      `query L($r: Werkvoorraadrol!, $m: ID!) { werkvoorraad(rol: $r, medewerkernummer: $m) {
        ... on WerkvoorraadKlantmanager { deel: vanGemeente { clienten { clientnummer } } }
        ... on WerkvoorraadWerkcoach { deel: vanUwv { clienten { clientnummer } } }
        ... on WerkvoorraadArbeidsbemiddelaar { deel: vanSw { clienten { clientnummer } } }
        ... on WerkvoorraadMatchmaker { deel: vanWsp { clienten { clientnummer } } } } }`,
      { r: rol.toUpperCase(), m: medewerkernummer },
      token,
    );
    const nummers = leesElk(lijst.data, 'werkvoorraad.deel.clienten', 'clientnummer') as readonly string[];
    const eigen = iemand((een) => nummers.includes(nummer(een)));
    await werkplein.vastgelegd();
    const geopend = await open(eigen, rol, doel);
    expect([
      geopend.isOpen,
      geopend.codes.filter((code) => code !== 'NIET_GERECHTIGD'),
      geopend.reden,
    ]).toEqual([true, [], undefined]);
    expect(geopend.bronnen).toContain(bron);
  });

  it('does not open somebody else’s, and nothing of it is asked but what decides so', async () => {
    const { isOpen, codes, antwoord, bronnen } = await open(vanAnder(), 'klantmanager', 'reintegratie');
    expect([isOpen, codes]).toEqual([false, ['DOSSIER_VAN_ANDER']]);
    expect(antwoord.data).toEqual({
      client: { clientnummer: nummer(vanAnder()), persoon: null, loonwaarde: null },
    });
    expect(bronnen).toEqual(new Set(['BRP', 'KVS']));
  });

  it('opens it with a reason, which is recorded', async () => {
    const geopend = await open(vanAnder(), 'klantmanager', 'reintegratie', reden);
    expect([geopend.isOpen, geopend.codes, geopend.reden]).toEqual([
      true,
      [],
      'Collega is ziek; cliënt aan de balie',
    ]);
  });

  it('needs no reason for an own client, and one that was given is not recorded', async () => {
    expect(await open(vanMij(), 'klantmanager', 'reintegratie', reden)).toMatchObject({
      isOpen: true,
      reden: undefined,
    });
  });

  it.each<[string, string]>([
    ['too short', 'ziek'],
    ['too long', 'a'.repeat(501)],
    ['only spaces', '%20'.repeat(20)],
    ['with a line in it', 'een%0Aregel%20erbij'],
    ['badly encoded', 'honderd%'],
    ['empty', ''],
  ])('gives a reason that is one: %s', async (_wat, kop) => {
    const { codes } = await open(vanAnder(), 'klantmanager', 'reintegratie', { 'x-ontsnapping': kop });
    expect(codes).toEqual(['ONGELDIGE_VRAAG']);
  });

  it('sees of several only the own', async () => {
    const { data, errors } = await werkplein.vraag(
      'query D($c: [ID!]!) { clienten(clientnummers: $c) { persoon { bron { uitkomst } } } }',
      { c: [nummer(vanAnder()), nummer(vanMij())] },
      await werkplein.als('klantmanager', 'reintegratie'),
    );
    expect(data).toEqual({ clienten: [{ persoon: null }, { persoon: { bron: { uitkomst: 'GEVONDEN' } } }] });
    expect(errors?.map(({ path }) => path)).toEqual([['clienten', 0, 'persoon']]);
  });
});

describe('a worker without a caseload', () => {
  it('opens any file in the municipality', async () => {
    expect(await open(vanAnder(), 'intaker', 'intake')).toMatchObject({
      isOpen: true,
      codes: [],
      reden: undefined,
    });
  });

  it.each<[Werker, Doel]>([
    ['intaker', 'intake'],
    ['klantmanager', 'reintegratie'],
  ])('or with one, none in a municipality without a mandate: %s', async (rol, doel) => {
    const elders = vanMij();
    const token = await werkplein.als(rol, doel, { mandaten: ['0363'] });
    const { data, errors } = await werkplein.vraag(vraag, { c: nummer(elders) }, { ...token, ...reden });
    expect(lees(data, 'client.persoon')).toBeNull();
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['NIET_GERECHTIGD']);
  });
});

describe('a confidential file', () => {
  it.each<[string, (persoon: Persoon) => boolean]>([
    ['of somebody with geheimhouding', ({ geheimhouding }) => geheimhouding === true],
    ['of a colleague', ({ klantdossier }) => klantdossier?.afgeschermd === true],
  ])('%s opens with the right to it only, and does not say why', async (_wie, voorwaarde) => {
    const persoon = werkplein.bevolking.personen.find(voorwaarde);
    if (persoon === undefined) throw new Error('the population has no such person');
    const zonder = await open(persoon, 'intaker', 'intake', reden);
    expect([zonder.isOpen, zonder.codes]).toEqual([false, ['NIET_GERECHTIGD']]);
    expect(JSON.stringify(zonder.antwoord)).not.toMatch(/geheim|vertrouwelijk|afgeschermd|collega/i);
    const met = await werkplein.als('intaker', 'intake', { rechten: ['vertrouwelijk'] });
    const { data, errors } = await werkplein.vraag(vraag, { c: nummer(persoon) }, met);
    expect([lees(data, 'client.persoon.bron.uitkomst'), errors]).toEqual(['GEVONDEN', undefined]);
  });
});

describe('when a partner cannot say', () => {
  it.each<[string, Werker, Doel]>([
    ['BRP', 'intaker', 'intake'],
    ['KVS', 'klantmanager', 'reintegratie'],
    ['SONAR', 'werkcoach', 'reintegratie'],
  ])('%s, a file opens with a reason only', async (bron, rol, doel) => {
    await werkplein.bronnen[bron]?.setFault('maintenance');
    try {
      const persoon = vanAnder();
      const zonder = await open(persoon, rol, doel);
      expect([zonder.codes, lees(zonder.antwoord.data, 'client.loonwaarde')]).toEqual([
        ['DOSSIER_NIET_TE_BEPALEN'],
        null,
      ]);
      const met = await open(persoon, rol, doel, reden);
      expect([
        lees(met.antwoord.data, 'client.loonwaarde.bron.uitkomst') === undefined,
        met.codes,
        met.reden !== undefined,
      ]).toEqual([false, [], true]);
    } finally {
      await werkplein.bronnen[bron]?.setFault('none');
    }
  });
});

describe('past the guard', () => {
  it.each([
    'query Z($n: String!, $d: Date!) { zoekClient(geslachtsnaam: $n, geboortedatum: $d) { inBrp { clienten { persoon { geboortedatum } } } } }',
    'query Z($n: String!, $d: Date!) { zoekClient(geslachtsnaam: $n, geboortedatum: $d) { inBrp { ...T } } } fragment T on Zoektreffers { clienten { ...C } } fragment C on Client { klantdossier { bron { uitkomst } } }',
  ])('nobody comes by a list that a partner gives with what it knows: %s', async (query) => {
    const { naam, geboortedatum } = vanAnder();
    const { data, errors } = await werkplein.vraag(
      query,
      { n: naam.geslachtsnaam, d: geboortedatum },
      await werkplein.als('intaker', 'intake'),
    );
    expect([data, errors?.map(({ extensions }) => extensions['code'])]).toEqual([
      undefined,
      ['NIET_GERECHTIGD'],
    ]);
  });

  it('whoever is found is guarded as whoever is named', async () => {
    const gezocht = vanAnder();
    const { data, errors } = await werkplein.vraag(
      'query Z($n: String!, $d: Date!) { zoekClient(geslachtsnaam: $n, geboortedatum: $d) { clienten { clientnummer persoon { bron { uitkomst } } } } }',
      { n: gezocht.naam.geslachtsnaam, d: gezocht.geboortedatum },
      await werkplein.als('klantmanager', 'reintegratie'),
    );
    expect(data).toEqual({ zoekClient: { clienten: [{ clientnummer: nummer(gezocht), persoon: null }] } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['DOSSIER_VAN_ANDER']);
  });

  it('a citizen opens no other file', async () => {
    const { data, errors } = await werkplein.vraag(
      vraag,
      { c: nummer(vanAnder()) },
      await werkplein.alsClient(vanMij().bsn),
    );
    expect([data, errors?.map(({ extensions }) => extensions['code'])]).toEqual([
      undefined,
      ['NIET_GERECHTIGD'],
    ]);
  });
});
