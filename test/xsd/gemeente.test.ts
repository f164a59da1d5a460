/** What the municipality's SOAP sources are asked and answer, against the schemas of the real ones. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gemeente } from '../../subgraphs/gemeente/index.ts';
import { createStubs } from '../../subgraphs/gemeente/stub.ts';
import {
  type BronStub,
  createLogger,
  createPseudonimiseerder,
  type StubFault,
  type StubRequest,
  type StubResponse,
  startStubs,
  startSubgraph,
} from '../../subgraphs/kit/index.ts';
import { createBevolking, type Persoon } from '../../subgraphs/population/index.ts';
import { gevallenTegenXsd } from './gevallen.ts';
import { createXsdValidator, specsDirOfOverslaan } from './validate-xsd.ts';

const specs = specsDirOfOverslaan('the SOAP sources of gemeente');

const gws = 'benefits-gws';
const suwi = 'benefits-suwiml';
/** Where the schemas and recorded cases of each service are, and whom it knows (in October 2026, of 2025). */
const diensten = [
  {
    naam: 'UitkeringsSpecificatieClient v0600',
    bron: 'GWS',
    pad: '/UitkeringsSpecificatieClient-v0600',
    actie: `${gws}/uitkering/v0600-b01/BodyAction_resolved.xsd`,
    reactie: `${gws}/uitkering/v0600-b01/BodyReaction_resolved.xsd`,
    gevallen: 'gws/fixtures/uitkeringsspecificatie/',
    kent: ({ bijstand }: Persoon) => bijstand?.betalingen.some(({ maand }) => maand === '202610') === true,
  },
  {
    naam: 'JaarOpgaveClient v0400',
    bron: 'GWS',
    pad: '/JaarOpgaveClient-v0400',
    actie: `${gws}/jaaropgave/v0400-b01/BodyAction_resolved.xsd`,
    reactie: `${gws}/jaaropgave/v0400-b01/BodyReaction_resolved.xsd`,
    gevallen: 'gws/fixtures/jaaropgave/',
    kent: ({ bijstand }: Persoon) =>
      bijstand !== undefined &&
      bijstand.begindatum < '2026' &&
      (bijstand.einddatum === undefined || bijstand.einddatum >= '2025'),
  },
  {
    naam: 'Bijstandsregelingen v0500',
    bron: 'SUWI_BIJSTAND',
    pad: '/Bijstandsregelingen-v0500',
    actie: `${suwi}/Bijstandsregelingen-v0500-b04/Diensten/Bijstandsregelingen/v0500-b04/BodyAction.xsd`,
    reactie: `${suwi}/Bijstandsregelingen-v0500-b04/Diensten/Bijstandsregelingen/v0500-b04/BodyReaction.xsd`,
    gevallen: 'suwi-bijstand/fixtures/bijstand/',
    kent: ({ bijstand }: Persoon) => bijstand !== undefined,
  },
  {
    naam: 'GSDDossierReintegratie v0200',
    bron: 'SUWI_REINTEGRATIE',
    pad: '/GSDDossierReintegratie-v0200',
    actie: `${suwi}/GSDDossierReintegratie-v0200-b04/Diensten/GSDDossierReintegratie/v0200-b04/BodyAction.xsd`,
    reactie: `${suwi}/GSDDossierReintegratie-v0200-b04/Diensten/GSDDossierReintegratie/v0200-b04/BodyReaction.xsd`,
    gevallen: 'suwi-reintegratie/fixtures/reintegratie/',
    kent: ({ reintegratie }: Persoon) => reintegratie !== undefined,
  },
] as const;
const gwsDiensten = diensten.filter(({ bron }) => bron === 'GWS');
const suwiDiensten = diensten.filter(({ bron }) => bron !== 'GWS');

const bevolking = createBevolking({ regio: 'westland', seed: 1 });
const sleutel = '0'.repeat(64);
const pseudoniem = createPseudonimiseerder(sleutel, 'westland');
const nu = () => new Date('2026-11-01T09:00:00Z');

type Uitwisseling = { readonly bron: string; readonly vraag: StubRequest; readonly antwoord: StubResponse };

/** The simulated source, with everything it is asked and answers written down. */
function meegeschreven(stub: BronStub, opgeschreven: Uitwisseling[]): BronStub {
  const schrijf =
    (antwoorder: BronStub['antwoord']): BronStub['antwoord'] =>
    async (vraag) => {
      const antwoord = await antwoorder(vraag);
      opgeschreven.push({ bron: stub.bron, vraag, antwoord });
      return antwoord;
    };
  return {
    bron: stub.bron,
    antwoord: schrijf(stub.antwoord),
    faults: {
      'nothing-found': schrijf(stub.faults['nothing-found']),
      warning: schrijf(stub.faults.warning),
      'server-error': schrijf(stub.faults['server-error']),
      'wrong-shape': schrijf(stub.faults['wrong-shape']),
      maintenance: schrijf(stub.faults.maintenance),
      'rate-limited': schrijf(stub.faults['rate-limited']),
    },
  };
}

const vraag = /* GraphQL */ `
  query ($clienten: [_Any!]!) {
    _entities(representations: $clienten) {
      ... on Client {
        bijstand { bron { uitkomst } }
        reintegratie { bron { uitkomst } }
        uitkeringsspecificatie { bron { uitkomst } }
        jaaropgave { bron { uitkomst } }
      }
    }
  }
`;

/** Asks all four services about one person through the partner's own resolvers and adapters. */
async function wisselUit(persoon: Persoon, fault: StubFault): Promise<readonly Uitwisseling[]> {
  const opgeschreven: Uitwisseling[] = [];
  const stubs = await startStubs(
    createStubs({ bevolking, ...pseudoniem, now: nu }).map((stub) => meegeschreven(stub, opgeschreven)),
  );
  const url = (bron: string) => stubs.bronnen[bron]?.url;
  const logger = createLogger('test', { level: 'silent' });
  const config = gemeente.leesConfig({
    PSEUDONIEM_SLEUTEL: sleutel,
    WERKPLEIN_REGIO: 'westland',
    GEMEENTE_OIN: '00000001001234567000',
    GEMEENTE_CODE: '1783',
    GEMEENTE_SUWINET_AFZENDER: 'https://werkplein.example/graaf',
    GEMEENTE_BRP_API_KEY: 'x',
    GEMEENTE_KVS_TOKEN: 'x',
    GEMEENTE_DKD_TOKEN: 'x',
    GEMEENTE_BRP_URL: url('BRP'),
    GEMEENTE_KVS_URL: url('KVS'),
    GEMEENTE_DKD_URL: url('DKD'),
    GEMEENTE_GWS_URL: url('GWS'),
    GEMEENTE_SUWI_BIJSTAND_URL: url('SUWI_BIJSTAND'),
    GEMEENTE_SUWI_REINTEGRATIE_URL: url('SUWI_REINTEGRATIE'),
  });
  const subgraph = await startSubgraph(gemeente, {
    config,
    toegang: { soort: 'OPEN' },
    port: 0,
    logger,
    now: nu,
  });
  try {
    await Promise.all(Object.values(stubs.bronnen).map((bron) => bron.setFault(fault)));
    const clientnummer = pseudoniem.clientnummerVan(persoon.bsn);
    const response = await fetch(subgraph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: vraag,
        variables: { clienten: [{ __typename: 'Client', clientnummer }] },
      }),
    });
    expect(await response.json()).not.toHaveProperty('errors');
    expect(opgeschreven.map((u) => u.vraag.path).sort()).toEqual(diensten.map(({ pad }) => pad).sort());
    return opgeschreven;
  } finally {
    await subgraph.stop();
    await stubs.stop();
  }
}

const klant = bevolking.personen.find((p) => diensten.every(({ kent }) => kent(p))) as Persoon;

function van<T extends { readonly vraag: StubRequest }>(uitwisselingen: readonly T[], pad: string): T {
  const gevonden = uitwisselingen.find((u) => u.vraag.path === pad);
  if (gevonden === undefined) throw new Error(`nothing was asked at ${pad}`);
  return gevonden;
}

describe.skipIf(specs === undefined)('messages against the schemas', () => {
  const xsd = (pad: string) => createXsdValidator(`${specs ?? ''}/${pad}`);
  const uitgewisseld = new Map<StubFault, readonly Uitwisseling[]>();
  const bij = (fault: StubFault, pad: string) => van(uitgewisseld.get(fault) ?? [], pad);

  beforeAll(async () => {
    for (const fault of ['none', 'nothing-found', 'warning', 'wrong-shape', 'server-error'] as const) {
      uitgewisseld.set(fault, await wisselUit(klant, fault));
    }
  });
  afterAll(() => {
    uitgewisseld.clear();
  });

  describe.each(diensten)('$naam', ({ bron, pad, actie, reactie, gevallen, kent }) => {
    it('is asked a valid question', () => {
      expect(xsd(actie).soapBody(bij('none', pad).vraag.body)).toEqual([]);
    });

    it('answers validly about everyone of the population whom it knows', async () => {
      const toets = xsd(reactie);
      const stub = createStubs({ bevolking, ...pseudoniem, now: nu }).find((s) => s.bron === bron);
      // The adapter's own question, asked about one person after another.
      const { vraag: gesteld } = bij('none', pad);
      const bekenden = bevolking.personen.filter(kent);
      const vreemden = bevolking.personen.filter((p) => !kent(p)).slice(0, 50);
      expect(bekenden.length).toBeGreaterThanOrEqual(200);
      for (const persoon of [...bekenden, ...vreemden]) {
        const body = gesteld.body.replace(klant.bsn, persoon.bsn);
        const { status, body: antwoord } = (await stub?.antwoord({ ...gesteld, body })) ?? { body: '' };
        expect([persoon.bsn, status, toets.soapBody(antwoord)]).toEqual([persoon.bsn, 200, []]);
        expect([persoon.bsn, antwoord.includes('NietsGevonden')]).toEqual([persoon.bsn, !kent(persoon)]);
      }
    });

    it.each(['none', 'nothing-found', 'warning'] as const)('answers validly with fault %s', (fault) => {
      const { antwoord } = bij(fault, pad);
      expect(antwoord.status).toBe(200);
      expect(antwoord.body.includes('NietsGevonden')).toBe(fault === 'nothing-found');
      expect(antwoord.body.includes('Waarschuwing')).toBe(fault === 'warning');
      expect(xsd(reactie).soapBody(antwoord.body)).toEqual([]);
    });

    it('is invalid where it should be: with fault wrong-shape', () => {
      expect(xsd(reactie).soapBody(bij('wrong-shape', pad).antwoord.body)).not.toEqual([]);
    });

    it('has golden cases that the schema allows, and others that say so', () => {
      const map = new URL(`../../subgraphs/gemeente/${gevallen}`, import.meta.url);
      expect(gevallenTegenXsd(map, xsd(reactie))).toEqual([]);
    });
  });

  describe.each(gwsDiensten)('$naam, as a whole envelope', ({ pad, actie, reactie }) => {
    const header = actie.replace('BodyAction', 'GWSMLHeader');

    it('is asked with a valid header', () => {
      const { vraag: gesteld } = bij('none', pad);
      expect(xsd(header).soapHeader(gesteld.body, 'Header')).toEqual([]);
      expect(xsd(actie.replace('BodyAction', 'EnvelopeAction')).document(gesteld.body)).toEqual([]);
    });

    it.each(['none', 'nothing-found', 'warning'] as const)(
      'answers with a valid header, fault %s',
      (fault) => {
        const { antwoord } = bij(fault, pad);
        expect(xsd(header).soapHeader(antwoord.body, 'Header')).toEqual([]);
        expect(xsd(reactie.replace('BodyReaction', 'EnvelopeReaction')).document(antwoord.body)).toEqual([]);
      },
    );

    it('fails with a valid SOAP fault', () => {
      const toets = xsd(reactie.replace('BodyReaction', 'EnvelopeReaction'));
      expect(toets.soapBody(bij('server-error', pad).antwoord.body)).toEqual([]);
    });
  });

  describe.each(suwiDiensten)('$naam, around the body', ({ pad, reactie }) => {
    const wsa = `${gws}/uitkering/v0600-b01/ws-addr_resolved.xsd`;

    it.each(['MessageID', 'From', 'To', 'Action'])('is asked and answers with a valid wsa:%s', (naam) => {
      const { vraag: gesteld, antwoord } = bij('none', pad);
      expect(xsd(wsa).soapHeader(gesteld.body, naam)).toEqual([]);
      expect(xsd(wsa).soapHeader(antwoord.body, naam)).toEqual([]);
    });

    it('fails with a valid fwi:Fout', () => {
      const fwi = `${reactie.split('/Diensten/')[0] ?? ''}/FWI/v0205/FWI.xsd`;
      expect(xsd(fwi).element(bij('server-error', pad).antwoord.body, 'Fout')).toEqual([]);
    });
  });
});
