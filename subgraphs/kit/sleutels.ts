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
/** A caseload: whose it is, by role and by the number that the partner of that role gives its workers. */
export type WerkvoorraadSleutel = {
  readonly rol: 'KLANTMANAGER' | 'WERKCOACH' | 'ARBEIDSBEMIDDELAAR' | 'MATCHMAKER';
  readonly medewerkernummer: string;
};
/** The period of an accountability report, both days included, `JJJJ-MM-DD`. */
export type VerantwoordingSleutel = { readonly van: string; readonly tot: string };
