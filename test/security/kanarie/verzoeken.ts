/** What is asked in the run: all documents, right and wrong, with a person's data everywhere that somebody could put it. */

import type { Ontwikkelpersoon } from '../../../commands/development-issuer.ts';
import { medewerkerVan } from '../../../commands/development-persons.ts';
import { documenten, invoerVan, leesDocument } from '../../../commands/front-office.ts';
import type { Doel, Rol } from '../../../gateway/access/index.ts';
import { toetsmoment } from '../../operations.ts';
import { bedragen, geboortedatum, woorden } from './kanaries.ts';
import type { Opstelling } from './opstelling.ts';

type Koppen = Readonly<Record<string, string>>;

export type Verzoek = {
  readonly method?: string;
  readonly pad?: string;
  readonly body?: string;
  readonly koppen: Koppen;
  /** Goes away after so many milliseconds. */
  readonly wegNaMs?: number;
};

const { geslachtsnaam } = woorden;

/** Looks that together may see all that is known of a client. */
const blikken: readonly (readonly [Exclude<Rol, 'client'>, Doel])[] = [
  ['balie', 'intake'],
  ['intaker', 'intake'],
  ['klantmanager', 'reintegratie'],
  ['klantmanager', 'nazorg'],
  ['werkcoach', 'diagnose'],
  ['inkomensconsulent', 'inkomen'],
  ['consulent_schuldhulp', 'reintegratie'],
  ['matchmaker', 'bemiddeling'],
  ['arbeidsbemiddelaar', 'bemiddeling'],
  ['handhaver', 'handhaving'],
  ['management', 'verantwoording'],
];

export async function maakVerzoeken({ issuer, kanaries, pseudoniem }: Opstelling) {
  const { bsns, clientnummers, bevolking } = kanaries;
  const [bsn] = bsns;
  const [clientnummer] = clientnummers;
  const invoer = invoerVan({ bevolking, pseudoniem });
  const token = (persoon: Ontwikkelpersoon) => issuer.token(persoon, 600, toetsmoment());
  const koppenVan = async (persoon: Ontwikkelpersoon, doel: string): Promise<Koppen> => ({
    authorization: `Bearer ${await token(persoon)}`,
    'x-doelbinding': doel,
  });
  const als = (rol: Exclude<Rol, 'client'>, doel: Doel) =>
    koppenVan(medewerkerVan(rol, 1, ['1783', '1842']), doel);
  const burger = await koppenVan({ kind: 'burger', sub: geslachtsnaam, bsn }, 'inzage');
  const klantmanager = await als('klantmanager', 'reintegratie');
  // A name too: what a worker writes as a reason is for the audit log, and for nothing else.
  const reden = encodeURIComponent(`Belt over ${geslachtsnaam}, BSN ${bsn}, nummer ${clientnummer}`);
  const post = (koppen: Koppen, body: unknown, meer: Koppen = {}): Verzoek => ({
    koppen: { ...koppen, ...meer },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const profiel = (koppen: Koppen = klantmanager): Verzoek =>
    post(koppen, { documentId: 'clientprofiel', variables: { clientnummer } });
  const zoek = { documentId: 'zoek-client', variables: { bsn } };

  const alleBlikken = [
    ...(await Promise.all(blikken.map(([rol, doel]) => als(rol, doel)))).map((koppen) => ({
      ...koppen,
      'x-ontsnapping': reden,
    })),
    burger,
  ];
  const goed = alleBlikken.flatMap((koppen) => [
    ...documenten.map((documentId) => post(koppen, { documentId, variables: invoer(documentId) })),
    post(koppen, zoek),
  ]);

  return {
    goed,
    fout: [
      ...fouteVariabelen(bsn).map((variables) =>
        post(klantmanager, { query: leesDocument('zoek-client'), variables }),
      ),
      ...fouteVariabelen(bsn).map((variables) =>
        post(klantmanager, { documentId: 'zoek-client', variables }),
      ),
      ...fouteInvoer(bsn, clientnummer).map(([documentId, variables]) =>
        post(klantmanager, { documentId, variables }),
      ),
      ...fouteDocumenten(bsn).map((query) => post(klantmanager, { query })),
      ...fouteLijven(bsn).map((body) => post(klantmanager, body)),
      ...fouteKoppen(bsn).map((koppen) => ({ ...profiel(), koppen: { ...klantmanager, ...koppen } })),
      ...(await fouteTokens(bsn, token)).map((van) =>
        profiel({ ...klantmanager, authorization: `Bearer ${van}` }),
      ),
      {
        method: 'GET',
        pad: `?query={__typename}&variables={"bsn":"${bsn}","n":"${geslachtsnaam}"}`,
        koppen: klantmanager,
      },
      { method: 'GET', pad: `/${geslachtsnaam}/${bsn}`, koppen: klantmanager },
      post({ 'content-type': `text/${geslachtsnaam}` }, zoek),
    ] satisfies readonly Verzoek[],
    /** What is asked while something is wrong. */
    bijStoring: [
      profiel(),
      post(klantmanager, zoek),
      post(burger, { documentId: 'eigen-dossier', variables: invoer('eigen-dossier') }),
    ],
    uitgesteld: post(
      klantmanager,
      { query: uitgesteld, variables: { clientnummer } },
      {
        accept: 'multipart/mixed;deferSpec=20220824',
      },
    ),
  };
}

const uitgesteld = `query ($clientnummer: ID!) {
  client(clientnummer: $clientnummer) {
    persoon { naam { volledigeNaam } }
    ... @defer { klantdossier { klantvraag belemmeringen } werkzoekende { bron { uitkomst } } }
  }
}`;

const fouteVariabelen = (bsn: string): readonly unknown[] => [
  { bsn: Number(bsn) },
  { bsn: [bsn] },
  { bsn: { nummer: bsn, naam: geslachtsnaam } },
  { bsn: geslachtsnaam },
  { bsn: `${bsn}0` },
  { bsn, geslachtsnaam },
  { geslachtsnaam, geboortedatum: geslachtsnaam },
  { geslachtsnaam, geboortedatum: Number(bsn) },
  { geslachtsnaam: { geslachtsnaam }, geboortedatum },
  { geslachtsnaam, geboortedatum: `${geboortedatum}T00:00:00` },
  { [geslachtsnaam]: bsn, bsn: bedragen.ww },
];

/** Of other documents: values where a number, an enum, a cursor, an input object is asked. */
const fouteInvoer = (bsn: string, clientnummer: string): readonly (readonly [string, unknown])[] => [
  ['clientprofiel', { clientnummer: geslachtsnaam }],
  ['clientprofiel', { clientnummer: bsn }],
  ['clientprofiel', { clientnummer: { [geslachtsnaam]: bsn } }],
  ['caseload', { rol: geslachtsnaam, medewerkernummer: bsn }],
  ['caseload', { rol: 'KLANTMANAGER', medewerkernummer: geslachtsnaam, first: geslachtsnaam }],
  ['caseload', { rol: 'KLANTMANAGER', medewerkernummer: bsn, first: 5, after: geslachtsnaam }],
  ['caseload-keuze', { rol: 'KLANTMANAGER', medewerkernummer: 'KM-001', filter: { [geslachtsnaam]: bsn } }],
  [
    'caseload-keuze',
    { rol: 'KLANTMANAGER', medewerkernummer: 'KM-001', filter: { doelgroepen: [geslachtsnaam] } },
  ],
  ['tijdlijn', { clientnummer: bsn, first: bedragen.loon, after: Buffer.from(bsn).toString('base64url') }],
  ['werkgever', { kvkNummer: bsn }],
  ['werkgever', { kvkNummer: '69599084', first: Number(bsn) }],
  ['werkgever', { kvkNummer: woorden.werkgever }],
  ['matching', { id: woorden.werkgever }],
  ['verantwoording', { van: geslachtsnaam, tot: bsn }],
  ['inkomenstoets', { clientnummer, periode: bsn }],
  ['inkomenstoets', { clientnummer, jaar: Number(bsn) }],
];

const fouteDocumenten = (bsn: string): readonly string[] => [
  `{ zoekClient(bsn: "${bsn}") { clienten { clientnummer } } }`,
  `{ zoekClient(bsn: ${bsn}) { clienten { clientnummer } } }`,
  `{ zoekClient(geslachtsnaam: "${geslachtsnaam}", geboortedatum: "${geboortedatum}") { clienten { clientnummer } } }`,
  `query ($naam: String = "${geslachtsnaam}", $dag: Date!) { zoekClient(geslachtsnaam: $naam, geboortedatum: $dag) { clienten { clientnummer } } }`,
  `query Q${bsn} { client(clientnummer: "${bsn}") { clientnummer } }`,
  `{ a${bsn}: werkgever(kvkNummer: "${bsn}") { kvkNummer } }`,
  `{ client(clientnummer: "x") { veld${bsn} } }`,
  `{ client(clientnummer: "${geslachtsnaam}" ${bsn}`,
  `{ client(clientnummer: "${geslachtsnaam}) { clientnummer } }`,
  `{ werkvoorraad(rol: "${geslachtsnaam}", medewerkernummer: "x") { rol } }`,
  `# ${bsn}\n{ __typename }`,
];

const fouteLijven = (bsn: string): readonly (string | object)[] => [
  `{"query": "{ __typename }", "variables": {"bsn": "${bsn}", "naam": "${geslachtsnaam}"`,
  `${geslachtsnaam} ${bsn}`,
  { query: { [geslachtsnaam]: bsn } },
  { query: '{ __typename }', operationName: geslachtsnaam },
  { query: '{ __typename }', variables: geslachtsnaam },
  { query: '{ __typename }', extensions: { naam: geslachtsnaam, bsn } },
  { documentId: geslachtsnaam },
  { documentId: bsn },
  { documentId: 'clientprofiel', operationName: geslachtsnaam },
  [{ query: '{ __typename }', variables: { bsn, geslachtsnaam } }],
];

const fouteKoppen = (bsn: string): readonly Koppen[] => [
  { 'x-ontsnapping': geslachtsnaam.slice(0, 9) },
  { 'x-ontsnapping': `%${geslachtsnaam}${bsn}` },
  { 'x-doelbinding': geslachtsnaam },
  { 'x-doelbinding': `reintegratie, ${bsn}` },
  { 'x-correlation-id': geslachtsnaam },
  { 'x-correlation-id': bsn },
  {
    traceparent: `00-${geslachtsnaam}-${bsn}-01`,
    tracestate: `naam=${geslachtsnaam}`,
    baggage: `bsn=${bsn}`,
  },
  { 'x-tijdbudget-ms': bsn },
  { 'x-tijdbudget-ms': geslachtsnaam },
  { accept: `text/${geslachtsnaam}` },
  {
    origin: `https://${geslachtsnaam}.example`,
    referer: `https://example/${bsn}`,
    'user-agent': geslachtsnaam,
  },
  { cookie: `naam=${geslachtsnaam}; bsn=${bsn}`, 'x-forwarded-for': geslachtsnaam },
];

/** Signed ones with claims that nobody should have, and broken ones. */
async function fouteTokens(
  bsn: string,
  token: (persoon: Ontwikkelpersoon) => Promise<string>,
): Promise<readonly string[]> {
  const goed = medewerkerVan('klantmanager', 1, ['1783']);
  const anders = (claims: object) => token({ ...goed, ...claims });
  const deel = (inhoud: unknown) => Buffer.from(JSON.stringify(inhoud)).toString('base64url');
  const claims = {
    iss: `https://${geslachtsnaam}.example`,
    sub: geslachtsnaam,
    bsn,
    rollen: [geslachtsnaam],
  };
  const [kop = '', , handtekening = ''] = (await token(goed)).split('.');
  return [
    await anders({ sub: geslachtsnaam, bsn, name: geslachtsnaam }),
    await anders({ rollen: [geslachtsnaam] }),
    await anders({ organisatie: geslachtsnaam }),
    await anders({ mandaten: [geslachtsnaam, bsn] }),
    await anders({ medewerkernummer: bsn }),
    await token({ kind: 'burger', sub: geslachtsnaam, bsn: `${bsn}1` }),
    await token({ kind: 'burger', sub: geslachtsnaam, bsn: geslachtsnaam }),
    `${kop}.${deel(claims)}.${handtekening}`,
    `${deel({ alg: 'none', kid: geslachtsnaam })}.${deel(claims)}.`,
    `${deel({ alg: 'EdDSA', typ: 'at+jwt', kid: bsn })}.${deel(claims)}.${handtekening}`,
    `${geslachtsnaam}.${bsn}`,
  ];
}
