import { z } from 'zod';
import { xmlLijst, xmlOptioneel } from '../../kit/index.ts';
import {
  burgerservicenr,
  centen,
  code,
  datum,
  percentage,
  tekst,
  uren,
  verplichteCode,
} from '../suwi-elementen.ts';

const aanvraagUitkering = z.object({
  DatAanvraagUitkering: datum,
  // The element is mandatory but may be empty (`<SzWet/>`): its code is optional here.
  SzWet: xmlOptioneel(z.object({ CdSzWet: code })),
  AanvraagWw: xmlOptioneel(z.object({ DatAanvraagUitkering: datum })),
  BeslissingOpAanvraagUitkering: xmlLijst(
    z.object({
      CdBeslissingOpAanvraagUitkering: verplichteCode,
      DatDagtekeningBeslisOpAanvrUitk: datum,
    }),
  ),
});

const uitkeringsperiode = z.object({
  DatBUitkeringsperiode: datum,
  DatEUitkeringsperiode: datum,
  RedenMaatregelMbtUitkeringUwv: xmlLijst(
    z.object({
      DatBMaatregelMbtUitkering: datum,
      DatEMaatregelMbtUitkering: datum,
      PercKortingUitkering: percentage,
      CdRedenMaatregelMbtUitkeringUwv: code,
    }),
  ),
  BrutoUitkeringsbedrag: xmlLijst(
    z.object({
      CdMunteenheid: code,
      WaardeBedr: centen,
      CdUitkeringsperiode: code,
      DatBBrutoUitkeringsbedr: datum,
      DatEBrutoUitkeringsbedr: datum,
    }),
  ),
});

const uitkeringsverhouding = z.object({
  DatBUitkeringsverhouding: datum,
  DatEUitkeringsverhouding: datum,
  OmsRedenEindeUitkeringsverh: tekst,
  DatEMaximaleUitkeringsduur: datum,
  AantWerkurenPerWeekGrondslagUitk: uren,
  SzWet: z.object({ CdSzWet: verplichteCode }),
  SpecifiekeGegevensWwUitkering: xmlOptioneel(
    z.object({ DatELoongerelateerdeUitkeringWw: datum, DatEVervolguitkeringWw: datum }),
  ),
  Uitkeringsperiode: xmlLijst(uitkeringsperiode),
});

const clientSuwi = z.object({
  Burgerservicenr: burgerservicenr,
  // Named so in the XSD, although it is about incapacity.
  ArbeidsgeschiktheidClient: xmlLijst(
    z.object({ CdArbeidsongeschiktheidsklasse: code, DatBAoKlasse: datum, DatEersteAoDag: datum }),
  ),
  WerkloosheidClient: xmlLijst(z.object({ DatEersteWerkloosheidsdag: datum, OmsRedenWerkloosheid: tekst })),
  AanvraagUitkering: xmlLijst(aanvraagUitkering),
  Uitkeringsverhouding: xmlLijst(uitkeringsverhouding),
});

/** UWVPersoonsWvInfoResponse with data (UWVDossierWerknemersverzekeringenGSD v0200, BodyReaction.xsd). */
export const antwoord = z.object({ ClientSuwi: clientSuwi });

export type Antwoord = z.output<typeof antwoord>;
