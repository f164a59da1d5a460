import { z } from 'zod';
import { plaatsingRij } from './messages.ts';

/** Werkplein_Plaatsingen_Werkgever: a placement of a client at an employer. */
export const werkgeverplaatsingRij = plaatsingRij.extend({
  Werkpleinnummer: z.string().min(1),
  KvK_nummer: z.string().regex(/^\d{8}$/),
});
export type WerkgeverplaatsingRij = z.output<typeof werkgeverplaatsingRij>;
