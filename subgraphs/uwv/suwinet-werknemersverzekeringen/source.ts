import type { Bulkvraag } from '../../kit/index.ts';
import { createSuwinetBron, type SuwinetDienst, type SuwinetToegang } from '../suwinet.ts';
import { type Antwoord, antwoord } from './messages.ts';

export const dienst: SuwinetDienst = {
  bron: 'SUWINET_WERKNEMERSVERZEKERINGEN',
  naam: 'UWVDossierWerknemersverzekeringenGSD',
  versie: 'v0200',
  vraag: 'UWVPersoonsWvInfo',
};

/** Benefits, incapacity and unemployment at UWV, by clientnummer. */
export function createWerknemersverzekeringenBron(toegang: SuwinetToegang): Bulkvraag<string, Antwoord> {
  return createSuwinetBron(dienst, antwoord, toegang);
}
