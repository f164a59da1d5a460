import type { KeyObject } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { type GelezenHoofd, leesHoofd } from './hoofd.ts';
import { LogboekFout } from './logboek-fout.ts';
import { nieuwPad, segmentenIn, segmentPad } from './map.ts';
import { type Herstel, type Kop, kopvorm, leesRegel, type Stand, splitsRegels } from './regel.ts';

/** Where a log goes on: after the last good line of its last segment. */
export type Aangetroffen = {
  readonly segment: number;
  readonly stand: Stand;
  /** Bytes of the last segment that are good; what is after them was never acknowledged. */
  readonly lengte: number;
  /** When the last segment began, ISO 8601. */
  readonly begonnen: string;
  readonly herstel: readonly Herstel[];
};

/**
 * Reads how a log was left; undefined when it is still to begin. Only what no head vouches for may be cut
 * off: lines that were on their way when the process or the machine stopped. A log with any other damage is
 * not gone on with, for that would hide it: it is to be put aside, whole, and looked at.
 * @throws LogboekFout `BESCHADIGD`, `AFGEKAPT`, `ANDERE_INHOUD`
 */
export async function leesAchtergelaten(
  dir: string,
  inhoud: string,
  sleutel: KeyObject | undefined,
): Promise<Aangetroffen | undefined> {
  await rm(nieuwPad(dir), { force: true });
  const segment = (await segmentenIn(dir)).at(-1);
  const gelezen = await leesHoofd(dir, sleutel);
  if (segment === undefined && (gelezen === undefined || gelezen.onvolledig)) return undefined;
  const hoofd = goedHoofd(gelezen);
  if (segment === undefined) {
    if (hoofd.nr === 0) return undefined;
    throw new LogboekFout('AFGEKAPT', `all segments are gone; the head says line ${hoofd.nr}`);
  }

  const bytes = await readFile(segmentPad(dir, segment));
  const { regels } = splitsRegels(bytes);
  const kop = leesKop(regels[0], segment);
  if (kop.kop.inhoud !== inhoud) {
    throw new LogboekFout(
      'ANDERE_INHOUD',
      `this directory is the log of ${kop.kop.inhoud}, not of ${inhoud}`,
    );
  }
  let stand: Stand = { nr: kop.stand.nr - 1, hash: kop.kop.vorige };
  let bijHoofd = stand.nr === hoofd.nr ? stand : undefined;
  let lengte = 0;
  for (const [index, regelBytes] of regels.entries()) {
    const regel = leesRegel(regelBytes);
    if (regel === undefined || regel.stand.nr !== stand.nr + 1 || !regel.past(stand.hash)) {
      if (stand.nr >= hoofd.nr && !hoofd.gesloten) break;
      throw new LogboekFout('BESCHADIGD', `segment ${segment}, line ${index + 1} does not fit the chain`);
    }
    stand = regel.stand;
    lengte += regelBytes.length + 1;
    if (stand.nr === hoofd.nr) bijHoofd = stand;
  }
  if (stand.nr < hoofd.nr) {
    throw new LogboekFout('AFGEKAPT', `the last line is ${stand.nr}; the head says line ${hoofd.nr}`);
  }
  if (bijHoofd?.hash !== hoofd.hash) {
    throw new LogboekFout('BESCHADIGD', `the head has another line ${hoofd.nr} than segment ${segment}`);
  }
  if (hoofd.gesloten && (stand.nr > hoofd.nr || lengte < bytes.length)) {
    throw new LogboekFout('BESCHADIGD', `segment ${segment} goes on after the log was closed`);
  }
  const herstel: Herstel[] = [];
  if (!hoofd.gesloten) herstel.push({ reden: 'NIET_GESLOTEN', naHoofd: stand.nr - hoofd.nr });
  if (lengte < bytes.length) herstel.push({ reden: 'REGEL_ONVOLLEDIG', bytes: bytes.length - lengte });
  return { segment, stand, lengte, begonnen: kop.t, herstel };
}

function goedHoofd(gelezen: GelezenHoofd | undefined) {
  const hoofd = gelezen?.laatste;
  if (hoofd === undefined) throw new LogboekFout('BESCHADIGD', 'the head of the log is missing or damaged');
  // One slot of two is what power failure can leave; verify() tells it until the log is opened again.
  switch (hoofd.handtekening) {
    case 'GOED':
    case 'GEEN':
      return hoofd;
    case 'FOUT':
      throw new LogboekFout('BESCHADIGD', 'the head of the log is not signed with this key');
    case 'ONBEKEND':
      throw new LogboekFout('SLEUTEL_ONGELDIG', 'the head of the log is signed, and no key is configured');
  }
}

/** Reads the first line of a segment. @throws LogboekFout `BESCHADIGD` */
export function leesKop(
  bytes: Buffer | undefined,
  segment: number,
): { readonly kop: Kop; readonly stand: Stand; readonly t: string } {
  const regel = bytes === undefined ? undefined : leesRegel(bytes);
  const kop = regel?.soort === 'kop' ? kopvorm.safeParse(veilig(regel.inhoud)).data : undefined;
  if (regel === undefined || kop?.segment !== segment || !regel.past(kop.vorige)) {
    throw new LogboekFout('BESCHADIGD', `segment ${segment} has no good header`);
  }
  return { kop, stand: regel.stand, t: regel.t };
}

/** A body that is no JSON is no content. */
export function veilig(lees: () => unknown): unknown {
  try {
    return lees();
  } catch {
    return undefined;
  }
}
