import { type Codetabel, codewaardeOfNull } from '../../kit/index.ts';
import type { Loonwaarde, Plaatsingen, SwDienstverbanden } from '../generated/resolvers.ts';
import type { DienstverbandRij, LoonwaardeRij, PlaatsingRij } from './messages.ts';

/** The company's own code lists; there is no national one. A code that is not here stays visible as a code. */
const soortenDienstverband: Codetabel = {
  WSW: 'Dienstverband Wet sociale werkvoorziening',
  BESCHUT_WERK: 'Beschut werk (Participatiewet)',
};
const eenheden: Codetabel = {
  INDUSTRIE: 'Industrie',
  DIENSTVERLENING: 'Dienstverlening',
};
const soortenPlaatsing: Codetabel = {
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

/** Rows of Werkplein_Loonwaarden to the graph, in the order of the source. */
export function mapLoonwaarde(rijen: readonly LoonwaardeRij[]): Omit<Loonwaarde, 'bron'> {
  return {
    metingen: rijen.map((rij) => ({
      vastgesteldOp: rij.Datum_vaststelling,
      loonwaardePercentage: rij.Loonwaarde_percentage,
      methode: rij.Methode,
      functie: rij.Functie,
    })),
  };
}
