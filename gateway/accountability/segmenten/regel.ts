import { createHash, hash as hashVan } from 'node:crypto';
import { z } from 'zod';

/**
 * A line of a segment, format 1:
 *
 *     {"nr":7,"t":"2026-11-22T09:00:00.000Z","regel":{…},"hash":"<64 hex>"}
 *
 * `hash` is SHA-256 over the hash of the line before (64 hex characters) and the body: the line's own bytes up
 * to `,"hash"`, and a `}`. The body is hashed as it stands in the file. So nothing has to be brought into a
 * canonical form before it can be verified, and another spelling of the same JSON is a change as well.
 * `nr` counts every line of the log, headers included, from 1 and without gaps.
 */
export const formaat = 1;

/** The hash "before" the first line of a log. */
export const genesis = '0'.repeat(64);

/** `kop` opens a segment, `regel` is a record; `herstel` and `verlopen` are the store's own. */
export const regelsoorten = ['kop', 'regel', 'herstel', 'verlopen'] as const;
export type Regelsoort = (typeof regelsoorten)[number];

/** Where a chain stands: the last line and its hash. */
export type Stand = { readonly nr: number; readonly hash: string };
export const begin: Stand = { nr: 0, hash: genesis };

const hashvorm = z.string().regex(/^[0-9a-f]{64}$/);
const nummer = z.number().int().nonnegative();

/** First line of a segment. `vorige` is the hash of the last line of the segment before. */
export const kopvorm = z.strictObject({
  formaat: z.literal(formaat),
  segment: nummer.min(1),
  vorige: hashvorm,
  /** What the log holds: one directory is one log. */
  inhoud: z.string().regex(/^[a-z-]{1,40}$/),
});
export type Kop = z.output<typeof kopvorm>;

/** Tombstone of a segment that is deleted because its time is over. */
export const verlopenvorm = z.strictObject({
  segment: nummer.min(1),
  /** The last line that was in it, and the hash the next segment begins with. */
  nr: nummer.min(1),
  hash: hashvorm,
  profiel: z.string().regex(/^[a-z0-9-]{1,40}$/),
});
export type Verlopen = z.output<typeof verlopenvorm>;

/** What went wrong before this line and was put right: nothing acknowledged is lost by it. */
export type Herstel =
  | { readonly reden: 'REGEL_ONVOLLEDIG'; readonly bytes: number }
  | { readonly reden: 'NIET_GESLOTEN'; readonly naHoofd: number }
  | {
      readonly reden: 'SCHRIJVEN_MISLUKT';
      readonly code: string;
      readonly sinds: string;
      readonly afgewezen: number;
    };

const hashDeel = ',"hash":"';
const staartLengte = hashDeel.length + 64 + 2;

/** @param inhoud the line's content as JSON text @param t ISO 8601 in UTC */
export function maakRegel(
  vorige: Stand,
  t: string,
  soort: Regelsoort,
  inhoud: string,
): { readonly tekst: string; readonly stand: Stand } {
  const nr = vorige.nr + 1;
  const kaal = `{"nr":${nr},"t":"${t}","${soort}":${inhoud}`;
  const hash = hashVan('sha256', `${vorige.hash}${kaal}}`, 'hex');
  return { tekst: `${kaal}${hashDeel}${hash}"}\n`, stand: { nr, hash } };
}

/** A line as it stands in the file; whether it fits the chain is `past`. */
export type GelezenRegel = {
  readonly stand: Stand;
  readonly t: string;
  readonly soort: Regelsoort;
  /** Whether the hash is that of this body after a line with hash `vorige`. */
  readonly past: (vorige: string) => boolean;
  /** Parses the content. */
  readonly inhoud: () => unknown;
};

const aanhef = /^\{"nr":([1-9]\d{0,14}),"t":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","([a-z]+)":/;
const einde = /^,"hash":"([0-9a-f]{64})"\}$/;

/** Reads a line without its newline; undefined when it has not the form of one. */
export function leesRegel(bytes: Buffer): GelezenRegel | undefined {
  const grens = bytes.length - staartLengte;
  if (grens <= 0) return undefined;
  const hash = einde.exec(bytes.toString('latin1', grens))?.[1];
  const [kop, nr, t, naam] = aanhef.exec(bytes.toString('latin1', 0, Math.min(grens, 80))) ?? [];
  const soort = regelsoorten.find((s) => s === naam);
  if (hash === undefined || kop === undefined || nr === undefined || t === undefined || soort === undefined)
    return undefined;
  const kaal = bytes.subarray(0, grens);
  return {
    stand: { nr: Number(nr), hash },
    t,
    soort,
    past: (vorige) => createHash('sha256').update(vorige).update(kaal).update('}').digest('hex') === hash,
    inhoud: () => JSON.parse(kaal.toString('utf8', kop.length)) as unknown,
  };
}

/** The lines of a segment's bytes; what is after the last newline comes last, as `rest`. */
export function splitsRegels(bytes: Buffer): { readonly regels: readonly Buffer[]; readonly rest: Buffer } {
  const regels: Buffer[] = [];
  let van = 0;
  for (let tot = bytes.indexOf(10); tot !== -1; tot = bytes.indexOf(10, van)) {
    regels.push(bytes.subarray(van, tot));
    van = tot + 1;
  }
  return { regels, rest: bytes.subarray(van) };
}
