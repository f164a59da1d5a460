import { z } from 'zod';
import { datumUitJjjjmmdd } from '../../kit/index.ts';

/** `JJJJMMDD`, month and day possibly zero, as EDTF. */
const datum = z.string().transform((waarde, context) => {
  const edtf = datumUitJjjjmmdd(waarde);
  if (edtf !== undefined) return edtf;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

const indicatie = z.enum(['Ja', 'Nee']).transform((waarde) => waarde === 'Ja');

const adres = z.object({
  /** `bezoekadres` or `correspondentieadres`; other kinds may come. */
  type: z.string(),
  indAfgeschermd: indicatie,
  straatnaam: z.string().optional(),
  huisnummer: z.int32().optional(),
  huisletter: z.string().optional(),
  huisnummerToevoeging: z.string().optional(),
  postcode: z.string().optional(),
  plaats: z.string().optional(),
  land: z.string().optional(),
});
export type Adres = z.output<typeof adres>;

/**
 * The owner of a business. Its RSIN is that of a legal person or a partnership, by the legal forms that are
 * known to have one. The fiscal number of a sole trader is the burgerservicenummer of a person: what stands
 * there for one, or for a form that is not known or not said, ends here. The number itself cannot tell: RSIN
 * and burgerservicenummer come from one series and pass the same test.
 */
const eigenaar = z
  .object({
    rechtsvorm: z.string().optional(),
    uitgebreideRechtsvorm: z.string().optional(),
    adressen: z.array(adres).optional(),
    rsin: z
      .string()
      .regex(/^\d{9}$/)
      .refine((nummer) => nummer !== '000000000')
      .optional()
      .catch(undefined),
  })
  .transform(({ rsin, ...rest }) => ({ ...rest, rsin: heeftRsin(rest) ? (rsin ?? null) : null }));

/** Legal forms with an RSIN: legal persons of Book 2 of the Civil Code, and partnerships. */
const vormMetRsin =
  /vennootschap|maatschap|rederij|stichting|vereniging|co[öo]peratie|waarborgmaatschappij|kerkgenootschap|publiekrechtelijke rechtspersoon/i;

function heeftRsin(eigenaar: {
  readonly rechtsvorm?: string | undefined;
  readonly uitgebreideRechtsvorm?: string | undefined;
}): boolean {
  const vormen = [eigenaar.rechtsvorm, eigenaar.uitgebreideRechtsvorm].flatMap((vorm) => vorm ?? []);
  return vormen.some((vorm) => vormMetRsin.test(vorm)) && !vormen.some((vorm) => /eenmanszaak/i.test(vorm));
}

/** Answer of `GET /api/v1/basisprofielen/{kvkNummer}`. */
export const basisprofiel = z.object({
  kvkNummer: z.string().regex(/^\d{8}$/),
  naam: z.string(),
  formeleRegistratiedatum: datum.optional(),
  materieleRegistratie: z.object({ datumAanvang: datum.optional(), datumEinde: datum.optional() }).optional(),
  totaalWerkzamePersonen: z.int32().nonnegative().optional(),
  handelsnamen: z.array(z.object({ naam: z.string(), volgorde: z.int() })).optional(),
  sbiActiviteiten: z
    .array(
      z.object({
        sbiCode: z.string(),
        sbiOmschrijving: z.string().optional(),
        indHoofdactiviteit: indicatie,
      }),
    )
    .optional(),
  _embedded: z
    .object({
      hoofdvestiging: z
        .object({
          vestigingsnummer: z.string().regex(/^\d{12}$/),
          eersteHandelsnaam: z.string().optional(),
          totaalWerkzamePersonen: z.int32().nonnegative().optional(),
          adressen: z.array(adres).optional(),
        })
        .optional(),
      eigenaar: eigenaar.optional(),
    })
    .optional(),
});
export type Basisprofiel = z.output<typeof basisprofiel>;

/** Answer of `GET /api/v1/basisprofielen/{kvkNummer}/vestigingen`. */
export const vestigingen = z.object({
  kvkNummer: z.string().regex(/^\d{8}$/),
  totaalAantalVestigingen: z.int32().nonnegative().optional(),
  vestigingen: z
    .array(
      z.object({
        vestigingsnummer: z.string().regex(/^\d{12}$/),
        eersteHandelsnaam: z.string().optional(),
        indHoofdvestiging: indicatie.optional(),
        indAdresAfgeschermd: indicatie.optional(),
        volledigAdres: z.string().optional(),
      }),
    )
    .optional(),
});
export type Vestigingen = z.output<typeof vestigingen>;

/** Error of the KvK API. IPD0005: no product for this number, which is how it says "nothing found". */
export const foutmelding = z.object({ fout: z.array(z.object({ code: z.string() })).min(1) });
