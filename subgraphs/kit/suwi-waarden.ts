import { z } from 'zod';
import { datumUitJjjjmmdd } from './datum.ts';
import { xmlOptioneel } from './soap.ts';

/** The largest amount GraphQL's Int can carry, in cents. */
const maxCenten = 2_147_483_647;

/** `JJJJMMDD` with zeros for unknown parts, to EDTF; a day that does not exist is refused. */
export const suwiDatum = z.string().transform((waarde, context) => {
  const datum = datumUitJjjjmmdd(waarde);
  if (datum !== undefined) return datum;
  context.addIssue({ code: 'custom', message: 'not a date JJJJMMDD' });
  return z.NEVER;
});

/** Sign of an amount or percentage: `CdPositiefNegatief`. */
export const positiefNegatief = z.enum(['+', '-']);

/** Cents without a sign (SuwiML `WaardeBedr`, GWS `WaardeBedrag`), as far as GraphQL's Int reaches. */
export const waardeBedr = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(Number)
  .refine((centen) => centen <= maxCenten, 'amount is too large');

/** Cents with their sign. */
export function getekend(teken: '+' | '-' | undefined, centen: number): number {
  return teken === '-' && centen !== 0 ? -centen : centen;
}

/**
 * SuwiML `StandaardBedr`, of which every part is optional, to signed cents; without a value it is
 * undefined. Only euros: an amount in another currency is refused, it would be read as cents.
 */
export const suwiBedrag = z.preprocess(
  (waarde) => (waarde === '' ? {} : waarde),
  z
    .looseObject({
      CdMunteenheid: xmlOptioneel(z.literal('EUR')),
      CdPositiefNegatief: xmlOptioneel(positiefNegatief),
      WaardeBedr: xmlOptioneel(waardeBedr),
    })
    .transform((b) =>
      b.WaardeBedr === undefined ? undefined : getekend(b.CdPositiefNegatief, b.WaardeBedr),
    ),
);

/** SuwiML `StandaardPerc`: five digits of which two decimals, `04550` is 45.5; undefined without a value. */
export const suwiPercentage = z.preprocess(
  (waarde) => (waarde === '' ? {} : waarde),
  z
    .looseObject({
      CdPositiefNegatief: xmlOptioneel(positiefNegatief),
      Percentage: xmlOptioneel(z.string().regex(/^\d{5}$/)),
    })
    .transform((p) =>
      p.Percentage === undefined ? undefined : getekend(p.CdPositiefNegatief, Number(p.Percentage)) / 100,
    ),
);

/** A code or a text that must not be empty. */
export const gevuld = z.string().min(1);
