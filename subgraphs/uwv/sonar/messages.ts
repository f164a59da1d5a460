import { z } from 'zod';
import { isBsn } from '../../kit/index.ts';

/** What SONAR sends, in its own names. Its REST service is of our own design: see the README. */

/** One jobseeker of a list; null when the record has no number that can be one, so that it stays one bad record. */
const klant = z
  .object({ bsn: z.string().refine(isBsn) })
  .nullable()
  .catch(null);

/** One page of `POST /sonar/v1/werkvoorraad`. */
export const werkvoorraadBladzijde = z.object({
  werkcoach: z.string(),
  pagina: z.int().min(1),
  volgendePagina: z.int().nullable(),
  totaal: z.int32().min(0),
  klanten: z.array(klant),
});
export type WerkvoorraadBladzijde = z.output<typeof werkvoorraadBladzijde>;

/** `application/problem+json` (RFC 9457) with the code of SONAR. */
export const probleem = z.object({ code: z.string() });
