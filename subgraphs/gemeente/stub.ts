import type { BronStub, StubWereld } from '../kit/index.ts';
import type { Bevolking } from '../population/index.ts';
import { createBrpStub } from './brp/stub.ts';
import { createDkdStub } from './dkd/stub.ts';
import { createGwsStub } from './gws/stub.ts';
import { createKvsStub } from './kvs/stub.ts';
import { createSuwiBijstandStub } from './suwi-bijstand/stub.ts';
import { createSuwiReintegratieStub } from './suwi-reintegratie/stub.ts';

/** Settings that these simulated systems accept: they want the right form and keep no list. */
export const ontwikkelOmgeving = {
  GEMEENTE_OIN: '00000001001783000000',
  GEMEENTE_CODE: '1783',
  GEMEENTE_BRP_API_KEY: 'ontwikkeling',
  GEMEENTE_SUWINET_AFZENDER: 'https://werkplein-graph.example/suwinet',
  GEMEENTE_KVS_TOKEN: 'ontwikkeling',
  GEMEENTE_DKD_TOKEN: 'ontwikkeling',
} as const;

/** The systems of the municipality, simulated over their real protocols. */
export function createStubs(wereld: StubWereld<Bevolking>): readonly BronStub[] {
  return [
    createBrpStub(wereld),
    createGwsStub(wereld),
    createSuwiBijstandStub(wereld),
    createSuwiReintegratieStub(wereld),
    createKvsStub(wereld),
    createDkdStub(wereld),
  ];
}
