import { z } from 'zod';

/** Answer of `POST /sonar/v1/correctieverzoeken`: 201 when it is new, 200 when the reference was known. */
export const correctieAntwoord = z.object({
  kenmerk: z.string(),
  nummer: z.string().min(1).max(40),
  ontvangenOp: z.iso.datetime({ offset: true }).transform((waarde) => new Date(waarde).toISOString()),
});

/** Code of a refusal (problem+json). */
export const weigering = z.object({ code: z.string() });
