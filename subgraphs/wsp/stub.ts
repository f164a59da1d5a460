import type { BronStub, StubWereld } from '../kit/index.ts';
import type { Bevolking } from '../population/index.ts';
import { createCrmStub } from './crm/stub.ts';
import { createKvkStub } from './kvk/stub.ts';
import { createVumStub } from './vum/stub.ts';

/** The systems of the employer service point, simulated over their real protocols. */
export function createStubs(wereld: StubWereld<Bevolking>): readonly BronStub[] {
  return [createCrmStub(wereld), createKvkStub(wereld), createVumStub(wereld)];
}

/** Settings that these simulated systems accept. */
export const ontwikkelOmgeving = {
  WSP_CRM_TOKEN: 'ontwikkeling-crm',
  WSP_KVK_APIKEY: 'ontwikkeling-kvk',
  WSP_VUM_OIN: '00000099000000001000',
  WSP_VUM_OIN_VOORZIENING: '00000099000000002000',
} as const;
