import { type DatumOnvolledig, grenzen } from '../../kit/index.ts';
import type { Bron } from '../generated/resolvers.ts';
import type { Dag, Drie } from '../kalender.ts';

/** Rules about a client; rule DUBBEL is about an employer. */
export type Signaalregel =
  | 'WF48'
  | 'WF14'
  | 'PW90'
  | 'BED180'
  | 'NAZ14'
  | 'TREDE365'
  | 'ZOEK56'
  | 'TEGEN180'
  | 'HERB'
  | 'SAMEN'
  | 'GEREED';

/** Front-office roles that a signal is for. */
export type Rol = 'INTAKER' | 'KLANTMANAGER' | 'INKOMENSCONSULENT' | 'MATCHMAKER';

/** A fact that a signal rests on, with the source that has it. */
export type Feit = {
  readonly wat: string;
  readonly waarde: string | null;
  readonly datum: DatumOnvolledig | null;
  readonly bron: Bron;
};

/** What a signal is about, whatever is the outcome. */
export type Onderwerp = {
  readonly regel: Signaalregel;
  readonly voorRol: Rol;
  readonly omschrijving: string;
  readonly feiten: readonly Feit[];
};

/** The days that something is due, when parts of the dates it follows from are not known. */
export type Vervaldagen = {
  /** Earliest day it can be due; null when nothing bounds it, or when it has no term. */
  readonly vervaldatum: Dag | null;
  /** Latest day it can be due; the same day when the dates are whole. */
  readonly uitersteVervaldatum: Dag | null;
};

/** Why nothing can be said: sources that did not answer, facts that no source has, dates in parts. */
export type Belemmering = {
  readonly zwijgend: readonly Bron[];
  readonly ontbrekend: readonly string[];
};

/** What a rule says of a client. `GEEN`: the rule was checked, and there is no occasion for it. */
export type Oordeel =
  | { readonly stand: 'GEEN'; readonly regel: Signaalregel }
  | (Onderwerp & Vervaldagen & { readonly stand: 'KOMT' | 'AAN_DE_ORDE' | 'TE_LAAT' })
  | (Onderwerp & Vervaldagen & Belemmering & { readonly stand: 'NIET_TE_BEPALEN' });

/**
 * Two kinds of terms. `UITERLIJK`: due on the day itself, late from the next day. `VANAF`: from that day on,
 * and never late: the papers set no day by which it must be done.
 */
export type Termijnsoort = 'UITERLIJK' | 'VANAF';

/** How a term stands on a day: before the due day it comes, on it it is due. */
export function standOp(
  vervaldag: Dag,
  soort: Termijnsoort,
  vandaag: Dag,
): 'KOMT' | 'AAN_DE_ORDE' | 'TE_LAAT' {
  if (vandaag < vervaldag) return 'KOMT';
  return vandaag === vervaldag || soort === 'VANAF' ? 'AAN_DE_ORDE' : 'TE_LAAT';
}

export function geen(regel: Signaalregel): readonly Oordeel[] {
  return [{ stand: 'GEEN', regel }];
}

export const zonderTermijn: Vervaldagen = { vervaldatum: null, uitersteVervaldatum: null };

/** Cannot be determined. The earliest and latest due day are told all the same, when they are known. */
export function nietTeBepalen(
  onderwerp: Onderwerp,
  { zwijgend = [], ontbrekend = [] }: Partial<Belemmering>,
  dagen: Vervaldagen = zonderTermijn,
): Oordeel {
  return {
    stand: 'NIET_TE_BEPALEN',
    ...onderwerp,
    ...dagen,
    zwijgend: [...new Set(zwijgend)],
    ontbrekend: [...new Set(ontbrekend)],
  };
}

/** Due days of a term that follows on a date; an unknown year bounds nothing. */
export function vervaldagen(start: DatumOnvolledig, termijn: (dag: Dag) => Dag): Vervaldagen {
  if (start.startsWith('XXXX')) return zonderTermijn;
  const { eerste, laatste } = grenzen(start);
  return { vervaldatum: termijn(eerste), uitersteVervaldatum: termijn(laatste) };
}

/** A term, and what may have been done about it already. */
export type Termijnvraag = {
  readonly onderwerp: Onderwerp;
  /** Whether what the rule asks for was done, or need not be done any more. */
  readonly vervuld: Drie;
  /** Facts that leave it open whether it was done. */
  readonly twijfel?: readonly string[];
  /** Sources that might still say that it was done, or that the rule does not apply. */
  readonly zwijgend: readonly Bron[];
  /** Facts without which it is not known whether the rule applies. */
  readonly ontbrekend?: readonly string[];
  /** The date that the term follows on, and what that date is. */
  readonly start: { readonly datum: DatumOnvolledig | null; readonly wat: string };
  readonly termijn: (dag: Dag) => Dag;
  readonly soort: Termijnsoort;
};

/**
 * How a term stands. With a partial date the stand is given only when it is the same for every day the date
 * can mean; with a silent source only when no answer of that source could change it.
 */
export function opTermijn(vraag: Termijnvraag, vandaag: Dag): readonly Oordeel[] {
  const { onderwerp, vervuld, start, soort, zwijgend, ontbrekend = [], twijfel = [] } = vraag;
  if (vervuld === 'JA') return geen(onderwerp.regel);
  const dagen = start.datum === null ? zonderTermijn : vervaldagen(start.datum, vraag.termijn);
  const gemist = [...ontbrekend, ...(vervuld === 'MOGELIJK' ? twijfel : [])];
  if (start.datum === null && zwijgend.length === 0) gemist.push(start.wat);
  if (zwijgend.length > 0 || gemist.length > 0 || vervuld === 'MOGELIJK') {
    return [nietTeBepalen(onderwerp, { zwijgend, ontbrekend: gemist }, dagen)];
  }
  const { vervaldatum, uitersteVervaldatum } = dagen;
  const onvolledig = { ontbrekend: [`volledige datum: ${start.wat}`] };
  if (vervaldatum === null || uitersteVervaldatum === null) {
    return [nietTeBepalen(onderwerp, onvolledig, dagen)];
  }
  const stand = standOp(vervaldatum, soort, vandaag);
  return stand === standOp(uitersteVervaldatum, soort, vandaag)
    ? [{ stand, ...onderwerp, ...dagen }]
    : [nietTeBepalen(onderwerp, onvolledig, dagen)];
}
