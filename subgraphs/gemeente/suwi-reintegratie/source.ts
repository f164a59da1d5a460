import { createSuwiBron, type SuwiDienst, suwiml } from '../../kit/index.ts';
import { antwoord } from './messages.ts';

/** SuwiML GSDDossierReintegratie v0200 at the Inlichtingenbureau. */
export const dienst: SuwiDienst = {
  familie: suwiml,
  bron: 'SUWI_REINTEGRATIE',
  naam: 'GSDDossierReintegratie',
  versie: 'v0200',
  vraag: 'GSDReintegratieInfo',
};

/** Re-integration by clientnummer. */
export const createReintegratieBron = createSuwiBron(dienst, antwoord);
