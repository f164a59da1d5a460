import { codewaarde, codewaardeOfNull, szWetten } from '../../kit/index.ts';
import { uitkeringsperioden } from '../codes.ts';
import type {
  UwvAanvraag,
  UwvUitkering,
  UwvUitkeringsperiode,
  Werknemersverzekeringen,
} from '../generated/resolvers.ts';
import type { Antwoord } from './messages.ts';

type ClientSuwi = Antwoord['ClientSuwi'];
type Uitkeringsverhouding = ClientSuwi['Uitkeringsverhouding'][number];

/** The file of employee insurances, in the order in which UWV sends it. */
export function mapWerknemersverzekeringen({
  ClientSuwi: client,
}: Antwoord): Omit<Werknemersverzekeringen, 'bron'> {
  return {
    uitkeringen: client.Uitkeringsverhouding.map(mapUitkering),
    arbeidsongeschiktheid: client.ArbeidsgeschiktheidClient.map((ao) => ({
      klasse: codewaardeOfNull(ao.CdArbeidsongeschiktheidsklasse),
      begindatum: ao.DatBAoKlasse ?? null,
      eersteDag: ao.DatEersteAoDag ?? null,
    })),
    werkloosheid: client.WerkloosheidClient.map((ww) => ({
      eersteDag: ww.DatEersteWerkloosheidsdag ?? null,
      reden: ww.OmsRedenWerkloosheid ?? null,
    })),
    aanvragen: client.AanvraagUitkering.map(mapAanvraag),
  };
}

function mapUitkering(uitkering: Uitkeringsverhouding): UwvUitkering {
  return {
    regeling: codewaarde(uitkering.SzWet.CdSzWet, szWetten),
    begindatum: uitkering.DatBUitkeringsverhouding ?? null,
    einddatum: uitkering.DatEUitkeringsverhouding ?? null,
    redenEinde: uitkering.OmsRedenEindeUitkeringsverh ?? null,
    maximaleEinddatum: uitkering.DatEMaximaleUitkeringsduur ?? null,
    eindeLoongerelateerdeUitkering:
      uitkering.SpecifiekeGegevensWwUitkering?.DatELoongerelateerdeUitkeringWw ?? null,
    eindeVervolguitkering: uitkering.SpecifiekeGegevensWwUitkering?.DatEVervolguitkeringWw ?? null,
    urenPerWeek: uitkering.AantWerkurenPerWeekGrondslagUitk ?? null,
    perioden: uitkering.Uitkeringsperiode.map(mapPeriode),
  };
}

function mapPeriode(periode: Uitkeringsverhouding['Uitkeringsperiode'][number]): UwvUitkeringsperiode {
  return {
    begindatum: periode.DatBUitkeringsperiode ?? null,
    einddatum: periode.DatEUitkeringsperiode ?? null,
    bedragen: periode.BrutoUitkeringsbedrag.map((bedrag) => ({
      brutoCenten: bedrag.WaardeBedr ?? null,
      munteenheid: bedrag.CdMunteenheid ?? null,
      per: codewaardeOfNull(bedrag.CdUitkeringsperiode, uitkeringsperioden),
      begindatum: bedrag.DatBBrutoUitkeringsbedr ?? null,
      einddatum: bedrag.DatEBrutoUitkeringsbedr ?? null,
    })),
    maatregelen: periode.RedenMaatregelMbtUitkeringUwv.map((maatregel) => ({
      begindatum: maatregel.DatBMaatregelMbtUitkering ?? null,
      einddatum: maatregel.DatEMaatregelMbtUitkering ?? null,
      kortingPercentage: maatregel.PercKortingUitkering ?? null,
      reden: codewaardeOfNull(maatregel.CdRedenMaatregelMbtUitkeringUwv),
    })),
  };
}

function mapAanvraag(aanvraag: ClientSuwi['AanvraagUitkering'][number]): UwvAanvraag {
  return {
    // An application for WW carries its date in an element of its own.
    datum: aanvraag.DatAanvraagUitkering ?? aanvraag.AanvraagWw?.DatAanvraagUitkering ?? null,
    regeling: codewaardeOfNull(aanvraag.SzWet?.CdSzWet, szWetten),
    status: null,
    beslissingen: aanvraag.BeslissingOpAanvraagUitkering.map((beslissing) => ({
      beslissing: codewaarde(beslissing.CdBeslissingOpAanvraagUitkering),
      dagtekening: beslissing.DatDagtekeningBeslisOpAanvrUitk ?? null,
      redenAfwijzing: null,
    })),
  };
}
