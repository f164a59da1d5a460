import { codewaardeOfNull } from '../../kit/index.ts';
import { aardenArbeidsverhouding, soortenInkomstenverhouding, typenArbeidscontract } from '../codes.ts';
import type {
  Inkomen,
  Inkomstenopgave,
  Inkomstenperiode,
  Inkomstenverhouding,
} from '../generated/resolvers.ts';
import { laatstLopende } from '../lopend.ts';
import type { Antwoord } from './messages.ts';

type Ikv = Antwoord['ClientSuwi']['Inkomstenverhouding'][number];

/** Income relations in the order in which the source sends them. */
export function mapInkomen(antwoord: Antwoord): Omit<Inkomen, 'bron'> {
  return {
    inkomstenverhoudingen: antwoord.ClientSuwi.Inkomstenverhouding.map(mapInkomstenverhouding),
    opgavenVanaf: antwoord.PeriodeGegevensleveringIko?.DatBPeriode ?? null,
    opgavenTot: antwoord.PeriodeGegevensleveringIko?.DatEPeriode ?? null,
  };
}

function mapInkomstenverhouding(ikv: Ikv): Inkomstenverhouding {
  const laatste = laatstLopende(ikv.Inkomstenperiode, (p) => ({ begin: p.DatBIkp, einde: p.DatEIkp }));
  const betaler = ikv.AdministratieveEenheid;
  return {
    volgnummer: ikv.VolgnrIkv ?? null,
    begindatum: ikv.DatBIkv ?? null,
    einddatum: ikv.DatEIkv ?? null,
    werkgevernaam:
      betaler?.NaamAdministratieveEenheid ??
      betaler?.RechtspersoonAdministratieveEenh?.NaamRechtspersoon ??
      null,
    // The number of a natural person starts with the fiscal number, which can be a burgerservicenummer.
    loonheffingennummer:
      betaler?.PersoonAdministratieveEenheid === false ? (betaler.Loonheffingennr ?? null) : null,
    soort: codewaardeOfNull(laatste?.CdSrtIkv, soortenInkomstenverhouding),
    aard: codewaardeOfNull(laatste?.CdAardIkv, aardenArbeidsverhouding),
    contract: codewaardeOfNull(laatste?.CdTypeArbeidscontract, typenArbeidscontract),
    perioden: ikv.Inkomstenperiode.map(mapPeriode),
    opgaven: ikv.Inkomstenopgave.map(mapOpgave),
  };
}

function mapPeriode(periode: Ikv['Inkomstenperiode'][number]): Inkomstenperiode {
  return {
    begindatum: periode.DatBIkp,
    einddatum: periode.DatEIkp ?? null,
    soort: codewaardeOfNull(periode.CdSrtIkv, soortenInkomstenverhouding),
    aard: codewaardeOfNull(periode.CdAardIkv, aardenArbeidsverhouding),
    contract: codewaardeOfNull(periode.CdTypeArbeidscontract, typenArbeidscontract),
    regelmatigArbeidspatroon: periode.IndRegelmatigArbeidspatroon ?? null,
    loonInclusiefWajong: periode.IndLoonInclusiefWajongUitkering ?? null,
  };
}

function mapOpgave(opgave: Ikv['Inkomstenopgave'][number]): Inkomstenopgave {
  return {
    begindatum: opgave.DatBIko,
    einddatum: opgave.DatEIko ?? null,
    svDagen: opgave.AantSvDagenIko ?? null,
    verloondeUren: opgave.AantVerloondeUrenIko ?? null,
    svLoonCenten: opgave.BedrBrutoloonSv ?? null,
    loonHeffingCenten: opgave.BedrLoonLbPremieVolksverz ?? null,
    ingehoudenHeffingCenten: opgave.BedrIngehoudenLbPremieVolksverz ?? null,
    vakantietoeslagCenten: opgave.BedrVakantietoeslag ?? null,
    opgebouwdeVakantietoeslagCenten: opgave.BedrOpgbRechtVakantietoeslag ?? null,
    extraPeriodesalarisCenten: opgave.BedrExtraPrdSalaris ?? null,
    opgebouwdExtraPeriodesalarisCenten: opgave.BedrOpgbRechtExtraPrdSalaris ?? null,
    onbelasteReiskostenCenten: opgave.BedrVergoedingReiskostenOnbelast ?? null,
  };
}
