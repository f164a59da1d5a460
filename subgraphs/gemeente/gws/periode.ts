import { GraafFout } from '../../kit/index.ts';

/**
 * The month a specification is asked for, `JJJJ-MM`; without one the month before `now`, the last
 * that can have been paid in full.
 * @throws GraafFout ONGELDIGE_INVOER for anything else than a month
 */
export function leesPeriode(periode: string | null | undefined, now: Date): string {
  if (periode !== null && periode !== undefined) {
    if (/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(periode)) return periode;
    throw new GraafFout('ONGELDIGE_INVOER', 'De periode is een maand in de vorm JJJJ-MM.');
  }
  const [jaar, maand] = vandaag(now);
  return maand === 1 ? `${jaar - 1}-12` : `${jaar}-${String(maand - 1).padStart(2, '0')}`;
}

/**
 * The year an annual statement is asked for; without one the year before `now`.
 * @throws GraafFout ONGELDIGE_INVOER for a year outside 1980–2999, the range of GWS
 */
export function leesJaar(jaar: number | null | undefined, now: Date): number {
  if (jaar === null || jaar === undefined) return vandaag(now)[0] - 1;
  if (Number.isInteger(jaar) && jaar >= 1980 && jaar <= 2999) return jaar;
  throw new GraafFout('ONGELDIGE_INVOER', 'Het jaar ligt tussen 1980 en 2999.');
}

const kalender = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
});

/** Year and month (1–12) where the municipality is, which around New Year's Eve is not UTC's. */
function vandaag(now: Date): readonly [jaar: number, maand: number] {
  const [jaar = 0, maand = 0] = kalender.format(now).split('-').map(Number);
  return [jaar, maand];
}
