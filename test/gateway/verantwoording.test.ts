/** The accountability report over the graph: the figures of the papers, each source silent, and nobody in it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Antwoord, type LopendWerkplein, startWerkplein } from '../../commands/in-one-process.ts';
import type { StubFault } from '../../subgraphs/kit/index.ts';
import { lees, operatie, toetsmoment } from '../operations.ts';

const query = operatie('verantwoording');
/** To the day that the papers' counts are of. */
const jaar = { van: '2025-11-02', tot: '2026-11-01' };

const codewaarde = z.looseObject({ code: z.string() });
const cijfers = z.looseObject({
  instroom: z.number(),
  uitstroom: z.number().nullable(),
  bestand: z.number(),
});
const telling = z.looseObject({ code: codewaarde, aantal: z.number().nullable() });
const regeling = z.looseObject({ regeling: codewaarde, cijfers });
const bestandcijfer = z.looseObject({
  gemeente: z.looseObject({ omschrijving: z.string() }),
  regeling: codewaarde.optional(),
  bestand: z.number(),
});
const partnerdeel = z.looseObject({
  totaal: cijfers.extend({ uitstroom: z.number() }),
  doorstroom: z.number(),
  regelingen: z.array(regeling),
  bestandPerGemeente: z.array(bestandcijfer),
});
const partnercijfers = z.looseObject({ partner: z.string(), bestand: z.number().nullable() });

/** The report of partners that all answer; a test that silences one takes the parts it can have. */
const verslagvorm = z.looseObject({
  gemeente: partnerdeel.extend({ inburgering: z.array(telling) }),
  uwv: partnerdeel,
  sw: partnerdeel.extend({ wachtlijst: cijfers, wachtlijstPerGemeente: z.array(bestandcijfer) }),
  wsp: z.looseObject({
    ontvangen: z.array(telling),
    open: z.number(),
    vervuld: z.number(),
    ingetrokken: z.number(),
    vervullingsgraad: z.number(),
  }),
  samen: z.looseObject({
    instroom: z.number().nullable(),
    doorstroom: z.number().nullable(),
    uitstroom: z.number().nullable(),
    bestand: z.number().nullable(),
    volledig: z.boolean(),
    partners: z.array(partnercijfers),
  }),
});
const verslagVan = ({ data }: Antwoord) => verslagvorm.parse(lees(data, 'verantwoording'));

type Regeling = z.infer<typeof regeling>;
type Telling = z.infer<typeof telling>;
type Bestandcijfer = z.infer<typeof bestandcijfer>;

const perRegeling = (regelingen: readonly Regeling[]) =>
  Object.fromEntries(regelingen.map((regel) => [regel.regeling.code, regel.cijfers.bestand]));
const perCode = (regels: readonly Telling[]) =>
  Object.fromEntries(regels.map(({ code, aantal }) => [code.code, aantal]));

/** The caseload by name of municipality, of one scheme or of all together. */
function perGemeente(regels: readonly Bestandcijfer[], code?: string): Readonly<Record<string, number>> {
  const totalen: Record<string, number> = {};
  for (const { gemeente, bestand, ...regel } of regels) {
    if (code !== undefined && regel.regeling?.code !== code) continue;
    totalen[gemeente.omschrijving] = (totalen[gemeente.omschrijving] ?? 0) + bestand;
  }
  return totalen;
}

describe('Westland', () => {
  let werkplein: LopendWerkplein;
  let gezond: Antwoord;

  beforeAll(async () => {
    const env = Object.fromEntries(
      ['GEMEENTE_KVS', 'UWV_SONAR', 'SW_ADMINISTRATIE', 'WSP_CRM'].map((bron) => [
        `${bron}_TIMEOUT_MS`,
        '1000',
      ]),
    );
    werkplein = await startWerkplein({ now: toetsmoment, env });
    gezond = await werkplein.vraag(query, jaar);
  });
  afterEach(async () => {
    for (const stub of Object.values(werkplein.bronnen)) {
      if (stub.fault() !== 'none') await stub.setFault('none');
    }
  });
  afterAll(async () => {
    await werkplein.stop();
  });

  it('reports the counts of the paper of 2009', () => {
    expect(gezond.errors).toBeUndefined();
    const { gemeente, uwv, sw } = verslagVan(gezond);
    expect(perRegeling(gemeente.regelingen)).toMatchObject({ PW: 530, WWB: 0 });
    expect(gemeente.totaal.bestand).toBe(530);
    expect(perCode(gemeente.inburgering)).toEqual({
      POTENTIEEL: 595,
      AANGEMELD: 297,
      AANGEBODEN: 61,
      VRIJGESTELD: 32,
      ONTHEVEN: 10,
    });
    expect(perRegeling(uwv.regelingen)).toMatchObject({ WW: 580, WAO: 2270, WAJ: 930, WAZ: 430 });
    expect(sw.totaal.bestand).toBe(273);
    expect(sw.wachtlijst).toMatchObject({ bestand: 63, uitstroom: null, doorlooptijdDagen: null });
  });

  it('keeps the books: the caseload grows by what comes in less what goes out', async () => {
    const nu = verslagVan(gezond);
    const { data } = await werkplein.vraag(query, { van: '2024-11-02', tot: '2025-11-01' });
    // Of that year the service point has no vacancies.
    const eerder = verslagvorm.omit({ wsp: true }).parse(lees(data, 'verantwoording'));
    for (const partner of ['gemeente', 'uwv', 'sw'] as const) {
      const { instroom, uitstroom, bestand } = nu[partner].totaal;
      expect(bestand).toBe(eerder[partner].totaal.bestand + instroom - uitstroom);
    }
  });

  it('adds the partners up, and keeps vacancies out of the clients', () => {
    const { gemeente, uwv, sw, wsp, samen } = verslagVan(gezond);
    expect(samen.bestand).toBe(gemeente.totaal.bestand + uwv.totaal.bestand + sw.totaal.bestand);
    expect(samen.instroom).toBe(gemeente.totaal.instroom + uwv.totaal.instroom + sw.totaal.instroom);
    expect(samen.uitstroom).toBe(gemeente.totaal.uitstroom + uwv.totaal.uitstroom + sw.totaal.uitstroom);
    expect(samen.doorstroom).toBe(gemeente.doorstroom + uwv.doorstroom + sw.doorstroom);
    expect(samen.volledig).toBe(true);
    expect(samen.partners.at(-1)).toEqual({
      partner: 'WSP',
      eenheid: 'VACATURE',
      instroom: wsp.ontvangen.reduce((som, { aantal }) => som + (aantal ?? 0), 0),
      doorstroom: null,
      uitstroom: wsp.vervuld + wsp.ingetrokken,
      bestand: wsp.open,
    });
  });

  it('gives the fill rate of the vacancies that the population has', () => {
    const { vacatures } = werkplein.bevolking;
    const binnen = (dag: string | undefined) => dag !== undefined && dag >= jaar.van && dag <= jaar.tot;
    const gesloten = vacatures.filter((v) => v.status !== 'OPEN' && binnen(v.sluitingsdatum));
    const vervuld = gesloten.filter(({ status }) => status === 'VERVULD').length;
    const { wsp } = verslagVan(gezond);
    expect({ vervuld: wsp.vervuld, ingetrokken: wsp.ingetrokken, open: wsp.open }).toEqual({
      vervuld,
      ingetrokken: gesloten.length - vervuld,
      open: vacatures.filter(({ status }) => status === 'OPEN').length,
    });
    expect(wsp.vervullingsgraad).toBe(Math.round((vervuld / gesloten.length) * 10_000) / 100);
  });

  it('costs one call to each partner that has figures', async () => {
    for (const stub of Object.values(werkplein.bronnen)) stub.reset();
    await werkplein.vraag(query, jaar);
    const aanroepen = Object.values(werkplein.bronnen).flatMap((stub) =>
      Object.entries(stub.calls()).map(([dienst, aantal]) => `${stub.bron} ${dienst} ${aantal}`),
    );
    expect(aanroepen.sort()).toEqual([
      'CRM GET /api/data/v9.2/wg_vacatures 3',
      'CRM GET /api/data/v9.2/wg_voorstellen 1',
      'KVS POST /klantinteracties/api/v1/kengetallen 1',
      'SONAR POST /sonar/v1/kengetallen 1',
      'SW_ADMINISTRATIE GET /ProfitRestServices/connectors/Werkplein_Kengetallen 1',
    ]);
  });

  it('shows no count of one to four persons in a breakdown', () => {
    const tellingen = (value: unknown): readonly Telling[] => {
      if (Array.isArray(value)) return value.flatMap(tellingen);
      if (typeof value !== 'object' || value === null) return [];
      return 'onderdrukt' in value ? [telling.parse(value)] : Object.values(value).flatMap(tellingen);
    };
    const { wsp, ...rest } = verslagVan(gezond);
    const klein = [...tellingen(rest), ...tellingen(wsp['voorstellen'])].filter(
      ({ aantal }) => aantal !== null && aantal > 0 && aantal < 5,
    );
    expect(klein).toEqual([]);
  });

  const partners = [
    { bron: 'KVS', veld: 'gemeente' },
    { bron: 'SONAR', veld: 'uwv' },
    { bron: 'SW_ADMINISTRATIE', veld: 'sw' },
    { bron: 'CRM', veld: 'wsp' },
  ] as const;
  const slicevorm = z.record(z.string(), z.unknown());
  const uitkomsten: readonly (readonly [StubFault, string])[] = [
    ['nothing-found', 'NIETS_GEVONDEN'],
    ['warning', 'GEDEELTELIJK'],
    ['server-error', 'FOUT'],
    ['malformed', 'FOUT'],
    ['wrong-shape', 'FOUT'],
    ['refused', 'BRON_NIET_BESCHIKBAAR'],
    ['hang', 'BRON_NIET_BESCHIKBAAR'],
    ['maintenance', 'BRON_NIET_BESCHIKBAAR'],
    ['rate-limited', 'BRON_NIET_BESCHIKBAAR'],
  ];

  describe.each(partners)('$bron', ({ bron, veld }) => {
    it.each(uitkomsten)('%s: %s, and silence is never a zero', async (fault, uitkomst) => {
      await werkplein.bronnen[bron]?.setFault(fault);
      const { data, errors } = await werkplein.vraag(query, jaar);
      expect(errors).toBeUndefined();
      const slice = (naam: string) => lees(data, `verantwoording.${naam}`);
      expect(lees(slice(veld), 'bron.uitkomst')).toBe(uitkomst);
      const gegevens = Object.entries(slicevorm.parse(slice(veld))).filter(
        ([naam, waarde]) => naam !== 'bron' && waarde !== null,
      );
      expect(gegevens.length > 0).toBe(fault === 'warning');

      for (const ander of partners.filter((partner) => partner.veld !== veld)) {
        expect(slice(ander.veld)).toEqual(lees(gezond.data, `verantwoording.${ander.veld}`));
      }
      const samen = verslagvorm.shape.samen.parse(slice('samen'));
      expect(samen.volledig).toBe(fault === 'nothing-found');
      const eigen = samen.partners.find(({ partner }) => partner === veld.toUpperCase());
      expect(eigen).toBeDefined();
      expect(eigen?.bestand === null).toBe(fault !== 'warning');
      const som = ['gemeente', 'uwv', 'sw']
        .map(
          (naam) =>
            z
              .number()
              .optional()
              .parse(lees(slice(naam), 'totaal.bestand')) ?? 0,
        )
        .reduce((totaal, bestand) => totaal + bestand, 0);
      expect(samen.bestand).toBe(som);
      expect(JSON.stringify(data)).not.toMatch(/INTERN|stack|127\.0\.0\.1/);
    });
  });

  it('has no total when nobody answered', async () => {
    for (const { bron } of partners) await werkplein.bronnen[bron]?.setFault('maintenance');
    const { data } = await werkplein.vraag(query, jaar);
    expect(lees(data, 'verantwoording.samen')).toMatchObject({
      instroom: null,
      doorstroom: null,
      uitstroom: null,
      bestand: null,
      volledig: false,
    });
  });

  it.each([
    ['the end before the begin', { van: '2026-02-01', tot: '2026-01-31' }],
    ['more than five years', { van: '2020-01-01', tot: '2025-01-01' }],
    ['a day that does not exist', { van: '2026-02-30', tot: '2026-03-31' }],
  ])('refuses %s', async (_wat, periode) => {
    const { errors } = await werkplein.vraag(query, periode);
    expect(errors?.[0]?.extensions['code']).toBe('ONGELDIGE_INVOER');
  });

  it('divides the costs of the front office as the paper does', async () => {
    const { data, errors } = await werkplein.vraag(
      `query ($partijen: [Verdeelpartij!]!) {
        verdeling(bedragEuro: 149500, partijen: $partijen, sleutelgewichten: [50, 50]) {
          bedragEuro delen { naam percentage bedragEuro }
        }
      }`,
      {
        partijen: [
          { naam: 'Gemeente', gewichten: [240, 627] },
          { naam: 'UWV', gewichten: [940, 580] },
        ],
      },
    );
    expect(errors).toBeUndefined();
    expect(lees(data, 'verdeling')).toEqual({
      bedragEuro: 149_500,
      delen: [
        { naam: 'Gemeente', percentage: 36.14, bedragEuro: 54_029 },
        { naam: 'UWV', percentage: 63.86, bedragEuro: 95_471 },
      ],
    });
  });
});

describe('Noord-Kennemerland', () => {
  let werkplein: LopendWerkplein;
  beforeAll(async () => {
    werkplein = await startWerkplein({ now: toetsmoment, regio: 'noord-kennemerland' });
  });
  afterAll(async () => {
    await werkplein.stop();
  });

  it('reports the counts of the paper of 2012, municipality by municipality', async () => {
    const antwoord = await werkplein.vraag(query, jaar);
    expect(antwoord.errors).toBeUndefined();
    const { gemeente, uwv, sw } = verslagVan(antwoord);
    expect(perGemeente(gemeente.bestandPerGemeente, 'PW')).toMatchObject({
      Alkmaar: 1_890,
      Heiloo: 160,
      Heerhugowaard: 540,
      Bergen: 210,
      Langedijk: 190,
      Schermer: 40,
      'Graft-De Rijp': 30,
      Castricum: 190,
    });
    expect(gemeente.totaal.bestand).toBe(3_250);
    expect(perGemeente(uwv.bestandPerGemeente, 'WAJ')).toEqual({
      Alkmaar: 31,
      Heiloo: 4,
      Heerhugowaard: 9,
      Bergen: 7,
      Langedijk: 4,
      Schermer: 1,
      'Graft-De Rijp': 1,
      Castricum: 5,
    });
    expect(perGemeente(sw.bestandPerGemeente)).toMatchObject({
      Alkmaar: 425,
      Heiloo: 47,
      Heerhugowaard: 170,
      Bergen: 65,
      Langedijk: 61,
      Schermer: 9,
      'Graft-De Rijp': 4,
      Castricum: 39,
      'Den Helder': 28,
    });
    expect(sw.totaal.bestand).toBe(848);
    expect(perGemeente(sw.wachtlijstPerGemeente)).toEqual({
      Alkmaar: 168,
      Heiloo: 4,
      Heerhugowaard: 40,
      Bergen: 5,
      Langedijk: 7,
      Schermer: 7,
      'Graft-De Rijp': 1,
      Castricum: 3,
    });
    expect(sw.wachtlijst.bestand).toBe(235);
  });

  it('goes on without a partner whose subgraph does not answer', async () => {
    await werkplein.partners['uwv']?.subgraph.stop();
    const { data, errors } = await werkplein.vraag(query, jaar);
    expect(errors?.map(({ extensions }) => [extensions['code'], extensions['bron']])).toEqual([
      ['BRON_NIET_BESCHIKBAAR', 'SONAR'],
    ]);
    expect(lees(data, 'verantwoording.uwv')).toBeNull();
    const { gemeente, sw, samen } = verslagvorm.omit({ uwv: true }).parse(lees(data, 'verantwoording'));
    expect(samen.bestand).toBe(gemeente.totaal.bestand + sw.totaal.bestand);
    expect(samen.volledig).toBe(false);
  });
});
