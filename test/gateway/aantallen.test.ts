/** What an operation costs: calls to subgraphs and calls to each service of each source. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { lees, leesElk, nietVoorProfiel, operatie, toetsmoment } from '../operations.ts';

let werkplein: LopendWerkplein;
let oversteken: string[] = [];

beforeAll(async () => {
  werkplein = await startWerkplein({
    now: toetsmoment,
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
    const aanroepen = Object.fromEntries(
      Object.values(werkplein.bronnen)
        .map((stub) => [stub.bron, Object.values(stub.calls()).reduce((a, b) => a + b, 0)] as const)
        .filter(([, aantal]) => aantal > 0),
    );
    expect(aanroepen).toEqual({
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
