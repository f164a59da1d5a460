import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { costOf, processTree } from './process-cost.ts';

describe.runIf(process.platform === 'linux')('the cost of processes', () => {
  it('counts the processor time and memory of a process and of what it started', async () => {
    const busy = 'const end = Date.now() + 300; while (Date.now() < end); console.log("done");';
    const wait = 'setTimeout(() => undefined, 30_000);';
    const child = spawn('sh', ['-c', `"${process.execPath}" -e '${busy}${wait}' & wait`], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    try {
      await once(child.stdout, 'data');
      const tree = processTree(child.pid ?? 0);
      const cost = costOf(tree);
      expect(tree.length).toBeGreaterThanOrEqual(2);
      expect(cost?.cpuMs).toBeGreaterThan(100);
      expect(cost?.rssMb).toBeGreaterThan(20);
      expect(cost?.rssMb).toBeLessThan(500);
      expect(costOf(tree)?.cpuMs).toBeGreaterThanOrEqual(cost?.cpuMs ?? Number.POSITIVE_INFINITY);
    } finally {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    }
  });

  it('knows nothing of a process that is not there', () => {
    expect(costOf([2 ** 30])).toBeUndefined();
  });
});
