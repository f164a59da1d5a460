import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapJaaropgave, mapUitkeringsspecificatie } from './map.ts';
import { jaarOpgaveInfoResponse, uitkeringsSpecificatieInfoResponse } from './messages.ts';

const client = { BurgerServiceNr: '999990019' };
const instantie = { Gemeentecode: '1783' };

/** The specification of a month with one line of this amount, in this month. */
function specificatie(bedrag: unknown, maand = '202502') {
  const dossier = {
    Regeling: 'Participatiewet',
    Dossiernummer: '0061913',
    Periodenummer: maand,
    Betrekkingsperiode: maand,
    UitbetaaldBedragClient: bedrag,
    Componenthistorie: { Omschrijving: 'Norm', Bedrag: bedrag, IndicatieKolom: '1' },
  };
  return uitkeringsSpecificatieInfoResponse.safeParse({
    UitkeringsSpecificatieClient: {
      Client: client,
      TypePeriode: '0',
      Uitkeringsspecificatie: { Uitkeringsinstantie: instantie, Dossierhistorie: dossier },
    },
  });
}

const teken = fc.constantFrom('+', '-');

describe('amounts of GWS', () => {
  it('are the same number of cents with the sign beside them, and nothing is minus zero', () => {
    fc.assert(
      fc.property(fc.nat(2_147_483_647), teken, fc.nat(6), (centen, plusMin, nullen) => {
        const gelezen = specificatie({
          CdPositiefNegatief: plusMin,
          WaardeBedrag: '0'.repeat(nullen) + String(centen),
        });
        const [dossier] =
          mapUitkeringsspecificatie(
            gelezen.data?.UitkeringsSpecificatieClient ?? {
              Client: client,
              TypePeriode: '',
              Uitkeringsspecificatie: [],
            },
          ).specificaties ?? [];
        const verwacht = plusMin === '-' && centen !== 0 ? -centen : centen;
        expect(Object.is(dossier?.betaaldeBedragCenten, verwacht)).toBe(true);
        expect(Object.is(dossier?.onderdelen[0]?.bedragCenten, verwacht)).toBe(true);
      }),
    );
  });

  it('that are too large, or no whole number, or have no sign or another, are refused', () => {
    const groot = fc.integer({ min: 2_147_483_648, max: Number.MAX_SAFE_INTEGER }).map(String);
    const geenGetal = fc.string().filter((tekst) => !/^\d{1,18}$/.test(tekst));
    fc.assert(
      fc.property(teken, fc.oneof(groot, geenGetal), (plusMin, waarde) => {
        expect(specificatie({ CdPositiefNegatief: plusMin, WaardeBedrag: waarde }).success).toBe(false);
      }),
    );
    const anders = fc.oneof(
      fc.constant(undefined),
      fc.string().filter((t) => t !== '+' && t !== '-'),
    );
    fc.assert(
      fc.property(anders, (plusMin) => {
        expect(specificatie({ CdPositiefNegatief: plusMin, WaardeBedrag: '1' }).success).toBe(false);
      }),
    );
  });
});

describe('dates of GWS', () => {
  it('are a month of the calendar, or no specification', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 19 }), (jaar, maand) => {
        const [jjjj, mm] = [String(jaar).padStart(4, '0'), String(maand).padStart(2, '0')];
        const gelezen = specificatie({ CdPositiefNegatief: '+', WaardeBedrag: '1' }, jjjj + mm);
        const [spec] = gelezen.data?.UitkeringsSpecificatieClient.Uitkeringsspecificatie ?? [];
        const bestaat = maand >= 1 && maand <= 12 && jaar >= 1_000 && jaar <= 2_999;
        expect(spec?.Dossierhistorie[0]?.Periodenummer).toBe(bestaat ? `${jjjj}-${mm}` : undefined);
      }),
    );
  });

  it('of a period are as whole or as partial as they were sent', () => {
    const delen = fc.record({
      jaar: fc.integer({ min: 1, max: 9_999 }).map((n) => String(n).padStart(4, '0')),
      maand: fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0')),
      dag: fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0')),
      bekend: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(delen, ({ jaar, maand, dag, bekend }) => {
        const [j, m, d] = [jaar, maand, dag].map((deel, i) => (i < bekend ? deel : undefined));
        const verstuurd = `${j ?? '0000'}${m ?? '00'}${d ?? '00'}`;
        const regel = {
          Regeling: 'Participatiewet',
          Dienstjaar: '2024',
          AangiftePeriodeVan: verstuurd,
          AangiftePeriodeTot: '20241231',
          Fiscaalloon: { CdPositiefNegatief: '+', WaardeBedrag: '1' },
          IndicatieZVW: '1',
        };
        const { JaarOpgaveClient } = jaarOpgaveInfoResponse.parse({
          JaarOpgaveClient: {
            Client: client,
            JaarOpgave: { Inhoudingsplichtige: instantie, SpecificatieJaarOpgave: regel },
          },
        });
        expect(mapJaaropgave(JaarOpgaveClient).opgaven?.[0]?.begindatum).toBe(
          `${j ?? 'XXXX'}-${m ?? 'XX'}-${d ?? 'XX'}`,
        );
      }),
    );
  });
});
