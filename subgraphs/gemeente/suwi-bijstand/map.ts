import { codewaarde, codewaardeOfNull, szWetten } from '../../kit/index.ts';
import type {
  Bijstand,
  Bijstandsaanvraag,
  Bijstandsmaatregel,
  Bijstandsperiode,
  Bijstandsuitkering,
  Bijstandsvordering,
  BijzondereBijstand,
  Fraudebevinding,
} from '../generated/resolvers.ts';
import { jaNee } from './codes.ts';
import type { Antwoord } from './messages.ts';

type ClientSuwi = Antwoord['ClientSuwi'];
type Uitkeringsverhouding = ClientSuwi['Uitkeringsverhouding'][number];
type Uitkeringsperiode = Uitkeringsverhouding['Uitkeringsperiode'][number];
type Maatregel = Uitkeringsperiode['MaatregelMbtUitkering'][number];
type Aanvraag = ClientSuwi['AanvraagUitkering'][number];
type Vordering = ClientSuwi['Vordering'][number];
type BijzBijstand = ClientSuwi['SpecifiekeGegevensBijzBijstand'][number];

/** SuwiML Bijstandsregelingen to the graph; order of lists as the source gave them. */
export function mapBijstand({ ClientSuwi: client }: Antwoord): Omit<Bijstand, 'bron'> {
  return {
    dossiercode: client.DossierGsd?.Dossiercd ?? null,
    leefvorm: codewaardeOfNull(client.CdLeefvorm),
    waarschuwingInlichtingenplicht:
      client.SchendingInlichtingenplicht?.DatWaarschSchendInlichtingplicht ?? null,
    uitkeringen: client.Uitkeringsverhouding.map(mapUitkering),
    aanvragen: client.AanvraagUitkering.map(mapAanvraag),
    vorderingen: client.Vordering.map(mapVordering),
    bijzondereBijstand: client.SpecifiekeGegevensBijzBijstand.map(mapBijzondereBijstand),
  };
}

function mapUitkering(verhouding: Uitkeringsverhouding): Bijstandsuitkering {
  const specifiek = verhouding.SpecifiekeGegevensBijstandUitk;
  const vrijstelling = verhouding.VrijstellingArbeidsplicht;
  return {
    regeling: codewaarde(verhouding.SzWet.CdSzWet, szWetten),
    begindatum: verhouding.DatBUitkeringsverhouding,
    einddatum: verhouding.DatEUitkeringsverhouding ?? null,
    redenEinde: codewaardeOfNull(specifiek?.CdAanleidingEindeBijstandUitk),
    classificatieBbz: codewaardeOfNull(specifiek?.CdClassificatieBbz),
    aantalKostendelers: specifiek?.AantKostendelers ?? null,
    soortenInkomsten: verhouding.InkomstenInvloedOpBijstandUitk.flatMap(({ CdSrtOverigeInkomsten }) =>
      CdSrtOverigeInkomsten === undefined ? [] : [codewaarde(CdSrtOverigeInkomsten)],
    ),
    vrijstellingArbeidsplicht:
      vrijstelling === undefined
        ? null
        : {
            soort: codewaarde(vrijstelling.CdVrijstellingArbeidsplichtBijst),
            einddatum: vrijstelling.DatEVrijstellingArbeidsplicht ?? null,
            redenEinde: codewaardeOfNull(vrijstelling.CdRedenEVrijstArbeidsplichtBijst),
          },
    perioden: verhouding.Uitkeringsperiode.map(mapPeriode),
    maatregelen: verhouding.Uitkeringsperiode.flatMap((p) => p.MaatregelMbtUitkering.map(mapMaatregel)),
  };
}

function mapPeriode(periode: Uitkeringsperiode): Bijstandsperiode {
  return {
    begindatum: periode.DatBUitkeringsperiode,
    einddatum: periode.DatEUitkeringsperiode ?? null,
    inkomstenCenten: periode.InkomstenBijstandUitkering?.BedrTotaalInkomstenUitkering ?? null,
    betaalbaarGesteldCenten: periode.InkomstenBijstandUitkering?.BedrBetaalbaarGesteldeUitkering ?? null,
    normbedragen: periode.Normbedrag.map((norm) => ({
      soort: codewaarde(norm.CdSrtNormbedrag),
      bedragCenten: norm.WaardeBedr,
    })),
  };
}

function mapMaatregel(maatregel: Maatregel): Bijstandsmaatregel {
  const reden = maatregel.RedenMaatregelMbtBijstandUitk;
  return {
    begindatum: maatregel.DatBMaatregelMbtUitkering,
    einddatum: maatregel.DatEMaatregelMbtUitkering ?? null,
    reden: codewaardeOfNull(reden?.CdRedenMaatregelMbtBijstandUitk),
    verlagingCenten: reden?.GevolgenMaatregelMbtBijstandUitk?.BedrVerminderingUitkMbtMaatregel ?? null,
  };
}

function mapAanvraag(aanvraag: Aanvraag): Bijstandsaanvraag {
  const beslissing = aanvraag.BeslissingOpAanvraagUitkering;
  return {
    datum: aanvraag.DatAanvraagUitkering ?? null,
    regeling: codewaarde(aanvraag.SzWet.CdSzWet, szWetten),
    beslissing: codewaardeOfNull(beslissing?.CdBeslissingOpAanvraagUitkering),
    beslissingsdatum: beslissing?.DatDagtekeningBeslisOpAanvrUitk ?? null,
  };
}

function mapVordering(vordering: Vordering): Bijstandsvordering {
  return {
    nummer: vordering.IdentificatienrVordering ?? null,
    regeling: codewaarde(vordering.SzWet.CdSzWet, szWetten),
    besluitdatum: vordering.DatBesluitVordering ?? null,
    reden: codewaardeOfNull(vordering.CdRedenVordering),
    status: codewaardeOfNull(vordering.CdStatusVordering),
    aanvangCenten: vordering.BedrAanvangVordering ?? null,
    saldoCenten: vordering.BedrSaldoVordering ?? null,
    onherroepelijkOp: vordering.DatOnherroepelijkVordering ?? null,
    fraude: vordering.Fraude === undefined ? null : mapFraude(vordering.Fraude),
  };
}

function mapFraude(fraude: NonNullable<Vordering['Fraude']>): Fraudebevinding {
  return {
    recidive: codewaardeOfNull(fraude.IndRecidive, jaNee),
    robuusteIncasso: codewaardeOfNull(fraude.IndRobuusteIncassoToegepast, jaNee),
    hoogteBoete: codewaardeOfNull(fraude.CdHoogteBestuurlijkeBoete),
    soortSanctie: codewaardeOfNull(fraude.CdSrtSanctie),
    recidivetermijn: codewaardeOfNull(fraude.CdRecidivetermijn),
  };
}

function mapBijzondereBijstand(bijstand: BijzBijstand): BijzondereBijstand {
  return {
    cluster: codewaardeOfNull(bijstand.CdClusterBijzBijstand),
    omschrijving: bijstand.OmsSrtKostenBijzBijstand ?? null,
    datumBetaalbaar: bijstand.DatBetaalbaarBijzBijstand ?? null,
    regeling: codewaarde(bijstand.SzWet.CdSzWet, szWetten),
  };
}
