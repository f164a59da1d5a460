import type { Bulkvraag } from '../../kit/index.ts';
import { createSuwinetBron, type SuwinetDienst, type SuwinetToegang } from '../suwinet.ts';
import { type Antwoord, antwoord } from './messages.ts';

export const dienst: SuwinetDienst = {
  bron: 'SUWINET_AANVRAAGSTATUS',
  naam: 'UWVDossierAanvraagUitkeringStatusGSD',
  versie: 'v0200',
  vraag: 'UWVAanvrUitkStatusInfo',
};

/** Applications for a benefit and their status, by clientnummer. */
export function createAanvraagstatusBron(toegang: SuwinetToegang): Bulkvraag<string, Antwoord> {
  return createSuwinetBron(dienst, antwoord, toegang);
}
