import { z } from 'zod';
import { isDatumOnvolledig } from '../../kit/index.ts';

/**
 * The client tracking system: partijen, actoren, klantcontacten and digitale adressen as in VNG
 * Klantinteracties; dossier, treden, trajecten, dienstverlening, werkaanbod, tegenprestatie, afspraken,
 * overeenkomsten, workFirst, inburgering and kinderopvang are the system's own expansions. Klantinteracties
 * has internetaken below a klantcontact and without a deadline; this system gives them with the person, with
 * one.
 */

/** Blank text is how this system says "not filled in". */
const tekst = z
  .string()
  .nullish()
  .transform((waarde) => (waarde === '' || waarde === undefined ? null : waarde));

/** ISO 8601-1 with reduced precision (`2015-03-17`, `2015-03`, `2015`), read as EDTF. */
const datum = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .transform((waarde) => waarde + '-XX'.repeat(2 - (waarde.length - 4) / 3))
  .refine(isDatumOnvolledig)
  .nullable();

/** A complete day. */
const dag = z.iso.date();

/** Sent with the offset of the Netherlands, read as UTC. */
const moment = z.iso.datetime({ offset: true }).transform((waarde) => new Date(waarde).toISOString());

const actor = z.object({
  naam: z.string().min(1),
  /** An automated actor or a department has no function and no telephone. */
  actorIdentificatie: z
    .object({ functie: tekst, telefoonnummer: tekst, emailadres: tekst })
    .nullish()
    .transform((waarde) => waarde ?? null),
});
export type KvsActor = z.output<typeof actor>;

const digitaalAdres = z.object({
  adres: z.string().min(1),
  soortDigitaalAdres: z.string(),
  isStandaardAdres: z.boolean().default(false),
});
export type KvsDigitaalAdres = z.output<typeof digitaalAdres>;

const klantcontact = z.object({
  plaatsgevondenOp: moment,
  kanaal: tekst,
  onderwerp: tekst,
  vertrouwelijk: z.boolean(),
  hadBetrokkenActoren: z.array(actor),
});
export type KvsKlantcontact = z.output<typeof klantcontact>;

const dossier = z.object({
  status: z.string().min(1),
  klantvraag: tekst,
  behandelaar: actor.nullable(),
  belemmeringen: z.array(z.object({ omschrijving: z.string().min(1) })),
  indicatieSchuldhulpverlening: z.boolean(),
  opvallendheden: z.array(z.object({ omschrijving: z.string().min(1) })),
  indicatieZelfredzaam: z.boolean().nullable(),
  aanmelddatum: datum,
  doelgroep: tekst,
  datumHerbeoordeling: datum,
});

const tredevaststelling = z.object({ trede: z.int().min(1).max(6), vastgesteldOp: datum });
export type KvsTrede = z.output<typeof tredevaststelling>;

const traject = z.object({ soort: z.string().min(1), doel: tekst, begindatum: datum, einddatum: datum });

const dienstverlening = z.object({ soort: z.string().min(1), begindatum: datum, einddatum: datum });
export type KvsDienstverlening = z.output<typeof dienstverlening>;

const werkaanbod = z.object({ aangebodenOp: datum, omschrijving: tekst });
export type KvsWerkaanbod = z.output<typeof werkaanbod>;

const tegenprestatie = z.object({ omschrijving: tekst, begindatum: datum, einddatum: datum });
export type KvsTegenprestatie = z.output<typeof tegenprestatie>;

const afspraak = z.object({
  begin: moment,
  einde: moment.nullable(),
  onderwerp: tekst,
  locatie: tekst,
  metActor: actor.nullable(),
});

const internetaak = z.object({
  gevraagdeHandeling: z.string().min(1),
  status: z.string().min(1),
  toegewezenOp: moment,
  uiterlijkeDatum: dag.nullable(),
  toegewezenAanActoren: z.array(actor),
});
export type KvsInternetaak = z.output<typeof internetaak>;

const overeenkomst = z.object({
  omschrijving: z.string().min(1),
  gemaaktOp: dag.nullable(),
  uiterlijkeDatum: dag.nullable(),
  nagekomen: z.boolean().nullable(),
});
export type KvsOvereenkomst = z.output<typeof overeenkomst>;

const workFirst = z.object({
  aanmelddatum: datum,
  startdatum: datum,
  datumAanHetWerk: datum,
  datumEersteContact: datum,
  datumUitkeringsintake: datum,
  einddatum: datum,
});
export type KvsWorkFirst = z.output<typeof workFirst>;

const inburgering = z.object({
  status: z.string().min(1),
  aanmelddatum: datum,
  startdatum: datum,
  einddatum: datum,
});
export type KvsInburgering = z.output<typeof inburgering>;

const kinderopvang = z.object({
  soort: z.string().min(1),
  begindatum: datum,
  einddatum: datum,
  urenPerWeek: z.number().min(0).max(168).nullable(),
});
export type KvsKinderopvang = z.output<typeof kinderopvang>;

/** What is asked with `expand`; all of it must come, or a list that was left out would read as empty. */
export const expansies = [
  'digitaleAdressen',
  'betrokkenen.hadKlantcontact',
  'dossier',
  'treden',
  'trajecten',
  'dienstverlening',
  'werkaanbod',
  'tegenprestatie',
  'afspraken',
  'internetaken',
  'overeenkomsten',
  'workFirst',
  'inburgering',
  'kinderopvang',
] as const;

export const kvsPartij = z.object({
  /** Null when nobody said so (Klantinteracties: `partij.indicatieGeheimhouding`). */
  indicatieGeheimhouding: z
    .boolean()
    .nullish()
    .transform((waarde) => waarde ?? null),
  _expand: z.object({
    digitaleAdressen: z.array(digitaalAdres).nullable(),
    betrokkenen: z.array(z.object({ _expand: z.object({ hadKlantcontact: klantcontact }) })),
    dossier: dossier.nullable(),
    treden: z.array(tredevaststelling),
    trajecten: z.array(traject),
    /** These three: null is "not registered in this file", an empty list "registered, and there is none". */
    dienstverlening: z.array(dienstverlening).nullable(),
    werkaanbod: z.array(werkaanbod).nullable(),
    tegenprestatie: z.array(tegenprestatie).nullable(),
    afspraken: z.array(afspraak),
    internetaken: z.array(internetaak),
    overeenkomsten: z.array(overeenkomst),
    workFirst: workFirst.nullable(),
    inburgering: inburgering.nullable(),
    kinderopvang: z.array(kinderopvang),
  }),
});
export type KvsPartij = z.output<typeof kvsPartij>;

/** One page of a search. Partijen are read one by one, so that one bad record stays one bad record. */
export const partijenBladzijde = z.object({
  count: z.int32().min(0),
  next: z.string().nullable(),
  results: z.array(
    z.looseObject({
      partijIdentificatoren: z.array(
        z.object({
          partijIdentificator: z.object({ codeSoortObjectId: z.string(), objectId: z.string() }),
        }),
      ),
    }),
  ),
});
export type PartijenBladzijde = z.output<typeof partijenBladzijde>;
