import { z } from 'zod';

/** Groups of `$apply`, under the aliases that we ask for. A column that is grouped on may be empty. */
const aantal = z.int32().min(0);

export const soortgroep = z.object({ wg_soort: z.int().nullable(), aantal });
export const statusgroep = z.object({ wg_status: z.int().nullable(), aantal });
export const sluitgroep = z.object({
  wg_status: z.int().nullable(),
  aantal,
  /** Days from registration to closing, together; a calculated column of the CRM. */
  dagen: aantal.nullable(),
});

/** What the CRM counted over a period. */
export type CrmKengetallen = {
  readonly ontvangen: readonly z.output<typeof soortgroep>[];
  readonly gesloten: readonly z.output<typeof sluitgroep>[];
  readonly open: readonly z.output<typeof soortgroep>[];
  readonly voorstellen: readonly z.output<typeof statusgroep>[];
};
