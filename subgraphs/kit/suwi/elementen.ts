/**
 * Elements of the SuwiML Basisschema v0801 that several services use, as zod shapes over parsed XML
 * (every value a string). A value that is not of its type makes the whole message ONVERWACHTE_VORM:
 * half a file is worse than no file. Where a service can leave an element out, `datum` is the shape;
 * where it cannot, `verplichteDatum`.
 */
import { z } from 'zod';
import { datumUitJjjjmmdd } from '../datum.ts';
import { xmlOptioneel } from '../xml.ts';
import type { DatumTijdstip } from './tijdstip.ts';

/** Largest number GraphQL's Int can carry; an amount above it is no amount of a person. */
const maxInt = 2_147_483_647;

/** `Burgerservicenr`: nine digits, leading zeros included. */
export const burgerservicenr = z.string().regex(/^\d{9}$/);

/** `Datum`: `JJJJMMDD`, zeros for what is not known, to EDTF; a day that does not exist is refused. */
export const verplichteDatum = z.string().transform((waarde, context) => {
  const datum = datumUitJjjjmmdd(waarde);
  if (datum !== undefined) return datum;
  context.addIssue({ code: 'custom', message: 'not a date JJJJMMDD' });
  return z.NEVER;
});
export const datum = xmlOptioneel(verplichteDatum);

/** `DatumTijdstip`: `JJJJMMDDUUMMSShh`, hundredths of seconds dropped. */
export const datumTijdstip = xmlOptioneel(
  z.string().transform((waarde, context): DatumTijdstip => {
    const datum = datumUitJjjjmmdd(waarde.slice(0, 8));
    const delen = /^\d{8}([01]\d|2[0-3])([0-5]\d)([0-5]\d)\d{2}$/.exec(waarde);
    if (datum !== undefined && delen !== null) {
      return { datum, tijd: `${delen[1] ?? ''}:${delen[2] ?? ''}:${delen[3] ?? ''}` };
    }
    context.addIssue({ code: 'custom', message: 'not a date and time JJJJMMDDUUMMSShh' });
    return z.NEVER;
  }),
);

/** A code of any list: unknown codes are codes too. No SuwiML code is longer than eleven characters. */
export const verplichteCode = z.string().min(1).max(11);
export const code = xmlOptioneel(verplichteCode);

/** Free text or a name. */
export const tekst = xmlOptioneel(z.string());

/** `AantalN2`, `AantalN3`, `TijdN3`, `AantVerloondeUrenIko`: a whole number; hours can be a correction. */
export const aantal = xmlOptioneel(
  z
    .string()
    .regex(/^-?\d{1,5}$/)
    .transform(Number),
);

/** `Tijdsduur`: `UUMM`; read as hours in two decimals (`3630` is 36.5). */
export const uren = xmlOptioneel(
  z
    .string()
    .regex(/^\d{2}[0-5]\d$/)
    .transform((waarde) => {
      const minuten = Number(waarde.slice(0, 2)) * 60 + Number(waarde.slice(2));
      return Math.round((minuten / 60) * 100) / 100;
    }),
);

/** `WaardeBedr`: whole cents, never negative, as far as GraphQL's Int reaches. */
export const verplichteCenten = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(Number)
  .refine((centen) => centen <= maxInt, 'amount is too large');
export const centen = xmlOptioneel(verplichteCenten);

/** `CdMunteenheid` beside an amount that is read as cents of euros: another currency must not be taken for one. */
export const euro = xmlOptioneel(z.literal('EUR'));

/** `CdPositiefNegatief`: the sign beside a value; none is positive. */
export const verplichtTeken = z.enum(['+', '-']);
const teken = xmlOptioneel(verplichtTeken);

/** A value with its sign; nought has none. */
export function metTeken(plusMin: '+' | '-' | undefined, waarde: number): number {
  return plusMin === '-' && waarde !== 0 ? -waarde : waarde;
}

/** An element of which every part is optional: `<X/>` is one without parts. */
function metOptioneleDelen<S extends z.ZodType>(vorm: S) {
  return z.preprocess((waarde) => (waarde === '' ? {} : waarde), vorm);
}

/** `StandaardBedr` of euros as signed cents; without a value it is undefined. */
export const verplichtBedrag = metOptioneleDelen(
  z
    .object({ CdMunteenheid: euro, CdPositiefNegatief: teken, WaardeBedr: centen })
    .transform((b) =>
      b.WaardeBedr === undefined ? undefined : metTeken(b.CdPositiefNegatief, b.WaardeBedr),
    ),
);
export const bedrag = verplichtBedrag.optional();

/** `StandaardPerc` as a signed percentage: five digits, of which two decimals (`04550` is 45.5). */
export const verplichtPercentage = metOptioneleDelen(
  z
    .object({ CdPositiefNegatief: teken, Percentage: xmlOptioneel(z.string().regex(/^\d{5}$/)) })
    .transform((p) =>
      p.Percentage === undefined ? undefined : metTeken(p.CdPositiefNegatief, Number(p.Percentage) / 100),
    ),
);
export const percentage = verplichtPercentage.optional();

/**
 * `StdInd`, `StdIndJN`, `StdIndOnb`: 1 is yes and 2 is no. Anything else (0 not known, 8 not
 * applicable, a code to come) says neither, and is read as not known.
 */
export const indicatie = xmlOptioneel(
  verplichteCode.transform((waarde) => (waarde === '1' ? true : waarde === '2' ? false : undefined)),
);
