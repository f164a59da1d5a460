import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Bestand, hoofdPad, type OpenBestand, schrijfAlles, syncMap } from './map.ts';
import { begin, type Stand } from './regel.ts';

/**
 * The head of a log: which line is the last. A chain cannot show that its end was cut off; the head can.
 *
 * The file has two slots of 512 bytes that are written in turn, so that power failure in the middle of one
 * leaves the other. Each has a checksum, and with a key an Ed25519 signature: without one, who may write in the
 * directory can make a new chain and a head that fits it. With one that takes the private key, and the public
 * key is enough to verify.
 *
 * The head is written after the lines are durable and before they are acknowledged, so it is never ahead of the
 * chain. What it cannot show is that chain and head together were put back to an earlier state (a restored
 * backup): for that a line known from elsewhere is needed, the `anker` of `verify`.
 */
export type Hoofd = Stand & {
  readonly segment: number;
  /** The log was closed: no line comes after this one until it is opened again. */
  readonly gesloten: boolean;
};

const slotLengte = 512;
const vorm = z.strictObject({
  ronde: z.number().int().nonnegative(),
  nr: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  segment: z.number().int().nonnegative(),
  gesloten: z.boolean(),
  teken: z.string().regex(/^([A-Za-z0-9+/]{86}==)?$/),
  som: z.string().regex(/^[0-9a-f]{32}$/),
});

const som = (tekst: string) => createHash('sha256').update(tekst).digest('hex').slice(0, 32);

function codeer(ronde: number, hoofd: Hoofd, sleutel: KeyObject | undefined): Buffer {
  const { nr, hash, segment, gesloten } = hoofd;
  const inhoud = { ronde, nr, hash, segment, gesloten };
  const teken =
    sleutel === undefined ? '' : sign(null, Buffer.from(JSON.stringify(inhoud)), sleutel).toString('base64');
  const metTeken = { ...inhoud, teken };
  return vul(JSON.stringify({ ...metTeken, som: som(JSON.stringify(metTeken)) }));
}

const vul = (tekst: string) => Buffer.from(`${tekst.padEnd(slotLengte - 1)}\n`);

type Slot = Hoofd & { readonly ronde: number; readonly handtekening: 'GEEN' | 'GOED' | 'FOUT' | 'ONBEKEND' };

function decodeer(bytes: Buffer, sleutel: KeyObject | undefined): Slot | undefined {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  const gelezen = vorm.safeParse(json);
  if (!gelezen.success) return undefined;
  const { som: gezien, teken, ...inhoud } = gelezen.data;
  const goed =
    som(JSON.stringify({ ...inhoud, teken })) === gezien &&
    // Byte for byte as it is written: padding and spelling included.
    vul(JSON.stringify({ ...inhoud, teken, som: gezien })).equals(bytes);
  if (!goed) return undefined;
  return { ...inhoud, handtekening: handtekening(JSON.stringify(inhoud), teken, sleutel) };
}

function handtekening(inhoud: string, teken: string, sleutel: KeyObject | undefined): Slot['handtekening'] {
  if (teken === '') return 'GEEN';
  if (sleutel === undefined) return 'ONBEKEND';
  return verify(null, Buffer.from(inhoud), sleutel, Buffer.from(teken, 'base64')) ? 'GOED' : 'FOUT';
}

export type GelezenHoofd = {
  /** The latest of the slots that can be read. */
  readonly laatste: Slot | undefined;
  /** The one before it. */
  readonly eerder: Slot | undefined;
  /** Slots that cannot be read; a file of another length is two. */
  readonly beschadigd: number;
  /** Shorter than a head: it was being made. */
  readonly onvolledig: boolean;
};

/** Reads the head of a log; undefined when there is none. @param sleutel public (or private) Ed25519 key */
export async function leesHoofd(dir: string, sleutel?: KeyObject): Promise<GelezenHoofd | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(hoofdPad(dir));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  if (bytes.length !== 2 * slotLengte) {
    const onvolledig = bytes.length < 2 * slotLengte;
    return { laatste: undefined, eerder: undefined, beschadigd: 2, onvolledig };
  }
  const gelezen = [bytes.subarray(0, slotLengte), bytes.subarray(slotLengte)].map((slot, plaats) => {
    const hoofd = decodeer(slot, sleutel);
    return hoofd?.ronde !== undefined && hoofd.ronde % 2 === plaats ? hoofd : undefined;
  });
  const [laatste, eerder] = gelezen.filter((slot) => slot !== undefined).sort((a, b) => b.ronde - a.ronde);
  const beschadigd = gelezen.filter((slot) => slot === undefined).length;
  return { laatste, eerder, beschadigd, onvolledig: false };
}

export type Hoofdschrijver = {
  readonly schrijf: (hoofd: Hoofd) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly sluit: () => Promise<void>;
};

/** Opens the head for writing, both slots made good; makes it when there is none, durably. */
export async function openHoofd(
  dir: string,
  stand: Hoofd | undefined,
  sleutel: KeyObject | undefined,
  openBestand: OpenBestand,
): Promise<Hoofdschrijver> {
  const nieuw = stand === undefined;
  const bestand: Bestand = await openBestand(hoofdPad(dir), nieuw ? 'w+' : 'r+', 0o600);
  const eerste: Hoofd = stand ?? { ...begin, segment: 0, gesloten: false };
  const vorige = await leesHoofd(dir, sleutel);
  let ronde = vorige?.laatste?.ronde ?? 0;
  const schrijf = async (hoofd: Hoofd) => {
    ronde += 1;
    await schrijfAlles(bestand, codeer(ronde, hoofd, sleutel), (ronde % 2) * slotLengte);
  };
  try {
    await schrijf({ ...eerste, gesloten: false });
    await schrijf({ ...eerste, gesloten: false });
    await bestand.datasync();
    if (nieuw) await syncMap(dir);
  } catch (error) {
    await bestand.close().catch(() => undefined);
    throw error;
  }
  return { schrijf, sync: () => bestand.datasync(), sluit: () => bestand.close() };
}
