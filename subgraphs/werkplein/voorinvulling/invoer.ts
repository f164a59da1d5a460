import type { Periode } from '../../kit/index.ts';
import type { Ingebracht } from '../bronstand.ts';

type Code = { readonly code: string; readonly omschrijving?: string | null | undefined };
type Lijst<T> = readonly T[] | null;
type Tijdvak = Partial<Periode>;

/** The slices that forms are filled in from, as the graph hands them over. */
export type VoorinvullingInvoer = {
  readonly persoon?: Ingebracht<{
    readonly naam?: { readonly volledigeNaam?: string | null } | null;
    readonly geboortedatum?: string | null;
    readonly gemeenteVanInschrijving?: Code | null;
    readonly verblijfplaats?: {
      readonly straat?: string | null;
      readonly huisnummer?: number | null;
      readonly huisletter?: string | null;
      readonly huisnummertoevoeging?: string | null;
      readonly postcode?: string | null;
      readonly woonplaats?: string | null;
      readonly locatiebeschrijving?: string | null;
      readonly adresregels?: Lijst<string>;
      readonly land?: string | null;
      readonly datumVan?: string | null;
    } | null;
    readonly inOnderzoek?: Lijst<string>;
  }>;
  readonly klantdossier?: Ingebracht<{
    readonly telefoonnummer?: string | null;
    readonly emailadres?: string | null;
    readonly klantvraag?: string | null;
  }>;
  readonly bijstand?: Ingebracht<{
    readonly leefvorm?: Code | null;
    readonly uitkeringen?: Lijst<Tijdvak & { readonly regeling: Code }>;
    readonly aanvragen?: Lijst<{ readonly datum?: string | null; readonly regeling: Code }>;
  }>;
  readonly reintegratie?: Ingebracht<{
    readonly arbeidsvermogen?: Code | null;
    readonly voorzieningen?: Lijst<Tijdvak & { readonly loonwaardePercentage?: number | null }>;
  }>;
  readonly werknemersverzekeringen?: Ingebracht<{
    readonly uitkeringen?: Lijst<Tijdvak & { readonly regeling: Code }>;
  }>;
  readonly uwvAanvragen?: Ingebracht<{
    readonly aanvragen?: Lijst<{ readonly datum?: string | null; readonly regeling?: Code | null }>;
  }>;
  readonly inkomen?: Ingebracht<{
    readonly inkomstenverhoudingen?: Lijst<
      Tijdvak & {
        readonly soort?: Code | null;
        readonly aard?: Code | null;
        readonly werkgevernaam?: string | null;
      }
    >;
  }>;
  readonly werkzoekende?: Ingebracht<{
    readonly bemiddelingsberoepen?: Lijst<{ readonly naam?: string | null }>;
    readonly beschikbaarheid?: {
      readonly begindatum?: string | null;
      readonly urenPerWeek?: number | null;
    } | null;
    readonly opleidingen?: Lijst<{ readonly naam?: string | null; readonly einddatum?: string | null }>;
    readonly werkervaring?: Lijst<{ readonly beroep: { readonly naam?: string | null } }>;
    readonly rijbewijzen?: Lijst<Code>;
  }>;
  readonly doelgroepregistratie?: Ingebracht<{
    readonly grondslagen?: Lijst<Tijdvak & { readonly grondslag?: Code | null }>;
  }>;
  readonly swDienstverbanden?: Ingebracht<{
    readonly dienstverbanden?: Lijst<Tijdvak & { readonly soort?: Code | null }>;
  }>;
  readonly loonwaarde?: Ingebracht<{
    readonly metingen?: Lijst<{
      readonly vastgesteldOp?: string | null;
      readonly loonwaardePercentage?: number | null;
    }>;
  }>;
  readonly wachtlijst?: Ingebracht<{
    readonly aangemeldOp?: string | null;
    readonly indicatie?: Code | null;
    readonly voorkeur?: string | null;
  }>;
};

/** The source of each slice. */
export const bronVanSlice = {
  persoon: 'BRP',
  klantdossier: 'KVS',
  bijstand: 'SUWI_BIJSTAND',
  reintegratie: 'SUWI_REINTEGRATIE',
  werknemersverzekeringen: 'SUWINET_WERKNEMERSVERZEKERINGEN',
  uwvAanvragen: 'SUWINET_AANVRAAGSTATUS',
  inkomen: 'SUWINET_INKOMSTEN',
  werkzoekende: 'SUWINET_WERKZOEKENDE',
  doelgroepregistratie: 'SUWINET_DOELGROEPREGISTER',
  swDienstverbanden: 'SW_ADMINISTRATIE',
  loonwaarde: 'SW_ADMINISTRATIE',
  wachtlijst: 'SW_WACHTLIJST',
} as const satisfies Readonly<Record<keyof VoorinvullingInvoer, string>>;

export type Slicenaam = keyof VoorinvullingInvoer;
