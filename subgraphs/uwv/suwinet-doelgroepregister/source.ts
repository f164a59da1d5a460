import { createSuwiBron, type SuwiDienst } from '../../kit/index.ts';
import { uwvBroker } from '../broker.ts';
import { antwoord } from './messages.ts';

export const dienst: SuwiDienst = {
  ...uwvBroker,
  bron: 'SUWINET_DOELGROEPREGISTER',
  naam: 'UWVDossierQuotumArbeidsbeperktenGSD',
  versie: 'v0300',
  vraag: 'UWVPersoonsArbeidsbeperktenInfo',
};

/** Registration in the target-group register, by clientnummer. */
export const createDoelgroepregisterBron = createSuwiBron(dienst, antwoord);
