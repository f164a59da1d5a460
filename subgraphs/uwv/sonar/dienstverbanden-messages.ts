import { z } from 'zod';

/** Counts at one employer: employments that run, and how many of those are of registered jobseekers. */
const dienstverbanden = z
  .object({ rsin: z.string().regex(/^\d{9}$/), lopend: z.int32().min(0), werkzoekenden: z.int32().min(0) })
  .refine(({ lopend, werkzoekenden }) => werkzoekenden <= lopend);
export type SonarDienstverbanden = z.output<typeof dienstverbanden>;

/** Answer of `POST /sonar/v1/dienstverbanden`. */
export const dienstverbandenAntwoord = z.object({ dienstverbanden: z.array(dienstverbanden) });
