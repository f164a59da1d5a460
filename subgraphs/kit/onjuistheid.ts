import { createHash } from 'node:crypto';
import { deClient } from './betrokkene.ts';
import { type Bronantwoord, slice } from './bronantwoord.ts';
import { verbergBsn } from './bsn.ts';
import { GraafFout } from './errors.ts';
import { amsterdamseDag, plusMaanden } from './kalender.ts';
import type { Bulkvraag, Raadpleging } from './raadpleeg.ts';

/** `OnjuistheidInvoer` of `gedeeld.graphql`. */
export type Onjuistheid = {
  readonly gegeven: string;
  readonly toelichting: string;
  readonly idempotentiesleutel: string;
};

/** A request of a citizen to put data right (AVG art. 16), as it is handed to the partner's own system. */
export type Correctieverzoek = {
  /** Of the citizen who asks: nobody asks for another. */
  readonly clientnummer: string;
  /** The source that holds what is not right. */
  readonly bron: string;
  /** One line, at most 150 characters. */
  readonly gegeven: string;
  /** At most 800 characters; lines end in LF. */
  readonly toelichting: string;
  /** 64 hexadecimal digits, the same for the same citizen, words and key, and for nothing else: it makes two requests one. */
  readonly kenmerk: string;
};

/** What the partner's system says of a request that it has. */
export type Ontvangst = {
  readonly nummer: string;
  /** ISO 8601, UTC: of the first time, however often it is asked. */
  readonly ontvangenOp: string;
};

/** How one partner's system is handed a request. */
export type Correctievraag = Bulkvraag<Correctieverzoek, Ontvangst>;

const maxGegeven = 150;
const maxToelichting = 800;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Control characters, half characters, and marks that turn the order of the letters around. */
const geenTekst = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u;

/** Whose data a request is about: the citizen's. */
export const vanVerzoeker = ({ clientnummer }: Correctieverzoek) => deClient(clientnummer);

/**
 * Reads what a citizen says is not right.
 * @throws GraafFout NIET_GERECHTIGD when no citizen asks, ONGELDIGE_INVOER (without the text)
 */
export function leesOnjuistheid(
  { verzoek }: Pick<Raadpleging, 'verzoek'>,
  bron: string,
  { gegeven, toelichting, idempotentiesleutel }: Onjuistheid,
): Correctieverzoek {
  const clientnummer = verzoek?.vrager?.clientnummer;
  if (clientnummer === undefined) {
    throw new GraafFout('NIET_GERECHTIGD', 'Only a citizen who signed in can say what is not right.');
  }
  if (!uuid.test(idempotentiesleutel)) {
    throw new GraafFout('ONGELDIGE_INVOER', 'idempotentiesleutel must be a UUID.');
  }
  const woorden = {
    gegeven: leesTekst('gegeven', gegeven, maxGegeven),
    toelichting: leesTekst('toelichting', toelichting, maxToelichting),
  };
  const alles = [clientnummer, idempotentiesleutel.toLowerCase(), bron, woorden.gegeven, woorden.toelichting];
  const kenmerk = createHash('sha256').update(JSON.stringify(alles)).digest('hex');
  return { clientnummer, bron, ...woorden, kenmerk };
}

function leesTekst(naam: keyof Onjuistheid, gegeven: string, maximum: number): string {
  const tekst = gegeven.replaceAll('\r\n', '\n').trim();
  const zonderRegels = naam === 'toelichting' ? tekst.replaceAll(/[\n\t]/g, ' ') : tekst;
  if (tekst.length < 1 || tekst.length > maximum || geenTekst.test(zonderRegels)) {
    throw new GraafFout(
      'ONGELDIGE_INVOER',
      `${naam} must be 1 to ${maximum} characters of text, without control characters.`,
    );
  }
  return verbergBsn(tekst);
}

/** The day by which a request that was received then must be answered: one month (AVG art. 12 lid 3). */
export function uiterlijkOp(ontvangenOp: Date): string {
  return plusMaanden(amsterdamseDag(ontvangenOp), 1);
}

/** Hands over a request, and gives the receipt as the graph shows it. */
export async function meldBij(vraag: Correctievraag, verzoek: Correctieverzoek, raadpleging: Raadpleging) {
  const [antwoord] = await vraag([verzoek], raadpleging);
  if (antwoord === undefined) throw new RangeError('a source gave no answer to what it was asked');
  return bewijs(antwoord);
}

function bewijs(antwoord: Bronantwoord<Ontvangst>) {
  return slice(antwoord, ({ nummer, ontvangenOp }) => ({
    nummer,
    ontvangenOp,
    uiterlijk: uiterlijkOp(new Date(ontvangenOp)),
  }));
}
