/** A process of the crash test: appends until it is killed, and says which records were acknowledged. */
import { writeSync } from 'node:fs';
import { openProef } from './proefmap.ts';

const [dir = '', naam = ''] = process.argv.slice(2);
const log = await openProef(dir, { maxBytes: 4_000 });

async function schrijver(lijn: number): Promise<void> {
  for (let i = 0; ; i += 1) {
    const ids = [`${naam}.${lijn}.${i}.a`, `${naam}.${lijn}.${i}.b`];
    await log.append(ids.map((id) => ({ id })));
    writeSync(1, ids.map((id) => `${id}\n`).join(''));
  }
}
await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(schrijver));
