import { codewaarde, codewaardeOfNull } from '../../kit/index.ts';
import type {
  Dossierspecificatie,
  Jaaropgave,
  Jaaropgaveregel,
  Uitkeringsinstantie,
  Uitkeringsspecificatie,
} from '../generated/resolvers.ts';
import { jaNee, kolommen, soortenPeriode } from './codes.ts';
import type { JaarOpgaveClient, UitkeringsSpecificatieClient } from './messages.ts';

type Specificatie = UitkeringsSpecificatieClient['Uitkeringsspecificatie'][number];
type Dossierhistorie = Specificatie['Dossierhistorie'][number];
type Opgave = JaarOpgaveClient['JaarOpgave'][number];
type SpecificatieJaarOpgave = Opgave['SpecificatieJaarOpgave'][number];

/** GWS UitkeringsSpecificatieClient to the graph; files and lines in the order of the source. */
export function mapUitkeringsspecificatie(
  antwoord: UitkeringsSpecificatieClient,
): Omit<Uitkeringsspecificatie, 'bron'> {
  const [eerste, ...andere] = antwoord.Uitkeringsspecificatie;
  return {
    soortPeriode: codewaarde(antwoord.TypePeriode, soortenPeriode),
    instantie: eerste === undefined || andere.length > 0 ? null : mapInstantie(eerste.Uitkeringsinstantie),
    specificaties: antwoord.Uitkeringsspecificatie.flatMap((specificatie) => {
      const instantie = mapInstantie(specificatie.Uitkeringsinstantie);
      return specificatie.Dossierhistorie.map((dossier) => mapDossier(dossier, instantie));
    }),
  };
}

/** GWS JaarOpgaveClient to the graph. */
export function mapJaaropgave(antwoord: JaarOpgaveClient): Omit<Jaaropgave, 'bron'> {
  return {
    opgaven: antwoord.JaarOpgave.flatMap((opgave) => {
      const instantie = mapInstantie(opgave.Inhoudingsplichtige);
      return opgave.SpecificatieJaarOpgave.map((regel) => mapRegel(regel, instantie));
    }),
  };
}

function mapInstantie(instantie: Specificatie['Uitkeringsinstantie']): Uitkeringsinstantie {
  return {
    gemeentecode: instantie.Gemeentecode,
    gemeentenaam: instantie.Gemeentenaam ?? null,
    bezoekadres: instantie.Bezoekadres ?? null,
    postcode: instantie.Postcode ?? null,
    woonplaats: instantie.Woonplaatsnaam ?? null,
  };
}

function mapDossier(dossier: Dossierhistorie, instantie: Uitkeringsinstantie): Dossierspecificatie {
  return {
    instantie,
    regeling: dossier.Regeling,
    dossiernummer: dossier.Dossiernummer,
    periode: dossier.Periodenummer,
    betrekkingsperiode: dossier.Betrekkingsperiode,
    betaaldeBedragCenten: dossier.UitbetaaldBedragClient ?? null,
    betaaldDossierCenten: dossier.UitbetaaldBedragDossier ?? null,
    datumBetaald: dossier.DatumBetaald ?? null,
    opgegevenInkomstenCenten: dossier.OpgegevenInkomsten ?? null,
    teVerrekenenInkomstenCenten: dossier.TeVerrekenenInkomsten ?? null,
    vrijgelatenInkomstenCenten: dossier.InkomstenVrijlating ?? null,
    inkomstenNaVrijlatingCenten: dossier.InkomstenNaVrijlating ?? null,
    vakantiegeldOverInkomstenCenten: dossier.VakantiegeldOverInkomsten ?? null,
    gekorteInkomstenCenten: dossier.GekorteInkomsten ?? null,
    onderdelen: dossier.Componenthistorie.map((component) => ({
      omschrijving: component.Omschrijving,
      bedragCenten: component.Bedrag,
      kolom: codewaarde(component.IndicatieKolom, kolommen),
      toelichting: component.Toelichting ?? null,
    })),
  };
}

function mapRegel(regel: SpecificatieJaarOpgave, instantie: Uitkeringsinstantie): Jaaropgaveregel {
  return {
    instantie,
    regeling: regel.Regeling,
    jaar: regel.Dienstjaar,
    begindatum: regel.AangiftePeriodeVan,
    einddatum: regel.AangiftePeriodeTot,
    fiscaalLoonCenten: regel.Fiscaalloon,
    loonheffingCenten: regel.Loonheffing ?? null,
    premieVolksverzekering: codewaardeOfNull(regel.CdPremieVolksverzekering),
    verzekerdZvw: codewaarde(regel.IndicatieZVW, jaNee),
    ingehoudenPremieZvwCenten: regel.IngehoudenPremieZVW ?? null,
    vergoedingPremieZvwCenten: regel.VergoedingPremieZVW ?? null,
    werkgeversheffingZvwCenten: regel.WerkgeversheffingPremieZVW ?? null,
    ontvangstenFiscaalLoonCenten: regel.OntvangstenFiscaalloon ?? null,
    ontvangstenIngehoudenPremieZvwCenten: regel.OntvangstenIngehoudenPremieZVW ?? null,
    ontvangstenVergoedingPremieZvwCenten: regel.OntvangstenVergoedingPremieZVW ?? null,
    ontvangstenPremieloonCenten: regel.OntvangstenPremieloon ?? null,
    ontvangstenWerkgeversheffingZvwCenten: regel.OntvangstenWerkgeversheffingPremieZVW ?? null,
    belasteAlimentatieCenten: regel.BelasteAlimentatie ?? null,
    loonheffingskortingen: regel.Loonheffingskorting.map((korting) => ({
      ingangsdatum: korting.Ingangsdatum,
      soort: codewaardeOfNull(korting.CdLoonheffingskorting),
    })),
  };
}
