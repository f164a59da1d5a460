import { z } from 'zod';
import { isDatumOnvolledig } from '../../kit/index.ts';
import { label } from './odata.ts';

/** Rows of the CRM, in its own names; only the columns that we select. An empty column is null, and so is an empty text. */
const tekst = z
  .string()
  .nullable()
  .transform((waarde) => (waarde === '' ? null : waarde));
/** A short text that people type: spaces around it mean nothing, and an empty text is an empty column. */
const kolomtekst = z
  .string()
  .nullable()
  .transform((waarde) => {
    const kaal = waarde?.trim() ?? '';
    return kaal === '' ? null : kaal;
  });
const optie = z.int().nullable();
const optielabel = z.preprocess((waarde) => (waarde === '' ? undefined : waarde), z.string().optional());
/** A key kept as text: the CRM takes no notice of spaces around it when it compares. */
const kvknummer = kolomtekst;
const dag = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDatumOnvolledig)
  .nullable();
const sleutel = z.guid().transform((id) => id.toLowerCase());

/** `systemusers`: a worker with a licence for the CRM. */
const systemuser = z.object({
  fullname: tekst,
  title: tekst,
  address1_telephone1: tekst,
  internalemailaddress: tekst,
});

/** `contacts`: a person at an employer. */
const contact = z.object({
  contactid: sleutel,
  fullname: tekst,
  jobtitle: tekst,
  telephone1: tekst,
  emailaddress1: tekst,
});

/** `accounts`: an employer. */
export const account = z.object({
  accountid: sleutel,
  name: tekst,
  wg_kvknummer: kvknummer,
  wg_branche: optie,
  [`wg_branche${label}` as const]: optielabel,
  primarycontactid: contact.nullable(),
  /** Null when a team owns the account. */
  owninguser: systemuser.nullable(),
});
export type Account = z.output<typeof account>;

/** `wg_vacatures`: a vacancy. */
export const vacature = z.object({
  wg_vacatureid: sleutel,
  /** Autonumber: unique, never empty, rises with every registration. */
  wg_vacaturenummer: z.string().min(1),
  wg_titel: tekst,
  wg_soort: optie,
  [`wg_soort${label}` as const]: optielabel,
  wg_beroepcode: tekst,
  wg_beroepnaam: tekst,
  wg_urenperweek: z.number().nullable(),
  wg_aantalplaatsen: z.int32().nullable(),
  wg_plaats: tekst,
  wg_geplaatstop: dag,
  wg_sluitingsdatum: dag,
  /** The profile. Lists are text columns of one item a line. */
  wg_beroepuri: kolomtekst,
  wg_werkdenkniveau: kolomtekst,
  wg_urenvan: z.number().nullable(),
  wg_urentot: z.number().nullable(),
  wg_arbeidsmarktregio: kolomtekst,
  wg_postcodegebied: kolomtekst,
  wg_taaleisen: tekst,
  wg_rijbewijzen: tekst,
  wg_vaardigheden: tekst,
  wg_status: optie,
  [`wg_status${label}` as const]: optielabel,
  _wg_werkgeverid_value: sleutel.nullable(),
  wg_werkgeverid: z.object({ wg_kvknummer: kvknummer }).nullable(),
});
export type Vacature = z.output<typeof vacature>;

/** `wg_voorstellen`: a candidate proposed for a vacancy. */
export const voorstel = z.object({
  wg_voorstelid: sleutel,
  wg_clientnummer: z.string().min(1),
  wg_voorgesteldop: dag,
  wg_status: optie,
  [`wg_status${label}` as const]: optielabel,
  wg_terugkoppeling: tekst,
  _wg_vacatureid_value: sleutel.nullable(),
  wg_vacatureid: vacature.nullable(),
});
export type Voorstel = z.output<typeof voorstel>;

/** `wg_contactmomenten`: a contact of a partner with an employer. */
export const contactmoment = z.object({
  wg_contactmomentid: sleutel,
  _wg_werkgeverid_value: sleutel,
  wg_op: z.iso.datetime({ offset: true }).nullable(),
  wg_soort: optie,
  [`wg_soort${label}` as const]: optielabel,
  wg_onderwerp: tekst,
  /** Row of `wg_partners`: the partners are a table, since they come and go. */
  wg_namens: z.object({ wg_code: z.string().min(1), wg_naam: tekst }).nullable(),
  owninguser: systemuser.nullable(),
});
export type Contactmoment = z.output<typeof contactmoment>;

/** `wg_zoekopdrachten`: what an employer asked the service point to look for. */
export const zoekopdracht = z.object({
  wg_zoekopdrachtid: sleutel,
  _wg_werkgeverid_value: sleutel,
  wg_omschrijving: tekst,
  wg_beroepcode: tekst,
  wg_beroepnaam: tekst,
  wg_aantal: z.int32().nullable(),
  wg_ontvangenop: dag,
  wg_uiterlijk: dag,
  wg_status: optie,
  [`wg_status${label}` as const]: optielabel,
  owninguser: systemuser.nullable(),
});
export type Zoekopdracht = z.output<typeof zoekopdracht>;

/** `wg_plaatsingsafspraken`: an instrument arranged for a placement. */
export const plaatsingsafspraak = z.object({
  wg_plaatsingsafspraakid: sleutel,
  _wg_voorstelid_value: sleutel,
  /** Row of `wg_instrumenten`: the instruments are a table, since they come and go. */
  wg_instrumentid: z.object({ wg_code: z.string().min(1), wg_naam: tekst }).nullable(),
  wg_status: optie,
  [`wg_status${label}` as const]: optielabel,
  wg_begindatum: dag,
  wg_einddatum: dag,
  wg_urenperweek: z.number().nullable(),
  wg_toelichting: tekst,
});
export type Plaatsingsafspraak = z.output<typeof plaatsingsafspraak>;

export type Systemuser = z.output<typeof systemuser>;
export type Contact = z.output<typeof contact>;
