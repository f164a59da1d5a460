import { z } from 'zod';

/** A row of `wg_voorstellen` with the candidate and nothing else. */
export const werkvoorraadRij = z.object({ wg_clientnummer: z.string().min(1) });
export type WerkvoorraadRij = z.output<typeof werkvoorraadRij>;
