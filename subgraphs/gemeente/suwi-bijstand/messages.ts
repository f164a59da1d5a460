/**
 * `ClientSuwi` of SuwiML Bijstandsregelingen v0500 (BodyReaction.xsd): the fields the graph shows.
 * Left unread on purpose: names, address and everything about a partner, who is another person.
 */
import { z } from 'zod';
import { gevuld, suwiBedrag, suwiDatum, waardeBedr, xmlLijst, xmlOptioneel } from '../../kit/index.ts';

const code = xmlOptioneel(gevuld);
const datum = xmlOptioneel(suwiDatum);
const bedrag = suwiBedrag.optional();
const szWet = z.looseObject({ CdSzWet: gevuld });

const aanvraag = z.looseObject({
  DatAanvraagUitkering: datum,
  SzWet: szWet,
  BeslissingOpAanvraagUitkering: xmlOptioneel(
    z.looseObject({ CdBeslissingOpAanvraagUitkering: gevuld, DatDagtekeningBeslisOpAanvrUitk: datum }),
  ),
});

const vordering = z.looseObject({
  IdentificatienrVordering: xmlOptioneel(z.string()),
  DatBesluitVordering: datum,
  CdRedenVordering: code,
  BedrAanvangVordering: bedrag,
  CdStatusVordering: code,
  BedrSaldoVordering: bedrag,
  DatOnherroepelijkVordering: datum,
  SzWet: szWet,
  // An empty Fraude is still a finding, so it is not read as absent.
  Fraude: z
    .preprocess(
      (waarde) => (waarde === '' ? {} : waarde),
      z.looseObject({
        IndRecidive: code,
        IndRobuusteIncassoToegepast: code,
        CdHoogteBestuurlijkeBoete: code,
        CdSrtSanctie: code,
        CdRecidivetermijn: code,
      }),
    )
    .optional(),
});

const bijzondereBijstand = z.looseObject({
  CdClusterBijzBijstand: code,
  OmsSrtKostenBijzBijstand: xmlOptioneel(z.string()),
  DatBetaalbaarBijzBijstand: datum,
  SzWet: szWet,
});

const maatregel = z.looseObject({
  DatBMaatregelMbtUitkering: suwiDatum,
  DatEMaatregelMbtUitkering: datum,
  RedenMaatregelMbtBijstandUitk: xmlOptioneel(
    z.looseObject({
      CdRedenMaatregelMbtBijstandUitk: code,
      GevolgenMaatregelMbtBijstandUitk: xmlOptioneel(
        z.looseObject({ BedrVerminderingUitkMbtMaatregel: suwiBedrag }),
      ),
    }),
  ),
});

const periode = z.looseObject({
  DatBUitkeringsperiode: suwiDatum,
  DatEUitkeringsperiode: datum,
  MaatregelMbtUitkering: xmlLijst(maatregel),
  InkomstenBijstandUitkering: xmlOptioneel(
    z.looseObject({ BedrTotaalInkomstenUitkering: bedrag, BedrBetaalbaarGesteldeUitkering: bedrag }),
  ),
  Normbedrag: xmlLijst(
    z.looseObject({
      CdSrtNormbedrag: gevuld,
      CdMunteenheid: xmlOptioneel(z.literal('EUR')),
      WaardeBedr: waardeBedr,
    }),
  ),
});

const uitkeringsverhouding = z.looseObject({
  DatBUitkeringsverhouding: suwiDatum,
  DatEUitkeringsverhouding: datum,
  SzWet: szWet,
  SpecifiekeGegevensBijstandUitk: xmlOptioneel(
    z.looseObject({
      CdAanleidingEindeBijstandUitk: code,
      CdClassificatieBbz: code,
      AantKostendelers: xmlOptioneel(
        z
          .string()
          .regex(/^\d{1,2}$/)
          .transform(Number),
      ),
    }),
  ),
  InkomstenInvloedOpBijstandUitk: xmlLijst(z.looseObject({ CdSrtOverigeInkomsten: code })),
  VrijstellingArbeidsplicht: xmlOptioneel(
    z.looseObject({
      CdVrijstellingArbeidsplichtBijst: gevuld,
      DatEVrijstellingArbeidsplicht: datum,
      CdRedenEVrijstArbeidsplichtBijst: code,
    }),
  ),
  Uitkeringsperiode: xmlLijst(periode).refine((perioden) => perioden.length > 0, 'at least one'),
});

export const clientSuwiBijstand = z.looseObject({
  Burgerservicenr: z.string().regex(/^\d{9}$/),
  CdLeefvorm: code,
  SchendingInlichtingenplicht: xmlOptioneel(z.looseObject({ DatWaarschSchendInlichtingplicht: suwiDatum })),
  DossierGsd: xmlOptioneel(z.looseObject({ Dossiercd: xmlOptioneel(z.string()) })),
  AanvraagUitkering: xmlLijst(aanvraag),
  Vordering: xmlLijst(vordering),
  SpecifiekeGegevensBijzBijstand: xmlLijst(bijzondereBijstand),
  Uitkeringsverhouding: xmlLijst(uitkeringsverhouding),
});

/** What the source says of one person's social assistance. */
export type ClientSuwiBijstand = z.output<typeof clientSuwiBijstand>;
