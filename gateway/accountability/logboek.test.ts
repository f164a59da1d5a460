import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger, GraafFout } from '../../subgraphs/kit/index.ts';
import { createLogboek } from './logboek.ts';
import {
  activiteit,
  ander,
  auditregel,
  bsns,
  derde,
  klant,
  proefSettings,
  verwerking,
} from './proeflogboek.ts';
import type { OpenBestand } from './segmenten/index.ts';
import { metMap } from './segmenten/proefmap.ts';
import { verify } from './segmenten/verify.ts';
import type { Verwerkingsregel } from './verwerkingsregel.ts';

const stil = createLogger('proef', { level: 'silent' });

/** All that stands in the files under a directory. */
function allesIn(dir: string): string {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => `${f.name}\n${readFileSync(join(f.parentPath, f.name), 'utf8')}`)
    .join('\n');
}

describe('the logs of the gateway', () => {
  it('hold what was written, apart, with the data subject encrypted', async () => {
    await metMap(async (dir) => {
      const settings = proefSettings(dir);
      const logboek = await createLogboek(settings, stil);
      expect(logboek.gereed()).toBe(true);
      await logboek.schrijf({
        verwerkingen: [
          verwerking(klant),
          verwerking(klant, { bron: 'BRP', spanId: '00f067aa0ba902b8', parentSpanId: '00f067aa0ba902b7' }),
          verwerking(ander, { bron: 'BRP', spanId: '00f067aa0ba902b9' }),
        ],
        audit: auditregel({ ontsnapping: { reden: `gebeld over ${klant}, BSN ${bsns[0]}` } }),
      });
      const [eerste, tweede, ...meer] = await logboek.lees({ betrokkene: klant });
      expect(meer).toEqual([]);
      const id = eerste?.attributes['dpl.core.data_subject_id'] ?? '';
      expect(id).toMatch(/^v1\.[0-9a-f]{8}\./);
      expect(eerste).toEqual({
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
        spanId: '00f067aa0ba902b7',
        name: 'ClientProfiel',
        startTime: 1795338000000,
        endTime: 1795338000120,
        status: 'Ok',
        attributes: {
          'dpl.core.processing_activity_id': activiteit('inkomen', 'gemeente'),
          'dpl.core.data_subject_id': id,
          'dpl.core.data_subject_id_type': 'CLIENTNUMMER',
          'dpl.werkplein.bron': 'GWS',
        },
      } satisfies Verwerkingsregel);
      expect(tweede?.parentSpanId).toBe('00f067aa0ba902b7');
      expect(await logboek.lees({ betrokkene: derde })).toEqual([]);
      await logboek.sluit();

      const tekst = allesIn(settings.dir);
      for (const nummer of [klant, ander, ...bsns]) expect(tekst).not.toContain(nummer);
      // Nobody who looked stands among the records, no data subject in the audit log.
      expect(allesIn(join(settings.dir, 'verwerkingen'))).not.toMatch(/mw-3f2b8c1e|inkomensconsulent/);
      expect(allesIn(join(settings.dir, 'audit'))).not.toContain('data_subject');
      expect(allesIn(join(settings.dir, 'audit'))).toContain('gebeld over ***, BSN *********');
      for (const log of ['verwerkingen', 'audit']) {
        expect(await verify(join(settings.dir, log))).toMatchObject({ klopt: true, toestand: 'GESLOTEN' });
      }
    });
  });

  it('find a citizen by period, and under keys of before; an investigation is not shown', async () => {
    await metMap(async (dir) => {
      const settings = proefSettings(dir);
      const uur = 3_600_000;
      const begin = Date.parse('2026-11-22T09:00:00.000Z');
      const op = (i: number) => ({ startTime: begin + i * uur, endTime: begin + i * uur });
      const logboek = await createLogboek({ ...settings, now: () => new Date(begin + 5 * uur) }, stil);
      const geheim = { verwerkingsactiviteit: activiteit('handhaving', 'gemeente'), ...op(3) };
      await logboek.schrijf({
        verwerkingen: [verwerking(klant, op(0)), verwerking(klant, op(1)), verwerking(klant, geheim)],
        audit: auditregel(),
      });
      await logboek.sluit();
      const nieuw = join(dir, 'nieuw.hex');
      writeFileSync(nieuw, 'ab'.repeat(64), { mode: 0o600 });
      const later = await createLogboek(
        {
          ...settings,
          sleutelFiles: [nieuw, settings.sleutelFiles[0]],
          now: () => new Date(begin + 5 * uur),
        },
        stil,
      );
      await later.schrijf({ verwerkingen: [verwerking(klant, op(2))], audit: auditregel() });
      const uren = async (vraag: object) =>
        (await later.lees({ betrokkene: klant, ...vraag })).map((r) => (r.startTime - begin) / uur);
      expect(await uren({})).toEqual([0, 1, 2]);
      expect(await uren({ metVertrouwelijk: true })).toEqual([0, 1, 2, 3]);
      expect(await uren({ vanaf: new Date(begin + uur), tot: new Date(begin + uur) })).toEqual([1]);
      expect(await uren({ soort: 'BSN' })).toEqual([]);
      await later.sluit();
    });
  });

  it('refuse the answer when either cannot be written, and go on when both can', async () => {
    for (const vol of ['verwerkingen', 'audit']) {
      await metMap(async (dir) => {
        let kapot = false;
        const openBestand: OpenBestand = async (path, flags, mode) => {
          const echt = await open(path, flags, mode);
          const datasync = echt.datasync.bind(echt);
          return Object.assign(echt, {
            datasync: async () => {
              if (kapot && path.includes(`/${vol}/`)) throw Object.assign(new Error(), { code: 'ENOSPC' });
              await datasync();
            },
          });
        };
        const settings = proefSettings(dir, { openBestand });
        const logboek = await createLogboek(settings, stil);
        kapot = true;
        const poging = logboek.schrijf({ verwerkingen: [verwerking(klant)], audit: auditregel() });
        await expect(poging).rejects.toBeInstanceOf(GraafFout);
        await expect(poging).rejects.toMatchObject({ extensions: { code: 'VERANTWOORDING_NIET_MOGELIJK' } });
        expect(logboek.gereed()).toBe(false);
        kapot = false;
        await logboek.schrijf({ verwerkingen: [verwerking(ander)], audit: auditregel() });
        expect(logboek.gereed()).toBe(true);
        expect((await logboek.lees({ betrokkene: ander })).length).toBe(1);
        await logboek.sluit();
        for (const log of ['verwerkingen', 'audit']) {
          expect((await verify(join(settings.dir, log))).problemen).toEqual([]);
        }
      });
    }
  });

  it('refuse the answer when the disk hangs', async () => {
    await metMap(async (dir) => {
      let hangt = false;
      let los: (() => void) | undefined;
      const openBestand: OpenBestand = async (path, flags, mode) => {
        const echt = await open(path, flags, mode);
        const datasync = echt.datasync.bind(echt);
        return Object.assign(echt, {
          datasync: async () => {
            if (hangt && path.includes('/audit/')) await new Promise<void>((klaar) => (los = klaar));
            await datasync();
          },
        });
      };
      const logboek = await createLogboek(proefSettings(dir, { openBestand, schrijfTimeoutMs: 50 }), stil);
      hangt = true;
      await expect(
        logboek.schrijf({ verwerkingen: [verwerking(klant)], audit: auditregel() }),
      ).rejects.toMatchObject({ extensions: { code: 'VERANTWOORDING_NIET_MOGELIJK' } });
      hangt = false;
      los?.();
      await logboek.sluit();
    });
  });

  it('refuse a record that is none, or of an activity that is not in the register', async () => {
    await metMap(async (dir) => {
      const logboek = await createLogboek(proefSettings(dir), stil);
      const fout = { extensions: { code: 'VERANTWOORDING_NIET_MOGELIJK' } };
      for (const kapot of [
        { verwerkingsactiviteit: activiteit('handhaving', 'wsp') },
        { traceId: '0'.repeat(32) },
        { name: `Client ${bsns[0]}` },
        { endTime: 0 },
      ]) {
        const regels = { verwerkingen: [verwerking(klant, kapot)], audit: auditregel() };
        await expect(logboek.schrijf(regels), JSON.stringify(kapot)).rejects.toMatchObject(fout);
      }
      const zonderActor = { verwerkingen: [verwerking(klant)], audit: auditregel({ actor: '' }) };
      await expect(logboek.schrijf(zonderActor)).rejects.toMatchObject(fout);
      // That was a fault of ours, not of the disk.
      expect(logboek.gereed()).toBe(true);
      expect(await logboek.lees({ betrokkene: klant })).toEqual([]);
      await logboek.sluit();
    });
  });

  it('do not open with a key that others may read, or one that is none', async () => {
    await metMap(async (dir) => {
      const settings = proefSettings(dir);
      const [sleutel] = settings.sleutelFiles;
      chmodSync(sleutel, 0o640);
      await expect(createLogboek(settings, stil)).rejects.toThrow(
        'only the owner may read or write the file',
      );
      chmodSync(sleutel, 0o600);
      writeFileSync(sleutel, 'geheim');
      await expect(createLogboek(settings, stil)).rejects.toThrow('must be a file with 128 hexadecimal');
      await expect(createLogboek({ ...settings, sleutelFiles: [join(dir, 'weg')] }, stil)).rejects.toThrow(
        'the file cannot be read',
      );
      expect(existsSync(settings.dir)).toBe(false);
    });
  });

  it('give the first back when the second is in use', async () => {
    await metMap(async (dir) => {
      const settings = proefSettings(dir);
      const een = await createLogboek(settings, stil);
      await expect(createLogboek(settings, stil)).rejects.toMatchObject({ code: 'BEZET' });
      await een.sluit();
      await (await createLogboek(settings, stil)).sluit();
    });
  });

  it('prints how many answers a second can be recorded, 50 at once, 12 records each', async () => {
    await metMap(async (dir) => {
      const logboek = await createLogboek(proefSettings(dir, { maxBytes: 16_777_216 }), stil);
      const verwerkingen = Array.from({ length: 12 }, (_leeg, i) => verwerking(i < 10 ? klant : ander));
      const audit = auditregel();
      const aantal = 2_000;
      let over = aantal;
      const cpu = process.cpuUsage();
      const begin = performance.now();
      const werker = async () => {
        while (over > 0) {
          over -= 1;
          await logboek.schrijf({ verwerkingen, audit });
        }
      };
      await Promise.all(Array.from({ length: 50 }, werker));
      const s = (performance.now() - begin) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      const cpuMs = (user + system) / 1000 / aantal;
      console.error(
        `logboek, 50 at once – ${Math.round(aantal / s)} answers/s, ${cpuMs.toFixed(3)} ms CPU each`,
      );
      await logboek.sluit();
    });
  });
});

/** A file system of 256 KiB, where we may make one. */
const tmpfs = (() => {
  if (process.getuid?.() !== 0) return undefined;
  const dir = mkdtempSync(join(tmpdir(), 'logboek-vol-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', dir], { stdio: 'ignore' });
    return dir;
  } catch {
    rmSync(dir, { recursive: true });
    return undefined;
  }
})();

it.skipIf(tmpfs === undefined)(
  'on a disk that is really full: refuse, and go on when there is room',
  async () => {
    const dir = tmpfs ?? '';
    try {
      await metMap(async (elders) => {
        const settings = { ...proefSettings(elders), dir: join(dir, 'logboek') };
        const logboek = await createLogboek(settings, stil);
        writeFileSync(join(dir, 'opvulling'), Buffer.alloc(150_000));
        let gegeven = 0;
        const schrijf = () =>
          logboek.schrijf({ verwerkingen: [verwerking(klant), verwerking(klant)], audit: auditregel() });
        await expect(
          (async () => {
            for (; gegeven < 10_000; gegeven += 1) await schrijf();
          })(),
        ).rejects.toMatchObject({ extensions: { code: 'VERANTWOORDING_NIET_MOGELIJK' } });
        expect(gegeven).toBeGreaterThan(10);
        await expect(schrijf()).rejects.toBeInstanceOf(GraafFout);
        rmSync(join(dir, 'opvulling'));
        await schrijf();
        const gevonden = (await logboek.lees({ betrokkene: klant })).length;
        expect(gevonden).toBeGreaterThanOrEqual(2 * (gegeven + 1));
        await logboek.sluit();
        for (const log of ['verwerkingen', 'audit']) {
          expect((await verify(join(settings.dir, log))).problemen).toEqual([]);
        }
      });
    } finally {
      execFileSync('umount', [dir]);
      rmSync(dir, { recursive: true });
    }
  },
);
