import { createSuwiBron, type SuwiDienst } from '../../kit/index.ts';
import { uwvBroker } from '../broker.ts';
import { antwoord } from './messages.ts';

export const dienst: SuwiDienst = {
  ...uwvBroker,
  bron: 'SUWINET_AANVRAAGSTATUS',
  naam: 'UWVDossierAanvraagUitkeringStatusGSD',
  versie: 'v0200',
  vraag: 'UWVAanvrUitkStatusInfo',
};

/** Applications for a benefit and their status, by clientnummer. */
export const createAanvraagstatusBron = createSuwiBron(dienst, antwoord);
