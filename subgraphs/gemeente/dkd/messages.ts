import { z } from 'zod';

/**
 * The digital client file: metadata of `enkelvoudiginformatieobjecten` as in the ZGW Documenten API, with the
 * person they are about (`betrokkene`), which is the file's own. Content and download links (`inhoud`, `link`,
 * `bestandsdelen`) are not read.
 */

/** Blank text is how this system says "not filled in". */
const tekst = z
  .string()
  .nullish()
  .transform((waarde) => (waarde === '' || waarde === undefined ? null : waarde));

export const dkdDocument = z.object({
  uuid: z.uuid(),
  identificatie: z.string().min(1),
  creatiedatum: z.iso.date(),
  titel: tekst,
  vertrouwelijkheidaanduiding: z.string().min(1),
  status: tekst,
  formaat: tekst,
  /** Bytes. */
  bestandsomvang: z
    .int()
    .min(0)
    .nullish()
    .transform((waarde) => waarde ?? null),
  /** What was asked for with `expand` must come; the type itself is a URL of the catalogue. */
  _expand: z.object({ informatieobjecttype: z.object({ omschrijving: z.string().min(1) }) }),
});
export type DkdDocument = z.output<typeof dkdDocument>;

/** One page of a search. Documents are read one by one, so that one bad record stays one bad record. */
export const documentenBladzijde = z.object({
  count: z.int().min(0),
  next: z.string().nullable(),
  results: z.array(
    z.looseObject({
      betrokkene: z.object({ codeSoortObjectId: z.literal('bsn'), objectId: z.string() }),
    }),
  ),
});
export type DocumentenBladzijde = z.output<typeof documentenBladzijde>;
