import { createSuwiBron, type SuwiDienst } from '../../kit/index.ts';
import { uwvBroker } from '../broker.ts';
import { antwoord } from './messages.ts';

export const dienst: SuwiDienst = {
  ...uwvBroker,
  bron: 'SUWINET_INKOMSTEN',
  naam: 'UWVDossierInkomstenGSD',
  versie: 'v0200',
  vraag: 'UWVPersoonsIkvInfo',
};

/** Income relations by clientnummer; no period is asked, so the source decides how far back it goes. */
export const createInkomstenBron = createSuwiBron(dienst, antwoord);
