/** What identifies the entities of the graph: the fields of their `@key`. */
export type ClientSleutel = { readonly clientnummer: string };
export type WerkgeverSleutel = { readonly kvkNummer: string };
export type VacatureSleutel = { readonly id: string };
/** A search for a person: by pseudonym, or by surname with complete date of birth. */
export type ZoekopdrachtSleutel = {
  readonly clientnummer: string | null;
  readonly geslachtsnaam: string | null;
  readonly geboortedatum: string | null;
};
