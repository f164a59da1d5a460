import { z } from 'zod';

/** A row of the GetConnector `Werkplein_Correctieverzoeken`. */
export const correctieRij = z.object({
  Werkpleinnummer: z.string(),
  Kenmerk: z.string(),
  Nummer: z.string().min(1).max(40),
  /** A moment in UTC. */
  Ontvangen_op: z.iso.datetime(),
});
