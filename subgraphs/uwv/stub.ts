import type { BronStub, StubWereld } from '../kit/index.ts';
import type { Bevolking } from '../population/index.ts';
import { createSonarStub } from './sonar/stub.ts';
import { createAanvraagstatusStub } from './suwinet-aanvraagstatus/stub.ts';
import { createDoelgroepregisterStub } from './suwinet-doelgroepregister/stub.ts';
import { createInkomstenStub } from './suwinet-inkomsten/stub.ts';
import { createWerknemersverzekeringenStub } from './suwinet-werknemersverzekeringen/stub.ts';
import { createWerkzoekendeStub } from './suwinet-werkzoekende/stub.ts';
import { createIndicatiesStub } from './uwv-indicaties/stub.ts';

/** Who we are to the simulated broker; it wants an OIN of the right form and keeps no list of them. */
export const ontwikkelOmgeving = {
  UWV_SUWINET_AFZENDER: 'https://werkplein-graph.example/suwinet',
  UWV_SUWINET_OIN: '00000001001783000000',
  UWV_INDICATIES_TOKEN: 'ontwikkeling',
  UWV_SONAR_TOKEN: 'ontwikkeling',
} as const;

/** The five Suwinet services of UWV and SONAR, over the population of one region. */
export function createStubs(wereld: StubWereld<Bevolking>): readonly BronStub[] {
  const { bevolking } = wereld;
  return [
    createWerknemersverzekeringenStub(bevolking),
    createInkomstenStub(bevolking),
    createWerkzoekendeStub(bevolking),
    createDoelgroepregisterStub(bevolking),
    createAanvraagstatusStub(bevolking),
    createIndicatiesStub(wereld),
    createSonarStub(wereld),
  ];
}
