import { z } from 'zod';
import { xmlLijst, xmlOptioneel } from '../../kit/index.ts';
import {
  aantal,
  bedrag,
  burgerservicenr,
  code,
  datum,
  indicatie,
  tekst,
  verplichteDatum,
} from '../suwi-elementen.ts';

/**
 * The payer. `FiNr` is not read: for a sole trader such a number can be a burgerservicenummer. A
 * natural person as payer is seen (`PersoonAdministratieveEenheid`) but neither name nor address is
 * read: those are a third party's.
 */
const administratieveEenheid = z.object({
  NaamAdministratieveEenheid: tekst,
  Loonheffingennr: xmlOptioneel(z.string().length(12)),
  PersoonAdministratieveEenheid: z
    .unknown()
    .optional()
    .transform((persoon) => persoon !== undefined),
  RechtspersoonAdministratieveEenh: xmlOptioneel(z.object({ NaamRechtspersoon: tekst })),
});

const inkomstenperiode = z.object({
  DatBIkp: verplichteDatum,
  DatEIkp: datum,
  CdSrtIkv: code,
  CdTypeArbeidscontract: code,
  IndRegelmatigArbeidspatroon: indicatie,
  IndLoonInclusiefWajongUitkering: indicatie,
  CdAardIkv: code,
});

const inkomstenopgave = z.object({
  DatBIko: verplichteDatum,
  DatEIko: datum,
  AantSvDagenIko: aantal,
  AantVerloondeUrenIko: aantal,
  BedrBrutoloonSv: bedrag,
  BedrLoonLbPremieVolksverz: bedrag,
  BedrIngehoudenLbPremieVolksverz: bedrag,
  BedrVakantietoeslag: bedrag,
  BedrOpgbRechtVakantietoeslag: bedrag,
  BedrExtraPrdSalaris: bedrag,
  BedrOpgbRechtExtraPrdSalaris: bedrag,
  BedrVergoedingReiskostenOnbelast: bedrag,
});

const inkomstenverhouding = z.object({
  VolgnrIkv: aantal,
  DatBIkv: datum,
  DatEIkv: datum,
  AdministratieveEenheid: xmlOptioneel(administratieveEenheid),
  Inkomstenperiode: xmlLijst(inkomstenperiode),
  Inkomstenopgave: xmlLijst(inkomstenopgave),
});

/** UWVPersoonsIkvInfoResponse with data (UWVDossierInkomstenGSD v0200, BodyReaction.xsd). */
export const antwoord = z.object({
  ClientSuwi: z.object({
    Burgerservicenr: burgerservicenr,
    Inkomstenverhouding: xmlLijst(inkomstenverhouding),
  }),
  /** The period the reports of wages cover: what lies outside it was not asked or not kept. */
  PeriodeGegevensleveringIko: xmlOptioneel(z.object({ DatBPeriode: datum, DatEPeriode: datum })),
});

export type Antwoord = z.output<typeof antwoord>;
