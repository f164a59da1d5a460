import { z } from 'zod';
import { type DatumOnvolledig, datumUitJjjjmmdd, isDatumOnvolledig } from '../../kit/index.ts';

/** Rows of the GetConnector `Werkplein_Kandidaten`, in its own column names; an empty column is null. */

/** Several values in one column, separated by `;`. */
const lijst = z
  .string()
  .nullable()
  .transform((waarde) => (waarde ?? '').split(';').flatMap((deel) => deel.trim() || []));

/** A day at midnight, or the text `JJJJMMDD` with zeros for what is not known. */
const datum = z
  .string()
  .nullable()
  .transform((waarde, context): DatumOnvolledig | null => {
    if (waarde === null || waarde.trim() === '') return null;
    const dag = /^(\d{4}-\d{2}-\d{2})T00:00:00Z?$/.exec(waarde)?.[1] ?? datumUitJjjjmmdd(waarde);
    if (dag !== undefined && isDatumOnvolledig(dag)) return dag;
    context.addIssue({ code: 'custom', message: 'not a date' });
    return z.NEVER;
  });

export const kandidaatRij = z.object({
  /** UWV profession codes that go with the department. */
  Beroepscodes: lijst,
  Uren_per_week: z.number().min(0).max(168).nullable(),
  /** Places that the worker can travel to; empty when nobody recorded it. */
  Werkgebied: lijst,
  Beschikbaar_vanaf: datum,
  /** What the company can arrange for this worker. */
  Instrumenten: lijst,
});
export type KandidaatRij = z.output<typeof kandidaatRij>;

/** One page of the connector; rows are read one by one, so that one bad row is one bad row. */
export const kandidatenPagina = z.object({
  skip: z.literal(0),
  take: z.int().min(1),
  rows: z.array(z.looseObject({ Werkpleinnummer: z.string() })),
});
