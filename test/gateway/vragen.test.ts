/** What the gateway accepts, and how it refuses: stable codes, our own words, nothing repeated. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { lees, leesElk, operatie, toetsmoment } from '../operations.ts';

let werkplein: LopendWerkplein;

beforeAll(async () => {
  werkplein = await startWerkplein({ now: toetsmoment });
});

afterAll(async () => {
  await werkplein.stop();
});

function persoon(index: number) {
  const gevonden = werkplein.bevolking.personen[index];
  if (gevonden === undefined) throw new Error(`no person ${index}`);
  return { ...gevonden, clientnummer: werkplein.pseudoniem.clientnummerVan(gevonden.bsn) };
}

async function fout(query: string, variables?: Record<string, unknown>) {
  const { errors } = await werkplein.vraag(query, variables);
  return errors?.map(({ message, extensions }) => ({ message, code: extensions['code'] }));
}

describe('zoekClient', () => {
  it('finds a client by BSN, and says which partners know the client', async () => {
    const { clientnummer, bsn } = persoon(0);
    const { data, errors } = await werkplein.vraag(operatie('zoek-client'), { bsn });
    expect(errors).toBeUndefined();
    expect(leesElk(data, 'zoekClient.clienten', 'clientnummer')).toEqual([clientnummer]);
    const bekendBij = 'zoekClient.clienten.0.bekendBij';
    expect(leesElk(data, bekendBij, 'partner')).toEqual(['GEMEENTE', 'UWV', 'SW', 'WSP']);
    expect(leesElk(data, bekendBij, 'bekend')).toEqual(['JA', 'JA', 'JA', 'JA']);
  });

  it('finds the same client by surname and date of birth', async () => {
    const { clientnummer, naam, geboortedatum } = persoon(0);
    const { data, errors } = await werkplein.vraag(operatie('zoek-client'), {
      geslachtsnaam: naam.geslachtsnaam,
      geboortedatum,
    });
    expect(errors).toBeUndefined();
    expect(lees(data, 'zoekClient.inBrp.bron.uitkomst')).toBe('GEVONDEN');
    expect(leesElk(data, 'zoekClient.clienten', 'clientnummer')).toContain(clientnummer);
  });

  it('finds nobody for a name that nobody has: an answer, not an error', async () => {
    const { data, errors } = await werkplein.vraag(operatie('zoek-client'), {
      geslachtsnaam: 'Bestaatniet',
      geboortedatum: '1980-01-01',
    });
    expect(errors).toBeUndefined();
    expect(lees(data, 'zoekClient')).toMatchObject({
      inBrp: { bron: { uitkomst: 'NIETS_GEVONDEN' } },
      clienten: [],
    });
  });

  it('says of a valid BSN that no partner has that none knows it', async () => {
    const { data } = await werkplein.vraag(operatie('zoek-client'), { bsn: '000000012' });
    expect(leesElk(data, 'zoekClient.clienten.0.bekendBij', 'bekend')).toEqual(['NEE', 'NEE', 'NEE', 'NEE']);
  });

  it.each([
    ['a BSN that fails the eleven-test', { bsn: '999999999' }],
    ['a BSN together with a name', { bsn: '000000012', geslachtsnaam: 'Jansen' }],
    ['a name without a date of birth', { geslachtsnaam: 'Jansen' }],
    ['nothing at all', {}],
    ['a date that does not exist', { geslachtsnaam: 'Jansen', geboortedatum: '1980-02-30' }],
  ])('refuses %s', async (_wat, variables) => {
    const errors = await fout(operatie('zoek-client'), variables);
    expect(errors?.map(({ code }) => code)).toEqual(['ONGELDIGE_INVOER']);
    expect(JSON.stringify(errors)).not.toMatch(/999999999|000000012|Jansen|1980/);
  });
});

describe('a document', () => {
  it.each([
    ['with a BSN as an argument', '{ zoekClient(bsn: "000000012") { clientnummer } }'],
    ['with a BSN as a default', 'query ($b: String = "000000012") { zoekClient(bsn: $b) { clientnummer } }'],
    [
      'with a name as an argument',
      '{ zoekClient(geslachtsnaam: "Jansen", geboortedatum: "1980-01-01") { clientnummer } }',
    ],
    ['that is not GraphQL', '{ client(clientnummer: '],
    ['that asks a field that is not there', '{ client(clientnummer: "x") { geheim } }'],
    ['with too many tokens', `{ ${'__typename '.repeat(6_000)} }`],
  ])('%s is refused', async (_wat, query) => {
    const errors = await fout(query);
    expect(errors?.length).toBeGreaterThan(0);
    expect(new Set(errors?.map(({ code }) => code))).toEqual(new Set(['ONGELDIGE_VRAAG']));
    expect(JSON.stringify(errors)).not.toMatch(/000000012|Jansen/);
  });
});

describe('a clientnummer', () => {
  it('without the form of one is refused', async () => {
    const errors = await fout('query ($c: ID!) { client(clientnummer: $c) { clientnummer } }', {
      c: '000000012',
    });
    expect(errors).toEqual([
      { message: 'clientnummer does not have the form of a clientnummer.', code: 'ONGELDIGE_INVOER' },
    ]);
  });

  it('that this Werkplein did not issue is an outcome of every source that needs the BSN', async () => {
    const { data, errors } = await werkplein.vraag(operatie('clientprofiel'), {
      clientnummer: `w1.${'A'.repeat(34)}`,
    });
    expect(errors).toBeUndefined();
    expect(lees(data, 'client.persoon.bron')).toMatchObject({
      uitkomst: 'FOUT',
      melding: 'Dit clientnummer is niet door dit Werkplein uitgegeven.',
    });
    expect(lees(data, 'client.bemiddeling.bron.uitkomst')).toBe('NIETS_GEVONDEN');
  });

  it('comes a hundred at a time at most', async () => {
    const clientnummers = Array.from({ length: 101 }, () => persoon(0).clientnummer);
    expect(await fout(operatie('werkvoorraad'), { clientnummers })).toEqual([
      { message: 'At most 100 clientnummers at once.', code: 'ONGELDIGE_INVOER' },
    ]);
  });
});

describe('the door', () => {
  it('takes POST only: a URL is logged on its way', async () => {
    const response = await fetch(`${werkplein.url}?query={__typename}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.text()).not.toContain('__typename');
  });

  it.each([
    [
      'a body that is not JSON',
      'application/json',
      '{"query": "{ __typename }", "variables": {"bsn": "000000012"',
      400,
    ],
    ['a body of another type', 'application/xml', '000000012', 415],
    ['a form that another site could post', 'text/plain', '000000012', 415],
    ['a body that is too large', 'application/json', `"${'000000012 '.repeat(200_000)}"`, 413],
  ])('refuses %s without repeating it', async (_wat, type, body, status) => {
    const response = await fetch(werkplein.url, { method: 'POST', headers: { 'content-type': type }, body });
    const tekst = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(tekst)).toMatchObject({ errors: [{ extensions: { code: 'ONGELDIGE_VRAAG' } }] });
    expect(tekst).not.toContain('000000012');
  });

  it('gives every answer a correlation id, and takes one only in the form of a UUID', async () => {
    const ask = async (id: string) => {
      const response = await fetch(werkplein.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-correlation-id': id },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      return response.headers.get('x-correlation-id');
    };
    const eigen = '5c9a1f0e-4f5b-4a53-9a3e-6d1f0b7c2d10';
    expect(await ask(eigen)).toBe(eigen);
    expect(await ask('000000012')).toMatch(/^[0-9a-f]{8}-/);
  });
});

describe('an employer', () => {
  it('is one: relation from the CRM, registration from the KvK', async () => {
    const werkgever = werkplein.bevolking.werkgevers[0];
    const { data, errors } = await werkplein.vraag(
      'query ($k: String!) { werkgever(kvkNummer: $k) { kvkNummer relatie { bron { uitkomst } naam } handelsregister { bron { uitkomst } naam } } }',
      { k: werkgever?.kvkNummer },
    );
    expect(errors).toBeUndefined();
    expect(lees(data, 'werkgever')).toEqual({
      kvkNummer: werkgever?.kvkNummer,
      relatie: { bron: { uitkomst: 'GEVONDEN' }, naam: werkgever?.naam },
      handelsregister: { bron: { uitkomst: 'GEVONDEN' }, naam: werkgever?.naam },
    });
  });
});
