import type { Bulkvraag } from '../../kit/index.ts';
import { createSuwinetBron, type SuwinetDienst, type SuwinetToegang } from '../suwinet.ts';
import { type Antwoord, antwoord } from './messages.ts';

export const dienst: SuwinetDienst = {
  bron: 'SUWINET_DOELGROEPREGISTER',
  naam: 'UWVDossierQuotumArbeidsbeperktenGSD',
  versie: 'v0300',
  vraag: 'UWVPersoonsArbeidsbeperktenInfo',
};

/** Registration in the target-group register, by clientnummer. */
export function createDoelgroepregisterBron(toegang: SuwinetToegang): Bulkvraag<string, Antwoord> {
  return createSuwinetBron(dienst, antwoord, toegang);
}
