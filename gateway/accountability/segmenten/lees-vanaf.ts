import { open } from 'node:fs/promises';
import { veilig } from './herstel.ts';
import { segmentenIn, segmentPad } from './map.ts';
import { leesRegel, splitsRegels } from './regel.ts';

/** A place in a log: bytes of a segment that were read, and the last line in them. */
export type Plaats = { readonly segment: number; readonly positie: number; readonly nr: number };

const maxBytes = 1_048_576;

/**
 * The records after a place, up to a line, and the place after them; the same place when there are none. Reads one
 * segment at a time, 1 MiB at most (a longer line whole). `overgeslagen` counts segments that expired before they
 * were read.
 */
export async function leesVanaf(
  dir: string,
  van: Plaats,
  totNr: number,
  maxRegels: number,
): Promise<{
  readonly regels: readonly {
    readonly nr: number;
    readonly t: string;
    readonly hash: string;
    readonly inhoud: unknown;
  }[];
  readonly wijzer: Plaats;
  readonly overgeslagen: number;
}> {
  const segmenten = (await segmentenIn(dir)).filter((segment) => segment >= van.segment);
  const [segment, volgende] = segmenten;
  if (segment === undefined) return { regels: [], wijzer: van, overgeslagen: 0 };
  const overgeslagen = segment - van.segment;
  const positie = overgeslagen === 0 ? van.positie : 0;
  const regels = [];
  let plaats: Plaats = { segment, positie, nr: van.nr };
  for (const bytes of await leesRegels(segmentPad(dir, segment), positie)) {
    if (plaats.nr >= totNr || regels.length >= maxRegels) break;
    const regel = leesRegel(bytes);
    plaats = { segment, positie: plaats.positie + bytes.length + 1, nr: regel?.stand.nr ?? plaats.nr + 1 };
    // What cannot be read any more is for verify() to tell.
    if (regel?.soort !== 'regel') continue;
    regels.push({ ...regel.stand, t: regel.t, inhoud: veilig(regel.inhoud) });
  }
  // Read to its end, and there is a next one: it will not grow any more.
  if (plaats.positie === positie && volgende !== undefined && plaats.nr < totNr) {
    return { regels, wijzer: { segment: volgende, positie: 0, nr: plaats.nr }, overgeslagen };
  }
  return { regels, wijzer: plaats, overgeslagen };
}

/** Whole lines from a position on, at least one when there is one. */
async function leesRegels(pad: string, positie: number): Promise<readonly Buffer[]> {
  const handle = await open(pad, 'r');
  try {
    for (let grootte = maxBytes; ; grootte *= 2) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(grootte), 0, grootte, positie);
      const { regels } = splitsRegels(buffer.subarray(0, bytesRead));
      if (regels.length > 0 || bytesRead < grootte) return regels;
    }
  } finally {
    await handle.close();
  }
}
