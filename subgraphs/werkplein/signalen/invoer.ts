import type { DatumOnvolledig, Periode } from '../../kit/index.ts';
import type { Ingebracht } from '../bronstand.ts';
import type { DoelgroepInvoer } from '../doelgroep.ts';
import type { UitkeringenInvoer } from '../uitkeringen.ts';

type Code = { readonly code: string; readonly omschrijving?: string | null | undefined };
type Datum = DatumOnvolledig | null;

export type Traject = Partial<Periode> & { readonly soort: Code };
export type Dienstverlening = { readonly soort: Code; readonly begindatum?: Datum };
export type Werkaanbod = { readonly aangebodenOp?: Datum };
export type WorkFirst = {
  readonly aangemeldOp?: Datum;
  readonly gestartOp?: Datum;
  readonly aanHetWerkOp?: Datum;
  readonly eersteContactKlantmanagerOp?: Datum;
  readonly uitkeringsintakeGeplandOp?: Datum;
  readonly beeindigdOp?: Datum;
};
export type Aanvraag = { readonly datum?: Datum; readonly regeling: Code; readonly beslissing?: Code | null };
export type Bijstandsuitkering = Partial<Periode> & {
  readonly regeling: Code;
  readonly vrijstellingArbeidsplicht?: { readonly einddatum?: Datum } | null;
};
export type Plaatsing = Partial<Periode> & { readonly werkgever?: { readonly kvkNummer: string } | null };
/** Contacts of partners with an employer, as the employer service point keeps them. */
export type Werkgeverscontacten = Ingebracht<{
  readonly edges?:
    | readonly { readonly node: { readonly op?: string | null; readonly namens?: Code | null } }[]
    | null;
}>;
export type Voorstel = {
  readonly voorgesteldOp?: string | null;
  readonly status?: string | null;
  readonly plaatsingsafspraken?: Ingebracht<{
    readonly afspraken?: readonly { readonly begindatum?: string | null }[] | null;
  }>;
  readonly vacature?: {
    readonly gegevens?: Ingebracht<{
      readonly werkgever?: {
        readonly kvkNummer: string;
        readonly relatie?: Ingebracht<{ readonly laatsteContactmomenten?: Werkgeverscontacten }>;
      } | null;
    }>;
  } | null;
};

/** The slices that the signals rest on, as the graph hands them over. */
export type SignalenInvoer = UitkeringenInvoer &
  DoelgroepInvoer & {
    readonly klantdossier?: Ingebracht<{
      readonly contactpersoon?: { readonly naam: string } | null;
      readonly status?: Code | null;
      readonly trede?: { readonly trede: number; readonly vastgesteldOp?: Datum } | null;
      readonly trajecten?: readonly Traject[] | null;
      /** Of these three null is "not registered in this file", and an empty list that there is none. */
      readonly dienstverlening?: readonly Dienstverlening[] | null;
      readonly werkaanbod?: readonly Werkaanbod[] | null;
      readonly tegenprestatie?: readonly Partial<Periode>[] | null;
      readonly workFirst?: WorkFirst | null;
      readonly zelfredzaam?: boolean | null;
      readonly aangemeldOp?: Datum;
      readonly doelgroepcode?: Code | null;
      readonly herbeoordelingOp?: Datum;
    }>;
    readonly bijstand?: Ingebracht<{
      readonly uitkeringen?: readonly Bijstandsuitkering[] | null;
      readonly aanvragen?: readonly Aanvraag[] | null;
    }>;
    readonly werkzoekende?: Ingebracht<{
      readonly inschrijving?: { readonly begindatum?: Datum } | null;
    }>;
    readonly plaatsingen?: Ingebracht<{ readonly plaatsingen?: readonly Plaatsing[] | null }>;
    readonly wachtlijst?: Ingebracht<{ readonly plaats?: number | null; readonly aangemeldOp?: Datum }>;
    readonly bemiddeling?: Ingebracht<{ readonly voorstellen?: readonly Voorstel[] | null }>;
  };
