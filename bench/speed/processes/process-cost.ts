import { readdirSync, readFileSync } from 'node:fs';

/** What a process tree took so far; `undefined` where the machine does not tell (no Linux `/proc`). */
export type Cost = { readonly cpuMs: number; readonly rssMb: number };

/** A process and all processes below it. */
export function processTree(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of list('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    // The command in the second field may hold spaces and parentheses: count from the last one.
    const stat = read(`/proc/${pid}/stat`);
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(pid, Number(parent));
  }
  const tree = new Set([root]);
  for (let before = 0; before !== tree.size; ) {
    before = tree.size;
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

/** CPU time in milliseconds and resident memory in MB (10^6 bytes) of these processes together. */
export function costOf(pids: readonly number[]): Cost | undefined {
  let cpuNs = 0;
  let rssKb = 0;
  let known = false;
  for (const pid of pids) {
    // Nanoseconds a thread ran; the times in `stat` are hundredths of a second, too coarse for a light load.
    for (const thread of list(`/proc/${pid}/task`)) {
      const [ran] = read(`/proc/${pid}/task/${thread}/schedstat`)?.split(' ') ?? [];
      if (ran === undefined) continue;
      cpuNs += Number(ran);
      known = true;
    }
    rssKb += Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);
  }
  return known ? { cpuMs: cpuNs / 1e6, rssMb: (rssKb * 1024) / 1e6 } : undefined;
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process or thread ended meanwhile.
    return undefined;
  }
}
