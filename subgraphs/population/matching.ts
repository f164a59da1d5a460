import type { Bevolking, Persoon } from './facts.ts';
import { gemeentegegevens } from './municipalities.ts';
import { beroepen } from './professions.ts';

/**
 * Who of the population can be offered to an employer, by facts that exist for other reasons. What a
 * source would compute or record for itself (travelling time, level) is derived here, without a draw.
 */

/** Ready for outflow at the municipality, and not placed (rule GEREED). */
export function isGereed(persoon: Persoon): boolean {
  return persoon.klantdossier?.status === 'GEREED_VOOR_UITSTROOM' && !isGeplaatst(persoon);
}

/** Registered as a jobseeker, directly employable, and not placed. */
export function isDirectBemiddelbaar(persoon: Persoon): boolean {
  const { werkzoekende } = persoon;
  return (
    werkzoekende?.uitgeschrevenOp === undefined &&
    werkzoekende?.directBemiddelbaar === true &&
    !isGeplaatst(persoon)
  );
}

/** Wage value, percent, from which the company looks for a place outside. */
const LOONWAARDE_NAAR_BUITEN = 30;

/** Works inside at the sheltered-employment company and is able to leave it. */
export function kanNaarBuiten(persoon: Persoon): boolean {
  const dienst = persoon.swDienstverband;
  if (dienst === undefined || dienst.einddatum !== undefined || isGeplaatst(persoon)) return false;
  const laatste = dienst.plaatsingen.at(-1);
  const binnen =
    laatste === undefined || laatste.einddatum !== undefined || laatste.soort === 'BESCHUT_BINNEN';
  return binnen && (persoon.loonwaardemetingen.at(-1)?.percentage ?? 0) >= LOONWAARDE_NAAR_BUITEN;
}

function isGeplaatst(persoon: Persoon): boolean {
  return persoon.voorstellen.some(({ status }) => status === 'GEPLAATST');
}

/** Codes of the professions in someone's work experience, which holds names. */
export function ervaringscodes(persoon: Persoon): readonly string[] {
  const namen = new Set(persoon.werkzoekende?.werkervaring.map(({ beroep }) => beroep));
  return beroepen.filter(({ naam }) => namen.has(naam)).map(({ code }) => code);
}

/** Highest level of a completed education (`werk- en denkniveau`); nothing when none was completed. */
export function werkEnDenkniveau(persoon: Persoon): string | undefined {
  const niveaus = (persoon.werkzoekende?.opleidingen ?? [])
    .filter(({ diploma }) => diploma)
    .map(({ niveau }) => niveau);
  return niveaus.toSorted().at(-1);
}

/** UWV profession codes of the departments of the sheltered-employment company. */
export function beroepenVanAfdeling(afdeling: string): readonly string[] {
  const namen = afdelingsberoepen[afdeling] ?? [];
  return beroepen.filter(({ naam }) => namen.includes(naam)).map(({ code }) => code);
}

const afdelingsberoepen: Readonly<Record<string, readonly string[]>> = {
  Verpakken: ['Inpakker bloemen', 'Sorteerder groenten', 'Orderpicker'],
  Montage: ['Assemblagemedewerker', 'Productiemedewerker'],
  Metaal: ['Lasser', 'Productiemedewerker'],
  Groen: ['Hovenier', 'Medewerker teelt', 'Oogstmedewerker'],
  Schoonmaak: ['Schoonmaker', 'Huishoudelijk medewerker thuiszorg'],
  Catering: ['Keukenhulp', 'Voedingsassistent'],
};

/**
 * Minutes from a home to a place of work, as a route planner would say it: made up, the same both ways.
 * Nothing when one of the two places is not known.
 */
export function reistijdMinuten(persoon: Persoon, plaats: string | null): number | undefined {
  if (plaats === null || plaats === '') return undefined;
  const { woonplaats } = persoon.adres;
  if (woonplaats === plaats) return 10;
  const paar = [woonplaats, plaats].sort().join('|');
  let waarde = 7;
  for (const teken of paar) waarde = (waarde * 31 + (teken.codePointAt(0) ?? 0)) % 1_009;
  return 15 + 5 * (waarde % 9);
}

/** Names of all places that have a place in the population, each once. */
export const allePlaatsen: readonly string[] = [
  ...new Set(Object.values(gemeentegegevens).flatMap(({ plaatsen }) => plaatsen.map(({ naam }) => naam))),
].sort();

/** Persons of the population that meet a condition, in its order. */
export function kandidatenVan(
  { personen }: Bevolking,
  voorwaarde: (persoon: Persoon) => boolean,
): readonly Persoon[] {
  return personen.filter(voorwaarde);
}
