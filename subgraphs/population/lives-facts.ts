import { aanvraagstatussen, beslissingen, type szWetten } from './codes.ts';
import { addDays, addMonths, workday } from './dates.ts';
import type { Datum, Klantdossier, Persoon, Plaatsingsafspraak } from './facts.ts';
import { type Leven, plaatsVanPlaatsing } from './lives.ts';

/** Fills in the lives in which a term ends; without a draw, so that nothing else depends on it. */
export function voegLevensToe(personen: readonly Persoon[], levens: readonly Leven[]): readonly Persoon[] {
  const perPersoon = new Map(levens.map((leven) => [leven.volgnummer, leven]));
  return personen.map((persoon, i) => {
    const leven = perPersoon.get(i);
    const { klantdossier } = persoon;
    return leven === undefined || klantdossier === undefined ? persoon : leef(persoon, klantdossier, leven);
  });
}

function leef(persoon: Persoon, dossier: Klantdossier, { soort, vervalt }: Leven): Persoon {
  const metDossier = (meer: Partial<Klantdossier>): Persoon => ({
    ...persoon,
    klantdossier: { ...dossier, ...meer },
  });
  const vanaf = persoon.bijstand?.begindatum ?? vervalt;
  switch (soort) {
    case 'TERUG_IN_WORK_FIRST': {
      const aangemeldOp = addDays(vervalt, -2);
      return metDossier({ ...opnieuwAangemeld(aangemeldOp), workFirst: { aangemeldOp } });
    }
    case 'BEGONNEN_IN_WORK_FIRST':
      return {
        ...persoon,
        voorstellen: [],
        klantdossier: {
          ...pasBegonnen(dossier, vanaf),
          trajecten: [{ soort: 'Work First', doel: 'Binnen 48 uur aan het werk', begindatum: vanaf }],
          workFirst: {
            aangemeldOp: addDays(vanaf, -1),
            gestartOp: vanaf,
            uitkeringsintakeGeplandOp: workday(addDays(vanaf, 3), 1),
          },
        },
      };
    case 'DRIE_MAANDEN_BIJSTAND':
      return { ...persoon, voorstellen: [], klantdossier: pasBegonnen(dossier, vanaf) };
    case 'HALF_JAAR_BIJSTAND':
      return {
        ...persoon,
        voorstellen: [],
        klantdossier: { ...pasBegonnen(dossier, vanaf), dienstverlening: intensiefNa(vanaf, 70) },
      };
    case 'JAAR_BIJSTAND':
      return {
        ...persoon,
        voorstellen: [],
        klantdossier: {
          ...pasBegonnen(dossier, vanaf),
          status: 'GEREED_VOOR_UITSTROOM',
          dienstverlening: intensiefNa(vanaf, 85),
          tegenprestatie: [
            { omschrijving: 'Helpen bij het klussenteam van de wijk', begindatum: addMonths(vanaf, 6) },
          ],
        },
      };
    case 'GEPLAATST':
      return { ...persoon, voorstellen: totPlaatsing(persoon, addDays(vervalt, -14)) };
    case 'AANVRAAG_LOOPT': {
      const datum = addDays(vervalt, -56);
      const { bijstand } = persoon;
      return {
        ...metDossier(opnieuwAangemeld(datum)),
        ...(bijstand === undefined
          ? {}
          : {
              bijstand: {
                ...bijstand,
                andereAanvragen: [...(bijstand.andereAanvragen ?? []), { datum, szWet: 'PW' }],
              },
            }),
      };
    }
    case 'UITKERING_OP_KOMST':
      return { ...persoon, ...uitkeringVanaf(persoon, vervalt) };
    default:
      return soort satisfies never;
  }
}

/** Who left and comes back: the file is taken up again. */
function opnieuwAangemeld(aangemeldOp: Datum): Partial<Klantdossier> {
  return {
    status: 'INTAKE',
    klantvraag: 'Wil graag weer aan het werk',
    aangemeldOp,
    zelfredzaam: true,
    doelgroepcode: '1',
    belemmeringen: [],
    dienstverlening: [{ soort: 'BASIS_DIGITAAL', begindatum: aangemeldOp }],
    werkaanbod: [],
    tegenprestatie: [],
  };
}

/** Self-reliant, registered and established on a step on the first day of the assistance, and nothing since. */
function pasBegonnen(dossier: Klantdossier, vanaf: Datum): Klantdossier {
  const { herbeoordelingOp: _nooit, workFirst: _geen, ...rest } = dossier;
  return {
    ...rest,
    status: 'TRAJECT',
    aangemeldOp: vanaf,
    zelfredzaam: true,
    doelgroepcode: '1',
    treden: [{ trede: 4, vastgesteldOp: vanaf }],
    trajecten: [],
    kinderopvang: [],
    dienstverlening: [{ soort: 'BASIS_DIGITAAL', begindatum: vanaf }],
    werkaanbod: [],
    tegenprestatie: [],
  };
}

/** Digital service first, personal service after so many days. */
function intensiefNa(vanaf: Datum, dagen: number): NonNullable<Klantdossier['dienstverlening']> {
  const begindatum = addDays(vanaf, dagen);
  return [
    { soort: 'BASIS_DIGITAAL', begindatum: vanaf, einddatum: addDays(begindatum, -1) },
    { soort: 'INTENSIEF_PERSOONLIJK', begindatum },
  ];
}

/** The proposals up to the one that led to work, with this as the first day of work. */
function totPlaatsing(persoon: Persoon, begindatum: Datum): Persoon['voorstellen'] {
  const plaats = plaatsVanPlaatsing(persoon);
  const opBegin = (afspraak: Plaatsingsafspraak): Plaatsingsafspraak => ({
    ...afspraak,
    status: 'LOOPT',
    begindatum,
    einddatum: addMonths(begindatum, afspraak.instrument === 'PROEFPLAATSING' ? 2 : 12),
  });
  return persoon.voorstellen.slice(0, plaats + 1).map((voorstel, i) => {
    const { plaatsingsafspraken = [] } = voorstel;
    return i < plaats ? voorstel : { ...voorstel, plaatsingsafspraken: plaatsingsafspraken.map(opBegin) };
  });
}

/** WIA that UWV awarded from a day that has yet to come, at the end of the waiting period of 104 weeks. */
function uitkeringVanaf(
  { uwvUitkeringen, uwvAanvragen }: Persoon,
  begindatum: Datum,
): Pick<Persoon, 'uwvUitkeringen' | 'uwvAanvragen'> {
  const aanvraag = {
    datum: addDays(begindatum, -90),
    szWet: 'WIA' satisfies keyof typeof szWetten,
    status: aanvraagstatussen.AFGEHANDELD,
    beslissing: { code: beslissingen.TOEGEKEND, datum: addDays(begindatum, -30) },
  };
  return {
    uwvAanvragen: [...uwvAanvragen, aanvraag],
    uwvUitkeringen: [
      ...uwvUitkeringen,
      {
        wet: 'WIA',
        szWet: 'WGA' satisfies keyof typeof szWetten,
        begindatum,
        eersteAoDag: addDays(begindatum, -728),
        aoKlasse: '4',
        brutoPerMaandCenten: 118_000,
      },
    ],
  };
}
