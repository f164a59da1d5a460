import { z } from 'zod';

/** What goes to and comes from the thread of Apollo's planner. */
export const planWorkerData = z.object({ supergraphSdl: z.string() });

export const planRequest = z.object({ id: z.number(), operation: z.string() });

/** Id 0 says that the planner is ready. The plan is JSON text, `null` when there is nothing to fetch. */
export const planAnswer = z.object({
  id: z.number(),
  plan: z.string().exactOptional(),
  error: z.string().exactOptional(),
});
export type PlanAnswer = z.output<typeof planAnswer>;
