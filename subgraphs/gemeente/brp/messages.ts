import { z } from 'zod';
import { isBsn } from '../../kit/index.ts';

/** BRP Personen bevragen 2.7: what we read of its answers, in its own words. */

/** Value of a national table; a foreign place or a value that left the table comes without code. */
const waardetabel = z.object({ code: z.string().optional(), omschrijving: z.string().optional() });
export type Waardetabel = z.output<typeof waardetabel>;

const jaar = z.int().min(1).max(9999);
const maand = z.int().min(1).max(12);

/** `AbstractDatum`: a date says in `type` which of its parts are known. */
export const abstractDatum = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Datum'), datum: z.iso.date() }),
  z.object({ type: z.literal('JaarMaandDatum'), jaar, maand }),
  z.object({ type: z.literal('JaarDatum'), jaar }),
  z.object({ type: z.literal('DatumOnbekend') }),
]);
export type AbstractDatum = z.output<typeof abstractDatum>;

/** Delivered unasked beside every group of fields of which one is under investigation. */
const inOnderzoek = z.record(z.string(), z.unknown()).optional();

const verblijfadres = z.object({
  officieleStraatnaam: z.string().optional(),
  korteStraatnaam: z.string().optional(),
  huisnummer: z.int32().optional(),
  huisletter: z.string().optional(),
  huisnummertoevoeging: z.string().optional(),
  aanduidingBijHuisnummer: waardetabel.optional(),
  postcode: z.string().optional(),
  woonplaats: z.string().optional(),
  locatiebeschrijving: z.string().optional(),
  regel1: z.string().optional(),
  regel2: z.string().optional(),
  regel3: z.string().optional(),
  land: waardetabel.optional(),
  inOnderzoek,
});

/** `AbstractVerblijfplaats` and its four kinds; a kind we do not know keeps its name. */
const verblijfplaats = z.object({
  type: z.string().min(1),
  verblijfadres: verblijfadres.optional(),
  functieAdres: waardetabel.optional(),
  datumVan: abstractDatum.optional(),
  indicatieVastgesteldVerblijftNietOpAdres: z.boolean().optional(),
  inOnderzoek,
});
export type BrpVerblijfplaats = z.output<typeof verblijfplaats>;

export const brpPersoon = z.object({
  burgerservicenummer: z.string().refine(isBsn),
  naam: z
    .object({
      voornamen: z.string().optional(),
      voorletters: z.string().optional(),
      voorvoegsel: z.string().optional(),
      geslachtsnaam: z.string().optional(),
      volledigeNaam: z.string().optional(),
      inOnderzoek,
    })
    .optional(),
  geslacht: waardetabel.optional(),
  geboorte: z
    .object({ datum: abstractDatum.optional(), plaats: waardetabel.optional(), inOnderzoek })
    .optional(),
  gemeenteVanInschrijving: waardetabel.optional(),
  verblijfplaats: verblijfplaats.optional(),
  /** Absent when there is no secrecy. */
  geheimhoudingPersoonsgegevens: z.boolean().optional(),
  opschortingBijhouding: z.object({ reden: waardetabel.optional() }).optional(),
  inOnderzoek,
});
export type BrpPersoon = z.output<typeof brpPersoon>;

/**
 * The envelope of both questions we ask. Persons are read one by one (`brpPersoon`): a record that
 * cannot be read must not take the other nineteen down.
 */
function personenAntwoord<const T extends string>(type: T) {
  return z.object({
    type: z.literal(type),
    personen: z.array(z.looseObject({ burgerservicenummer: z.string().refine(isBsn) })),
  });
}

export const raadpleegAntwoord = personenAntwoord('RaadpleegMetBurgerservicenummer');
export const zoekAntwoord = personenAntwoord('ZoekMetGeslachtsnaamEnGeboortedatum');

/** What the BRP takes as a family name to search with: a wildcard only at the end, after three characters. */
export const geslachtsnaamFilter = /^[a-zA-Z0-9À-ž .\-']{1,200}$|^[a-zA-Z0-9À-ž .\-']{3,199}\*$/;
