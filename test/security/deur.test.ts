/** Who is let in at the door, what that one sees, and what is then asked of whom: the whole Werkplein, at both doors. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ontwikkelPseudoniem } from '../../commands/development.ts';
import { type OntwikkelIssuer, openOntwikkelIssuer } from '../../commands/development-issuer.ts';
import { ontwikkelLogboek } from '../../commands/development-logboek.ts';
import { medewerkerVan } from '../../commands/development-persons.ts';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { type Doel, doelenVanRol, type Rol, rollen } from '../../gateway/access/index.ts';
import { lees } from '../operations.ts';

const map = mkdtempSync(join(tmpdir(), 'deur-'));
let issuer: OntwikkelIssuer;
let werkplein: LopendWerkplein;
/** Subgraphs that the last operation called. */
let gevraagd: readonly string[] = [];

beforeAll(async () => {
  issuer = await openOntwikkelIssuer(map);
  werkplein = await startWerkplein({
    env: {
      ...ontwikkelPseudoniem,
      ...issuer.omgeving,
      ...ontwikkelLogboek(join(map, 'logboek'), map),
      ACCESS: 'closed',
    },
    opKlaar: ({ verslag }) => {
      gevraagd = verslag.oversteken().map(({ subgraph }) => subgraph);
    },
  });
}, 60_000);
afterAll(async () => {
  await werkplein.stop();
  rmSync(map, { recursive: true });
});

type Headers = Readonly<Record<string, string>>;

async function als(rol: Exclude<Rol, 'client'>, doel: Doel): Promise<Headers> {
  const token = await issuer.token(medewerkerVan(rol, 1, ['1783', '1842']), 600);
  return { authorization: `Bearer ${token}`, 'x-doelbinding': doel };
}

async function alsClient(bsn: string): Promise<Headers> {
  const sub = werkplein.pseudoniem.clientnummerVan(bsn);
  const token = await issuer.token({ kind: 'burger', sub, bsn }, 600);
  return { authorization: `Bearer ${token}`, 'x-doelbinding': 'inzage' };
}

function persoon(n: number): { readonly bsn: string; readonly clientnummer: string } {
  const { bsn } = werkplein.bevolking.personen[n] ?? { bsn: '' };
  return { bsn, clientnummer: werkplein.pseudoniem.clientnummerVan(bsn) };
}

async function stuur(body: object, headers: Headers) {
  gevraagd = [];
  const response = await fetch(werkplein.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly {
      readonly path?: readonly (string | number)[];
      readonly extensions: { readonly code: string };
    }[];
  };
  return { status: response.status, headers: response.headers, ...answer };
}

const profiel = `query Profiel($clientnummer: ID!) { client(clientnummer: $clientnummer) {
  persoon { naam { volledigeNaam } geboortedatum }
  werknemersverzekeringen { uitkeringen { regeling { code } perioden { bedragen { brutoCenten } } } }
  werkzoekende { bron { uitkomst } }
} }`;

const codes = ({ errors = [] }: Awaited<ReturnType<typeof stuur>>) =>
  errors.map(({ extensions }) => extensions.code);

describe('nobody is let in', () => {
  it.each<[string, (goed: Headers) => Headers, number, string]>([
    ['without a token', () => ({ 'x-doelbinding': 'reintegratie' }), 401, 'NIET_AANGEMELD'],
    ['with another scheme', (goed) => ({ ...goed, authorization: 'Basic YTpi' }), 401, 'NIET_AANGEMELD'],
    [
      'with a token of which a letter is another',
      ({ authorization = '', ...rest }) => ({
        ...rest,
        authorization: authorization.slice(0, -2) + (authorization.endsWith('AA') ? 'BB' : 'AA'),
      }),
      401,
      'NIET_AANGEMELD',
    ],
    ['without a purpose', ({ authorization = '' }) => ({ authorization }), 400, 'DOEL_ONTBREEKT'],
    [
      'for a purpose that is none',
      (goed) => ({ ...goed, 'x-doelbinding': 'nieuwsgierigheid' }),
      400,
      'DOEL_ONGELDIG',
    ],
  ])('%s, at either door', async (_wat, maak, status, code) => {
    const headers = maak(await als('klantmanager', 'reintegratie'));
    const variables = { clientnummer: persoon(0).clientnummer };
    for (const body of [
      { query: profiel, variables },
      { documentId: 'clientprofiel', variables },
    ]) {
      const answer = await stuur(body, headers);
      expect([answer.status, codes(answer), answer.data]).toEqual([status, [code], undefined]);
      expect(answer.headers.has('www-authenticate')).toBe(status === 401);
      expect(gevraagd).toEqual([]);
    }
  });
});

describe('a worker', () => {
  const eigenNummer = () => ({ clientnummer: persoon(0).clientnummer });

  it('sees what the role may for the purpose, and what is forbidden is asked of nobody', async () => {
    const answer = await stuur(
      { query: profiel, variables: { clientnummer: persoon(0).clientnummer } },
      // The client is no candidate of this matchmaker yet.
      { ...(await als('matchmaker', 'bemiddeling')), 'x-ontsnapping': 'kandidaat%20voor%20een%20vacature' },
    );
    expect(lees(answer.data, 'client.persoon.naam.volledigeNaam')).toEqual(expect.any(String));
    expect(lees(answer.data, 'client.persoon.geboortedatum')).toBeNull();
    expect(lees(answer.data, 'client.werknemersverzekeringen')).toBeNull();
    expect(new Set(codes(answer))).toEqual(new Set(['NIET_GERECHTIGD']));
    expect(answer.errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
      'client.persoon.geboortedatum',
      'client.werknemersverzekeringen',
    ]);
  });

  it('sees with another purpose what that allows, at both doors, whoever asked before', async () => {
    const variables = { clientnummer: persoon(0).clientnummer };
    const bedragen = 'client.werknemersverzekeringen.uitkeringen';
    const zien = async (rol: Exclude<Rol, 'client'>, doel: Doel) => {
      const { data } = await stuur({ query: profiel, variables }, await als(rol, doel));
      return lees(data, bedragen);
    };
    const klantmanager = await zien('klantmanager', 'reintegratie');
    const consulent = await zien('inkomensconsulent', 'inkomen');
    expect(await zien('klantmanager', 'reintegratie')).toEqual(klantmanager);
    expect(JSON.stringify(klantmanager)).not.toMatch(/brutoCenten":\d/);
    expect(JSON.stringify(consulent)).toMatch(/brutoCenten":\d/);
    const { status } = await stuur(
      { query: profiel, variables },
      await als('klantmanager', 'verantwoording'),
    );
    expect(status).toBe(403);
  });

  it.each<[string, string, (bsn: string) => Readonly<Record<string, unknown>>]>([
    ['as the number of an employer', 'werkgever', (bsn) => ({ kvkNummer: bsn })],
    ['deeper in the document', 'inkomenstoets', (bsn) => ({ ...eigenNummer(), periode: bsn })],
    ['as a number', 'inkomenstoets', (bsn) => ({ ...eigenNummer(), jaar: Number(bsn) })],
    ['in a list', 'werkvoorraad', (bsn) => ({ clientnummers: [bsn] })],
  ])('sends a BSN to no partner, %s', async (_wat, documentId, variables) => {
    const body = { documentId, variables: variables(persoon(0).bsn) };
    const antwoord = await stuur(body, await als('klantmanager', 'reintegratie'));
    expect([codes(antwoord), antwoord.data, gevraagd]).toEqual([['ONGELDIGE_INVOER'], undefined, []]);
  });

  it('asks for the own caseload only', async () => {
    const query = `query Lijst($nummer: ID!) {
      werkvoorraad(rol: KLANTMANAGER, medewerkernummer: $nummer) { __typename } }`;
    const headers = await als('klantmanager', 'reintegratie');
    const eigen = await stuur({ query, variables: { nummer: 'KM-001' } }, headers);
    const ander = await stuur({ query, variables: { nummer: 'KM-002' } }, headers);
    expect([codes(eigen), codes(ander)]).toEqual([[], ['NIET_GERECHTIGD']]);
    expect(ander.data).toBeUndefined();
  });
});

describe('a citizen', () => {
  it.each(['eigen-dossier', 'any document'])('sees the own file, by %s', async (deur) => {
    const { bsn, clientnummer } = persoon(0);
    const variables = { clientnummer, periode: '2026-10', jaar: 2025 };
    const body = deur === 'any document' ? { query: profiel, variables } : { documentId: deur, variables };
    const answer = await stuur(body, await alsClient(bsn));
    expect(codes(answer)).toEqual([]);
    expect(lees(answer.data, 'client.persoon.naam.volledigeNaam')).toEqual(expect.any(String));
  });

  it.each([
    ['in a variable', 'query ($c: ID!) { client(clientnummer: $c) { clientnummer } }'],
    [
      'under an alias beside the own',
      'query ($c: ID!, $e: ID!) { client(clientnummer: $e) { clientnummer } x: client(clientnummer: $c) { clientnummer } }',
    ],
    ['in a list', 'query ($c: ID!, $e: ID!) { clienten(clientnummers: [$e, $c]) { clientnummer } }'],
    [
      'in a fragment',
      'query ($c: ID!) { ...F } fragment F on Query { client(clientnummer: $c) { clientnummer } }',
    ],
    ['where it is skipped', 'query ($c: ID!) { client(clientnummer: $c) @skip(if: true) { clientnummer } }'],
  ])('does not see that of another, %s', async (_wat, query) => {
    const [eigen, ander] = [persoon(0), persoon(1)];
    const variables = { c: ander.clientnummer, e: eigen.clientnummer };
    const used = Object.fromEntries(
      Object.entries(variables).filter(([name]) => query.includes(`$${name}:`)),
    );
    const answer = await stuur({ query, variables: used }, await alsClient(eigen.bsn));
    expect([codes(answer), answer.data]).toEqual([['NIET_GERECHTIGD'], undefined]);
    expect(gevraagd).toEqual([]);
  });

  it('looks nobody up', async () => {
    const query = 'query ($bsn: String) { zoekClient(bsn: $bsn) { __typename } }';
    const answer = await stuur(
      { query, variables: { bsn: persoon(1).bsn } },
      await alsClient(persoon(0).bsn),
    );
    expect([codes(answer), answer.data]).toEqual([['NIET_GERECHTIGD'], { zoekClient: null }]);
    expect(gevraagd).toEqual([]);
  });
});

it('every role is told of the schema that it may use, and of no more', async () => {
  const query = '{ __schema { types { name fields { name } } } }';
  for (const rol of rollen.filter((een): een is Exclude<Rol, 'client'> => een !== 'client')) {
    const [doel = 'beheer'] = doelenVanRol[rol];
    const { data } = await stuur({ query }, await als(rol, doel));
    const text = JSON.stringify(data);
    const bedragen = text.includes('"UwvBrutobedrag"');
    expect([rol, bedragen]).toEqual([rol, ['inkomensconsulent', 'consulent_bbz', 'handhaver'].includes(rol)]);
  }
});
