import { z } from 'zod';

/** An interne taak of Klantinteracties, as it is given back to whoever made it. */
export const internetaak = z.object({
  referentienummer: z.string().min(1).max(10),
  toegewezenOp: z.iso.datetime({ offset: true }).transform((waarde) => new Date(waarde).toISOString()),
  partijIdentificator: z.object({ codeSoortObjectId: z.string(), objectId: z.string() }),
});
export type Internetaak = z.output<typeof internetaak>;

/** Page of a search by reference. */
export const internetakenBladzijde = z.object({ results: z.array(internetaak) });

/** Why a task was not made (problem+json, 400). */
export const weigering = z.object({
  invalidParams: z.array(z.object({ name: z.string(), code: z.string() })),
});
