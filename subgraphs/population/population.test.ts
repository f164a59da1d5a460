import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn, isDatumOnvolledig } from '../kit/index.ts';
import {
  type Bevolking,
  createBevolking,
  isRegionaam,
  type Persoon,
  populatieTelling,
  type Regionaam,
  regios,
} from './index.ts';
import { fiscaalNummer } from './numbers.ts';

const regionamen = Object.keys(regios).filter(isRegionaam);
const westland = createBevolking({ regio: 'westland', seed: 1 });

/** Every region, and some more seeds: few, for each is a whole region, and made once for all properties. */
const gemaakt = new Map<string, Bevolking>();
const voorElkeBevolking = (controleer: (bevolking: Bevolking) => void) => {
  const opties = fc.record({ regio: fc.constantFrom(...regionamen), seed: fc.nat(1_000_000) });
  const property = fc.property(opties, ({ regio, seed }) => {
    const sleutel = `${regio}/${seed}`;
    const bevolking = gemaakt.get(sleutel) ?? createBevolking({ regio, seed });
    gemaakt.set(sleutel, bevolking);
    controleer(bevolking);
  });
  const examples = regionamen.map((regio): [{ regio: Regionaam; seed: number }] => [{ regio, seed: 1 }]);
  fc.assert(property, { numRuns: 8, examples, seed: 2026, endOnFailure: true });
};

describe('the counts of the papers', () => {
  it('Westland is exact for every seed', () => {
    for (const seed of [1, 2, 3]) {
      expect(populatieTelling(createBevolking({ regio: 'westland', seed }))).toMatchObject({
        bijstand: 530,
        bijstandFase3of4: 398,
        bijstandMedischeBelemmering: 133,
        uwv: { WW: 580, WAO: 2270, WAJONG: 930, WAZ: 430, WIA: 24, ZW: 16 },
        swDienstverband: 273,
        swWachtlijst: 63,
        inburgering: { POTENTIEEL: 595, AANGEMELD: 297, AANGEBODEN: 61, VRIJGESTELD: 32, ONTHEVEN: 10 },
        werkgevers: 120,
        vacatures: 90,
      });
    }
  });

  it('Noord-Kennemerland is exact per municipality and adds up to the printed totals', () => {
    const telling = populatieTelling(createBevolking({ regio: 'noord-kennemerland', seed: 1 }));
    const rij = (code: string) => {
      const gemeente = telling.perGemeente[code];
      return [gemeente?.swDienstverband, gemeente?.swWachtlijst, gemeente?.bijstand, gemeente?.uwv.WAJONG];
    };
    expect({
      alkmaar: rij('0361'),
      heiloo: rij('0399'),
      heerhugowaard: rij('0398'),
      bergen: rij('0373'),
      langedijk: rij('0416'),
      schermer: rij('0458'),
      graftDeRijp: rij('0365'),
      castricum: rij('0383'),
      buitenDeRegio: rij('0400'),
    }).toEqual({
      alkmaar: [425, 168, 1890, 31],
      heiloo: [47, 4, 160, 4],
      heerhugowaard: [170, 40, 540, 9],
      bergen: [65, 5, 210, 7],
      langedijk: [61, 7, 190, 4],
      schermer: [9, 7, 40, 1],
      graftDeRijp: [4, 1, 30, 1],
      castricum: [39, 3, 190, 5],
      buitenDeRegio: [28, 0, 0, 0],
    });
    expect([telling.swDienstverband, telling.swWachtlijst, telling.bijstand, telling.uwv.WAJONG]).toEqual([
      848, 235, 3250, 62,
    ]);
    const inwoners = regios['noord-kennemerland'].gemeenten.map((gemeente) => gemeente.inwoners ?? 0);
    expect(inwoners.reduce((som, aantal) => som + aantal, 0)).toBe(271_931);
  });

  it('every municipality of every region has what its configuration says', () => {
    voorElkeBevolking((bevolking) => {
      const { perGemeente } = populatieTelling(bevolking);
      for (const { code, aantallen } of regios[bevolking.regio as Regionaam].gemeenten) {
        expect(perGemeente[code]).toMatchObject({
          bijstand: aantallen.bijstand,
          uwv: { WW: aantallen.ww, WAO: aantallen.wao, WAJONG: aantallen.wajong, WAZ: aantallen.waz },
          swDienstverband: aantallen.swDienstverband,
          swWachtlijst: aantallen.swWachtlijst,
          inburgering: aantallen.inburgering,
        });
      }
    });
  }, 120_000);

  it('overlaps are at least five percent of either category', () => {
    voorElkeBevolking((bevolking) => {
      const telling = populatieTelling(bevolking);
      const vijfProcent = (...aantallen: number[]) => Math.ceil(Math.max(...aantallen) * 0.05);
      expect(telling.bijstandMetWw).toBeGreaterThanOrEqual(vijfProcent(telling.bijstand, telling.uwv.WW));
      expect(telling.wajongMetSw).toBeGreaterThanOrEqual(
        vijfProcent(telling.uwv.WAJONG, telling.swDienstverband),
      );
      expect(telling.bijstandMetLoon).toBeGreaterThanOrEqual(vijfProcent(telling.bijstand));
    });
  });

  it('there are ended rights and employments too', () => {
    const beeindigd = (periode: { einddatum?: string } | undefined) => periode?.einddatum !== undefined;
    const wetten = westland.personen
      .filter(({ bijstand }) => beeindigd(bijstand))
      .map((p) => p.bijstand?.szWet);
    expect(new Set(wetten)).toEqual(new Set(['WWB', 'WIJ', 'PW']));
    expect(westland.personen.some(({ swDienstverband }) => beeindigd(swDienstverband))).toBe(true);
    expect(westland.personen.some(({ uwvUitkeringen }) => uwvUitkeringen.some(beeindigd))).toBe(true);
    const lopend = westland.personen.filter(({ bijstand }) => bijstand && !beeindigd(bijstand));
    expect(new Set(lopend.map(({ bijstand }) => bijstand?.szWet))).toEqual(new Set(['PW']));
  });
});

describe('the same options', () => {
  it.each(regionamen)('give the same population: %s', (regio) => {
    expect(createBevolking({ regio, seed: 7 })).toEqual(createBevolking({ regio, seed: 7 }));
  });

  it('another seed gives other people', () => {
    const namen = (seed: number) => createBevolking({ seed }).personen.map(({ naam }) => naam);
    expect(namen(1)).not.toEqual(namen(2));
  });

  it('have Westland, seed 1 and 1 November 2026 as defaults', () => {
    expect(createBevolking()).toEqual(
      createBevolking({ regio: 'westland', seed: 1, peildatum: '2026-11-01' }),
    );
  });

  it('refuse a reference date at which no one could still have a WAO benefit', () => {
    expect(() => createBevolking({ peildatum: '2055-01-01' })).toThrow(RangeError);
  });

  it.each(['2024-02-29', '2035-12-31'])('keep the counts on %s', (peildatum) => {
    expect(populatieTelling(createBevolking({ peildatum }))).toMatchObject({
      bijstand: 530,
      uwv: { WW: 580, WAO: 2270, WAJONG: 930, WAZ: 430 },
      swDienstverband: 273,
    });
  });
});

describe('numbers', () => {
  it('every BSN is of the test range, passes the eleven-test and belongs to one person', () => {
    voorElkeBevolking(({ personen, perBsn }) => {
      const bsns = personen.flatMap(({ bsn, partner }) => (partner ? [bsn, partner.bsn] : [bsn]));
      expect(bsns.filter((bsn) => !isBsn(bsn) || !bsn.startsWith('9999'))).toEqual([]);
      expect(new Set(bsns).size).toBe(bsns.length);
      expect([...perBsn.values()]).toEqual(personen);
    });
  });

  it('nothing else can be mistaken for a BSN', () => {
    voorElkeBevolking((bevolking) => {
      const tekst = JSON.stringify({ ...bevolking, perBsn: null }, (sleutel, waarde: unknown) =>
        sleutel === 'bsn' ? null : waarde,
      );
      expect((tekst.match(/(?<!\d)\d{9}(?!\d)/g) ?? []).filter(isBsn)).toEqual([]);
    });
  });

  it('fiscal numbers never pass the eleven-test and never collide', () => {
    const nummers = Array.from({ length: 20_000 }, (_, i) => fiscaalNummer(i));
    expect(nummers.filter((nummer) => isBsn(nummer) || !/^\d{9}$/.test(nummer))).toEqual([]);
    expect(new Set(nummers).size).toBe(nummers.length);
  });

  it('identifiers are unique and of the right shape', () => {
    voorElkeBevolking(({ personen, werkgevers, vacatures }) => {
      const uuids = [
        ...werkgevers.flatMap(({ id, contactpersoon, contacten }) => [
          id,
          contactpersoon.id,
          ...contacten.map((c) => c.id),
        ]),
        ...werkgevers.flatMap(({ zoekopdrachten = [] }) => zoekopdrachten.map(({ id }) => id)),
        ...vacatures.map(({ id }) => id),
        ...personen.flatMap(({ voorstellen }) =>
          voorstellen.flatMap(({ id, plaatsingsafspraken = [] }) => [
            id,
            ...plaatsingsafspraken.map((afspraak) => afspraak.id),
          ]),
        ),
      ];
      expect(new Set(uuids).size).toBe(uuids.length);
      const vorm = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
      expect(uuids.filter((uuid) => !vorm.test(uuid))).toEqual([]);
      expect(werkgevers.filter(({ kvkNummer }) => !/^9\d{7}$/.test(kvkNummer))).toEqual([]);
      expect(werkgevers.filter(({ vestigingsnummer }) => !/^\d{12}$/.test(vestigingsnummer))).toEqual([]);
      expect(new Set(werkgevers.map(({ kvkNummer }) => kvkNummer)).size).toBe(werkgevers.length);
      expect(new Set(werkgevers.map(({ naam }) => naam)).size).toBe(werkgevers.length);
      expect(werkgevers.filter((w) => w.loonheffingennummer !== `${w.fiscaalNummer}L01`)).toEqual([]);
    });
  });

  it('references point to employers and vacancies that exist', () => {
    voorElkeBevolking(({ personen, werkgevers, vacatures }) => {
      const kvk = new Set(werkgevers.map(({ kvkNummer }) => kvkNummer));
      const vacatureIds = new Set(vacatures.map(({ id }) => id));
      const kvkVerwijzingen = [
        ...vacatures.map(({ kvkNummer }) => kvkNummer),
        ...personen.flatMap((p) => p.inkomstenverhoudingen.map(({ werkgever }) => werkgever.kvkNummer)),
        ...personen.flatMap((p) => p.swDienstverband?.plaatsingen.map(({ kvkNummer }) => kvkNummer) ?? []),
      ].filter((nummer) => nummer !== undefined);
      expect(kvkVerwijzingen.filter((nummer) => !kvk.has(nummer))).toEqual([]);
      const voorstellen = personen.flatMap((persoon) => persoon.voorstellen);
      expect(voorstellen.filter(({ vacatureId }) => !vacatureIds.has(vacatureId))).toEqual([]);
    });
  });

  it('codes and texts fit the schemas of the sources', () => {
    voorElkeBevolking(({ personen }) => {
      const fouten = personen.flatMap((persoon) => schemafouten(persoon));
      expect(fouten).toEqual([]);
    });
  });
});

/** Values that a real message could not carry, with the name of the type they break. */
function schemafouten(persoon: Persoon): readonly string[] {
  const { naam, adres, uwvUitkeringen, uwvAanvragen, werkzoekende, reintegratie, doelgroepregister } =
    persoon;
  const regels: readonly (readonly [string, RegExp, readonly (string | undefined)[]])[] = [
    ['Voorletters', /^([A-Z]\.){1,6}$/, [naam.voorletters, persoon.partner?.naam.voorletters]],
    ['Voorvoegsels', /^\D{1,10}$/, [naam.voorvoegsel]],
    ['NaamAdresNederlandAN24', /^.{1,24}$/, [adres.straat]],
    ['Postcd', /^[1-9]\d{3}[A-Z]{2}$/, [adres.postcode]],
    ['CdSzWet', /^\D{1,5}$/, [persoon.bijstand?.szWet, ...uwvUitkeringen.map((u) => u.szWet)]],
    ['CdAoKlasse', /^\d$/, uwvUitkeringen.map((u) => u.aoKlasse)],
    ['CdStatusAanvraagUitkering', /^\d$/, uwvAanvragen.map((a) => a.status)],
    ['CdBeslissingOpAanvraagUitkering', /^\d{2}$/, uwvAanvragen.map((a) => a.beslissing?.code)],
    ['CdBeroepsnamen', /^\d{10}$/, werkzoekende?.beroepen.map((b) => b.code) ?? []],
    ['CdGedragscompetentie', /^\d{10}$/, werkzoekende?.competenties.map((c) => c.code) ?? []],
    ['CdOpleidingsniveauOpleiding', /^.$/, werkzoekende?.opleidingen.map((o) => o.niveau) ?? []],
    ['CdTypeKnelpuntKlant', /^\d$/, werkzoekende?.knelpunten.map((k) => k.type) ?? []],
    ['CdSrtRijbewijs', /^.{1,3}$/, werkzoekende?.rijbewijzen ?? []],
    ['CdVervoermiddel', /^.$/, [werkzoekende?.vervoermiddel]],
    ['NaamAN35', /^.{1,35}$/, [werkzoekende?.werkcoach.naam]],
    ['CdArbeidsvermogen', /^..$/, [reintegratie?.arbeidsvermogen]],
    ['CdDoelRv', /^.$/, [reintegratie?.doel]],
    ['CdTypeRvGsd', /^..$/, reintegratie?.voorzieningen.map((v) => v.type) ?? []],
    ['RegistratienrRvGsd', /^.{1,15}$/, reintegratie?.voorzieningen.map((v) => v.registratienummer) ?? []],
    ['CdGrondslagArbeidsbeperktheid', /^..$/, doelgroepregister?.grondslagen.map((g) => g.code) ?? []],
    ['CdSrtInkomstenverhouding', /^\d{2}$/, persoon.inkomstenverhoudingen.map((i) => i.soort)],
    ['CdAardIkv', /^\d{2}$/, persoon.inkomstenverhoudingen.map((i) => i.aard)],
    [
      'Loonheffingennr',
      /^\d{9}L\d{2}$/,
      persoon.inkomstenverhoudingen.map((i) => i.werkgever.loonheffingennummer),
    ],
    ['Dossiernummer', /^\d{6}$/, [persoon.bijstand?.dossiernummer]],
    ['telefoon', /^06-00000\d{3}$|^06-0000\d{4}$/, [persoon.telefoon]],
    ['e-mail', /^[a-z.]+(\.\d+)?@example\.nl$/, [persoon.email]],
  ];
  return regels.flatMap(([type, vorm, waarden]) =>
    waarden.flatMap((waarde) => (waarde === undefined || vorm.test(waarde) ? [] : [`${type}: ${waarde}`])),
  );
}

describe('dates', () => {
  it('exist, and a period never ends before it begins', () => {
    voorElkeBevolking((bevolking) => {
      const fouten: string[] = [];
      const loop = (waarde: unknown, pad: string): void => {
        if (typeof waarde !== 'object' || waarde === null) {
          if (
            typeof waarde === 'string' &&
            /^[\dX]{4}-[\dX]{2}-[\dX]{2}$/.test(waarde) &&
            !isDatumOnvolledig(waarde)
          ) {
            fouten.push(`${pad}: ${waarde}`);
          }
          return;
        }
        const { begindatum, einddatum } = waarde as { begindatum?: unknown; einddatum?: unknown };
        if (typeof begindatum === 'string' && typeof einddatum === 'string' && begindatum > einddatum) {
          fouten.push(`${pad}: ${begindatum} > ${einddatum}`);
        }
        for (const [sleutel, deel] of Object.entries(waarde)) loop(deel, `${pad}.${sleutel}`);
      };
      for (const [i, persoon] of bevolking.personen.entries()) loop(persoon, String(i));
      for (const [i, werkgever] of bevolking.werkgevers.entries()) loop(werkgever, `werkgever ${i}`);
      for (const [i, vacature] of bevolking.vacatures.entries()) loop(vacature, `vacature ${i}`);
      expect(fouten).toEqual([]);
    });
  });

  it('of facts lie between the eighteenth birthday (sixteenth for a job) and the reference date', () => {
    voorElkeBevolking(({ personen, peildatum, levenslopen = [] }) => {
      // Of one client a benefit was awarded from a day to come.
      const toegekend = new Map(
        levenslopen
          .filter(({ regels }) => regels.includes('SAMEN'))
          .map(({ volgnummer, vervalt }) => [personen[volgnummer], vervalt]),
      );
      const jaren = (datum: string, erbij: number) =>
        `${Number(datum.slice(0, 4)) + erbij}${datum.slice(4).replaceAll('XX', '01')}`;
      const fouten = personen.flatMap((persoon) => {
        const volwassen = jaren(persoon.geboortedatum, 18);
        const zestien = jaren(persoon.geboortedatum, 16);
        const vanaf18 = [
          persoon.bijstand?.begindatum,
          persoon.swDienstverband?.begindatum,
          persoon.swWachtlijst?.aangemeldOp,
          persoon.werkzoekende?.ingeschrevenOp,
          ...persoon.uwvUitkeringen
            .map(({ begindatum }) => begindatum)
            .filter((dag) => dag !== toegekend.get(persoon)),
          ...persoon.loonwaardemetingen.map(({ datum }) => datum),
          ...(persoon.klantdossier?.treden.map(({ vastgesteldOp }) => vastgesteldOp) ?? []),
          ...(persoon.klantdossier?.contacten.map(({ op }) => op.slice(0, 10)) ?? []),
          ...(persoon.klantdossier?.trajecten.map(({ begindatum }) => begindatum) ?? []),
          ...(persoon.reintegratie?.voorzieningen.map(({ begindatum }) => begindatum) ?? []),
          ...(persoon.doelgroepregister?.grondslagen.map(({ begindatum }) => begindatum) ?? []),
          ...persoon.voorstellen.map(({ voorgesteldOp }) => voorgesteldOp),
        ];
        const vanaf16 = persoon.inkomstenverhoudingen.map(({ begindatum }) => begindatum);
        const buiten = (van: string) => (datum: string | undefined) =>
          datum !== undefined && (datum < van || datum > peildatum);
        return [...vanaf18.filter(buiten(volwassen)), ...vanaf16.filter(buiten(zestien))].map(
          (datum) => `${persoon.geboortedatum}: ${datum}`,
        );
      });
      expect(fouten).toEqual([]);
    });
  });

  it('follow the order of things', () => {
    voorElkeBevolking(({ personen, peildatum, vacatures }) => {
      const geplaatst = new Map(vacatures.map(({ id, geplaatstOp }) => [id, geplaatstOp]));
      const fouten = personen.flatMap((persoon) => {
        const { bijstand, klantdossier, swDienstverband } = persoon;
        const kloppend: readonly (readonly [string, boolean])[] = [
          [
            'assistance is decided on after the application',
            !bijstand || bijstand.aanvraagdatum <= bijstand.beschikkingsdatum,
          ],
          ['decisions are in the past', !bijstand || bijstand.beschikkingsdatum <= peildatum],
          ['WWB ended with 2014', bijstand?.szWet !== 'WWB' || (bijstand.einddatum ?? '9') <= '2014-12-31'],
          ['WIJ ended with 2011', bijstand?.szWet !== 'WIJ' || (bijstand.einddatum ?? '9') <= '2011-12-31'],
          ['payments are oldest first', isSorted(bijstand?.betalingen.map(({ maand }) => maand))],
          [
            'steps are oldest first',
            isSorted(klantdossier?.treden.map(({ vastgesteldOp }) => vastgesteldOp)),
          ],
          ['contacts are oldest first', isSorted(klantdossier?.contacten.map(({ op }) => op.slice(0, 10)))],
          ['appointments are ahead', klantdossier?.afspraken.every(({ begin }) => begin > peildatum) ?? true],
          ['measurements are oldest first', isSorted(persoon.loonwaardemetingen.map(({ datum }) => datum))],
          [
            'placements are oldest first',
            isSorted(swDienstverband?.plaatsingen.map(({ begindatum }) => begindatum)),
          ],
          [
            'no Wsw since 2015',
            swDienstverband?.soort !== 'WSW' || swDienstverband.begindatum < '2015-01-01',
          ],
          [
            'beschut werk since 2015',
            swDienstverband?.soort !== 'BESCHUT_WERK' || swDienstverband.begindatum >= '2015-01-01',
          ],
          [
            'a WW right ends later',
            persoon.uwvUitkeringen.every(
              (u) => u.wet !== 'WW' || u.einddatum !== undefined || (u.maximaleEinddatum ?? '9') > peildatum,
            ),
          ],
          [
            'the oldest relation is first',
            isSorted(persoon.inkomstenverhoudingen.map(({ begindatum }) => begindatum)),
          ],
          [
            'proposals follow vacancies',
            persoon.voorstellen.every((v) => v.voorgesteldOp >= (geplaatst.get(v.vacatureId) ?? '9')),
          ],
        ];
        return kloppend.filter(([, klopt]) => !klopt).map(([regel]) => `${regel}: ${persoon.bsn}`);
      });
      expect(fouten).toEqual([]);
    });
  });

  it('of birth are partial for about one in a hundred', () => {
    const aandeel =
      westland.personen.filter((p) => p.geboortedatum.includes('X')).length / westland.personen.length;
    expect(aandeel).toBeGreaterThan(0.004);
    expect(aandeel).toBeLessThan(0.02);
  });
});

function isSorted(waarden: readonly string[] = []): boolean {
  return waarden.every((waarde, i) => i === 0 || (waarden[i - 1] ?? '') <= waarde);
}

describe('the law', () => {
  it('keeps people with beschut werk out of the doelgroepregister', () => {
    voorElkeBevolking(({ personen, peildatum }) => {
      const dubbel = personen.filter(
        ({ swDienstverband, swWachtlijst, doelgroepregister }) =>
          doelgroepregister !== undefined &&
          (doelgroepregister.einddatum ?? '9') > peildatum &&
          (swDienstverband?.soort === 'BESCHUT_WERK' || swWachtlijst?.indicatie === 'BESCHUT_WERK'),
      );
      expect(dubbel).toEqual([]);
    });
  });

  it('lets nobody be employed and waiting at the same time', () => {
    voorElkeBevolking(({ personen }) => {
      const beide = personen.filter(
        ({ swWachtlijst, swDienstverband }) =>
          swWachtlijst && swDienstverband && swDienstverband.einddatum === undefined,
      );
      expect(beide).toEqual([]);
    });
  });

  it('gives every place on the waiting list to one person, the longest waiting first', () => {
    voorElkeBevolking(({ personen }) => {
      const wachtend = personen
        .flatMap(({ swWachtlijst }) => (swWachtlijst ? [swWachtlijst] : []))
        .sort((a, b) => a.plaats - b.plaats);
      expect(wachtend.map(({ plaats }) => plaats)).toEqual(wachtend.map((_, i) => i + 1));
      expect(isSorted(wachtend.map(({ aangemeldOp }) => aangemeldOp))).toBe(true);
    });
  });
});

describe('the first two clients', () => {
  it('the first is known to all four partners', () => {
    voorElkeBevolking(({ personen, peildatum }) => {
      const [eerste] = personen;
      expect(eerste).toMatchObject({
        bsn: '999900006',
        bijstand: { szWet: 'PW' },
        klantdossier: { status: 'TRAJECT' },
        doelgroepregister: {},
        werkzoekende: {},
        swDienstverband: { plaatsingen: [{ soort: 'PROEFPLAATSING' }] },
        swWachtlijst: { indicatie: 'BESCHUT_WERK' },
        voorstellen: [{ status: 'GESPREK' }, { status: 'VOORGESTELD' }],
        uwvUitkeringen: [{ wet: 'WW' }],
      });
      expect(eerste?.bijstand?.einddatum).toBeUndefined();
      expect(eerste?.bijstand?.betalingen).toHaveLength(3);
      expect(eerste?.swDienstverband?.einddatum).toBeDefined();
      expect(eerste?.klantdossier?.treden.length).toBeGreaterThanOrEqual(2);
      expect(eerste?.klantdossier?.afspraken.filter(({ begin }) => begin > peildatum)).toHaveLength(1);
      expect(eerste?.reintegratie?.voorzieningen[0]?.loonwaardePercentage).toBe(55);
      expect(eerste?.loonwaardemetingen.at(-1)?.percentage).toBe(55);
      expect(eerste?.uwvAanvragen).toHaveLength(1);
    });
  });

  it('payments of the first are those of the last three months', () => {
    const maanden = westland.personen[0]?.bijstand?.betalingen.map(({ maand }) => maand);
    expect(maanden).toEqual(['202608', '202609', '202610']);
  });

  it('the second has one benefit and a date of birth in part', () => {
    expect(westland.personen[1]).toEqual({
      bsn: '999900018',
      naam: { voornamen: 'Yusuf', voorletters: 'Y.', geslachtsnaam: 'Haile' },
      geslacht: 'M',
      geboortedatum: '1979-XX-XX',
      adres: expect.objectContaining({ gemeentecode: '1783' }) as unknown,
      telefoon: '06-00000001',
      email: 'yusuf.haile@example.nl',
      uwvUitkeringen: [{ wet: 'WW', szWet: 'WW', begindatum: '2026-08-18', brutoPerMaandCenten: 148_000 }],
      uwvAanvragen: [],
      inkomstenverhoudingen: [],
      loonwaardemetingen: [],
      voorstellen: [],
    });
  });
});

describe('the employer side', () => {
  it('has vacancies of all nine kinds', () => {
    voorElkeBevolking(({ vacatures }) => {
      expect(new Set(vacatures.map(({ soort }) => soort)).size).toBe(9);
    });
  });

  it('has one matchmaker per branch', () => {
    const perBranche = new Map<string, Set<string>>();
    for (const { branche, matchmaker } of westland.werkgevers) {
      perBranche.set(branche, (perBranche.get(branche) ?? new Set()).add(matchmaker.nummer));
    }
    expect([...perBranche.values()].map((nummers) => nummers.size)).toEqual([1, 1, 1, 1, 1]);
  });

  it('has employers that two partners approached within two weeks', () => {
    const dubbel = westland.werkgevers.filter(({ contacten }) =>
      contacten.some((a) =>
        contacten.some(
          (b) => a.namens !== b.namens && Math.abs(Date.parse(a.op) - Date.parse(b.op)) <= 14 * 86_400_000,
        ),
      ),
    );
    expect(dubbel.length).toBeGreaterThan(5);
    expect(dubbel).toContain(westland.werkgevers[0]);
  });

  it('proposes about 150 people, and places at most one of them on a filled vacancy', () => {
    expect(populatieTelling(westland).metVoorstel).toBeGreaterThan(120);
    expect(populatieTelling(westland).metVoorstel).toBeLessThan(200);
    const geplaatst = westland.personen
      .flatMap(({ voorstellen }) => voorstellen)
      .filter(({ status }) => status === 'GEPLAATST')
      .map(({ vacatureId }) => vacatureId);
    expect(new Set(geplaatst).size).toBe(geplaatst.length);
    const vervuld = new Set(
      westland.vacatures.filter(({ status }) => status === 'VERVULD').map(({ id }) => id),
    );
    expect(geplaatst.filter((id) => !vervuld.has(id))).toEqual([]);
  });
});
