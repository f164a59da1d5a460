/** What the sheltered-employment company knows of a person. */
import type { Datum, Medewerker, Periode } from './facts-base.ts';

export type SwDienstverband = Periode & {
  readonly medewerkernummer: string;
  readonly soort: 'WSW' | 'BESCHUT_WERK';
  readonly eenheid: 'INDUSTRIE' | 'DIENSTVERLENING';
  readonly afdeling: string;
  readonly urenPerWeek: number;
  readonly consulent: Medewerker;
  /** Most recent last; without one the person works inside. */
  readonly plaatsingen: readonly (Periode & {
    readonly soort:
      | 'BESCHUT_BINNEN'
      | 'INDIVIDUELE_DETACHERING'
      | 'GROEPSDETACHERING'
      | 'BEGELEID_WERKEN'
      | 'PROEFPLAATSING';
    readonly kvkNummer?: string;
    readonly functie: string;
    readonly urenPerWeek: number;
  })[];
};

export type SwWachtlijst = {
  readonly plaats: number;
  readonly aangemeldOp: Datum;
  readonly indicatieGeldigTot: Datum;
  readonly indicatie: 'BESCHUT_WERK' | 'WSW';
  readonly voorkeur: string;
};

export type Ontwikkelplan = {
  /** Oldest first. */
  readonly doelen: readonly {
    /** In terms of work, never of health. */
    readonly omschrijving: string;
    readonly begindatum: Datum;
    readonly streefdatum: Datum;
    readonly behaaldOp?: Datum;
    readonly status: 'GEPLAND' | 'LOPEND' | 'BEHAALD' | 'GESTOPT';
  }[];
  /** Oldest first. */
  readonly evaluaties: readonly { readonly datum: Datum; readonly conclusie: string }[];
};

export type Loonwaardemeting = {
  readonly datum: Datum;
  /** Whole percent of the minimum wage. */
  readonly percentage: number;
  readonly methode: string;
  readonly functie: string;
};
