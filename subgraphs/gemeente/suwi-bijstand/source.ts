import { createSuwiBron, type SuwiDienst, suwiml } from '../../kit/index.ts';
import { antwoord } from './messages.ts';

/** SuwiML Bijstandsregelingen v0500 at the Inlichtingenbureau. */
export const dienst: SuwiDienst = {
  familie: suwiml,
  bron: 'SUWI_BIJSTAND',
  naam: 'Bijstandsregelingen',
  versie: 'v0500',
  vraag: 'BijstandsregelingenInfo',
};

/** Social assistance by clientnummer. */
export const createBijstandBron = createSuwiBron(dienst, antwoord);
