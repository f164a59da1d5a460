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
  huisnummer: z.int().optional(),
  huisletter: z.string().optional(),
  huisnummerToevoeging: z.string().optional(),
  postcode: z.string().optional(),
  plaats: z.string().optional(),
  land: z.string().optional(),
});
export type Adres = z.output<typeof adres>;

/** Answer of `GET /api/v1/basisprofielen/{kvkNummer}`. */
export const basisprofiel = z.object({
  kvkNummer: z.string().regex(/^\d{8}$/),
  naam: z.string(),
  formeleRegistratiedatum: datum.optional(),
  materieleRegistratie: z.object({ datumAanvang: datum.optional(), datumEinde: datum.optional() }).optional(),
  totaalWerkzamePersonen: z.int().nonnegative().optional(),
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
          totaalWerkzamePersonen: z.int().nonnegative().optional(),
          adressen: z.array(adres).optional(),
        })
        .optional(),
      eigenaar: z
        .object({
          rechtsvorm: z.string().optional(),
          uitgebreideRechtsvorm: z.string().optional(),
          adressen: z.array(adres).optional(),
        })
        .optional(),
    })
    .optional(),
});
export type Basisprofiel = z.output<typeof basisprofiel>;

/** Error of the KvK API. IPD0005: no product for this number, which is how it says "nothing found". */
export const foutmelding = z.object({ fout: z.array(z.object({ code: z.string() })).min(1) });
