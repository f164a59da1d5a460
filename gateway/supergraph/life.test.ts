/** The whole life of a supergraph, as the gateway wires it: followed from a file, served by leases. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createSwap, followSupergraph } from './index.ts';
import { createProeflog } from './proeflog.ts';
import { createProefmap } from './proefmap.ts';
import { proefsupergraph, slechteSupergraphs } from './proefsupergraph.ts';
import { versionOf } from './supergraph.ts';

it('every request is answered, by one version, while good and bad versions are published', async () => {
  const map = createProefmap();
  const namen = ['een', 'twee', 'drie', 'vier'];
  const file = map.schrijf('supergraph', proefsupergraph('nul'));
  const { logger } = createProeflog();
  const follower = await followSupergraph({ from: file, pollMs: 20 }, logger);
  const open = new Set<string>();
  const swap = await createSwap({
    first: follower.first,
    make: async ({ version }) => {
      await pause(30);
      open.add(version);
      return version;
    },
    dispose: async (version) => {
      open.delete(version);
    },
    logger,
  });
  follower.start((supergraph) => {
    void swap.replace(supergraph);
  });
  let bezig = true;
  const fouten: string[] = [];
  const gezien = new Set<string>();
  const clients = Array.from({ length: 50 }, async (_, nummer) => {
    while (bezig) {
      const { value, version, release } = swap.lease();
      await pause(nummer % 9);
      if (!open.has(version) || value !== version) fouten.push(version);
      gezien.add(version);
      release();
    }
  });
  for (const [i, naam] of namen.entries()) {
    map.vervang('supergraph', slechteSupergraphs[i * 3]?.[1] ?? '');
    await expect.poll(() => follower.status().refused).toBeDefined();
    map.vervang('supergraph', proefsupergraph(naam));
    await expect.poll(() => swap.status().version).toBe(versionOf(proefsupergraph(naam)));
    await pause(20);
  }
  bezig = false;
  await Promise.all(clients);
  await expect.poll(() => [...open]).toEqual([versionOf(proefsupergraph('vier'))]);
  expect([fouten, gezien]).toEqual([
    [],
    new Set(['nul', ...namen].map((naam) => versionOf(proefsupergraph(naam)))),
  ]);
  await follower.stop();
  await swap.stop();
  expect(open).toEqual(new Set());
  map.weg();
});
