import type { Naam } from './facts.ts';
import { type Achtergrond, achtergronden, namenlijsten } from './name-lists.ts';
import type { Prng } from './prng.ts';

/** Letters that do not fall apart into a base letter and an accent. */
const losseLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ø: 'o',
  ß: 'ss',
};

/** The text in the letters of ASCII, as initials and e-mail addresses are written. */
export function toAscii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => losseLetters[letter] ?? '');
}

export function pickAchtergrond(prng: Prng, nieuwkomer: boolean): Achtergrond {
  const from = nieuwkomer ? achtergronden.filter(([naam]) => naam !== 'NEDERLANDS') : achtergronden;
  return prng.weighted(from);
}

export function makeNaam(prng: Prng, geslacht: 'M' | 'V', achtergrond: Achtergrond): Naam {
  const lijst = namenlijsten[achtergrond];
  const aantal = achtergrond === 'NEDERLANDS' ? prng.integer(1, 3) : 1;
  const voornamen = [...new Set(Array.from({ length: aantal }, () => prng.pick(lijst[geslacht])))];
  return naamUit(voornamen.join(' '), prng.pick(lijst.geslachtsnamen));
}

/** @param achternaam `voorvoegsel|geslachtsnaam`, or only the latter */
export function naamUit(voornamen: string, achternaam: string): Naam {
  const [links = '', rechts] = achternaam.split('|');
  const voorletters = voornamen
    .split(' ')
    .map((voornaam) => `${toAscii(voornaam).charAt(0).toUpperCase()}.`)
    .join('');
  if (rechts === undefined) return { voornamen, voorletters, geslachtsnaam: links };
  return { voornamen, voorletters, voorvoegsel: links, geslachtsnaam: rechts };
}

/** First name, prefix and surname as one says them. */
export function volledigeNaam({ voornamen, voorvoegsel, geslachtsnaam }: Naam): string {
  return [voornamen.split(' ')[0], voorvoegsel, geslachtsnaam].filter((deel) => deel !== undefined).join(' ');
}

/** An address at `example.nl`, a domain that delivers nothing (RFC 2606). */
export function emailVan(naam: string, volgnummer?: number): string {
  const lokaal = toAscii(naam)
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');
  return `${lokaal}${volgnummer === undefined ? '' : `.${volgnummer}`}@example.nl`;
}
