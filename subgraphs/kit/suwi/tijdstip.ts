/** A moment that may lack parts: the (partial) day, and the wall-clock time in the Netherlands. */
export type DatumTijdstip = { readonly datum: string; readonly tijd: string };

const klok = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' });
const uurMs = 3_600_000;

/**
 * A SuwiML moment is wall-clock time in the Netherlands; the graph shows moments in UTC. The hour
 * that comes twice in October is taken as the first, the hour that March skips as winter time.
 * @returns `JJJJ-MM-DDTuu:mm:ssZ`, or null when a part of the date is not known
 */
export function utcUitNederlandseTijd({ datum, tijd }: DatumTijdstip): string | null {
  if (datum.includes('X')) return null;
  const wandklok = Date.parse(`${datum}T${tijd}Z`);
  const zomer = wandklok - 2 * uurMs;
  const utc = voorsprongMs(zomer) === 2 * uurMs ? zomer : wandklok - uurMs;
  return new Date(utc).toISOString().replace('.000Z', 'Z');
}

/** How far the clock in the Netherlands is ahead of UTC at a moment. */
function voorsprongMs(moment: number): number {
  const naam = klok.formatToParts(moment).find((deel) => deel.type === 'timeZoneName')?.value;
  return naam === 'GMT+02:00' ? 2 * uurMs : uurMs;
}
