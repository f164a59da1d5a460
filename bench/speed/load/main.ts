/** The load generator as a process: runs one closed loop for each message. */
import { z } from 'zod';
import { answerMessages, costOf, processTree } from '../processes/index.ts';
import { runClosedLoop } from './closed-loop.ts';

const job = z.object({
  port: z.number(),
  body: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  inFlight: z.number(),
  rampMs: z.number(),
  windowMs: z.number(),
  maxWindowMs: z.number(),
  minAnswers: z.number(),
  minBytes: z.number(),
  gatewayPid: z.number(),
  subgraphsPid: z.number(),
});

answerMessages(async (message) => {
  const { gatewayPid, subgraphsPid, ...options } = job.parse(message);
  const gateway = processTree(gatewayPid);
  const harness = [process.pid, subgraphsPid];
  const costs: ReturnType<typeof costOf>[] = [];
  const readCosts = (): void => {
    costs.push(costOf(gateway), costOf(harness));
  };
  const before = costOf(gateway);
  const { latenciesMs, ...result } = await runClosedLoop(options, readCosts, readCosts);
  const after = costOf(gateway);
  const [gatewayBefore, harnessBefore, gatewayAfter, harnessAfter] = costs;
  const quantile = (share: number): number | null =>
    latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(latenciesMs.length * share))] ?? null;
  return {
    ...result,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    // Of the whole run: at the edges of the window, answers and the work for them are not in step.
    allCpuMs: difference(before, after),
    gatewayCpuMs: difference(gatewayBefore, gatewayAfter),
    harnessCpuMs: difference(harnessBefore, harnessAfter),
    rssMb: gatewayAfter?.rssMb ?? null,
  };
});

function difference(before: ReturnType<typeof costOf>, after: ReturnType<typeof costOf>): number | null {
  return before === undefined || after === undefined ? null : after.cpuMs - before.cpuMs;
}
