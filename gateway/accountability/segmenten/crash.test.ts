import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leesSegmenten } from './lees-segmenten.ts';
import { metMap, openProef } from './proefmap.ts';
import { verify } from './verify.ts';

const schrijver = fileURLToPath(new URL('proef-schrijver.ts', import.meta.url));

/** Runs a writer and kills it some time after its first acknowledgement; what it had acknowledged. */
async function schrijfEnSterf(dir: string, naam: string, naMs: number): Promise<readonly string[]> {
  const kind = spawn(process.execPath, ['--import', 'tsx', schrijver, dir, naam], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const delen: Buffer[] = [];
  kind.stdout.on('data', (deel: Buffer) => delen.push(deel));
  kind.stdout.once('data', () => setTimeout(() => kind.kill('SIGKILL'), naMs));
  const signaal = await new Promise((klaar) =>
    kind.once('close', (_code, signal) => {
      klaar(signal);
    }),
  );
  expect(signaal).toBe('SIGKILL');
  return Buffer.concat(delen).toString('utf8').split('\n').filter(Boolean);
}

it('has every acknowledged record after the process was killed, again and again', async () => {
  await metMap(async (dir) => {
    const bevestigd: string[] = [];
    const momenten = fc.sample(fc.integer({ min: 0, max: 120 }), 12);
    for (const [index, naMs] of momenten.entries()) {
      bevestigd.push(...(await schrijfEnSterf(dir, `p${index}`, naMs)));
      // As it was left, before anything mends it.
      expect((await verify(dir)).problemen, `after kill ${index}`).toEqual([]);
    }
    const log = await openProef(dir);
    await log.sluit();
    expect(await verify(dir)).toMatchObject({ problemen: [], toestand: 'GESLOTEN', naHoofd: 0 });
    const gelezen: string[] = [];
    for await (const { inhoud } of leesSegmenten(dir)) gelezen.push((inhoud as { id: string }).id);
    const er = new Set(gelezen);
    expect(bevestigd.filter((id) => !er.has(id))).toEqual([]);
    expect(er.size).toBe(gelezen.length);
    expect(bevestigd.length).toBeGreaterThan(100);
  });
}, 180_000);
