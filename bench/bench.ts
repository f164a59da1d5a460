/**
 * `npm run bench [-- flags]`: what the front office's operations cost in calls, and how fast the gateway is
 * beside others, and what access and accounting add to that. Prints tables and writes `bench/results.json`; see `bench/README.md`.
 */
import { writeFileSync } from 'node:fs';
import { meetAantallen, printAantallen } from './aantallen.ts';
import { measureAccess, printAccess } from './access/index.ts';
import { meetEerstePlannen, printEerstePlannen } from './first-plan.ts';
import {
  buildContestants,
  hasPeer,
  installPeers,
  measureSpeed,
  parseOptions,
  printProfiles,
  printReport,
} from './speed/index.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.error(`stopped by ${signal}`);
    process.exit(130);
  });
}

const options = parseOptions(process.argv.slice(2));
const aantallen = await meetAantallen();
console.log(printAantallen(aantallen));
const eerstePlannen = await meetEerstePlannen();
console.log(`\n${printEerstePlannen(eerstePlannen)}\n`);
buildContestants(console.error);
const access = options.access
  ? await measureAccess({ ...options, warmupAnswers: 4_000 }, console.error)
  : undefined;
if (access !== undefined) console.log(`\n${printAccess(access)}`);
const unavailable = hasPeer(options.only) ? installPeers(console.error) : undefined;
const speed = options.only.length === 0 ? undefined : await measureSpeed(options, console.error, unavailable);
if (speed !== undefined) console.log(`\n${printReport(speed)}`);
if (options.profile !== undefined) console.log(`\n${printProfiles(options.profile)}`);
writeFileSync(
  new URL('results.json', import.meta.url),
  `${JSON.stringify({ aantallen, eerstePlannen, access, speed }, null, 2)}\n`,
);
// Peers may be missing; without our own figures the run says nothing.
const missing = speed?.notMeasured.some(({ contestant }) => contestant.startsWith('ours'));
if (missing === true) process.exitCode = 1;
