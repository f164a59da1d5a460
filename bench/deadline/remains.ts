import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a process holds: what keeps it running by kind (sockets, timers, …), and the heap after a collection. */
export type Remains = {
  readonly resources: Readonly<Record<string, number>>;
  readonly heapBytes: number;
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export function readRemains(): Remains {
  collect();
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  return { resources, heapBytes: process.memoryUsage().heapUsed };
}
