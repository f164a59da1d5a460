/** The load generator, in a process on the core of the subgraphs. */
import { z } from 'zod';
import { ask, script, start } from '../processes/index.ts';
import type { LoadOptions } from './closed-loop.ts';

const measured = z.object({
  answers: z.number(),
  windowMs: z.number(),
  allAnswers: z.number(),
  failures: z.number(),
  p50Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  allCpuMs: z.number().nullable(),
  gatewayCpuMs: z.number().nullable(),
  harnessCpuMs: z.number().nullable(),
  rssMb: z.number().nullable(),
});

export type Measured = z.output<typeof measured>;

export type Load = {
  readonly run: (
    job: LoadOptions & { readonly gatewayPid: number; readonly subgraphsPid: number },
  ) => Promise<Measured>;
  readonly stop: () => Promise<void>;
};

/** For what is in flight after a window, and for a busy machine, milliseconds. */
const graceMs = 60_000;

export function startLoad(): Load {
  const process = start('harness', script(new URL('main.ts', import.meta.url)), true);
  return {
    run: async (job) => ask(process, job, measured, job.rampMs + job.maxWindowMs + graceMs),
    stop: process.stop,
  };
}
