/**
 * The five Suwinet services of UWV against their real XSDs: every answer the simulated sources give,
 * and every question the adapters send.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type BronStub,
  bronPrefix,
  createBronverbruik,
  createLogger,
  createPseudonimiseerder,
  type ProtocolFault,
  startStubs,
} from '../../subgraphs/kit/index.ts';
import { createBevolking, type Persoon } from '../../subgraphs/population/index.ts';
import { uwv } from '../../subgraphs/uwv/index.ts';
import { createStubs, ontwikkelOmgeving } from '../../subgraphs/uwv/stub.ts';
import { gevallenTegenXsd } from './gevallen.ts';
import { createXsdValidator, specsDirOfOverslaan } from './validate-xsd.ts';

const specs = specsDirOfOverslaan('UWV on Suwinet');

const pseudoniemOmgeving = { PSEUDONIEM_SLEUTEL: '1e'.repeat(32), WERKPLEIN_REGIO: 'westland' };
const pseudoniem = createPseudonimiseerder(
  pseudoniemOmgeving.PSEUDONIEM_SLEUTEL,
  pseudoniemOmgeving.WERKPLEIN_REGIO,
);
const bevolking = createBevolking({ regio: 'westland', seed: 1 });

type Dienst = {
  readonly bron: string;
  /** Folder of the service in the specifications: its name and its version. */
  readonly map: string;
  readonly lader:
    | 'werknemersverzekeringen'
    | 'inkomsten'
    | 'werkzoekende'
    | 'doelgroepregister'
    | 'aanvraagstatus';
  /** Folder of its golden cases. */
  readonly gevallen: string;
  readonly kent: (persoon: Persoon) => boolean;
};

const diensten: readonly Dienst[] = [
  {
    bron: 'SUWINET_WERKNEMERSVERZEKERINGEN',
    map: 'UWVDossierWerknemersverzekeringenGSD-v0200-b01',
    lader: 'werknemersverzekeringen',
    gevallen: 'werknemersverzekeringen',
    kent: (p) => p.uwvUitkeringen.length > 0,
  },
  {
    bron: 'SUWINET_INKOMSTEN',
    map: 'UWVDossierInkomstenGSD-v0200-b02',
    lader: 'inkomsten',
    gevallen: 'inkomen',
    kent: (p) => p.inkomstenverhoudingen.length > 0,
  },
  {
    bron: 'SUWINET_WERKZOEKENDE',
    map: 'UWVWbDossierPersoonGSD-v0200-b01',
    lader: 'werkzoekende',
    gevallen: 'werkzoekende',
    kent: (p) => p.werkzoekende !== undefined,
  },
  {
    bron: 'SUWINET_DOELGROEPREGISTER',
    map: 'UWVDossierQuotumArbeidsbeperktenGSD-v0300-b01',
    lader: 'doelgroepregister',
    gevallen: 'doelgroepregistratie',
    kent: (p) => p.doelgroepregister !== undefined,
  },
  {
    bron: 'SUWINET_AANVRAAGSTATUS',
    map: 'UWVDossierAanvraagUitkeringStatusGSD-v0200-b01',
    lader: 'aanvraagstatus',
    gevallen: 'uwv-aanvragen',
    kent: (p) => p.uwvAanvragen.length > 0,
  },
];

describe.skipIf(specs === undefined).each(diensten)('$bron', (dienst) => {
  const xsd = (bericht: 'BodyAction' | 'BodyReaction') => {
    const [naam = '', ...versie] = dienst.map.split('-');
    const folder = join(specs ?? '', 'uwv-suwinet', dienst.map, 'Diensten', naam, versie.join('-'));
    return createXsdValidator(join(folder, `${bericht}.xsd`));
  };

  /** Asks about people as the subgraph does, and keeps what went over the line. */
  const bevraag = async (personen: readonly Persoon[], fault: ProtocolFault | 'none') => {
    const vragen: string[] = [];
    const antwoorden: string[] = [];
    const opnemend = createStubs({ bevolking, ...pseudoniem, now: () => new Date() }).map(
      (stub): BronStub => ({
        ...stub,
        antwoord: async (request) => {
          const antwoord = await (fault === 'none' ? stub.antwoord : stub.faults[fault])(request);
          vragen.push(request.body);
          antwoorden.push(antwoord.body);
          return antwoord;
        },
      }),
    );
    const stubs = await startStubs(opnemend);
    const adressen: Readonly<Record<string, string>> = Object.fromEntries(
      Object.values(stubs.bronnen).map(({ bron, url }) => [`${bronPrefix('uwv', bron)}_URL`, url]),
    );
    const open = uwv.open(uwv.leesConfig({ ...pseudoniemOmgeving, ...ontwikkelOmgeving, ...adressen }), {
      logger: createLogger('test', { level: 'silent' }),
    });
    const lader = open.context({
      correlationId: 'test',
      signal: new AbortController().signal,
      now: () => new Date(),
      logger: createLogger('test', { level: 'silent' }),
      verbruik: createBronverbruik(),
    })[dienst.lader];
    const gegeven = await Promise.all(
      personen.map(async ({ bsn }) => (await lader.load(pseudoniem.clientnummerVan(bsn))).uitkomst),
    );
    await open.sluit();
    await stubs.stop();
    return { vragen, antwoorden, uitkomsten: [...new Set(gegeven)] };
  };

  const bekenden = bevolking.personen.filter(dienst.kent).slice(0, 400);
  const onbekenden = bevolking.personen.filter((p) => !dienst.kent(p)).slice(0, 25);

  it.each([
    ['none', 'GEVONDEN'],
    ['nothing-found', 'NIETS_GEVONDEN'],
    ['warning', 'GEDEELTELIJK'],
  ] as const)('answers validly about people it knows (%s)', async (fault, uitkomst) => {
    const { vragen, antwoorden, uitkomsten } = await bevraag(bekenden, fault);
    const vraagXsd = xsd('BodyAction');
    const antwoordXsd = xsd('BodyReaction');
    expect(antwoorden.length).toBeGreaterThanOrEqual(200);
    expect(vragen.flatMap((vraag) => vraagXsd.soapBody(vraag))).toEqual([]);
    expect(antwoorden.flatMap((antwoord) => antwoordXsd.soapBody(antwoord))).toEqual([]);
    expect(uitkomsten).toEqual([uitkomst]);
  });

  it('answers validly about people it does not know', async () => {
    const { antwoorden, uitkomsten } = await bevraag(onbekenden, 'none');
    const antwoordXsd = xsd('BodyReaction');
    expect(antwoorden).toHaveLength(25);
    expect(antwoorden.flatMap((antwoord) => antwoordXsd.soapBody(antwoord))).toEqual([]);
    expect(uitkomsten).toEqual(['NIETS_GEVONDEN']);
  });

  it('has an answer of the wrong shape that is indeed not valid', async () => {
    const { antwoorden, uitkomsten } = await bevraag(bekenden.slice(0, 1), 'wrong-shape');
    const antwoordXsd = xsd('BodyReaction');
    expect(antwoorden.map((antwoord) => antwoordXsd.soapBody(antwoord).length > 0)).toEqual([true]);
    expect(uitkomsten).toEqual(['FOUT']);
  });

  it('has golden cases that the source could have sent, and others that say so', () => {
    const map = new URL(
      `../../subgraphs/uwv/${dienst.bron.toLowerCase().replaceAll('_', '-')}/fixtures/${dienst.gevallen}/`,
      import.meta.url,
    );
    expect(gevallenTegenXsd(map, xsd('BodyReaction'))).toEqual([]);
  });
});
