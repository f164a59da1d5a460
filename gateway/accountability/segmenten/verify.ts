import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { veilig } from './herstel.ts';
import { type GelezenHoofd, leesHoofd } from './hoofd.ts';
import { segmentenIn, segmentPad } from './map.ts';
import { begin, kopvorm, leesRegel, type Stand, splitsRegels, type Verlopen, verlopenvorm } from './regel.ts';
import { isBezet } from './slot.ts';

export type Probleemsoort =
  /** The hash does not fit: this line was changed, or the one before it was changed together with its hash. */
  | 'GEWIJZIGD'
  /** Lines before this one are gone. */
  | 'ONTBREEKT'
  /** The same line stands before it. */
  | 'DUBBEL'
  /** A line of another place, or one that was put in. */
  | 'VERPLAATST'
  /** Not the form of a line. */
  | 'ONLEESBAAR'
  /** The log ends before the line that its head names, or in the middle of a line. */
  | 'AFGEKAPT'
  /** Goes on after it was closed. */
  | 'NA_SLUITEN'
  | 'SEGMENT_ONTBREEKT'
  /** The first line of a segment is not its header, or that of another segment. */
  | 'KOP_ONGELDIG'
  | 'HOOFD_ONTBREEKT'
  | 'HOOFD_ONGELDIG'
  /** The line that was known from elsewhere is not in the log. */
  | 'ANKER_ONTBREEKT';

export type Probleem = {
  readonly soort: Probleemsoort;
  /** File name of the segment, and the line in it, from 1. */
  readonly segment?: string;
  readonly regel?: number;
  readonly wat: string;
};

export type Verificatie = {
  readonly dir: string;
  /** What the log holds, by its first header. */
  readonly inhoud: string | undefined;
  readonly klopt: boolean;
  readonly segmenten: number;
  /** Lines that are there, and how many of those are records. */
  readonly regels: number;
  readonly records: number;
  /** The last line: to be kept elsewhere, as the anchor of a later verification. */
  readonly laatste: Stand | undefined;
  /** Lines up to this one expired; 0 for none. */
  readonly verlopenTot: number;
  readonly handtekening: 'GEEN' | 'GOED' | 'FOUT' | 'ONBEKEND' | undefined;
  readonly toestand: 'GESLOTEN' | 'OPEN' | 'NIET_GESLOTEN';
  /** Lines the head does not name yet: on their way, or written just before the process was killed. */
  readonly naHoofd: number;
  readonly problemen: readonly Probleem[];
};

export type VerifyOptions = {
  /** Ed25519 public key of the head. With it, a head that is not signed is a problem. */
  readonly sleutel?: KeyObject | undefined;
  /** A line known from an earlier verification: shows that chain and head were not put back together. */
  readonly anker?: Stand | undefined;
};

const maxProblemen = 100;

/**
 * Reads a whole log and finds every change to it: a line that was changed, removed, moved, put in, doubled or
 * cut off, a segment that is gone, a head that does not fit. The chain shows all but the loss of its own end;
 * that is what the head is for, and why it is signed (`hoofd.ts`). May run beside a writer.
 * @throws the error of the disk
 */
export async function verify(dir: string, options: VerifyOptions = {}): Promise<Verificatie> {
  for (let poging = 1; ; poging += 1) {
    try {
      return await loopNa(dir, options);
    } catch (error) {
      // A segment expired between the list and its reading: its tombstone is there by now.
      const verlopen = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!verlopen || poging === 3) throw error;
    }
  }
}

async function loopNa(dir: string, options: VerifyOptions): Promise<Verificatie> {
  const { sleutel, anker } = options;
  const bezet = await isBezet(dir);
  // Before the segments: a writer is then never behind what is read here.
  const hoofd = await leesHoofd(dir, sleutel);
  const segmenten = await segmentenIn(dir);
  const problemen: Probleem[] = [];
  const meld = (soort: Probleemsoort, wat: string, segment?: number, regel?: number) => {
    if (problemen.length >= maxProblemen) return;
    problemen.push({
      soort,
      ...(segment === undefined ? {} : { segment: basename(segmentPad(dir, segment)) }),
      ...(regel === undefined ? {} : { regel }),
      wat,
    });
  };

  const laatste = hoofd?.laatste;
  const gezocht = new Map<number, string>();
  const ziet = (stand: Stand) => {
    if (stand.nr === laatste?.nr || stand.nr === hoofd?.eerder?.nr || stand.nr === anker?.nr) {
      gezocht.set(stand.nr, stand.hash);
    }
  };
  const gezien = new Map<number, string>();
  const grafstenen: Verlopen[] = [];
  let inhoud: string | undefined;
  let stand: Stand | undefined;
  let eerste: { readonly segment: number; readonly voor: Stand } | undefined;
  let regels = 0;
  let records = 0;
  let vorigSegment: number | undefined;

  for (const segment of segmenten) {
    if (vorigSegment !== undefined && segment !== vorigSegment + 1) {
      meld('SEGMENT_ONTBREEKT', `segments ${vorigSegment + 1} to ${segment - 1} are gone`, segment);
    }
    vorigSegment = segment;
    const { regels: lijnen, rest } = splitsRegels(await readFile(segmentPad(dir, segment)));
    if (lijnen.length === 0) meld('KOP_ONGELDIG', 'the segment has no header', segment, 1);
    for (const [index, bytes] of lijnen.entries()) {
      const plaats = [segment, index + 1] as const;
      const regel = leesRegel(bytes);
      regels += 1;
      if (regel === undefined) {
        meld('ONLEESBAAR', 'this is not a line of a log', ...plaats);
        continue;
      }
      if (index === 0) {
        const kop = regel.soort === 'kop' ? kopvorm.safeParse(veilig(regel.inhoud)).data : undefined;
        if (kop?.segment !== segment || (inhoud !== undefined && kop.inhoud !== inhoud)) {
          meld('KOP_ONGELDIG', 'the first line is not the header of this segment', ...plaats);
        } else {
          inhoud ??= kop.inhoud;
          const voor: Stand = { nr: regel.stand.nr - 1, hash: kop.vorige };
          // What the header says it follows, where there is nothing to follow.
          if (stand === undefined) {
            stand = voor;
            eerste = { segment, voor };
            ziet(voor);
          } else if (kop.vorige !== stand.hash) {
            meld('KOP_ONGELDIG', 'the header follows another line than the one before it', ...plaats);
          }
        }
      } else if (regel.soort === 'kop') {
        meld('VERPLAATST', 'a header stands in the middle of a segment', ...plaats);
      }
      if (stand === undefined) {
        // A log without its first header: told above, and gone on from here.
        stand = regel.stand;
        continue;
      }
      const verwacht = stand.nr + 1;
      if (regel.stand.nr > verwacht) {
        const weg = regel.stand.nr - verwacht;
        meld('ONTBREEKT', `lines ${verwacht} to ${verwacht + weg - 1} are not before this line`, ...plaats);
      } else if (regel.stand.nr < verwacht) {
        const dubbel = gezien.get(regel.stand.nr) === regel.stand.hash;
        meld(
          dubbel ? 'DUBBEL' : 'VERPLAATST',
          dubbel
            ? `line ${regel.stand.nr} stands here once more`
            : `line ${regel.stand.nr} stands where line ${verwacht} belongs`,
          ...plaats,
        );
      } else if (!regel.past(stand.hash)) {
        meld('GEWIJZIGD', `line ${verwacht} or the hash before it was changed`, ...plaats);
      }
      if (regel.soort === 'regel') records += 1;
      else if (regel.soort === 'verlopen') {
        const grafsteen = verlopenvorm.safeParse(veilig(regel.inhoud)).data;
        if (grafsteen !== undefined) grafstenen.push(grafsteen);
      }
      // What stands in a wrong place is told once; the chain is followed where it was.
      if (regel.stand.nr < verwacht) continue;
      stand = regel.stand;
      onthoud(gezien, stand);
      ziet(stand);
    }
    if (rest.length > 0) {
      const laatsteSegment = segment === segmenten.at(-1);
      // What a crash leaves, or a writer is at: nobody was told that it is there.
      const onderweg =
        laatsteSegment && laatste?.gesloten === false && stand !== undefined && stand.nr >= laatste.nr;
      if (!onderweg) meld('AFGEKAPT', 'the segment ends in the middle of a line', segment, lijnen.length + 1);
    }
  }

  const verlopenTot = eerste?.voor.nr ?? 0;
  if (eerste !== undefined && !beginKlopt(eerste, grafstenen)) {
    meld('SEGMENT_ONTBREEKT', `what is before segment ${eerste.segment} is gone, and did not expire`);
  }
  meldHoofd(hoofd, stand, gezocht, sleutel !== undefined, bezet, meld);
  if (anker !== undefined && anker.nr >= verlopenTot && gezocht.get(anker.nr) !== anker.hash) {
    meld('ANKER_ONTBREEKT', `line ${anker.nr} is not the one that was known`);
  }
  return {
    dir,
    inhoud,
    klopt: problemen.length === 0,
    segmenten: segmenten.length,
    regels,
    records,
    laatste: stand,
    verlopenTot,
    handtekening: laatste?.handtekening,
    toestand: laatste?.gesloten === true ? 'GESLOTEN' : bezet ? 'OPEN' : 'NIET_GESLOTEN',
    naHoofd: Math.max(0, (stand?.nr ?? 0) - (laatste?.nr ?? 0)),
    problemen,
  };
}

/** A doubled line stands near the first: a few thousand are enough, and a log can be long. */
function onthoud(gezien: Map<number, string>, { nr, hash }: Stand): void {
  gezien.set(nr, hash);
  if (gezien.size > 10_000) gezien.delete(gezien.keys().next().value ?? nr);
}

function beginKlopt(
  { segment, voor }: { readonly segment: number; readonly voor: Stand },
  grafstenen: readonly Verlopen[],
): boolean {
  if (segment === 1) return voor.nr === begin.nr && voor.hash === begin.hash;
  return grafstenen.some((g) => g.segment === segment - 1 && g.nr === voor.nr && g.hash === voor.hash);
}

function meldHoofd(
  hoofd: GelezenHoofd | undefined,
  stand: Stand | undefined,
  gezocht: ReadonlyMap<number, string>,
  metSleutel: boolean,
  bezet: boolean,
  meld: (soort: Probleemsoort, wat: string) => void,
): void {
  if (hoofd === undefined) {
    meld('HOOFD_ONTBREEKT', 'there is no head: whether the end was cut off cannot be seen');
    return;
  }
  const { laatste, eerder, beschadigd } = hoofd;
  // A writer may be in the middle of one of the two.
  if (beschadigd > (bezet ? 1 : 0)) meld('HOOFD_ONGELDIG', `${beschadigd} of the 2 heads cannot be read`);
  if (laatste === undefined) return;
  if (laatste.handtekening === 'FOUT' || (metSleutel && laatste.handtekening === 'GEEN')) {
    meld('HOOFD_ONGELDIG', 'the head is not signed with this key');
  }
  const nr = stand?.nr ?? 0;
  if (nr < laatste.nr) {
    meld('AFGEKAPT', `the last line is ${nr}; the head says line ${laatste.nr}`);
    return;
  }
  if (laatste.gesloten && nr > laatste.nr) {
    meld('NA_SLUITEN', `the log was closed at line ${laatste.nr}, and goes on to line ${nr}`);
  }
  if (laatste.nr > 0 && gezocht.get(laatste.nr) !== laatste.hash) {
    meld('HOOFD_ONGELDIG', `line ${laatste.nr} is another than the head says`);
  }
  const oud = eerder === undefined || eerder.nr === 0 ? undefined : gezocht.get(eerder.nr);
  if (eerder !== undefined && oud !== undefined && oud !== eerder.hash) {
    meld('HOOFD_ONGELDIG', `line ${eerder.nr} is another than the head before the last says`);
  }
}
