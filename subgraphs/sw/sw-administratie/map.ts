import {
  type ClientSleutel,
  type Codetabel,
  codewaardeOfNull,
  grenzen,
  type Werkvoorraadgegevens,
} from '../../kit/index.ts';
import type {
  Loonwaarde,
  Ontwikkelplan,
  Plaatsingen,
  SwDienstverbanden,
  SwPlaatsingBijWerkgever,
  SwPlaatsingenBijWerkgever,
} from '../generated/resolvers.ts';
import type {
  CaseloadRij,
  DienstverbandRij,
  LoonwaardeRij,
  OntwikkelplanRij,
  PlaatsingRij,
} from './messages.ts';
import type { WerkgeverplaatsingRij } from './werkgever-messages.ts';

/** The company's own code lists; there is no national one. A code that is not here stays visible as a code. */
export const soortenDienstverband: Codetabel = {
  WSW: 'Dienstverband Wet sociale werkvoorziening',
  BESCHUT_WERK: 'Beschut werk (Participatiewet)',
  BEGELEID_WERKEN: 'Begeleid werken bij een werkgever (Wsw art. 7)',
};
const eenheden: Codetabel = {
  INDUSTRIE: 'Industrie',
  DIENSTVERLENING: 'Dienstverlening',
};
export const soortenPlaatsing: Codetabel = {
  BESCHUT_BINNEN: 'Beschut werken binnen',
  INDIVIDUELE_DETACHERING: 'Individuele detachering',
  GROEPSDETACHERING: 'Groepsdetachering',
  BEGELEID_WERKEN: 'Begeleid werken',
  PROEFPLAATSING: 'Proefplaatsing',
};

/** Rows of Werkplein_Dienstverbanden to the graph, in the order of the source. */
export function mapDienstverbanden(rijen: readonly DienstverbandRij[]): Omit<SwDienstverbanden, 'bron'> {
  return {
    dienstverbanden: rijen.map((rij) => ({
      soort: codewaardeOfNull(rij.Soort_dienstverband ?? undefined, soortenDienstverband),
      eenheid: codewaardeOfNull(rij.Eenheid ?? undefined, eenheden),
      afdeling: rij.Afdeling,
      urenPerWeek: rij.Uren_per_week,
      begindatum: rij.Begindatum,
      einddatum: rij.Einddatum,
      contactpersoon:
        rij.Consulent_naam === null
          ? null
          : {
              naam: rij.Consulent_naam,
              functie: rij.Consulent_functie,
              telefoonnummer: rij.Consulent_telefoon,
              emailadres: rij.Consulent_email,
            },
    })),
  };
}

/** Rows of Werkplein_Plaatsingen to the graph, in the order of the source. */
export function mapPlaatsingen(rijen: readonly PlaatsingRij[]): Omit<Plaatsingen, 'bron'> {
  return {
    plaatsingen: rijen.map((rij) => ({
      soort: codewaardeOfNull(rij.Soort_plaatsing ?? undefined, soortenPlaatsing),
      functie: rij.Functie,
      urenPerWeek: rij.Uren_per_week,
      begindatum: rij.Begindatum,
      einddatum: rij.Einddatum,
      werkgever: rij.KvK_nummer === null ? null : { kvkNummer: rij.KvK_nummer },
    })),
  };
}

/** Rows of Werkplein_Plaatsingen_Werkgever for one employer to the graph, in the order of the source. */
export function mapPlaatsingenBijWerkgever(rijen: readonly WerkgeverplaatsingRij[]): Omit<
  SwPlaatsingenBijWerkgever,
  'bron' | 'plaatsingen'
> & {
  readonly plaatsingen: readonly (Omit<SwPlaatsingBijWerkgever, 'client'> & {
    readonly client: ClientSleutel;
  })[];
} {
  return {
    aantal: rijen.length,
    aantalZonderEinddatum: rijen.filter((rij) => rij.Einddatum === null).length,
    plaatsingen: rijen.map((rij) => ({
      client: { clientnummer: rij.Werkpleinnummer },
      soort: codewaardeOfNull(rij.Soort_plaatsing ?? undefined, soortenPlaatsing),
      functie: rij.Functie,
      urenPerWeek: rij.Uren_per_week,
      begindatum: rij.Begindatum,
      einddatum: rij.Einddatum,
    })),
  };
}

/** Rows of Werkplein_Loonwaarden to the graph, the most recent measurement first. */
export function mapLoonwaarde(rijen: readonly LoonwaardeRij[]): Omit<Loonwaarde, 'bron'> {
  return {
    metingen: recentsteEerst(rijen).map((rij) => ({
      vastgesteldOp: rij.Datum_vaststelling,
      loonwaardePercentage: rij.Loonwaarde_percentage,
      methode: rij.Methode,
      functie: rij.Functie,
    })),
  };
}

/**
 * By day, latest first. A partial date counts as early as it can be, and no date as earlier than any; where
 * dates do not tell, what the source (oldest first) sent later is the more recent.
 */
function recentsteEerst(rijen: readonly LoonwaardeRij[]): readonly LoonwaardeRij[] {
  const dag = ({ Datum_vaststelling: datum }: LoonwaardeRij) => (datum === null ? '' : grenzen(datum).eerste);
  return rijen.toReversed().sort((a, b) => (dag(a) < dag(b) ? 1 : dag(a) > dag(b) ? -1 : 0));
}

/** The company's own list. */
const doelstatussen: Codetabel = {
  GEPLAND: 'Nog niet begonnen',
  LOPEND: 'Loopt',
  BEHAALD: 'Behaald',
  GESTOPT: 'Gestopt voordat het behaald was',
};

/** Rows of Werkplein_Ontwikkelplannen to the graph: goals and evaluations, each in the order of the source. */
export function mapOntwikkelplan(rijen: readonly OntwikkelplanRij[]): Omit<Ontwikkelplan, 'bron'> {
  return {
    doelen: rijen
      .filter(({ Soort_regel }) => Soort_regel === 'DOEL')
      .map((rij) => ({
        omschrijving: rij.Omschrijving,
        begindatum: rij.Begindatum,
        streefdatum: rij.Streefdatum,
        behaaldOp: rij.Datum_behaald,
        status: codewaardeOfNull(rij.Status ?? undefined, doelstatussen),
      })),
    evaluaties: rijen
      .filter(({ Soort_regel }) => Soort_regel === 'EVALUATIE')
      .map((rij) => ({ datum: rij.Datum_evaluatie, conclusie: rij.Conclusie })),
  };
}

/** Rows of Werkplein_Caseload to the graph, each client once; the administration does not count them. */
export function mapWerkvoorraad(rijen: readonly CaseloadRij[]): Werkvoorraadgegevens {
  const nummers = new Set(rijen.map(({ Werkpleinnummer }) => Werkpleinnummer));
  return { clienten: [...nummers].map((clientnummer) => ({ clientnummer })), totaal: null };
}
