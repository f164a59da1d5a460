/** What UWV knows of a person. */
import type { Datum, Medewerker, Periode } from './facts-base.ts';

export type UwvUitkering = Periode & {
  readonly wet: 'WW' | 'WAO' | 'WAZ' | 'WAJONG' | 'WIA' | 'ZW';
  /** CdSzWet. */
  readonly szWet: string;
  readonly redenEinde?: string;
  readonly maximaleEinddatum?: Datum;
  readonly urenPerWeek?: number;
  readonly brutoPerMaandCenten: number;
  /** CdAoKlasse, for WAO, WAZ, Wajong, WIA. */
  readonly aoKlasse?: string;
  readonly eersteAoDag?: Datum;
  readonly eersteWerkloosheidsdag?: Datum;
  readonly maatregel?: Periode & { readonly percentage: number };
};

export type UwvAanvraag = {
  readonly datum: Datum;
  readonly szWet: string;
  readonly status: string;
  readonly beslissing?: { readonly code: string; readonly datum: Datum };
};

export type Werkzoekende = {
  readonly ingeschrevenOp: Datum;
  readonly uitgeschrevenOp?: Datum;
  readonly werkcoach: Medewerker;
  /** Professions sought; UWV profession code and name. */
  readonly beroepen: readonly { readonly code: string; readonly naam: string }[];
  readonly beschikbaarVanaf: Datum;
  readonly urenPerWeek: number;
  readonly reistijdMinuten: number;
  readonly vervoermiddel: string;
  readonly opleidingen: readonly {
    readonly naam: string;
    readonly niveau: string;
    readonly diploma: boolean;
    readonly einddatum: Datum;
  }[];
  readonly werkervaring: readonly { readonly beroep: string; readonly jaren: number }[];
  readonly rijbewijzen: readonly string[];
  readonly competenties: readonly { readonly code: string; readonly naam: string }[];
  /** Functional obstacles as UWV registers them. */
  readonly knelpunten: readonly {
    readonly type: string;
    readonly omschrijving: string;
    readonly begindatum: Datum;
    readonly einddatum?: Datum;
  }[];
  readonly directBemiddelbaar: boolean;
};

export type Inkomstenverhouding = Periode & {
  readonly volgnummer: number;
  readonly werkgever: {
    readonly naam: string;
    /** `123456789L01` */
    readonly loonheffingennummer: string;
    readonly fiscaalNummer: string;
    /** Absent for payers that are no employer in the register (UWV itself, the municipality). */
    readonly kvkNummer?: string;
  };
  /** CdSrtIkv, CdAardIkv, CdTypeArbeidscontract of the code lists. */
  readonly soort: string;
  readonly aard?: string;
  readonly contract?: 'O' | 'B';
  readonly opgaven: readonly (Periode & {
    readonly svDagen: number;
    readonly uren: number;
    readonly svLoonCenten: number;
    readonly vakantietoeslagCenten: number;
  })[];
};

export type Doelgroepregistratie = {
  readonly einddatum?: Datum;
  readonly grondslagen: readonly (Periode & { readonly code: string })[];
};

export type Indicatie = {
  readonly soort: 'WSW' | 'BESCHUT_WERK';
  readonly besluitdatum: Datum;
  readonly advies: 'POSITIEF' | 'NEGATIEF';
  /** A negative advice is valid for nothing. */
  readonly geldigVan?: Datum;
  readonly geldigTot?: Datum;
};
