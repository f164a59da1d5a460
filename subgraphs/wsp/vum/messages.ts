import { z } from 'zod';
import { isDatumOnvolledig } from '../../kit/index.ts';

/**
 * Answer of `POST /werkgeverscontactmomenten/matches`, VUM 3.0.0. An empty value counts as absent
 * (VUM interface specification, "JSON weergave"). Codes are whole numbers; the lists of the contract
 * are not enforced, so that a code of a later version survives.
 */
const tekst = z
  .string()
  .optional()
  .transform((waarde) => {
    const kaal = waarde?.trim() ?? '';
    return kaal === '' ? null : kaal;
  });
const code = z.int().optional();

const datum = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDatumOnvolledig);

const contactpersoonAfdeling = z.object({
  naam: tekst,
  functie: tekst,
  emailadres: tekst,
  telefoonnummer: tekst,
});
export type ContactpersoonAfdeling = z.output<typeof contactpersoonAfdeling>;

const accountmanager = z.object({
  naam: tekst,
  naamOrganisatie: tekst,
  emailadres: tekst,
  telefoonnummer: tekst,
});
export type Accountmanager = z.output<typeof accountmanager>;

/** `MPWerkgeverscontactmomentMatch`; the contract lets the employer be absent. */
export const match = z.object({
  datum,
  codeOnderwerp: code,
  codeSoort: code,
  accountmanager: accountmanager.optional(),
  werkgever: z
    .object({
      nummerKvk: z.string().regex(/^\d{8}$/),
      codeSoortAfspraken: code,
      vestigingsadres: z
        .object({ woonplaatsnaam: tekst, contactpersoonAfdeling: contactpersoonAfdeling.optional() })
        .optional(),
    })
    .optional(),
});
export type Match = z.output<typeof match>;

export const matches = z.object({
  /** The sources could give more than was given back. */
  maximumAantalResultatenBereikt: z.boolean(),
  matches: z.array(match),
});
