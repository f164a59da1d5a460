/**
 * Elements of the SuwiML Basisschema v0801 that several services use, as zod shapes over parsed XML
 * (every value a string). A value that is not of its type makes the whole message ONVERWACHTE_VORM:
 * half a file is worse than no file.
 */
import { z } from 'zod';
import { datumUitJjjjmmdd, xmlOptioneel } from '../kit/index.ts';

/** Largest number GraphQL's Int can carry; an amount above it is no amount of a person. */
const maxInt = 2_147_483_647;

/** `Burgerservicenr`: nine digits, leading zeros included. */
export const burgerservicenr = z.string().regex(/^\d{9}$/);

/** `Datum`: `JJJJMMDD`, zeros for what is not known; read as EDTF. */
const datumWaarde = z.string().transform((waarde, context) => {
  const datum = datumUitJjjjmmdd(waarde);
  if (datum !== undefined) return datum;
  context.addIssue({ code: 'custom', message: 'not a SuwiML date' });
  return z.NEVER;
});
export const verplichteDatum = datumWaarde;
export const datum = xmlOptioneel(datumWaarde);

/** A moment that may lack parts: the (partial) day, and the wall-clock time in the Netherlands. */
export type DatumTijdstip = { readonly datum: string; readonly tijd: string };

/** `DatumTijdstip`: `JJJJMMDDUUMMSShh`, hundredths of seconds dropped. */
export const datumTijdstip = xmlOptioneel(
  z.string().transform((waarde, context): DatumTijdstip => {
    const datum = datumUitJjjjmmdd(waarde.slice(0, 8));
    const delen = /^\d{8}([01]\d|2[0-3])([0-5]\d)([0-5]\d)\d{2}$/.exec(waarde);
    if (datum !== undefined && delen !== null) {
      return { datum, tijd: `${delen[1] ?? ''}:${delen[2] ?? ''}:${delen[3] ?? ''}` };
    }
    context.addIssue({ code: 'custom', message: 'not a SuwiML date and time' });
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

/** `WaardeBedr`: whole cents, never negative. */
const waardeBedr = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(Number)
  .pipe(z.number().int().max(maxInt));
export const centen = xmlOptioneel(waardeBedr);

const teken = xmlOptioneel(z.enum(['+', '-']));

/**
 * `StandaardBedr` as signed cents; no sign is positive, no value is no amount. Only euros: an amount
 * in another currency must not be taken for one.
 */
export const bedrag = xmlOptioneel(
  z
    .object({
      CdMunteenheid: xmlOptioneel(z.literal('EUR')),
      CdPositiefNegatief: teken,
      WaardeBedr: centen,
    })
    .transform((b) => metTeken(b.CdPositiefNegatief, b.WaardeBedr)),
);

/** `StandaardPerc` as a signed percentage: five digits, the last two are decimals (`02500` is 25). */
export const percentage = xmlOptioneel(
  z
    .object({
      CdPositiefNegatief: teken,
      Percentage: xmlOptioneel(
        z
          .string()
          .regex(/^\d{5}$/)
          .transform((waarde) => Number(waarde) / 100),
      ),
    })
    .transform((p) => metTeken(p.CdPositiefNegatief, p.Percentage)),
);

function metTeken(plusMin: '+' | '-' | undefined, waarde: number | undefined): number | undefined {
  return plusMin === '-' && waarde !== undefined && waarde !== 0 ? -waarde : waarde;
}

/**
 * `StdInd`, `StdIndJN`, `StdIndOnb`: 1 is yes and 2 is no. Anything else (0 not known, 8 not
 * applicable, a code to come) says neither, and is read as not known.
 */
export const indicatie = xmlOptioneel(
  verplichteCode.transform((waarde) => (waarde === '1' ? true : waarde === '2' ? false : undefined)),
);
