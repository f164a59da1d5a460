import { createSuwiBron, type SuwiDienst } from '../../kit/index.ts';
import { uwvBroker } from '../broker.ts';
import { antwoord } from './messages.ts';

export const dienst: SuwiDienst = {
  ...uwvBroker,
  bron: 'SUWINET_WERKNEMERSVERZEKERINGEN',
  naam: 'UWVDossierWerknemersverzekeringenGSD',
  versie: 'v0200',
  vraag: 'UWVPersoonsWvInfo',
};

/** Benefits, incapacity and unemployment at UWV, by clientnummer. */
export const createWerknemersverzekeringenBron = createSuwiBron(dienst, antwoord);
