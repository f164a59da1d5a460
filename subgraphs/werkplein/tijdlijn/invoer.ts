import type { Periode } from '../../kit/index.ts';
import type { Ingebracht } from '../bronstand.ts';

type Code = { readonly code: string; readonly omschrijving?: string | null | undefined };
type Datum = string | null;
type Lijst<T> = readonly T[] | null;
type Tijdvak = Partial<Periode>;

/** The slices that the time line rests on, as the graph hands them over. */
export type TijdlijnInvoer = {
  readonly bijstand?: Ingebracht<{
    readonly uitkeringen?: Lijst<Tijdvak & { readonly regeling: Code }>;
    readonly aanvragen?: Lijst<{
      readonly datum?: Datum;
      readonly regeling: Code;
      readonly beslissing?: Code | null;
      readonly beslissingsdatum?: Datum;
    }>;
  }>;
  readonly reintegratie?: Ingebracht<{
    readonly voorzieningen?: Lijst<
      Tijdvak & { readonly soort?: Code | null; readonly omschrijving?: string | null }
    >;
  }>;
  readonly klantdossier?: Ingebracht<{
    readonly treden?: Lijst<{
      readonly trede: number;
      readonly omschrijving?: string | null;
      readonly vastgesteldOp?: Datum;
    }>;
    readonly trajecten?: Lijst<Tijdvak & { readonly soort: Code; readonly doel?: string | null }>;
    readonly afspraken?: Lijst<{ readonly begin: string; readonly onderwerp?: string | null }>;
    readonly contactmomenten?: Lijst<{
      readonly op: string;
      readonly kanaal?: string | null;
      readonly onderwerp?: string | null;
    }>;
  }>;
  readonly werknemersverzekeringen?: Ingebracht<{
    readonly uitkeringen?: Lijst<Tijdvak & { readonly regeling: Code }>;
  }>;
  readonly uwvAanvragen?: Ingebracht<{
    readonly aanvragen?: Lijst<{
      readonly datum?: Datum;
      readonly regeling?: Code | null;
      readonly beslissingen: readonly { readonly beslissing: Code; readonly dagtekening?: Datum }[];
    }>;
  }>;
  readonly inkomen?: Ingebracht<{
    readonly inkomstenverhoudingen?: Lijst<
      Tijdvak & { readonly soort?: Code | null; readonly werkgevernaam?: string | null }
    >;
  }>;
  readonly werkzoekende?: Ingebracht<{
    readonly inschrijving?: Tijdvak | null;
    readonly afspraken?: Lijst<{
      readonly datum?: Datum;
      readonly begin?: string | null;
      readonly onderwerp?: string | null;
    }>;
  }>;
  readonly swDienstverbanden?: Ingebracht<{
    readonly dienstverbanden?: Lijst<Tijdvak & { readonly soort?: Code | null }>;
  }>;
  readonly plaatsingen?: Ingebracht<{
    readonly plaatsingen?: Lijst<
      Tijdvak & { readonly soort?: Code | null; readonly functie?: string | null }
    >;
  }>;
  readonly loonwaarde?: Ingebracht<{
    readonly metingen?: Lijst<{
      readonly vastgesteldOp?: Datum;
      readonly loonwaardePercentage?: number | null;
    }>;
  }>;
  readonly wachtlijst?: Ingebracht<{ readonly aangemeldOp?: Datum; readonly indicatie?: Code | null }>;
  readonly bemiddeling?: Ingebracht<{
    readonly voorstellen?: Lijst<{
      readonly id: string;
      readonly voorgesteldOp?: string | null;
      readonly status?: string | null;
      readonly vacature?: {
        readonly gegevens?: { readonly titel?: string | null } | null;
      } | null;
    }>;
  }>;
};
