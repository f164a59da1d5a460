import type { Periode } from '../../kit/index.ts';
import type { Bron, Gebeurtenismoment, Gebeurtenissoort } from '../generated/resolvers.ts';
import { dagVanTijdstip } from '../kalender.ts';

/** One thing on the time line. */
export type Gebeurtenis = {
  readonly soort: Gebeurtenissoort;
  readonly moment: Gebeurtenismoment;
  /** EDTF; null when the source knows no date. */
  readonly datum: string | null;
  /** RFC 3339, when the source knows the time. */
  readonly tijdstip: string | null;
  readonly omschrijving: string;
  readonly bron: Bron;
};

export type Code = { readonly code: string; readonly omschrijving?: string | null | undefined };
export type Datum = string | null;
export type Lijst<T> = readonly T[] | null;
export type Tijdvak = Partial<Periode>;

/** Makes the events of one source. */
export function uitBron(bron: Bron) {
  /** A thing of one day; it stands on the line without a date too, for it is there. */
  const op = (
    soort: Gebeurtenissoort,
    datum: Datum | undefined,
    omschrijving: string,
    moment: Gebeurtenismoment = 'OP',
  ): Gebeurtenis => ({ soort, moment, datum: datum ?? null, tijdstip: null, omschrijving, bron });

  /** What without a date did not happen (yet), or is not due: nothing then. */
  const indienOp = (
    soort: Gebeurtenissoort,
    datum: Datum | undefined,
    omschrijving: string,
    moment: Gebeurtenismoment = 'OP',
  ): readonly Gebeurtenis[] => (typeof datum === 'string' ? [op(soort, datum, omschrijving, moment)] : []);

  return {
    op,
    indienOp,
    /** A thing of one moment, RFC 3339. */
    om: (soort: Gebeurtenissoort, tijdstip: string, omschrijving: string): Gebeurtenis => ({
      ...op(soort, dagVanTijdstip(tijdstip), omschrijving),
      tijdstip,
    }),
    /** Its first day, known or not, and its last day when it has one. */
    periode: (
      soort: Gebeurtenissoort,
      { begindatum, einddatum }: Tijdvak,
      omschrijving: string,
    ): readonly Gebeurtenis[] => [
      op(soort, begindatum, omschrijving, 'BEGIN'),
      ...indienOp(soort, einddatum, omschrijving, 'EINDE'),
    ],
  };
}

/** The meaning of a code, else the code: one that is not known stays visible. */
export function tekst(code: Code | null | undefined): string | null {
  return code?.omschrijving ?? code?.code ?? null;
}

/** What is known of a thing in one line; empty when nothing is. */
export function regel(...delen: readonly (string | null | undefined)[]): string {
  return delen.filter(Boolean).join(': ');
}
