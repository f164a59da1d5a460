import type { Bulkvraag } from '../../kit/index.ts';
import { createSuwinetBron, type SuwinetDienst, type SuwinetToegang } from '../suwinet.ts';
import { type Antwoord, antwoord } from './messages.ts';

export const dienst: SuwinetDienst = {
  bron: 'SUWINET_INKOMSTEN',
  naam: 'UWVDossierInkomstenGSD',
  versie: 'v0200',
  vraag: 'UWVPersoonsIkvInfo',
};

/** Income relations by clientnummer; no period is asked, so the source decides how far back it goes. */
export function createInkomstenBron(toegang: SuwinetToegang): Bulkvraag<string, Antwoord> {
  return createSuwinetBron(dienst, antwoord, toegang);
}
