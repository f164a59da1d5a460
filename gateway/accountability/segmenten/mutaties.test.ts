import { generateKeyPairSync } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { metMap, openProef } from './proefmap.ts';
import { verify } from './verify.ts';

const sleutels = generateKeyPairSync('ed25519');

/** Appends as they come, how large segments are, and whether the log was closed in the end. */
const verloop = fc.record({
  appends: fc.array(
    fc.array(fc.record({ wat: fc.string({ unit: 'binary', maxLength: 40 }) }), { maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 12,
    },
  ),
  maxBytes: fc.constantFrom(400, 1_200, 1_000_000),
  fsync: fc.constantFrom('per-batch' as const, 'per-schrijf' as const),
  gesloten: fc.boolean(),
});

/** One change to the files; numbers choose the place, whatever there is. */
const mutatie = fc.record({
  soort: fc.constantFrom('byte', 'weg', 'wissel', 'dubbel', 'kap', 'segment', 'hoofd', 'invoeg'),
  bestand: fc.nat(),
  plaats: fc.nat(),
  bit: fc.integer({ min: 0, max: 7 }),
});
type Mutatie = typeof mutatie extends fc.Arbitrary<infer M> ? M : never;

const bestanden = (dir: string) => readdirSync(dir).filter((naam) => naam !== 'slot');
const segmenten = (dir: string) => bestanden(dir).filter((naam) => naam.endsWith('.jsonl'));

/** Changes the files; false when they stay what they were. */
function muteer(dir: string, { soort, bestand, plaats, bit }: Mutatie): boolean {
  const kies = (namen: readonly string[]) => join(dir, namen[bestand % namen.length] ?? '');
  if (soort === 'segment') {
    rmSync(kies(segmenten(dir)));
    return true;
  }
  if (soort === 'hoofd') {
    rmSync(join(dir, 'hoofd'));
    return true;
  }
  const pad = kies(soort === 'byte' ? bestanden(dir) : segmenten(dir));
  const bytes = readFileSync(pad);
  if (soort === 'byte') {
    const i = plaats % bytes.length;
    bytes.writeUInt8(bytes.readUInt8(i) ^ (1 << bit), i);
    writeFileSync(pad, bytes);
    return true;
  }
  if (soort === 'kap') {
    writeFileSync(pad, bytes.subarray(0, bytes.length - 1 - (plaats % bytes.length)));
    return true;
  }
  const regels = bytes.toString('latin1').split('\n').slice(0, -1);
  const i = plaats % regels.length;
  const regel = regels[i] ?? '';
  if (soort === 'weg') regels.splice(i, 1);
  if (soort === 'dubbel') regels.splice(i, 0, regel);
  if (soort === 'invoeg') regels.splice(i, 0, regel.replace('"nr":', '"nr":1'));
  if (soort === 'wissel') {
    if (i + 1 >= regels.length) return false;
    regels.splice(i, 2, regels[i + 1] ?? '', regel);
  }
  writeFileSync(pad, regels.map((r) => `${r}\n`).join(''), 'latin1');
  return true;
}

it('verifies as it was written, and shows every single change', async () => {
  await fc.assert(
    fc.asyncProperty(verloop, fc.array(mutatie, { minLength: 6, maxLength: 6 }), async (v, mutaties) => {
      await metMap(async (dir) => {
        const log = join(dir, 'log');
        const { maxBytes, fsync, gesloten } = v;
        const segmentenLog = await openProef(log, {
          maxBytes,
          fsync,
          ondertekensleutel: sleutels.privateKey,
        });
        await Promise.all(v.appends.map((records) => segmentenLog.append(records)));
        if (gesloten) await segmentenLog.sluit();
        const goed = await verify(log, { sleutel: sleutels.publicKey });
        expect(goed).toMatchObject({ problemen: [], klopt: true, records: v.appends.flat().length });
        for (const [index, m] of mutaties.entries()) {
          const kopie = join(dir, `kopie-${index}`);
          cpSync(log, kopie, { recursive: true });
          rmSync(join(kopie, 'slot'), { force: true });
          if (!muteer(kopie, m)) continue;
          const gezien = await verify(kopie, { sleutel: sleutels.publicKey });
          expect(gezien.problemen, JSON.stringify(m)).not.toEqual([]);
        }
        await segmentenLog.sluit();
      });
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('shows a change to the last line byte for byte', async () => {
  await metMap(async (dir) => {
    const log = await openProef(dir);
    await log.append([{ wat: 'één' }]);
    await log.sluit();
    const pad = join(dir, segmenten(dir)[0] ?? '');
    const heel = readFileSync(pad);
    for (let i = 0; i < heel.length; i += 1) {
      const kopie = Buffer.from(heel);
      kopie.writeUInt8(kopie.readUInt8(i) ^ 1, i);
      writeFileSync(pad, kopie);
      expect((await verify(dir)).klopt, `byte ${i}`).toBe(false);
      writeFileSync(pad, heel.subarray(0, i));
      expect((await verify(dir)).klopt, `cut at ${i}`).toBe(false);
    }
    writeFileSync(pad, heel);
    expect((await verify(dir)).klopt).toBe(true);
  });
});

it('a head of before does not hide that the end was cut off, when a line is known from elsewhere', async () => {
  await metMap(async (dir) => {
    const log = await openProef(dir);
    await log.append([{ wat: 1 }]);
    await log.sluit();
    const toen = new Map(bestanden(dir).map((naam) => [naam, readFileSync(join(dir, naam))]));
    const later = await openProef(dir);
    await later.append([{ wat: 2 }]);
    await later.sluit();
    const { laatste } = await verify(dir);
    for (const [naam, bytes] of toen) writeFileSync(join(dir, naam), bytes);
    expect(await verify(dir)).toMatchObject({ klopt: true });
    const { problemen } = await verify(dir, { anker: laatste });
    expect(problemen.map(({ soort }) => soort)).toEqual(['ANKER_ONTBREEKT']);
  });
});

it('a new chain with a head that fits it is shown by the signature', async () => {
  await metMap(async (dir) => {
    const echt = await openProef(join(dir, 'log'), { ondertekensleutel: sleutels.privateKey });
    await echt.append([{ wat: 'echt' }]);
    await echt.sluit();
    const ander = generateKeyPairSync('ed25519');
    for (const sleutel of [ander.privateKey, undefined]) {
      rmSync(join(dir, 'log'), { recursive: true });
      const vals = await openProef(join(dir, 'log'), { ondertekensleutel: sleutel });
      await vals.append([{ wat: 'vals' }]);
      await vals.sluit();
      const { problemen } = await verify(join(dir, 'log'), { sleutel: sleutels.publicKey });
      expect(problemen.map(({ soort }) => soort)).toEqual(['HOOFD_ONGELDIG']);
    }
  });
});

it.each<[string, readonly string[], (regels: string[]) => string]>([
  ['changed', ['GEWIJZIGD 3'], (r) => r.map((regel) => regel.replace('"i":2', '"i":9')).join('')],
  ['taken out', ['ONTBREEKT 3'], (r) => r.toSpliced(2, 1).join('')],
  ['doubled', ['DUBBEL 4'], (r) => r.toSpliced(3, 0, r[1] ?? '').join('')],
  ['no line', ['ONLEESBAAR 3'], (r) => r.toSpliced(2, 0, 'niets\n').join('')],
  ['the last, and gone', ['AFGEKAPT'], (r) => r.slice(0, -1).join('')],
  ['cut in the middle', ['AFGEKAPT 6', 'AFGEKAPT'], (r) => r.join('').slice(0, -9)],
  [
    'moved',
    ['ONTBREEKT 3', 'VERPLAATST 4'],
    (r) =>
      r
        .toSpliced(2, 1)
        .toSpliced(3, 0, r[2] ?? '')
        .join(''),
  ],
  ['the header, and gone', ['KOP_ONGELDIG 1'], (r) => r.slice(1).join('')],
])('says which line was %s', async (_naam, soorten, verander) => {
  await metMap(async (dir) => {
    const log = await openProef(dir);
    await log.append([1, 2, 3, 4, 5].map((i) => ({ i })));
    await log.sluit();
    const pad = join(dir, segmenten(dir)[0] ?? '');
    const regels = readFileSync(pad, 'utf8').split(/(?<=\n)/);
    writeFileSync(pad, verander(regels));
    const { problemen } = await verify(dir);
    expect(problemen.map(({ soort, regel }) => (regel === undefined ? soort : `${soort} ${regel}`))).toEqual(
      soorten,
    );
  });
});
