/**
 * `tsx bench/deadline.ts [--budget <ms>] [--in-flight <n>] [--rounds <n>]`: when answers arrive while one of four
 * partners hangs, and what that leaves in the gateway's process. All at once, and spread over the time of one answer.
 * The gateway, the partners and the asker are a process each: with fewer processors than that, or others on them,
 * the times are those of the queue for a processor.
 */
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Pool } from 'undici';
import { dataOfThree, operation, silences, variables } from './deadline/index.ts';
import { startProcesses } from './deadline/processes.ts';

const { values } = parseArgs({
  options: {
    budget: { type: 'string', default: '800' },
    'in-flight': { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
  },
});
const budgetMs = Number(values.budget);
const inFlight = Number(values['in-flight']);
const rounds = Number(values.rounds);

type Arrival = { readonly afterMs: number; readonly isWhole: boolean };

const body = JSON.stringify({ query: operation, variables });

async function ask(pool: Pool, path: string, ms: number): Promise<Arrival> {
  const start = performance.now();
  const response = await pool.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', 'x-tijdbudget-ms': String(ms) },
    body,
  });
  const { data } = (await response.body.json()) as { readonly data?: unknown };
  return { afterMs: performance.now() - start, isWhole: isDeepStrictEqual(data, dataOfThree) };
}

/** Everybody at the same moment, `rounds` times. */
async function together(one: () => Promise<Arrival>): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  for (let round = 0; round < rounds; round += 1) {
    arrivals.push(...(await Promise.all(Array.from({ length: inFlight }, one))));
  }
  return arrivals;
}

/** As many in flight, begun evenly over the time of one answer, each asking again when it has its answer. */
async function spread(one: () => Promise<Arrival>): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  await Promise.all(
    Array.from({ length: inFlight }, async (_none, i) => {
      await pause((i * budgetMs) / inFlight);
      for (let round = 0; round < rounds; round += 1) arrivals.push(await one());
    }),
  );
  return arrivals;
}

function describe(name: string, arrivals: readonly Arrival[], cpuMs: number): string {
  const times = arrivals.map(({ afterMs }) => afterMs).toSorted((a, b) => a - b);
  const at = (part: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1);
  const whole = arrivals.filter(({ isWhole }) => isWhole).length;
  return (
    `  ${name.padEnd(9)} first ${at(0)}  p50 ${at(0.5)}  p99 ${at(0.99)}  last ${at(1)} ms` +
    `   ${whole} of ${times.length} with the other three whole   ${(cpuMs / times.length).toFixed(2)} ms cpu each`
  );
}

const idleMs = 6_000;

console.log(
  `budget ${budgetMs} ms, ${inFlight} in flight; load of this machine ${loadavg()[0]?.toFixed(1) ?? ''}`,
);
for (const silence of silences) {
  const { url, gateway, stop } = await startProcesses(silence);
  const pool = new Pool(url.origin, { connections: inFlight });
  const one = (ms = budgetMs) => ask(pool, url.pathname, ms);
  // Until the compiler has seen the path often enough.
  for (let i = 0; i < 40; i += 1) await Promise.all(Array.from({ length: 25 }, () => one(60)));
  await pause(idleMs);
  const before = await gateway();
  console.log(`\nthe fourth partner: ${silence}`);
  for (const [name, load] of [
    ['together', together],
    ['spread', spread],
  ] as const) {
    const { cpuMs } = await gateway();
    const arrivals = await load(() => one());
    console.log(describe(name, arrivals, (await gateway()).cpuMs - cpuMs));
  }
  await pool.destroy();
  await pause(idleMs);
  const after = await gateway();
  console.log(`  held before ${JSON.stringify(before.resources)}, after ${JSON.stringify(after.resources)}`);
  console.log(`  heap before ${megabytes(before.heapBytes)}, after ${megabytes(after.heapBytes)}`);
  await stop();
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
