import type { Datum } from './facts.ts';
import type { Prng } from './prng.ts';

/** Arithmetic on whole dates (`JJJJ-MM-DD`), in UTC so that no machine's time zone matters. */

const DAY_MS = 86_400_000;

function toDays(datum: Datum): number {
  return Date.UTC(yearOf(datum), Number(datum.slice(5, 7)) - 1, Number(datum.slice(8, 10))) / DAY_MS;
}

/** The texts of days met before: a population asks for the same few thousand days very often. */
const texts = new Map<number, Datum>();

function fromDays(days: number): Datum {
  const known = texts.get(days);
  if (known !== undefined) return known;
  const text = new Date(days * DAY_MS).toISOString().slice(0, 10);
  texts.set(days, text);
  return text;
}

export function yearOf(datum: Datum): number {
  return Number(datum.slice(0, 4));
}

export function addDays(datum: Datum, days: number): Datum {
  return fromDays(toDays(datum) + days);
}

/** Same day of the month, or the last day when the month is shorter. */
export function addMonths(datum: Datum, months: number): Datum {
  const index = yearOf(datum) * 12 + Number(datum.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromDays(Date.UTC(year, month, Math.min(Number(datum.slice(8, 10)), last)) / DAY_MS);
}

/** The day on which someone reaches an age: born on a leap day, on 1 March of a year without one. */
export function birthday(geboren: Datum, age: number): Datum {
  const sameDay = addMonths(geboren, 12 * age);
  return sameDay.slice(8) === geboren.slice(8) ? sameDay : addDays(sameDay, 1);
}

export function latest(a: Datum, b: Datum): Datum {
  return a > b ? a : b;
}

export function earliest(a: Datum, b: Datum): Datum {
  return a < b ? a : b;
}

/** A random day from `from` to `to`, both included; `from` when the period is empty. */
export function randomDate(prng: Prng, from: Datum, to: Datum): Datum {
  if (to <= from) return from;
  return fromDays(prng.integer(toDays(from), toDays(to)));
}

/** The nearest working day, going back (`-1`) or forth (`1`) from a weekend. */
export function workday(datum: Datum, direction: -1 | 1): Datum {
  const weekday = new Date(toDays(datum) * DAY_MS).getUTCDay();
  if (weekday === 6) return addDays(datum, direction === 1 ? 2 : -1);
  if (weekday === 0) return addDays(datum, direction === 1 ? 1 : -2);
  return datum;
}

/** RFC 3339 at a clock time in the Netherlands, with the offset that holds on that day. */
export function clockTime(datum: Datum, hour: number, minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${datum}T${two(hour)}:${two(minute)}:00${isSummer(datum) ? '+02:00' : '+01:00'}`;
}

function isSummer(datum: Datum): boolean {
  const year = datum.slice(0, 4);
  return datum >= lastSunday(`${year}-03-31`) && datum < lastSunday(`${year}-10-31`);
}

function lastSunday(lastOfMonth: Datum): Datum {
  const days = toDays(lastOfMonth);
  return fromDays(days - new Date(days * DAY_MS).getUTCDay());
}

export type Maand = { readonly maand: string; readonly begin: Datum; readonly einde: Datum };

/** The last whole calendar months before a day, oldest first. */
export function monthsBefore(datum: Datum, count: number): readonly Maand[] {
  const thisMonth = `${datum.slice(0, 7)}-01`;
  return Array.from({ length: count }, (_, i) => {
    const begin = addMonths(thisMonth, i - count);
    return { maand: begin.slice(0, 7).replace('-', ''), begin, einde: addDays(addMonths(begin, 1), -1) };
  });
}
