import { z } from 'zod';

/** Figures of SONAR, in its own names; its REST service is of our own design: see the README. */

/** No further than the Int of GraphQL reaches; more is no count of people. */
const aantal = z.int32().min(0);

const stroom = z.object({
  /** A benefit, or a registration as a jobseeker. */
  soort: z.enum(['UITKERING', 'INSCHRIJVING']),
  /** CdSzWet of a benefit; empty for a registration. */
  codeWet: z.string(),
  codeGemeente: z.string().regex(/^\d{4}$/),
  naamGemeente: z.string(),
  instroom: aantal,
  uitstroom: aantal,
  lopend: aantal,
  totaalDagenBeeindigd: aantal,
});

export const kengetallenAntwoord = z.object({
  datumVan: z.string(),
  datumTotEnMet: z.string(),
  stromen: z.array(stroom),
  /** Persons who went from a benefit under one law to another; absent when it was not counted. */
  aantalOvergangen: aantal.optional(),
});
export type SonarKengetallen = z.output<typeof kengetallenAntwoord>;
