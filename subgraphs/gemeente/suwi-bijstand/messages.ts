/**
 * `ClientSuwi` of SuwiML Bijstandsregelingen v0500 (BodyReaction.xsd): the fields the graph shows.
 * Left unread on purpose: names, address and everything about a partner, who is another person.
 */
import { z } from 'zod';
import { suwi, xmlLijst, xmlOptioneel } from '../../kit/index.ts';

const szWet = z.object({ CdSzWet: suwi.verplichteCode });

const aanvraag = z.object({
  DatAanvraagUitkering: suwi.datum,
  SzWet: szWet,
  BeslissingOpAanvraagUitkering: xmlOptioneel(
    z.object({
      CdBeslissingOpAanvraagUitkering: suwi.verplichteCode,
      DatDagtekeningBeslisOpAanvrUitk: suwi.datum,
    }),
  ),
});

const vordering = z.object({
  IdentificatienrVordering: suwi.tekst,
  DatBesluitVordering: suwi.datum,
  CdRedenVordering: suwi.code,
  BedrAanvangVordering: suwi.bedrag,
  CdStatusVordering: suwi.code,
  BedrSaldoVordering: suwi.bedrag,
  DatOnherroepelijkVordering: suwi.datum,
  SzWet: szWet,
  // An empty Fraude is still a finding, so it is not read as absent.
  Fraude: z
    .preprocess(
      (waarde) => (waarde === '' ? {} : waarde),
      z.object({
        IndRecidive: suwi.code,
        IndRobuusteIncassoToegepast: suwi.code,
        CdHoogteBestuurlijkeBoete: suwi.code,
        CdSrtSanctie: suwi.code,
        CdRecidivetermijn: suwi.code,
      }),
    )
    .optional(),
});

const bijzondereBijstand = z.object({
  CdClusterBijzBijstand: suwi.code,
  OmsSrtKostenBijzBijstand: suwi.tekst,
  DatBetaalbaarBijzBijstand: suwi.datum,
  SzWet: szWet,
});

const maatregel = z.object({
  DatBMaatregelMbtUitkering: suwi.verplichteDatum,
  DatEMaatregelMbtUitkering: suwi.datum,
  RedenMaatregelMbtBijstandUitk: xmlOptioneel(
    z.object({
      CdRedenMaatregelMbtBijstandUitk: suwi.code,
      GevolgenMaatregelMbtBijstandUitk: xmlOptioneel(
        z.object({ BedrVerminderingUitkMbtMaatregel: suwi.verplichtBedrag }),
      ),
    }),
  ),
});

const periode = z.object({
  DatBUitkeringsperiode: suwi.verplichteDatum,
  DatEUitkeringsperiode: suwi.datum,
  MaatregelMbtUitkering: xmlLijst(maatregel),
  InkomstenBijstandUitkering: xmlOptioneel(
    z.object({
      BedrTotaalInkomstenUitkering: suwi.bedrag,
      BedrBetaalbaarGesteldeUitkering: suwi.bedrag,
    }),
  ),
  Normbedrag: xmlLijst(
    z.object({
      CdSrtNormbedrag: suwi.verplichteCode,
      CdMunteenheid: suwi.euro,
      WaardeBedr: suwi.verplichteCenten,
    }),
  ),
});

const uitkeringsverhouding = z.object({
  DatBUitkeringsverhouding: suwi.verplichteDatum,
  DatEUitkeringsverhouding: suwi.datum,
  SzWet: szWet,
  SpecifiekeGegevensBijstandUitk: xmlOptioneel(
    z.object({
      CdAanleidingEindeBijstandUitk: suwi.code,
      CdClassificatieBbz: suwi.code,
      AantKostendelers: xmlOptioneel(
        z
          .string()
          .regex(/^\d{1,2}$/)
          .transform(Number),
      ),
    }),
  ),
  InkomstenInvloedOpBijstandUitk: xmlLijst(z.object({ CdSrtOverigeInkomsten: suwi.code })),
  VrijstellingArbeidsplicht: xmlOptioneel(
    z.object({
      CdVrijstellingArbeidsplichtBijst: suwi.verplichteCode,
      DatEVrijstellingArbeidsplicht: suwi.datum,
      CdRedenEVrijstArbeidsplichtBijst: suwi.code,
    }),
  ),
  Uitkeringsperiode: xmlLijst(periode).refine((perioden) => perioden.length > 0, 'at least one'),
});

const clientSuwi = z.object({
  Burgerservicenr: suwi.burgerservicenr,
  CdLeefvorm: suwi.code,
  SchendingInlichtingenplicht: xmlOptioneel(
    z.object({ DatWaarschSchendInlichtingplicht: suwi.verplichteDatum }),
  ),
  DossierGsd: xmlOptioneel(z.object({ Dossiercd: suwi.tekst })),
  AanvraagUitkering: xmlLijst(aanvraag),
  Vordering: xmlLijst(vordering),
  SpecifiekeGegevensBijzBijstand: xmlLijst(bijzondereBijstand),
  Uitkeringsverhouding: xmlLijst(uitkeringsverhouding),
});

/** BijstandsregelingenInfoResponse with data: what the source says of one person's social assistance. */
export const antwoord = z.object({ ClientSuwi: clientSuwi });

export type Antwoord = z.output<typeof antwoord>;
