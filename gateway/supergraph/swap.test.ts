import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProeflog } from './proeflog.ts';
import type { Supergraph } from './supergraph.ts';
import { createSwap, type Replacement } from './swap.ts';

const supergraph = (version: string): Supergraph => ({ sdl: `# ${version}`, version, bronnenVan: () => [] });

/** What serves a supergraph in these tests: counts what is done to it. */
type Proef = { readonly version: string; inGebruik: number; opgeruimd: number };

/** A swap of which each step is in the hands of the test, and everything it ever made. */
async function proefswap(
  opties: {
    readonly maak?: (version: string) => Promise<void>;
    readonly ruimOp?: () => Promise<void>;
    readonly drainMs?: number;
  } = {},
) {
  const { logger, regels } = createProeflog();
  const gemaakt: Proef[] = [];
  const swap = await createSwap<Proef>({
    first: supergraph('v0'),
    make: async ({ version }) => {
      await opties.maak?.(version);
      const nieuw = { version, inGebruik: 0, opgeruimd: 0 };
      gemaakt.push(nieuw);
      return nieuw;
    },
    dispose: async (proef) => {
      proef.opgeruimd += 1;
      await opties.ruimOp?.();
    },
    ...(opties.drainMs === undefined ? {} : { drainMs: opties.drainMs }),
    logger,
  });
  return { ...swap, gemaakt, opgeruimd: () => gemaakt.map((proef) => proef.opgeruimd), regels };
}

/** A promise and what settles it. */
function grendel() {
  let open: () => void = () => undefined;
  const dicht = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { dicht, open };
}

describe('a swap', () => {
  it('lets a request keep what it leased, gives the next one the new, and disposes of the old after it', async () => {
    const { lease, replace, status, opgeruimd, regels } = await proefswap();
    const eerste = lease();
    expect(await replace(supergraph('v1'))).toBe('REPLACED');
    const tweede = lease();
    expect([eerste, tweede].map(({ version, value }) => [version, value.version])).toEqual([
      ['v0', 'v0'],
      ['v1', 'v1'],
    ]);
    expect([opgeruimd(), status()]).toEqual([[0, 0], { version: 'v1', draining: 1 }]);
    eerste.release();
    await expect.poll(status).toEqual({ version: 'v1', draining: 0 });
    tweede.release();
    expect(opgeruimd()).toEqual([1, 0]);
    expect(regels.map(({ msg }) => msg)).toEqual(['supergraph serves', 'supergraph is out of use']);
  });

  it('counts a release once', async () => {
    const { lease, replace, opgeruimd } = await proefswap();
    const [een, twee] = [lease(), lease()];
    een.release();
    een.release();
    await replace(supergraph('v1'));
    await pause(20);
    expect(opgeruimd()).toEqual([0, 0]);
    twee.release();
    await expect.poll(opgeruimd).toEqual([1, 0]);
  });

  it('makes nothing for a supergraph that serves already', async () => {
    const { replace, status, gemaakt } = await proefswap();
    expect(await replace(supergraph('v0'))).toBe('SAME');
    expect([status(), gemaakt.length]).toEqual([{ version: 'v0', draining: 0 }, 1]);
  });

  it('keeps the old one when the new one cannot be made, and takes the next', async () => {
    const fout = new Error('no plan');
    const { lease, replace, status, regels } = await proefswap({
      maak: async (version) => {
        if (version === 'v1') throw fout;
      },
    });
    expect(await replace(supergraph('v1'))).toBe('FAILED');
    expect([status(), lease().version]).toEqual([{ version: 'v0', failed: 'v1', draining: 0 }, 'v0']);
    expect(regels.map(({ msg }) => msg)).toEqual(['supergraph cannot be served, the one before stays']);
    expect(await replace(supergraph('v2'))).toBe('REPLACED');
    expect(status()).toEqual({ version: 'v2', draining: 1 });
  });

  it('does not start when the first one cannot be made', async () => {
    const fout = new Error('no plan');
    await expect(proefswap({ maak: () => Promise.reject(fout) })).rejects.toBe(fout);
  });

  it('makes one at a time, then only the newest that was given meanwhile', async () => {
    const grendels = new Map(['v1', 'v2', 'v3'].map((version) => [version, grendel()]));
    const { lease, replace, status, gemaakt, opgeruimd } = await proefswap({
      maak: async (version) => grendels.get(version)?.dicht,
    });
    const uitkomsten = ['v1', 'v2', 'v3'].map((version) => replace(supergraph(version)));
    expect(await uitkomsten[1]).toBe('OVERTAKEN');
    expect(status()).toEqual({ version: 'v0', making: 'v1', draining: 0 });
    grendels.get('v1')?.open();
    expect(await uitkomsten[0]).toBe('OVERTAKEN');
    await expect.poll(status).toEqual({ version: 'v0', making: 'v3', draining: 0 });
    expect(lease().version).toBe('v0');
    grendels.get('v3')?.open();
    expect(await uitkomsten[2]).toBe('REPLACED');
    expect(gemaakt.map(({ version }) => version)).toEqual(['v0', 'v1', 'v3']);
    expect([status().version, opgeruimd()]).toEqual(['v3', [0, 1, 0]]);
  });

  it('goes back when the newest is what serves, and what was being made is not served for a moment', async () => {
    const { dicht, open } = grendel();
    const { replace, status, opgeruimd } = await proefswap({
      maak: async (version) => (version === 'v1' ? dicht : undefined),
    });
    const uitkomsten = [replace(supergraph('v1')), replace(supergraph('v0'))];
    open();
    expect(await Promise.all(uitkomsten)).toEqual(['OVERTAKEN', 'SAME']);
    await expect.poll(status).toEqual({ version: 'v0', draining: 0 });
    expect(opgeruimd()).toEqual([0, 1]);
  });

  it('does not make the same again when it is given twice', async () => {
    const { dicht, open } = grendel();
    const { replace, gemaakt } = await proefswap({
      maak: async (version) => (version === 'v1' ? dicht : undefined),
    });
    const uitkomsten = [replace(supergraph('v1')), replace(supergraph('v1'))];
    open();
    expect(await Promise.all(uitkomsten)).toEqual(['REPLACED', 'SAME']);
    expect(gemaakt).toHaveLength(2);
  });

  it('disposes of what is still leased when the time to drain is over, once, and says so', async () => {
    const { lease, replace, opgeruimd, regels } = await proefswap({ drainMs: 200 });
    const leases = [lease(), lease()];
    const begin = performance.now();
    await replace(supergraph('v1'));
    await expect.poll(opgeruimd, { interval: 5 }).toEqual([1, 0]);
    expect(performance.now() - begin).toBeGreaterThan(195);
    for (const { release } of leases) release();
    await pause(20);
    expect(opgeruimd()).toEqual([1, 0]);
    const { level, count, msg } = regels[1] ?? {};
    expect([level, count, msg]).toEqual([40, 2, 'supergraph is still in use, and goes']);
  });

  it('goes on when disposing fails', async () => {
    const { replace, status, regels } = await proefswap({ ruimOp: () => Promise.reject(new Error('pool')) });
    expect(await replace(supergraph('v1'))).toBe('REPLACED');
    await expect.poll(status).toEqual({ version: 'v1', draining: 0 });
    expect(regels.map(({ msg }) => msg)).toContain('supergraph could not be disposed of');
  });
});

describe('stop', () => {
  it('waits for leases and for disposing, and gives no more', async () => {
    const { dicht, open } = grendel();
    const { lease, replace, stop, opgeruimd } = await proefswap({ ruimOp: () => dicht });
    const { release } = lease();
    let gestopt = false;
    const einde = stop().then(() => {
      gestopt = true;
    });
    expect(() => lease()).toThrow('no lease of a swap that was stopped');
    expect(await replace(supergraph('v1'))).toBe('STOPPED');
    await pause(20);
    expect([opgeruimd(), gestopt]).toEqual([[0], false]);
    release();
    await pause(20);
    expect([opgeruimd(), gestopt]).toEqual([[1], false]);
    open();
    await Promise.all([einde, stop()]);
    expect(opgeruimd()).toEqual([1]);
  });

  it('disposes of what was being made, and makes nothing more', async () => {
    const { dicht, open } = grendel();
    const { replace, stop, opgeruimd } = await proefswap({
      maak: async (version) => (version === 'v1' ? dicht : undefined),
    });
    const uitkomsten = [replace(supergraph('v1')), replace(supergraph('v2'))];
    const gestopt: (readonly number[])[] = [];
    const einde = stop().then(() => gestopt.push(opgeruimd()));
    await pause(20);
    expect(gestopt).toEqual([]);
    open();
    await einde;
    expect([await Promise.all(uitkomsten), gestopt]).toEqual([['STOPPED', 'STOPPED'], [[1, 1]]]);
  });

  it('does not wait for ever for what cannot be made; it is disposed of whenever it comes', async () => {
    const { dicht, open } = grendel();
    const { replace, stop, opgeruimd } = await proefswap({
      maak: async (version) => (version === 'v1' ? dicht : undefined),
      drainMs: 50,
    });
    const uitkomst = replace(supergraph('v1'));
    await stop();
    expect(opgeruimd()).toEqual([1]);
    open();
    expect([await uitkomst, opgeruimd()]).toEqual(['STOPPED', [1, 1]]);
  });
});

describe('many swaps', () => {
  it('fifty, under two hundred requests at once: each request has one all along, and all old ones go', async () => {
    const { lease, replace, status, stop, gemaakt, opgeruimd } = await proefswap({
      maak: () => pause(2),
      ruimOp: () => pause(1),
    });
    let bezig = true;
    let requests = 0;
    const fouten: string[] = [];
    const versies = new Set<string>();
    const client = async (nummer: number): Promise<void> => {
      for (let i = 0; bezig; i += 1) {
        const { value, version, release } = lease();
        if (value.opgeruimd > 0) fouten.push(`${version} was leased after it was disposed of`);
        for (let stap = 0; stap < 3; stap += 1) {
          await pause((nummer * 7 + i * 3 + stap) % 12);
          if (value.opgeruimd > 0) fouten.push(`${version} was disposed of in use`);
        }
        versies.add(version);
        requests += 1;
        release();
      }
    };
    const clients = Array.from({ length: 200 }, (_, nummer) => client(nummer));
    const uitkomsten: Replacement[] = [];
    for (let i = 1; i <= 50; i += 1) {
      uitkomsten.push(await replace(supergraph(`v${i}`)));
      await pause(5);
    }
    bezig = false;
    await Promise.all(clients);
    await expect.poll(status).toEqual({ version: 'v50', draining: 0 });
    expect(fouten).toEqual([]);
    expect(new Set(uitkomsten)).toEqual(new Set(['REPLACED']));
    expect([gemaakt.length, opgeruimd().reduce((som, keer) => som + keer)]).toEqual([51, 50]);
    expect(versies.size).toBeGreaterThan(40);
    expect(requests).toBeGreaterThan(1_000);
    await stop();
    expect(opgeruimd()).toEqual(Array.from({ length: 51 }, () => 1));
  });

  it('in any order of events, with makers that fail: nothing is lost, doubled, or gone too early', async () => {
    const stap = fc.oneof(
      { weight: 4, arbitrary: fc.constant({ soort: 'lease' } as const) },
      { weight: 4, arbitrary: fc.record({ soort: fc.constant('release' as const), welke: fc.nat(20) }) },
      {
        weight: 3,
        arbitrary: fc.record({
          soort: fc.constant('replace' as const),
          versie: fc.nat(5),
          mislukt: fc.boolean(),
        }),
      },
      { weight: 4, arbitrary: fc.constant({ soort: 'verder' } as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(stap, { maxLength: 60 }), async (scheduler, stappen) => {
        const gemaakt: Proef[] = [];
        let tegelijk = 0;
        const mislukkend = new Set<Supergraph>();
        const { logger } = createProeflog();
        const swap = await scheduler.waitFor(
          createSwap<Proef>({
            first: supergraph('0'),
            make: async (nu) => {
              tegelijk += 1;
              expect(tegelijk).toBe(1);
              await scheduler.schedule(Promise.resolve());
              tegelijk -= 1;
              if (mislukkend.has(nu)) throw new Error('no plan');
              gemaakt.push({ version: nu.version, inGebruik: 0, opgeruimd: 0 });
              return gemaakt.at(-1) as Proef;
            },
            dispose: async (proef) => {
              proef.opgeruimd += 1;
              expect(proef).toEqual({ version: proef.version, inGebruik: 0, opgeruimd: 1 });
              await scheduler.schedule(Promise.resolve());
            },
            logger,
          }),
        );
        const leases: (() => void)[] = [];
        const uitkomsten: [string, Promise<Replacement>][] = [];
        for (const nu of stappen) {
          if (nu.soort === 'lease') {
            const { value, version, release } = swap.lease();
            expect({ version, opgeruimd: value.opgeruimd }).toEqual({ version: value.version, opgeruimd: 0 });
            expect(version).toBe(swap.status().version);
            value.inGebruik += 1;
            leases.push(() => {
              value.inGebruik -= 1;
              release();
            });
          } else if (nu.soort === 'release') {
            leases.splice(nu.welke % Math.max(leases.length, 1), 1)[0]?.();
          } else if (nu.soort === 'replace') {
            const nieuw = supergraph(String(nu.versie));
            if (nu.mislukt) mislukkend.add(nieuw);
            uitkomsten.push([nieuw.version, swap.replace(nieuw)]);
          } else if (scheduler.count() > 0) {
            await scheduler.waitNext(1);
          }
        }
        const klaar = await scheduler.waitFor(
          Promise.all(uitkomsten.map(async ([versie, uitkomst]) => [versie, await uitkomst] as const)),
        );
        const [versie, uitkomst] = klaar.at(-1) ?? ['0', 'SAME'];
        expect(['REPLACED', 'SAME', 'FAILED']).toContain(uitkomst);
        if (uitkomst !== 'FAILED') expect(swap.status().version).toBe(versie);
        // Whoever is in use is there; whoever is not has gone, but for the one that serves.
        const einde = swap.stop();
        for (const release of leases) release();
        await scheduler.waitFor(einde);
        expect(gemaakt.filter(({ opgeruimd, inGebruik }) => opgeruimd !== 1 || inGebruik !== 0)).toEqual([]);
        expect(gemaakt.length - 1).toBeGreaterThanOrEqual(
          klaar.filter(([, wat]) => wat === 'REPLACED').length,
        );
      }),
      { numRuns: 500 },
    );
  });
});
