import { z } from 'zod';

/** Figures of the client tracking system, in its own names: an operation of our own design, see the README. */

/** No further than the Int of GraphQL reaches; more is no count of people. */
const aantal = z.int32().min(0);

/** Clients with assistance under one law in one municipality. */
const stroom = z.object({
  soort: z.literal('stroom'),
  code: z.string().min(1),
  gemeentecode: z.string().regex(/^\d{4}$/),
  gemeentenaam: z.string(),
  instroom: aantal,
  uitstroom: aantal,
  eindstand: aantal,
  dagenBeeindigd: aantal,
});

/** A count by category of a subject; subjects that we do not know are left alone. */
const telling = z.object({
  soort: z.literal('telling'),
  onderwerp: z.string(),
  code: z.string(),
  aantal,
});

export const kengetallenBladzijde = z.object({
  count: aantal,
  next: z.string().nullable(),
  results: z.array(z.discriminatedUnion('soort', [stroom, telling])),
});
export type KvsKengetallen = z.output<typeof kengetallenBladzijde>['results'];
