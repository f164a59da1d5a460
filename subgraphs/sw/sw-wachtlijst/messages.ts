import { z } from 'zod';
import { type DatumOnvolledig, datumUitJjjjmmdd, isBsn } from '../../kit/index.ts';

/** The columns of the export that we use, by their names in the header record; others are let be. */
export const kolommen = ['BSN', 'PLAATS', 'AANGEMELD', 'INDICATIE', 'GELDIG_TOT', 'VOORKEUR'] as const;
export type Kolom = (typeof kolommen)[number];

/** First field of the trailer record `#EINDE;<aantal>;<datum JJJJMMDD>`. */
export const slotmerk = '#EINDE';

/** The trailer: number of data records in the file, and the day the file is of. Never a partial day. */
export const slotregel = z.tuple([
  z.literal(slotmerk),
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number),
  z.string().transform((waarde, context): DatumOnvolledig => {
    const datum = datumUitJjjjmmdd(waarde);
    if (datum !== undefined && !datum.includes('X')) return datum;
    context.addIssue({ code: 'custom', message: 'not a full date' });
    return z.NEVER;
  }),
]);

/** An empty field is absent. U+FFFD is what a file in another encoding than UTF-8 turns into: unreadable. */
const tekst = z
  .string()
  .refine((waarde) => !waarde.includes('\uFFFD'))
  .transform((waarde) => {
    const kaal = waarde.trim();
    return kaal === '' ? null : kaal;
  });

const datum = tekst.transform((waarde, context): DatumOnvolledig | null => {
  const gelezen = waarde === null ? null : datumUitJjjjmmdd(waarde);
  if (gelezen !== undefined) return gelezen;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

/** One data record. A BSN of eight digits lost its zero on the way: it is not padded, that would be a guess. */
export const wachtlijstRij = z.object({
  BSN: z.string().refine(isBsn),
  PLAATS: tekst.pipe(
    z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number)
      .nullable(),
  ),
  AANGEMELD: datum,
  INDICATIE: tekst,
  GELDIG_TOT: datum,
  VOORKEUR: tekst,
});
export type WachtlijstRij = z.output<typeof wachtlijstRij>;
