import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { LogboekFout } from './logboek-fout.ts';
import { slotPad } from './map.ts';

const vorm = z.object({
  id: z.string(),
  pid: z.number().int().positive(),
  host: z.string(),
  start: z.string(),
});
type Houder = z.output<typeof vorm>;

/** Directories that this process holds: its own pid says nothing about them. */
const eigen = new Set<string>();

/**
 * Takes the lock of a directory: a file with the holder in it, made by `link(2)`, so it is there whole or not
 * at all. A holder whose process is gone is replaced; process ids come back, so the moment at which the process
 * began counts too. A holder on another host cannot be looked at and is never replaced: one directory belongs
 * to one process on one machine. Returns how to give it back. @throws LogboekFout `BEZET`
 */
export async function neemSlot(dir: string): Promise<() => Promise<void>> {
  const echt = await realpath(dir);
  if (eigen.has(echt)) throw new LogboekFout('BEZET', 'this process has the log open already');
  eigen.add(echt);
  const pad = slotPad(dir);
  const ik: Houder = {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    start: beginVan(process.pid) ?? '',
  };
  const eigenPad = `${pad}.${ik.id}`;
  try {
    await writeFile(eigenPad, JSON.stringify(ik), { mode: 0o600, flag: 'wx' });
    while (!(await koppel(eigenPad, pad))) await ruimDode(pad, ik.id);
    if ((await houderVan(pad))?.id !== ik.id) throw bezet(undefined);
  } catch (error) {
    eigen.delete(echt);
    throw error;
  } finally {
    await rm(eigenPad, { force: true });
  }
  return async () => {
    eigen.delete(echt);
    if ((await houderVan(pad))?.id === ik.id) await rm(pad, { force: true });
  };
}

/** Whether a live process on this host holds the log. */
export async function isBezet(dir: string): Promise<boolean> {
  const houder = await houderVan(slotPad(dir));
  return houder !== undefined && leeft(houder);
}

/** Removes the lock of a dead holder. @throws LogboekFout `BEZET` when it may live */
async function ruimDode(pad: string, id: string): Promise<void> {
  const houder = await houderVan(pad);
  if (houder !== undefined && leeft(houder)) throw bezet(houder);
  // Another may have been quicker: what is moved away is looked at once more, and put back when it lives.
  const weg = `${pad}.${id}.dood`;
  try {
    await rename(pad, weg);
  } catch (error) {
    if (code(error) === 'ENOENT') return;
    throw error;
  }
  const verplaatst = await houderVan(weg);
  const levend = verplaatst !== undefined && leeft(verplaatst);
  if (levend) await koppel(weg, pad);
  await rm(weg, { force: true });
  if (levend) throw bezet(verplaatst);
}

async function koppel(van: string, naar: string): Promise<boolean> {
  try {
    await link(van, naar);
    return true;
  } catch (error) {
    if (code(error) === 'EEXIST') return false;
    throw error;
  }
}

async function houderVan(pad: string): Promise<Houder | undefined> {
  try {
    return vorm.safeParse(JSON.parse(await readFile(pad, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function leeft({ pid, host, start }: Houder): boolean {
  if (host !== hostname()) return true;
  const nu = beginVan(pid);
  if (nu !== undefined) return nu === start;
  if (pid === process.pid) return false; // ours, of an earlier life: what this process holds is in `eigen`
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return code(error) !== 'ESRCH';
  }
}

/** When a process began, in clock ticks after the boot of the machine (proc(5), field 22), and which boot. */
function beginVan(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const velden = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Killed, but its parent has not looked yet: it holds nothing any more.
    if (velden[0] === 'Z' || velden[0] === 'X') return 'dead';
    return `${boot}:${velden[19] ?? ''}`;
  } catch {
    return undefined;
  }
}

function bezet(houder: Houder | undefined): LogboekFout {
  const wie = houder === undefined ? 'another process' : `process ${houder.pid} on ${houder.host}`;
  return new LogboekFout('BEZET', `the log is open in ${wie}; one directory is for one process`);
}

const code = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
