import { z } from 'zod';
import { suwi, xmlLijst, xmlOptioneel } from '../../kit/index.ts';

/**
 * The payer. `FiNr` is not read: for a sole trader such a number can be a burgerservicenummer. A
 * natural person as payer is seen (`PersoonAdministratieveEenheid`) but neither name nor address is
 * read: those are a third party's.
 */
const administratieveEenheid = z.object({
  NaamAdministratieveEenheid: suwi.tekst,
  Loonheffingennr: xmlOptioneel(z.string().length(12)),
  PersoonAdministratieveEenheid: z
    .unknown()
    .optional()
    .transform((persoon) => persoon !== undefined),
  RechtspersoonAdministratieveEenh: xmlOptioneel(z.object({ NaamRechtspersoon: suwi.tekst })),
});

const inkomstenperiode = z.object({
  DatBIkp: suwi.verplichteDatum,
  DatEIkp: suwi.datum,
  CdSrtIkv: suwi.code,
  CdTypeArbeidscontract: suwi.code,
  IndRegelmatigArbeidspatroon: suwi.indicatie,
  IndLoonInclusiefWajongUitkering: suwi.indicatie,
  CdAardIkv: suwi.code,
});

const inkomstenopgave = z.object({
  DatBIko: suwi.verplichteDatum,
  DatEIko: suwi.datum,
  AantSvDagenIko: suwi.aantal,
  AantVerloondeUrenIko: suwi.aantal,
  BedrBrutoloonSv: suwi.bedrag,
  BedrLoonLbPremieVolksverz: suwi.bedrag,
  BedrIngehoudenLbPremieVolksverz: suwi.bedrag,
  BedrVakantietoeslag: suwi.bedrag,
  BedrOpgbRechtVakantietoeslag: suwi.bedrag,
  BedrExtraPrdSalaris: suwi.bedrag,
  BedrOpgbRechtExtraPrdSalaris: suwi.bedrag,
  BedrVergoedingReiskostenOnbelast: suwi.bedrag,
});

const inkomstenverhouding = z.object({
  VolgnrIkv: suwi.aantal,
  DatBIkv: suwi.datum,
  DatEIkv: suwi.datum,
  AdministratieveEenheid: xmlOptioneel(administratieveEenheid),
  Inkomstenperiode: xmlLijst(inkomstenperiode),
  Inkomstenopgave: xmlLijst(inkomstenopgave),
});

/** UWVPersoonsIkvInfoResponse with data (UWVDossierInkomstenGSD v0200, BodyReaction.xsd). */
export const antwoord = z.object({
  ClientSuwi: z.object({
    Burgerservicenr: suwi.burgerservicenr,
    Inkomstenverhouding: xmlLijst(inkomstenverhouding),
  }),
  /** The period the reports of wages cover: what lies outside it was not asked or not kept. */
  PeriodeGegevensleveringIko: xmlOptioneel(z.object({ DatBPeriode: suwi.datum, DatEPeriode: suwi.datum })),
});

export type Antwoord = z.output<typeof antwoord>;
