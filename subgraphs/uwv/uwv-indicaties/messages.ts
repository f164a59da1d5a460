import { z } from 'zod';
import { type DatumOnvolledig, isBsn, isDatumOnvolledig } from '../../kit/index.ts';

/** What the service of indications sends, in its own names. It is of our own design: see the README. */

/** ISO 8601-1 with reduced precision (`2014`, `2014-06`, `2014-06-12`), read as EDTF; null when not known. */
const datum = z
  .string()
  .nullable()
  .transform((waarde, context): DatumOnvolledig | null => {
    if (waarde === null) return null;
    const delen = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(waarde);
    const gelezen = delen === null ? '' : `${delen[1] ?? ''}-${delen[2] ?? 'XX'}-${delen[3] ?? 'XX'}`;
    if (isDatumOnvolledig(gelezen)) return gelezen;
    context.addIssue({ code: 'custom', message: 'not a date' });
    return z.NEVER;
  });

/** A code of any length that is a code; lists grow, so a code we do not know is one too. */
const code = z.string().regex(/^[A-Z][A-Z_]{0,39}$/);

/** One decision or advice. Every member stands in every message, null when there is nothing to say. */
export const indicatie = z.object({
  soort: code,
  besluitdatum: datum,
  geldigVan: datum,
  geldigTot: datum,
  advies: code.nullable(),
});
export type IndicatieBericht = z.output<typeof indicatie>;

/** Answer of `POST /indicaties/v1/zoek`; indications are read one by one, so that a bad one harms its own person only. */
export const zoekAntwoord = z.object({
  personen: z.array(
    z.object({ burgerservicenummer: z.string().refine(isBsn), indicaties: z.array(z.unknown()) }),
  ),
});
