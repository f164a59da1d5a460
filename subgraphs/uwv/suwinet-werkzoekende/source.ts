import type { Bulkvraag } from '../../kit/index.ts';
import { createSuwinetBron, type SuwinetDienst, type SuwinetToegang } from '../suwinet.ts';
import { type Antwoord, antwoord } from './messages.ts';

export const dienst: SuwinetDienst = {
  bron: 'SUWINET_WERKZOEKENDE',
  naam: 'UWVWbDossierPersoonGSD',
  versie: 'v0200',
  // Spelled with a small w and v in this service only.
  vraag: 'UwvWbPersoonsInfo',
};

/** The jobseeker's file at UWV WERKbedrijf (SONAR), by clientnummer. */
export function createWerkzoekendeBron(toegang: SuwinetToegang): Bulkvraag<string, Antwoord> {
  return createSuwinetBron(dienst, antwoord, toegang);
}
