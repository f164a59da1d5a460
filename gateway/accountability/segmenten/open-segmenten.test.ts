import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leesSegmenten } from './lees-segmenten.ts';
import type { Bestand, OpenBestand } from './map.ts';
import { metMap, openProef } from './proefmap.ts';
import { verify } from './verify.ts';

const segmenten = (dir: string) => readdirSync(dir).filter((naam) => naam.endsWith('.jsonl'));

async function inhoudVan(dir: string): Promise<readonly unknown[]> {
  const gelezen: unknown[] = [];
  for await (const { inhoud } of leesSegmenten(dir)) gelezen.push(inhoud);
  return gelezen;
}

/** The content of the store's own lines of this kind. */
function eigenRegels(dir: string, soort: 'herstel' | 'verlopen'): readonly unknown[] {
  return segmenten(dir)
    .flatMap((naam) => readFileSync(join(dir, naam), 'utf8').trim().split('\n'))
    .map((regel) => JSON.parse(regel) as Record<string, unknown>)
    .flatMap((regel) => regel[soort] ?? []);
}

/** A disk that fails as long as `fout` says how. */
function kapotteSchijf() {
  const schijf: { fout?: { bij: 'write' | 'half' | 'datasync' | 'truncate'; code: string } | undefined } = {};
  const faal = (bij: string) => {
    if (schijf.fout?.bij === bij) throw Object.assign(new Error('disk'), { code: schijf.fout.code });
  };
  const openBestand: OpenBestand = async (path, flags, mode) => {
    const echt = await open(path, flags, mode);
    const write = async (bytes: Uint8Array, van: number, lengte: number, positie: number) => {
      faal('write');
      if (schijf.fout?.bij === 'half') {
        await echt.write(bytes, van, Math.ceil(lengte / 2), positie);
        faal('half');
      }
      return echt.write(bytes, van, lengte, positie);
    };
    return {
      write,
      datasync: async () => {
        faal('datasync');
        await echt.datasync();
      },
      truncate: async (lengte?: number) => {
        faal('truncate');
        await echt.truncate(lengte);
      },
      stat: () => echt.stat(),
      close: () => echt.close(),
    } as Bestand;
  };
  return { schijf, openBestand };
}

describe('appending', () => {
  it.each(['per-batch', 'per-schrijf'] as const)('keeps the order of the appends (%s)', async (fsync) => {
    await metMap(async (dir) => {
      const log = await openProef(dir, { fsync, maxBytes: 3_000 });
      const klaar: number[] = [];
      const nummers = Array.from({ length: 200 }, (_leeg, i) => i);
      await Promise.all(
        nummers.map(async (i) => {
          await log.append([{ i }, { i, tweede: true }]);
          klaar.push(i);
        }),
      );
      expect(klaar).toEqual(nummers);
      await log.sluit();
      expect(await inhoudVan(dir)).toEqual(nummers.flatMap((i) => [{ i }, { i, tweede: true }]));
      expect((await verify(dir)).problemen).toEqual([]);
    });
  });

  it('shares one sync between appends that came while another was under way', async () => {
    await metMap(async (dir) => {
      let syncs = 0;
      const openBestand: OpenBestand = async (path, flags, mode) => {
        const echt = await open(path, flags, mode);
        const datasync = echt.datasync.bind(echt);
        return Object.assign(echt, {
          datasync: () => {
            syncs += 1;
            return datasync();
          },
        });
      };
      const log = await openProef(dir, { openBestand });
      syncs = 0;
      const eerste = log.append([{ i: 0 }]);
      await new Promise(setImmediate);
      await Promise.all([eerste, ...Array.from({ length: 100 }, async (_leeg, i) => log.append([{ i }]))]);
      expect(syncs).toBe(2);
      await log.sluit();
    });
  });

  it('refuses more than may wait, and everything after closing', async () => {
    await metMap(async (dir) => {
      const log = await openProef(dir, { maxWachtend: 2 });
      const eerste = log.append([{ i: 1 }, { i: 2 }]);
      await expect(log.append([{ i: 3 }])).rejects.toMatchObject({ code: 'VOL' });
      await eerste;
      await log.append([]);
      await log.sluit();
      await log.sluit();
      await expect(log.append([{ i: 4 }])).rejects.toMatchObject({ code: 'GESLOTEN' });
      expect(log.gereed()).toBe(false);
      expect(await inhoudVan(dir)).toEqual([{ i: 1 }, { i: 2 }]);
    });
  });
});

describe('a disk that fails', () => {
  it.each([
    ['write', 'ENOSPC'],
    ['half', 'ENOSPC'],
    ['datasync', 'EIO'],
    ['write', 'EROFS'],
  ] as const)('at %s with %s: refuses all, and goes on later without a gap', async (bij, code) => {
    await metMap(async (dir) => {
      const { schijf, openBestand } = kapotteSchijf();
      const log = await openProef(dir, { openBestand, herhaalMs: 60_000 });
      await log.append([{ i: 1 }]);
      schijf.fout = { bij, code };
      const pogingen = await Promise.allSettled([2, 3, 4].map(async (i) => log.append([{ i }])));
      expect(pogingen.map((p) => p.status === 'rejected' && (p.reason as { code: string }).code)).toEqual([
        code,
        code,
        code,
      ]);
      expect(log.gereed()).toBe(false);
      await expect(log.append([{ i: 5 }])).rejects.toMatchObject({ code });
      schijf.fout = undefined;
      await log.append([{ i: 6 }]);
      expect(log.gereed()).toBe(true);
      await log.sluit();
      expect(await inhoudVan(dir)).toEqual([{ i: 1 }, { i: 6 }]);
      expect((await verify(dir)).problemen).toEqual([]);
      expect(eigenRegels(dir, 'herstel')).toMatchObject([{ reden: 'SCHRIJVEN_MISLUKT', code, afgewezen: 4 }]);
    });
  });

  it('does not go on while half a line cannot be taken away', async () => {
    await metMap(async (dir) => {
      const { schijf, openBestand } = kapotteSchijf();
      const log = await openProef(dir, { openBestand, herhaalMs: 60_000 });
      schijf.fout = { bij: 'half', code: 'ENOSPC' };
      await expect(log.append([{ i: 1 }])).rejects.toMatchObject({ code: 'ENOSPC' });
      schijf.fout = { bij: 'truncate', code: 'EIO' };
      await expect(log.append([{ i: 2 }])).rejects.toMatchObject({ code: 'EIO' });
      schijf.fout = undefined;
      await log.append([{ i: 3 }]);
      await log.sluit();
      expect(await inhoudVan(dir)).toEqual([{ i: 3 }]);
      expect((await verify(dir)).problemen).toEqual([]);
    });
  });

  it('is tried again without anybody asking', async () => {
    await metMap(async (dir) => {
      const { schijf, openBestand } = kapotteSchijf();
      const log = await openProef(dir, { openBestand, herhaalMs: 10 });
      schijf.fout = { bij: 'write', code: 'ENOSPC' };
      await expect(log.append([{ i: 1 }])).rejects.toMatchObject({ code: 'ENOSPC' });
      schijf.fout = undefined;
      await expect.poll(() => log.gereed()).toBe(true);
      await log.sluit();
    });
  });

  it('is full: the real thing', async () => {
    await metMap(async (dir) => {
      let vol = false;
      const openBestand: OpenBestand = async (path, flags, mode) => {
        const echt = await open(path, flags, mode);
        const vollig = await open('/dev/full', 'w');
        const write = ((...args: Parameters<typeof echt.write>) =>
          (vol ? vollig : echt).write(...args)) as typeof echt.write;
        const close = async () => {
          await vollig.close();
          await sluit();
        };
        const sluit = echt.close.bind(echt);
        const datasync = () => echt.datasync();
        return {
          write,
          close,
          datasync,
          stat: () => echt.stat(),
          truncate: (n?: number) => echt.truncate(n),
        } as Bestand;
      };
      const log = await openProef(dir, { openBestand });
      vol = true;
      await expect(log.append([{ i: 1 }])).rejects.toMatchObject({ code: 'ENOSPC' });
      vol = false;
      await log.append([{ i: 2 }]);
      await log.sluit();
      expect(await inhoudVan(dir)).toEqual([{ i: 2 }]);
      expect((await verify(dir)).problemen).toEqual([]);
    });
  });

  it('is gone: nothing is acknowledged until it is back', async () => {
    await metMap(async (basis) => {
      const dir = join(basis, 'log');
      const log = await openProef(dir, { herhaalMs: 60_000 });
      renameSync(dir, join(basis, 'elders'));
      await expect(log.append([{ i: 1 }])).rejects.toMatchObject({ code: 'WEG' });
      await expect(log.append([{ i: 2 }])).rejects.toMatchObject({ code: 'ENOENT' });
      mkdirSync(dir);
      await expect(log.append([{ i: 3 }])).rejects.toMatchObject({ code: 'ENOENT' });
      rmSync(dir, { recursive: true });
      renameSync(join(basis, 'elders'), dir);
      await log.append([{ i: 4 }]);
      await log.sluit();
      expect(await inhoudVan(dir)).toEqual([{ i: 4 }]);
      expect((await verify(dir)).problemen).toEqual([]);
    });
  });

  it('fails when a segment begins: the segment before goes on', async () => {
    await metMap(async (dir) => {
      const { schijf, openBestand } = kapotteSchijf();
      const log = await openProef(dir, { openBestand, maxBytes: 500, herhaalMs: 60_000 });
      await log.append([{ wat: 'x'.repeat(300) }]);
      schijf.fout = { bij: 'half', code: 'ENOSPC' };
      await expect(log.append([{ wat: 'y'.repeat(300) }])).rejects.toMatchObject({ code: 'ENOSPC' });
      schijf.fout = undefined;
      await log.append([{ i: 2 }]);
      await log.sluit();
      expect(readdirSync(dir)).not.toContain('segment.nieuw');
      expect((await inhoudVan(dir)).length).toBe(2);
      expect((await verify(dir)).problemen).toEqual([]);
    });
  });
});

describe('opening again', () => {
  it('goes on with the chain; a line that was not whole is taken away, and that stands in the log', async () => {
    await metMap(async (dir) => {
      const eerste = await openProef(dir);
      await eerste.append([{ i: 1 }]);
      const hoofd = readFileSync(join(dir, 'hoofd'));
      await eerste.sluit();
      // As a crash in the middle of the next line leaves it.
      writeFileSync(join(dir, 'hoofd'), hoofd);
      appendFileSync(join(dir, segmenten(dir)[0] ?? ''), `{"nr":3,"t":"2026-11-${'x'.repeat(900)}`);
      expect(await verify(dir)).toMatchObject({ problemen: [], toestand: 'NIET_GESLOTEN' });
      const weer = await openProef(dir);
      await weer.append([{ i: 2 }]);
      await weer.sluit();
      expect(await inhoudVan(dir)).toEqual([{ i: 1 }, { i: 2 }]);
      expect(eigenRegels(dir, 'herstel')).toEqual([
        { reden: 'NIET_GESLOTEN', naHoofd: 0 },
        { reden: 'REGEL_ONVOLLEDIG', bytes: 921 },
      ]);
      expect((await verify(dir)).problemen).toEqual([]);
    });
  });

  it.each<[string, string, (dir: string, segment: string) => void]>([
    [
      'lines that were acknowledged are gone',
      'AFGEKAPT',
      (_dir, s) => {
        truncateSync(s, statSync(s).size - 120);
      },
    ],
    [
      'a line was changed',
      'BESCHADIGD',
      (_dir, s) => {
        writeFileSync(s, readFileSync(s, 'utf8').replace('"i":1', '"i":7'));
      },
    ],
    [
      'something stands after the end',
      'BESCHADIGD',
      (_dir, s) => {
        appendFileSync(s, 'x');
      },
    ],
    [
      'the head is gone',
      'BESCHADIGD',
      (dir) => {
        rmSync(join(dir, 'hoofd'));
      },
    ],
    [
      'the segments are gone',
      'AFGEKAPT',
      (_dir, s) => {
        rmSync(s);
      },
    ],
  ])('refuses when %s', async (_naam, code, doe) => {
    await metMap(async (dir) => {
      const log = await openProef(dir);
      await log.append([{ i: 1 }, { i: 2 }]);
      await log.sluit();
      doe(dir, join(dir, segmenten(dir)[0] ?? ''));
      await expect(openProef(dir)).rejects.toMatchObject({ code });
      await expect(openProef(dir)).rejects.toMatchObject({ code });
    });
  });

  it('refuses the directory of another log', async () => {
    await metMap(async (dir) => {
      await (await openProef(dir)).sluit();
      await expect(openProef(dir, { inhoud: 'audit' })).rejects.toMatchObject({ code: 'ANDERE_INHOUD' });
    });
  });
});

describe('the lock', () => {
  it('refuses a second opener, in this process and another', async () => {
    await metMap(async (dir) => {
      const log = await openProef(dir);
      await expect(openProef(dir)).rejects.toMatchObject({ code: 'BEZET' });
      await log.sluit();
      const kind = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      try {
        const stat = readFileSync(`/proc/${kind.pid ?? 0}/stat`, 'utf8');
        const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        const start = `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
        const houder = { id: 'x', pid: kind.pid, host: hostname(), start };
        writeFileSync(join(dir, 'slot'), JSON.stringify(houder));
        await expect(openProef(dir)).rejects.toThrow(`the log is open in process ${kind.pid ?? 0}`);
        // The same number, but a process that began at another moment.
        writeFileSync(join(dir, 'slot'), JSON.stringify({ ...houder, start: `${boot}:1` }));
        await (await openProef(dir)).sluit();
      } finally {
        kind.kill('SIGKILL');
      }
    });
  });

  it('of a process on another host is never taken over', async () => {
    await metMap(async (dir) => {
      await (await openProef(dir)).sluit();
      writeFileSync(join(dir, 'slot'), JSON.stringify({ id: 'x', pid: 1, host: 'elders', start: '' }));
      await expect(openProef(dir)).rejects.toThrow('process 1 on elders');
    });
  });

  it('of a dead process goes to one of many that want it', async () => {
    await metMap(async (dir) => {
      await (await openProef(dir)).sluit();
      writeFileSync(
        join(dir, 'slot'),
        JSON.stringify({ id: 'x', pid: 4_194_300, host: hostname(), start: 'b:1' }),
      );
      const pogingen = await Promise.allSettled([1, 2, 3, 4].map(async () => openProef(dir)));
      const gelukt = pogingen.flatMap((p) => (p.status === 'fulfilled' ? [p.value] : []));
      expect(gelukt.length).toBe(1);
      await gelukt[0]?.sluit();
      expect(readdirSync(dir).filter((naam) => naam.startsWith('slot'))).toEqual([]);
    });
  });
});

describe('segments', () => {
  it('rotate by size and by day, each beginning with the hash of the one before', async () => {
    await metMap(async (dir) => {
      let nu = Date.parse('2026-11-22T23:59:00.000Z');
      const log = await openProef(dir, { maxBytes: 700, now: () => new Date(nu) });
      await log.append([{ wat: 'x'.repeat(200) }]);
      await log.append([{ wat: 'x'.repeat(200) }]);
      expect(segmenten(dir)).toEqual(['segment-00000001.jsonl', 'segment-00000002.jsonl']);
      nu += 120_000;
      await log.append([{ i: 3 }]);
      expect(segmenten(dir).length).toBe(3);
      await log.sluit();
      expect((await verify(dir)).problemen).toEqual([]);
      for (const naam of [...segmenten(dir), 'hoofd']) expect(statSync(join(dir, naam)).mode & 0o77).toBe(0);
    });
  });

  it('expire whole, and the chain can still be verified; deleting one without a tombstone shows', async () => {
    await metMap(async (dir) => {
      let nu = Date.parse('2026-01-01T12:00:00.000Z');
      const settings = { now: () => new Date(nu), retention: { profiel: 'werkplein', dagen: 30 } };
      let log = await openProef(dir, settings);
      for (let dag = 0; dag < 60; dag += 1) {
        await log.append([{ dag }]);
        if (dag % 7 === 0) {
          await log.sluit();
          log = await openProef(dir, settings);
        }
        nu += 86_400_000;
      }
      await log.sluit();
      const dagen = (await inhoudVan(dir)).map((r) => (r as { dag: number }).dag);
      // A segment goes when all in it is over 30 days old, which its successor's beginning shows; now is day 59.
      expect(dagen).toEqual(Array.from({ length: 32 }, (_leeg, i) => i + 28));
      const gezien = await verify(dir);
      expect(gezien).toMatchObject({ klopt: true, problemen: [], segmenten: 32 });
      expect(gezien.verlopenTot).toBe(56);
      expect(eigenRegels(dir, 'verlopen').at(-1)).toMatchObject({ segment: 28, profiel: 'werkplein' });
      rmSync(join(dir, segmenten(dir)[0] ?? ''));
      expect((await verify(dir)).problemen.map(({ soort }) => soort)).toEqual(['SEGMENT_ONTBREEKT']);
    });
  });

  it('that somebody still has to read do not expire', async () => {
    await metMap(async (dir) => {
      let nu = Date.parse('2026-01-01T12:00:00.000Z');
      const log = await openProef(dir, { now: () => new Date(nu), bewaarVanaf: () => 1 });
      await log.append([{ i: 1 }]);
      nu += 90 * 86_400_000;
      await log.append([{ i: 2 }]);
      expect(segmenten(dir).length).toBe(2);
      await log.sluit();
    });
  });
});

describe('reading', () => {
  it('finds by text and by time', async () => {
    await metMap(async (dir) => {
      let nu = Date.parse('2026-01-01T12:00:00.000Z');
      const log = await openProef(dir, { now: () => new Date(nu) });
      for (let i = 1; i <= 6; i += 1) {
        await log.append([{ wie: i % 2 === 0 ? 'even' : 'oneven', i }]);
        nu += 86_400_000;
      }
      const vraag = { met: '"even"', vanaf: '2026-01-03T00:00:00.000Z', tot: '2026-01-05T00:00:00.000Z' };
      const gelezen: unknown[] = [];
      for await (const { inhoud } of leesSegmenten(dir, vraag)) gelezen.push(inhoud);
      expect(gelezen).toEqual([{ wie: 'even', i: 4 }]);
      await log.sluit();
    });
  });
});

it('prints how many appends a second there are, 50 at once', async () => {
  await metMap(async (basis) => {
    const maten: string[] = [];
    for (const fsync of ['per-batch', 'per-schrijf'] as const) {
      const log = await openProef(join(basis, fsync), { fsync, maxBytes: 16_000_000 });
      const aantal = fsync === 'per-batch' ? 10_000 : 500;
      let over = aantal;
      const begin = performance.now();
      const werker = async () => {
        while (over > 0) {
          over -= 1;
          await log.append([{ wat: 'x'.repeat(400) }]);
        }
      };
      await Promise.all(Array.from({ length: 50 }, werker));
      const perSeconde = Math.round(aantal / ((performance.now() - begin) / 1000));
      maten.push(`${fsync}: ${perSeconde} appends/s`);
      await log.sluit();
    }
    console.error(`segmenten, 50 at once – ${maten.join(', ')}`);
  });
});
