import type { Bronvermelding } from '../kit/index.ts';
import type { Handelsregisterinschrijving, Werkgeversrelatie } from './generated/resolvers.ts';

/** Fields that are fetched only when asked: they need the key of what they belong to. */
type Lijsten = 'contactmomenten' | 'laatsteContactmomenten' | 'vacatures' | 'zoekopdrachten';

/** An employer's relation with the id of its account; absent when the CRM has none or did not say. */
export type RelatieWaarde = Omit<Werkgeversrelatie, 'bron' | Lijsten> & {
  readonly bron: Bronvermelding;
  readonly accountid?: string;
};

/** An entry in the Handelsregister with its number; absent when the register has none or did not say. */
export type InschrijvingWaarde = Omit<Handelsregisterinschrijving, 'bron' | 'vestigingen'> & {
  readonly bron: Bronvermelding;
  readonly kvkNummer?: string;
};
