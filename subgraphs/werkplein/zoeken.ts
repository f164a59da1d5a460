import { GraafFout, isBsn, isDatumOnvolledig, type ZoekopdrachtSleutel } from '../kit/index.ts';
import type { Ingebracht } from './bronstand.ts';

/** Arguments of `zoekClient`. */
export type Zoekargumenten = {
  readonly bsn?: string | null | undefined;
  readonly geslachtsnaam?: string | null | undefined;
  readonly geboortedatum?: string | null | undefined;
};

const naamvorm = /^(?=.*\p{L})(?:[\p{L}\p{M} .'-]{1,200}|[\p{L}\p{M} .'-]{3,199}\*)$/u;

/**
 * Checks a search and turns a BSN into the pseudonym; the BSN goes no further.
 * @throws GraafFout ONGELDIGE_INVOER
 */
export function leesZoekopdracht(
  argumenten: Zoekargumenten,
  clientnummerVan: (bsn: string) => string,
): ZoekopdrachtSleutel {
  const { bsn, geslachtsnaam, geboortedatum } = argumenten;
  if (typeof bsn === 'string') {
    if (typeof geslachtsnaam === 'string' || typeof geboortedatum === 'string') {
      throw new GraafFout(
        'ONGELDIGE_INVOER',
        'Search by bsn, or by geslachtsnaam with geboortedatum, not both.',
      );
    }
    if (!isBsn(bsn)) throw new GraafFout('ONGELDIGE_INVOER', 'bsn is not a valid burgerservicenummer.');
    return { clientnummer: clientnummerVan(bsn), geslachtsnaam: null, geboortedatum: null };
  }
  if (typeof geslachtsnaam !== 'string' || typeof geboortedatum !== 'string') {
    throw new GraafFout('ONGELDIGE_INVOER', 'Give bsn, or geslachtsnaam together with geboortedatum.');
  }
  // One spelling of an accented letter: registers know `ä`, not `a` with a mark behind it.
  const naam = geslachtsnaam.trim().normalize('NFC');
  if (!naamvorm.test(naam)) throw new GraafFout('ONGELDIGE_INVOER', 'geslachtsnaam is not a surname.');
  if (geboortedatum.includes('X') || !isDatumOnvolledig(geboortedatum)) {
    throw new GraafFout('ONGELDIGE_INVOER', 'geboortedatum must be a complete date.');
  }
  return { clientnummer: null, geslachtsnaam: naam, geboortedatum };
}

/** What the search in the register of persons brought in, when the question was asked by name. */
export type ZoektreffersInvoer = {
  readonly inBrp?: Ingebracht<{ readonly clienten?: readonly { readonly clientnummer: string }[] | null }>;
};

/**
 * The clients found: the one of the BSN, or those of the register; null when the register did not answer.
 * Nothing found in the register is an answer: no clients.
 */
export function gevondenClienten(
  zoekopdracht: Partial<ZoekopdrachtSleutel> & ZoektreffersInvoer,
): readonly { readonly clientnummer: string }[] | null {
  if (typeof zoekopdracht.clientnummer === 'string') return [{ clientnummer: zoekopdracht.clientnummer }];
  const { inBrp } = zoekopdracht;
  if (inBrp === null || inBrp === undefined) return null;
  switch (inBrp.bron.uitkomst) {
    case 'NIETS_GEVONDEN':
      return [];
    case 'GEVONDEN':
    case 'GEDEELTELIJK':
      return inBrp.clienten ?? null;
    case 'NIET_GERECHTIGD':
    case 'BRON_NIET_BESCHIKBAAR':
    case 'FOUT':
      return null;
    default:
      return inBrp.bron.uitkomst satisfies never;
  }
}
