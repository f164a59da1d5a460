/**
 * Organisational change does not reach the front office: each future of the region is composed from its own
 * registry, and what is asked today can be asked, planned and answered then.
 */
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Antwoord, type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import { CompositieFout, composeRegistry } from '../../schema/composition.ts';
import { registry } from '../../subgraphs/index.ts';
import { operatie, toetsmoment } from '../operations.ts';
import { ongeldigeOperaties, operaties, planOperaties, vergelijkApi } from './api.ts';
import { startToekomst } from './draai.ts';
import { composeToekomst, type Toen } from './stromen.ts';
import { type Partners, type Toekomst, toekomsten, zonderVelden } from './toekomsten.ts';

const vandaag = await composeRegistry(registry);

describe.each(toekomsten)('when $naam', ({ partners, was, nieuw }: Toekomst) => {
  let regels: Partners;
  let toen: Toen;

  beforeAll(async () => {
    regels = await partners();
    toen = await composeToekomst(regels, was);
  });

  it('the API schema is the same', async () => {
    expect(await vergelijkApi(vandaag.apiSdl, toen.apiSdl)).toEqual({ breekt: [], verschillen: [] });
  });

  it('no partner learns what it did not, but what went within one partner', () => {
    expect(toen.nieuw).toEqual(nieuw);
  });

  it('is not composed until its data flows are declared', async () => {
    await expect(composeRegistry(regels)).rejects.toThrow('GEGEVENSSTROOM_');
  });

  it('every front-office document holds and can be planned, over the subgraphs of then', () => {
    expect(ongeldigeOperaties(toen.apiSdl)).toEqual({});
    const plannen = planOperaties(toen.supergraphSdl);
    expect(Object.keys(plannen)).toEqual(operaties);
    expect(plannen['clientprofiel']).toEqual(regels.map(({ naam }) => naam).sort());
  });
});

describe('a field that nobody takes over', () => {
  it('is seen: the API schema breaks, and the documents that ask it are named', async () => {
    const { apiSdl } = await composeToekomst(await zonderVelden('Werkgever.swPlaatsingen'));
    const { breekt } = await vergelijkApi(vandaag.apiSdl, apiSdl);
    expect(breekt).toContain("Field 'swPlaatsingen' was removed from object type 'Werkgever'");
    const ongeldig = ongeldigeOperaties(apiSdl);
    expect(ongeldig['werkgever']).toBe('Cannot query field "swPlaatsingen" on type "Werkgever".');
    expect(Object.keys(ongeldig)).not.toContain('zoek-client');
  });

  it('does not compose when what is computed over the partners rests on it', async () => {
    const partners = await zonderVelden('Client.wachtlijst');
    await expect(composeToekomst(partners)).rejects.toThrow(CompositieFout);
    await expect(composeToekomst(partners)).rejects.toThrow('wachtlijst');
  });
});

describe('a field that comes', () => {
  it('is a difference that breaks nothing', async () => {
    const zonder = await composeToekomst(await zonderVelden('Werkgever.swPlaatsingen'));
    const { breekt, verschillen } = await vergelijkApi(zonder.apiSdl, vandaag.apiSdl);
    expect(breekt).toEqual([]);
    expect(verschillen).toContain("Field 'swPlaatsingen' was added to object type 'Werkgever'");
  });
});

describe('the documents of today over the sources of today', () => {
  let werkplein: LopendWerkplein;

  beforeAll(async () => {
    werkplein = await startWerkplein({ now: toetsmoment });
  });
  afterAll(async () => {
    await werkplein.stop();
  });

  it.each(toekomsten)('get the same answers when $naam', async ({ partners, was }) => {
    const toekomst = await startToekomst(werkplein, await partners(), {}, was);
    try {
      for (const naam of operaties) {
        const variables = variabelenVoor(naam, werkplein);
        const nu = await werkplein.vraag(operatie(naam), variables);
        const dan = await toekomst.vraag(operatie(naam), variables);
        expect([naam, nu.errors]).toEqual([naam, undefined]);
        expect([naam, dan.errors]).toEqual([naam, undefined]);
        expect(dan.data).toEqual(nu.data);
      }
    } finally {
      await toekomst.stop();
    }
  });

  it('lose only secondment when the organisation for secondment does not answer', async () => {
    const apart = toekomsten.find(({ naam }) => naam.includes('apart from secondment'));
    const toekomst = await startToekomst(werkplein, (await apart?.partners()) ?? [], {}, apart?.was);
    try {
      await toekomst.subgraphs.get('swdetachering')?.stop();
      const antwoord = await toekomst.vraag(
        operatie('clientprofiel'),
        variabelenVoor('clientprofiel', werkplein),
      );
      expect(antwoord.data).toMatchObject({
        client: {
          plaatsingen: null,
          swDienstverbanden: { bron: { uitkomst: 'GEVONDEN' } },
          loonwaarde: { bron: { uitkomst: 'GEVONDEN' } },
        },
      });
    } finally {
      await toekomst.stop();
    }
  });
});

describe('when a municipality leaves the region', () => {
  // One benefits office for Helmond and its neighbours, beside one of Asten; Deurne goes.
  const deurne = '0762';
  const asten = '0743';
  const blijven = ['1659', '1771'];
  let werkplein: LopendWerkplein;

  beforeAll(async () => {
    werkplein = await startWerkplein({ now: toetsmoment, regio: 'helmond' });
  });
  afterAll(async () => {
    await werkplein.stop();
  });

  const omgeving = (codes: readonly string[]) => ({
    GEMEENTE_CODE: '0794',
    GEMEENTE_CODES: codes.join(','),
    [`GEMEENTE_KVS_URL_${asten}`]: werkplein.bronnen['KVS']?.url,
    [`GEMEENTE_KVS_TOKEN_${asten}`]: 'van-asten',
  });

  it('the registry stays, its clients are no longer asked for, and all others get what they got', async () => {
    const voor = await startToekomst(werkplein, registry, omgeving([...blijven, deurne]));
    const na = await startToekomst(werkplein, registry, omgeving(blijven));
    try {
      const profiel = async (bij: typeof voor, gemeentecode: string): Promise<Antwoord> => {
        const persoon = werkplein.bevolking.personen.find(
          (p) => p.adres.gemeentecode === gemeentecode && p.klantdossier !== undefined,
        );
        const clientnummer = werkplein.pseudoniem.clientnummerVan(persoon?.bsn ?? '');
        const antwoord = await bij.vraag(operatie('clientprofiel'), { clientnummer });
        expect(antwoord.errors).toBeUndefined();
        return antwoord;
      };
      const metDossier = (uitkomst: string) => ({
        data: { client: { klantdossier: { bron: { uitkomst } } } },
      });
      for (const code of ['0794', asten, ...blijven]) {
        const eerst = await profiel(voor, code);
        expect(eerst).toMatchObject(metDossier('GEVONDEN'));
        expect((await profiel(na, code)).data).toEqual(eerst.data);
      }
      expect(await profiel(voor, deurne)).toMatchObject(metDossier('GEVONDEN'));
      expect(await profiel(na, deurne)).toMatchObject(metDossier('NIET_GERECHTIGD'));
    } finally {
      await Promise.all([voor.stop(), na.stop()]);
    }
  });
});

/** Values for the variables of a document: those it cannot do without, and the BSN and the filter where one is asked. */
function variabelenVoor(naam: string, { bevolking, pseudoniem }: LopendWerkplein): Record<string, unknown> {
  const [persoon] = bevolking.personen;
  const bsn = persoon?.bsn ?? '';
  const bekend: Readonly<Record<string, unknown>> = {
    bsn,
    clientnummer: pseudoniem.clientnummerVan(bsn),
    clientnummers: bevolking.personen.slice(0, 5).map((p) => pseudoniem.clientnummerVan(p.bsn)),
    id: persoon?.voorstellen[0]?.vacatureId ?? bevolking.vacatures[0]?.id,
    kvkNummer: bevolking.werkgevers[0]?.kvkNummer,
    rol: 'ARBEIDSBEMIDDELAAR',
    medewerkernummer: persoon?.swDienstverband?.consulent.nummer,
    van: '2025-11-02',
    tot: '2026-11-01',
    // A choice that chooses nothing is refused.
    filter: { doelgroepen: ['BEPERKT', 'BESCHUT'] },
  };
  const [definitie] = parse(operatie(naam)).definitions;
  if (definitie?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error(`${naam} does not begin with its operation`);
  return Object.fromEntries(
    (definitie.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
      const variabele = variable.name.value;
      const nodig =
        (type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined) ||
        variabele === 'bsn' ||
        variabele === 'filter';
      if (!nodig) return [];
      if (bekend[variabele] === undefined) throw new Error(`${naam}: no value known for $${variabele}`);
      return [[variabele, bekend[variabele]]];
    }),
  );
}
