import { createSuwiBron, type SuwiDienst } from '../../kit/index.ts';
import { uwvBroker } from '../broker.ts';
import { antwoord } from './messages.ts';

export const dienst: SuwiDienst = {
  ...uwvBroker,
  bron: 'SUWINET_WERKZOEKENDE',
  naam: 'UWVWbDossierPersoonGSD',
  versie: 'v0200',
  // Spelled with a small w and v in this service only.
  vraag: 'UwvWbPersoonsInfo',
};

/** The jobseeker's file at UWV WERKbedrijf (SONAR), by clientnummer. */
export const createWerkzoekendeBron = createSuwiBron(dienst, antwoord);
