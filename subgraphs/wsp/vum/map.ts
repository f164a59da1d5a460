import type { Codewaarde, Contactenelders, Contactpersoon } from '../generated/resolvers.ts';
import type { Accountmanager, ContactpersoonAfdeling, Match } from './messages.ts';

/** The meanings of the code lists are not in the contract: a code stays a code. */
function code(waarde: number | undefined): Codewaarde | null {
  return waarde === undefined ? null : { code: String(waarde), omschrijving: null };
}

/** Contacts elsewhere, most recent first: VUM gives them in no order. */
export function mapContactenElders(matches: readonly Match[]): Omit<Contactenelders, 'bron'> {
  return {
    contacten: matches
      .toSorted((a, b) => (a.datum === b.datum ? 0 : a.datum > b.datum ? -1 : 1))
      .map(({ datum, codeOnderwerp, codeSoort, accountmanager, werkgever }) => ({
        datum,
        onderwerp: code(codeOnderwerp),
        soort: code(codeSoort),
        soortAfspraken: code(werkgever?.codeSoortAfspraken),
        organisatie: accountmanager?.naamOrganisatie ?? null,
        accountmanager: mapPersoon(accountmanager, 'accountmanager'),
        contactpersoon: mapPersoon(werkgever?.vestigingsadres?.contactpersoonAfdeling),
        plaats: werkgever?.vestigingsadres?.woonplaatsnaam ?? null,
      })),
  };
}

function mapPersoon(
  persoon: Accountmanager | ContactpersoonAfdeling | undefined,
  functie: string | null = null,
): Contactpersoon | null {
  if (persoon === undefined || persoon.naam === null) return null;
  return {
    naam: persoon.naam,
    functie: 'functie' in persoon ? persoon.functie : functie,
    telefoonnummer: persoon.telefoonnummer,
    emailadres: persoon.emailadres,
  };
}
