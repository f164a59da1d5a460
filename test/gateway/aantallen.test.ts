/** What an operation costs: calls to subgraphs and calls to each service of each source. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { ruimeTijd } from '../../commands/ruime-tijd.ts';
import { lees, leesElk, nietVoorProfiel, operatie, toetsmoment } from '../operations.ts';
import { gevallen, type Rol } from './medewerkers.ts';

let werkplein: LopendWerkplein;
let oversteken: string[] = [];

beforeAll(async () => {
  werkplein = await startWerkplein({
    now: toetsmoment,
    env: await ruimeTijd(),
    opKlaar: ({ verslag }) => {
      oversteken = verslag.oversteken().map(({ subgraph }) => subgraph);
    },
  });
});

beforeEach(() => {
  for (const stub of Object.values(werkplein.bronnen)) stub.reset();
});

afterAll(async () => {
  await werkplein.stop();
});

/** How often each partner's subgraph was called; `werkplein` runs in the gateway's own process. */
function perPartner(): Readonly<Record<string, number>> {
  const telling: Record<string, number> = {};
  for (const naam of oversteken.filter((n) => n !== 'werkplein')) telling[naam] = (telling[naam] ?? 0) + 1;
  return telling;
}

/** Calls per source, service by service. */
function perDienst(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.values(werkplein.bronnen).flatMap((stub) =>
      Object.entries(stub.calls()).map(([dienst, aantal]) => [`${stub.bron} ${dienst}`, aantal]),
    ),
  );
}

/** Calls per source, of those that were asked. */
function perBron(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.values(werkplein.bronnen)
      .map((stub) => [stub.bron, Object.values(stub.calls()).reduce((a, b) => a + b, 0)] as const)
      .filter(([, aantal]) => aantal > 0),
  );
}

describe('a client profile', () => {
  it('costs one call per subgraph and at most one per service of a source', async () => {
    const clientnummer = werkplein.pseudoniem.clientnummerVan(werkplein.bevolking.personen[0]?.bsn ?? '');
    const { errors } = await werkplein.vraag(operatie('clientprofiel'), { clientnummer });
    expect(errors).toBeUndefined();
    expect(perPartner()).toEqual({ gemeente: 1, uwv: 1, sw: 1, wsp: 1 });
    const teVeel = Object.entries(perDienst()).filter(([, aantal]) => aantal > 1);
    expect(teVeel).toEqual([]);
    const ongevraagd = Object.values(werkplein.bronnen).filter(
      (stub) => Object.keys(stub.calls()).length === 0,
    );
    expect(ongevraagd.map(({ bron }) => bron).sort()).toEqual(nietVoorProfiel);
  });

  it('asks only the sources that its fields need', async () => {
    const clientnummer = werkplein.pseudoniem.clientnummerVan(werkplein.bevolking.personen[0]?.bsn ?? '');
    await werkplein.vraag('query ($c: ID!) { client(clientnummer: $c) { persoon { bron { uitkomst } } } }', {
      c: clientnummer,
    });
    expect(perPartner()).toEqual({ gemeente: 1 });
    expect(Object.keys(perDienst()).length).toBe(1);
  });
});

describe('a time line', () => {
  const diensten = {
    'SUWI_BIJSTAND POST /Bijstandsregelingen-v0500': 1,
    'SUWI_REINTEGRATIE POST /GSDDossierReintegratie-v0200': 1,
    'KVS POST /klantinteracties/api/v1/partijen/_zoek': 1,
    'SUWINET_WERKNEMERSVERZEKERINGEN POST /suwibroker/soap/UWVDossierWerknemersverzekeringenGSD-v0200': 1,
    'SUWINET_AANVRAAGSTATUS POST /suwibroker/soap/UWVDossierAanvraagUitkeringStatusGSD-v0200': 1,
    'SUWINET_INKOMSTEN POST /suwibroker/soap/UWVDossierInkomstenGSD-v0200': 1,
    'SUWINET_WERKZOEKENDE POST /suwibroker/soap/UWVWbDossierPersoonGSD-v0200': 1,
    'SUWINET_DOELGROEPREGISTER POST /suwibroker/soap/UWVDossierQuotumArbeidsbeperktenGSD-v0300': 1,
    'UWV_INDICATIES POST /indicaties/v1/zoek': 1,
    'SW_ADMINISTRATIE GET /ProfitRestServices/connectors/Werkplein_Dienstverbanden': 1,
    'SW_ADMINISTRATIE GET /ProfitRestServices/connectors/Werkplein_Plaatsingen': 1,
    'SW_ADMINISTRATIE GET /ProfitRestServices/connectors/Werkplein_Loonwaarden': 1,
    'SW_ADMINISTRATIE GET /ProfitRestServices/connectors/Werkplein_Ontwikkelplannen': 1,
    'SW_WACHTLIJST GET /export/wachtlijst.csv': 1,
    'CRM GET /api/data/v9.2/wg_voorstellen': 1,
    // For all proposals together; the vacancies come along with these.
    'CRM GET /api/data/v9.2/wg_plaatsingsafspraken': 1,
  };

  it('costs one call per subgraph and one per service of the sources it rests on', async () => {
    const clientnummer = werkplein.pseudoniem.clientnummerVan(werkplein.bevolking.personen[0]?.bsn ?? '');
    const { errors } = await werkplein.vraag(operatie('tijdlijn'), { clientnummer });
    expect(errors).toBeUndefined();
    expect(perPartner()).toEqual({ gemeente: 1, uwv: 1, sw: 1, wsp: 1 });
    expect(perDienst()).toEqual(diensten);
  });

  it('costs nothing more beside a profile that asks the same slices', async () => {
    const clientnummer = werkplein.pseudoniem.clientnummerVan(werkplein.bevolking.personen[0]?.bsn ?? '');
    await werkplein.vraag(operatie('clientprofiel'), { clientnummer });
    const profiel = perDienst();
    for (const stub of Object.values(werkplein.bronnen)) stub.reset();
    const document = operatie('clientprofiel').replace(
      /client\(clientnummer: \$clientnummer\) \{/,
      '$& tijdlijn(first: 100) { volledig edges { node { soort } } }',
    );
    const { data, errors } = await werkplein.vraag(document, { clientnummer });
    expect(errors).toBeUndefined();
    expect(lees(data, 'client.tijdlijn.volledig')).toBe(true);
    expect(perPartner()).toEqual({ gemeente: 1, uwv: 1, sw: 1, wsp: 1 });
    expect(perDienst()).toEqual({ ...profiel, ...diensten });
  });
});

describe('a caseload of 100 clients', () => {
  it('costs one call per subgraph; sources with a batch call are asked in batches', async () => {
    const clientnummers = werkplein.bevolking.personen
      .filter((persoon) => persoon.bijstand !== undefined)
      .slice(0, 100)
      .map(({ bsn }) => werkplein.pseudoniem.clientnummerVan(bsn));
    const { data, errors } = await werkplein.vraag(operatie('werkvoorraad'), { clientnummers });
    expect(errors).toBeUndefined();
    expect(leesElk(data, 'clienten', 'clientnummer')).toEqual(clientnummers);
    expect(perPartner()).toEqual({ gemeente: 1, uwv: 1, sw: 1, wsp: 1 });
    expect(perBron()).toEqual({
      BRP: 5,
      KVS: 2,
      SUWI_BIJSTAND: 100,
      SUWINET_WERKNEMERSVERZEKERINGEN: 100,
      SW_ADMINISTRATIE: 1,
      SW_WACHTLIJST: 1,
      CRM: 1,
    });
  });
});

describe('the caseload of a worker', () => {
  const opDoelgroep = { filter: { doelgroepen: ['BEPERKT', 'BESCHUT', 'ZORG'] } };
  const opTrede = { sortering: 'TREDE_LANGST_GELEDEN' };
  const eenKeer = { gemeente: 1, uwv: 1, sw: 1, wsp: 1 };

  async function vraag(document: string, rol: Rol, variables: Readonly<Record<string, unknown>> = {}) {
    const { nummer, clienten } = gevallen(werkplein)[rol];
    const { data, errors } = await werkplein.vraag(operatie(document), {
      rol,
      medewerkernummer: nummer,
      first: 100,
      ...variables,
    });
    expect(errors).toBeUndefined();
    return { data, clienten };
  }

  // What a list is filtered or sorted on is asked of everyone in it before anybody is known to be on the page: of the
  // partners that also have something to show of the page that is a call more (docs/adr/0011).
  it.each<
    readonly [string, string, Rol, Readonly<Record<string, unknown>>, Readonly<Record<string, number>>]
  >([
    ['as it is', 'caseload', 'KLANTMANAGER', {}, eenKeer],
    ['as it is', 'caseload', 'WERKCOACH', {}, eenKeer],
    ['as it is', 'caseload', 'ARBEIDSBEMIDDELAAR', {}, eenKeer],
    ['as it is', 'caseload', 'MATCHMAKER', {}, eenKeer],
    ['by target group', 'caseload-keuze', 'KLANTMANAGER', opDoelgroep, { ...eenKeer, gemeente: 2, sw: 2 }],
    ['by target group', 'caseload-keuze', 'WERKCOACH', opDoelgroep, { gemeente: 2, uwv: 2, sw: 2, wsp: 1 }],
    [
      'by target group',
      'caseload-keuze',
      'ARBEIDSBEMIDDELAAR',
      opDoelgroep,
      { ...eenKeer, gemeente: 2, sw: 2 },
    ],
    ['by target group', 'caseload-keuze', 'MATCHMAKER', opDoelgroep, { gemeente: 2, uwv: 1, sw: 2, wsp: 2 }],
    ['by step', 'caseload-keuze', 'KLANTMANAGER', opTrede, { ...eenKeer, gemeente: 2, sw: 2 }],
    ['by step', 'caseload-keuze', 'WERKCOACH', opTrede, { gemeente: 2, uwv: 2, sw: 2, wsp: 1 }],
    ['by step', 'caseload-keuze', 'ARBEIDSBEMIDDELAAR', opTrede, { ...eenKeer, gemeente: 2, sw: 2 }],
    ['by what is due', 'caseload-signalen', 'KLANTMANAGER', {}, { ...eenKeer, gemeente: 2 }],
    ['by what is due', 'caseload-signalen', 'WERKCOACH', {}, { ...eenKeer, gemeente: 2 }],
  ])('%s (%s) costs a %s so many calls per subgraph', async (_geval, document, rol, variables, verwacht) => {
    await vraag(document, rol, variables);
    expect(perPartner()).toEqual(verwacht);
  });

  it('as it is, of more than a hundred clients: what a page shows is asked of those on it only', async () => {
    const { data, clienten } = await vraag('caseload', 'WERKCOACH');
    expect(clienten.length).toBeGreaterThan(100);
    expect(lees(data, 'werkvoorraad.vanUwv.bladzijde.edges.length')).toBe(100);
    const metDossier = werkplein.bevolking.personen
      .filter(({ klantdossier, inburgering }) => klantdossier !== undefined || inburgering !== undefined)
      .map(({ bsn }) => werkplein.pseudoniem.clientnummerVan(bsn));
    const dossiers = clienten.slice(0, 100).filter((nummer) => metDossier.includes(nummer)).length;
    expect(perBron()).toEqual({
      SONAR: Math.ceil(clienten.length / 100),
      BRP: 5,
      KVS: Math.ceil(dossiers / 50),
      SUWI_REINTEGRATIE: 100,
      SUWINET_WERKZOEKENDE: 100,
      SW_ADMINISTRATIE: 1,
      SW_WACHTLIJST: 1,
      CRM: 1,
    });
  });

  it('by a choice asks no source twice about anybody: the facts of all, the rest of those on the page', async () => {
    const { data, clienten } = await vraag('caseload-keuze', 'KLANTMANAGER', opDoelgroep);
    const getoond = leesElk(data, 'werkvoorraad.clienten.edges', 'node.clientnummer').length;
    expect(getoond).toBeGreaterThan(0);
    expect(clienten.length).toBeGreaterThan(getoond);
    expect(perDienst()).toEqual({
      // Who is in it, and their files: less than fifty are one page of each.
      'KVS POST /klantinteracties/api/v1/partijen/_zoek': 2,
      'SUWI_REINTEGRATIE POST /GSDDossierReintegratie-v0200': clienten.length,
      'SW_ADMINISTRATIE GET /ProfitRestServices/connectors/Werkplein_Loonwaarden': 1,
      'BRP POST /personen': 1,
      'SUWINET_WERKZOEKENDE POST /suwibroker/soap/UWVWbDossierPersoonGSD-v0200': getoond,
      'SW_WACHTLIJST GET /export/wachtlijst.csv': 1,
      'CRM GET /api/data/v9.2/wg_voorstellen': 1,
    });
  });

  it('by what is due asks no source twice about anybody', async () => {
    const { clienten } = await vraag('caseload-signalen', 'KLANTMANAGER');
    const perClient = Object.entries(perBron()).filter(([, aantal]) => aantal >= clienten.length);
    expect(Object.fromEntries(perClient)).toEqual({
      SUWI_BIJSTAND: clienten.length,
      SUWI_REINTEGRATIE: clienten.length,
      SUWINET_WERKNEMERSVERZEKERINGEN: clienten.length,
      SUWINET_INKOMSTEN: clienten.length,
      SUWINET_WERKZOEKENDE: clienten.length,
    });
    expect(perBron()).toMatchObject({ KVS: 2, SW_ADMINISTRATIE: 2, SW_WACHTLIJST: 1, CRM: 4 });
  });
});
