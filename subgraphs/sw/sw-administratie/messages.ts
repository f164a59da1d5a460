import { z } from 'zod';
import { type DatumOnvolledig, datumUitJjjjmmdd, isDatumOnvolledig } from '../../kit/index.ts';

/**
 * What the GetConnectors send, in their own column names. AFAS sends every column of a connector in
 * every row, null when empty: a column that is absent means that the connector was changed.
 */

/** One page of any GetConnector. Rows are read later, one by one, so that one bad row harms one client. */
export const pagina = z.looseObject({
  skip: z.int().min(0),
  take: z.int().min(1),
  rows: z.array(z.looseObject({ Werkpleinnummer: z.string() })),
});
export type RuweRij = z.output<typeof pagina>['rows'][number];

/** Body of a 500: technical and functional errors alike. Only the reference is of use, to AFAS support. */
export const foutbericht = z.looseObject({ profitLogReference: z.string().regex(/^[0-9A-Fa-f-]{32,36}$/) });

const tekst = z
  .string()
  .nullable()
  .transform((waarde) => {
    const kaal = waarde?.trim() ?? '';
    return kaal === '' ? null : kaal;
  });

/**
 * A date field is a day at midnight without a time zone that means anything; a free text field (dates
 * from before a conversion) is `JJJJMMDD` with zeros for what is not known. Another time of day could
 * be the day before or after: not read.
 */
const datum = tekst.transform((waarde, context): DatumOnvolledig | null => {
  if (waarde === null) return null;
  const dag = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0{1,7})?Z?)?$/.exec(waarde)?.[1];
  const gelezen = dag === undefined ? datumUitJjjjmmdd(waarde) : dag;
  if (gelezen !== undefined && isDatumOnvolledig(gelezen)) return gelezen;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

const uren = z.number().min(0).max(168).nullable();

/** Eight digits or empty; seven digits are not padded: that would be a guess. */
const kvkNummer = tekst.pipe(
  z
    .string()
    .regex(/^\d{8}$/)
    .nullable(),
);

export const dienstverbandRij = z.object({
  Soort_dienstverband: tekst,
  Eenheid: tekst,
  Afdeling: tekst,
  Uren_per_week: uren,
  Begindatum: datum,
  Einddatum: datum,
  Consulent_naam: tekst,
  Consulent_functie: tekst,
  Consulent_telefoon: tekst,
  Consulent_email: tekst,
});
export type DienstverbandRij = z.output<typeof dienstverbandRij>;

export const plaatsingRij = z.object({
  Soort_plaatsing: tekst,
  Functie: tekst,
  Uren_per_week: uren,
  Begindatum: datum,
  Einddatum: datum,
  KvK_nummer: kvkNummer,
});
export type PlaatsingRij = z.output<typeof plaatsingRij>;

export const loonwaardeRij = z.object({
  Datum_vaststelling: datum,
  Loonwaarde_percentage: z.number().min(0).max(999).nullable(),
  Methode: tekst,
  Functie: tekst,
});
export type LoonwaardeRij = z.output<typeof loonwaardeRij>;

/** Columns of a line of a development plan, of both kinds of line; those of the other kind are empty. */
const planregel = {
  Omschrijving: tekst,
  Begindatum: datum,
  Streefdatum: datum,
  Datum_behaald: datum,
  Status: tekst,
  Datum_evaluatie: datum,
  Conclusie: tekst,
};

/** A line is a goal or an evaluation; of another kind of line we do not know what its columns mean. */
export const ontwikkelplanRij = z.discriminatedUnion('Soort_regel', [
  z.object({ Soort_regel: z.literal('DOEL'), ...planregel }),
  z.object({ Soort_regel: z.literal('EVALUATIE'), ...planregel }),
]);
export type OntwikkelplanRij = z.output<typeof ontwikkelplanRij>;

/** Werkplein_Caseload: a client and the consulent who guides the client. */
export const caseloadRij = z.object({
  Werkpleinnummer: z.string().min(1),
  Consulentnummer: z.string().min(1),
});
export type CaseloadRij = z.output<typeof caseloadRij>;
