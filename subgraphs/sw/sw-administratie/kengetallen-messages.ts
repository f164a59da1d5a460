import { z } from 'zod';

/**
 * Rows of the GetConnector `Werkplein_Kengetallen`, in its own column names: figures of the company over a
 * period, never a worker. It is filtered on the period as one text, `JJJJ-MM-DD/JJJJ-MM-DD` (ISO 8601-1).
 */

/** No further than the Int of GraphQL reaches; more is no count of people. */
const aantal = z.int32().min(0);

export const kengetalRij = z.object({
  Periode: z.string(),
  /** DIENSTVERBAND, WACHTLIJST, PLAATSING or NAAR_BUITEN; others are left alone. */
  Onderwerp: z.string(),
  Code: z.string(),
  Gemeentecode: z.string().nullable(),
  Gemeentenaam: z.string().nullable(),
  Instroom: aantal.nullable(),
  Uitstroom: aantal.nullable(),
  Eindstand: aantal.nullable(),
  Dagen_beeindigd: aantal.nullable(),
  /** Of a count by code. */
  Aantal: aantal.nullable(),
});
export type KengetalRij = z.output<typeof kengetalRij>;

/** One page of the connector. */
export const kengetallenPagina = z.object({
  skip: z.literal(0),
  take: z.int().min(1),
  rows: z.array(kengetalRij),
});
