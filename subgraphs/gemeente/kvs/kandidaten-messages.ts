import { z } from 'zod';
import { isDatumOnvolledig } from '../../kit/index.ts';

/** The search for candidates of the client tracking system: an operation of its own, in its own words. */

const getal = z.number().min(0).nullable();

export const kvsKandidaat = z.object({
  /** Who is not ready for outflow, or placed, is not offered (rule GEREED): another status is no answer. */
  dossierstatus: z.literal('GEREED_VOOR_UITSTROOM'),
  /** Professions the client seeks (`gezocht`) or has practised. */
  beroepen: z.array(z.object({ code: z.string().min(1), gezocht: z.boolean() })),
  urenPerWeek: getal,
  reistijdMinuten: getal,
  maximaleReistijdMinuten: getal,
  werkEnDenkniveau: z
    .string()
    .nullable()
    .transform((waarde) => (waarde === '' ? null : waarde)),
  talen: z.array(z.object({ taal: z.string().min(1), niveau: z.string().nullable() })),
  beschikbaarVanaf: z.string().refine(isDatumOnvolledig).nullable(),
  instrumenten: z.array(z.string().min(1)),
});
export type KvsKandidaat = z.output<typeof kvsKandidaat>;

/** Whose row it is. Rows are read one by one, so that one bad record stays one bad record. */
export const kvsKandidaatIdentificatie = z.object({
  partijIdentificator: z.object({
    codeSoortObjectId: z.literal('bsn'),
    objectId: z.string().regex(/^\d{9}$/),
  }),
});

/** The one page that is read. */
export const kandidatenBladzijde = z.object({
  count: z.int().min(0),
  next: z.string().nullable(),
  results: z.array(z.unknown()),
});
