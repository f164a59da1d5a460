import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, start } from './spawn.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-spawn-'));
const answer = z.object({ echo: z.string() });

function startScript(name: string, text: string) {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, text);
  return start('harness', { argv: [process.execPath, file] }, true);
}

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a process of the bench', () => {
  it('answers what it is asked, and stops', async () => {
    const running = startScript('echo', 'process.on("message", ({ say }) => process.send({ echo: say }));');
    expect(await ask(running, { say: 'one' }, answer)).toEqual({ echo: 'one' });
    expect(await ask(running, { say: 'two' }, answer)).toEqual({ echo: 'two' });
    expect(running.ended()).toBe(false);
    await running.stop();
    expect(running.ended()).toBe(true);
    await expect(ask(running, { say: 'three' }, answer)).rejects.toThrow('had ended');
  });

  it('is not waited for when it ends instead, and what it wrote is known', async () => {
    const running = startScript(
      'end',
      'process.on("message", () => { console.error("no way"); process.exit(1); });',
    );
    await expect(ask(running, {}, answer)).rejects.toThrow('ended');
    await running.stop();
    expect(running.output()).toBe('no way\n');
  });

  it('is not waited for longer than it may take', async () => {
    const running = startScript('silent', 'process.on("message", () => undefined);');
    await expect(ask(running, {}, answer, 200)).rejects.toThrow('does not answer');
    await running.stop();
  });

  it('is known not to be there when it cannot be started', async () => {
    const running = start('gateway', { argv: [join(folder, 'nothing')] });
    await expect.poll(running.ended).toBe(true);
    await running.stop();
    expect(running.output()).not.toBe('');
  });
});
