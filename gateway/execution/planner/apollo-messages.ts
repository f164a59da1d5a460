import { z } from 'zod';

/** What goes to and comes from the thread of Apollo's planner, one answer for each request. */
export const planWorkerData = z.object({ supergraphSdl: z.string() });

export const planRequest = z.object({ operation: z.string() });

/** The plan as JSON text, `null` when there is nothing to fetch; the first one, also `null`, says that it is ready. */
export const planAnswer = z.union([z.object({ plan: z.string() }), z.object({ error: z.string() })]);
export type PlanAnswer = z.output<typeof planAnswer>;
