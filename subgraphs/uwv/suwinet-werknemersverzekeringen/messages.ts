import { z } from 'zod';
import { suwi, xmlLijst, xmlOptioneel } from '../../kit/index.ts';

const aanvraagUitkering = z.object({
  DatAanvraagUitkering: suwi.datum,
  // The element is mandatory but may be empty (`<SzWet/>`): its code is optional here.
  SzWet: xmlOptioneel(z.object({ CdSzWet: suwi.code })),
  AanvraagWw: xmlOptioneel(z.object({ DatAanvraagUitkering: suwi.datum })),
  BeslissingOpAanvraagUitkering: xmlLijst(
    z.object({
      CdBeslissingOpAanvraagUitkering: suwi.verplichteCode,
      DatDagtekeningBeslisOpAanvrUitk: suwi.datum,
    }),
  ),
});

const uitkeringsperiode = z.object({
  DatBUitkeringsperiode: suwi.datum,
  DatEUitkeringsperiode: suwi.datum,
  RedenMaatregelMbtUitkeringUwv: xmlLijst(
    z.object({
      DatBMaatregelMbtUitkering: suwi.datum,
      DatEMaatregelMbtUitkering: suwi.datum,
      PercKortingUitkering: suwi.percentage,
      CdRedenMaatregelMbtUitkeringUwv: suwi.code,
    }),
  ),
  BrutoUitkeringsbedrag: xmlLijst(
    z.object({
      CdMunteenheid: suwi.code,
      WaardeBedr: suwi.centen,
      CdUitkeringsperiode: suwi.code,
      DatBBrutoUitkeringsbedr: suwi.datum,
      DatEBrutoUitkeringsbedr: suwi.datum,
    }),
  ),
});

const uitkeringsverhouding = z.object({
  DatBUitkeringsverhouding: suwi.datum,
  DatEUitkeringsverhouding: suwi.datum,
  OmsRedenEindeUitkeringsverh: suwi.tekst,
  DatEMaximaleUitkeringsduur: suwi.datum,
  AantWerkurenPerWeekGrondslagUitk: suwi.uren,
  SzWet: z.object({ CdSzWet: suwi.verplichteCode }),
  SpecifiekeGegevensWwUitkering: xmlOptioneel(
    z.object({ DatELoongerelateerdeUitkeringWw: suwi.datum, DatEVervolguitkeringWw: suwi.datum }),
  ),
  Uitkeringsperiode: xmlLijst(uitkeringsperiode),
});

const clientSuwi = z.object({
  Burgerservicenr: suwi.burgerservicenr,
  // Named so in the XSD, although it is about incapacity.
  ArbeidsgeschiktheidClient: xmlLijst(
    z.object({
      CdArbeidsongeschiktheidsklasse: suwi.code,
      DatBAoKlasse: suwi.datum,
      DatEersteAoDag: suwi.datum,
    }),
  ),
  WerkloosheidClient: xmlLijst(
    z.object({ DatEersteWerkloosheidsdag: suwi.datum, OmsRedenWerkloosheid: suwi.tekst }),
  ),
  AanvraagUitkering: xmlLijst(aanvraagUitkering),
  Uitkeringsverhouding: xmlLijst(uitkeringsverhouding),
});

/** UWVPersoonsWvInfoResponse with data (UWVDossierWerknemersverzekeringenGSD v0200, BodyReaction.xsd). */
export const antwoord = z.object({ ClientSuwi: clientSuwi });

export type Antwoord = z.output<typeof antwoord>;
