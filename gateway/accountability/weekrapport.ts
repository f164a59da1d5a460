import { type Auditregel, auditregelvorm } from './auditregel.ts';
import { leesSegmenten } from './segmenten/index.ts';

/** One file of somebody else's client that was opened with a reason. */
export type Ontsnapping = Pick<
  Auditregel,
  'tijd' | 'actor' | 'rollen' | 'doel' | 'organisatie' | 'operatie' | 'traceId'
> & {
  readonly reden: string;
  /** How many processing records there are of it. */
  readonly verwerkingen: number;
};

const dagMs = 86_400_000;

/**
 * The first moment of an ISO 8601 week in UTC and the first of the next.
 * @returns undefined when it is no week (`2026-W48`)
 */
export function weekGrenzen(week: string): { readonly van: Date; readonly tot: Date } | undefined {
  const [, jaar, nummer] = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/.exec(week) ?? [];
  if (jaar === undefined || nummer === undefined) return undefined;
  // The fourth of January is always in the first week.
  const vierde = new Date(Date.UTC(Number(jaar), 0, 4));
  const eersteMaandag = vierde.getTime() - ((vierde.getUTCDay() + 6) % 7) * dagMs;
  const van = new Date(eersteMaandag + (Number(nummer) - 1) * 7 * dagMs);
  // A year of 52 weeks has no 53rd: its Thursday falls in the next year.
  if (new Date(van.getTime() + 3 * dagMs).getUTCFullYear() !== Number(jaar)) return undefined;
  return { van, tot: new Date(van.getTime() + 7 * dagMs) };
}

/** The escapes of one week, in the order of the log. @param dir of the audit log */
export async function leesOntsnappingen(dir: string, van: Date, tot: Date): Promise<readonly Ontsnapping[]> {
  const gevonden: Ontsnapping[] = [];
  // A line is written after its moment, never before.
  const vraag = { met: '"ontsnapping"', vanaf: van.toISOString() };
  for await (const { inhoud } of leesSegmenten(dir, vraag)) {
    const { tijd, actor, rollen, doel, organisatie, operatie, traceId, ontsnapping, verwerkingen } =
      auditregelvorm.parse(inhoud);
    if (ontsnapping === undefined || tijd < van.toISOString() || tijd >= tot.toISOString()) continue;
    gevonden.push({
      tijd,
      actor,
      rollen,
      doel,
      organisatie,
      operatie,
      traceId,
      reden: ontsnapping.reden,
      verwerkingen: verwerkingen.length,
    });
  }
  return gevonden;
}
