import type { BronStub, StubWereld } from '../kit/index.ts';
import type { Bevolking } from '../population/index.ts';
import { createAdministratieStub } from './sw-administratie/stub.ts';
import { createWachtlijstStub } from './sw-wachtlijst/stub.ts';

/** The systems of the sheltered-employment company, simulated over their real protocols. */
export function createStubs(wereld: StubWereld<Bevolking>): readonly BronStub[] {
  return [createAdministratieStub(wereld), createWachtlijstStub(wereld)];
}

/** Settings that these simulated systems accept. */
export const ontwikkelOmgeving = {
  SW_ADMINISTRATIE_TOKEN: 'A1B2C3D4'.repeat(8),
  SW_WACHTLIJST_GEBRUIKER: 'werkplein',
  SW_WACHTLIJST_WACHTWOORD: 'ontwikkeling',
} as const;
