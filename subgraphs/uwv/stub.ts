import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BronStub,
  bewaarEenmaal,
  createHandtekeningcontrole,
  createUitgever,
  type StubWereld,
} from '../kit/index.ts';
import type { Bevolking } from '../population/index.ts';
import { createSonarStub } from './sonar/stub.ts';
import { createAanvraagstatusStub } from './suwinet-aanvraagstatus/stub.ts';
import { createDoelgroepregisterStub } from './suwinet-doelgroepregister/stub.ts';
import { createInkomstenStub } from './suwinet-inkomsten/stub.ts';
import { createWerknemersverzekeringenStub } from './suwinet-werknemersverzekeringen/stub.ts';
import { createWerkzoekendeStub } from './suwinet-werkzoekende/stub.ts';
import { createIndicatiesStub } from './uwv-indicaties/stub.ts';

/** The key and certificate with which development signs for Suwinet: each machine makes its own. */
const ondertekening = await bewaarEenmaal('suwinet-ondertekening', async () => {
  const uitgever = await createUitgever({ cn: 'Ontwikkeling CA' });
  const { sleutel, certificaat } = await uitgever.geefUit({ cn: 'werkplein-graph' });
  return { 'sleutel.pem': sleutel, 'certificaat.pem': certificaat };
});
const sleutelFile = join(ondertekening, 'sleutel.pem');
const certificaatFile = join(ondertekening, 'certificaat.pem');

/** Who we are to the simulated broker; it wants an OIN of the right form and the certificate of this machine. */
export const ontwikkelOmgeving = {
  UWV_SUWINET_AFZENDER: 'https://werkplein-graph.example/suwinet',
  UWV_SUWINET_OIN: '00000001001783000000',
  UWV_SUWINET_SLEUTEL_FILE: sleutelFile,
  UWV_SUWINET_CERTIFICAAT_FILE: certificaatFile,
  UWV_INDICATIES_TOKEN: 'ontwikkeling',
  UWV_SONAR_TOKEN: 'ontwikkeling',
} as const;

/** The five Suwinet services of UWV and SONAR, over the population of one region. */
export function createStubs(wereld: StubWereld<Bevolking>): readonly BronStub[] {
  const { bevolking, now } = wereld;
  // One broker: what one of its services received, none of them takes again.
  const handtekening = createHandtekeningcontrole({
    vertrouwd: [readFileSync(certificaatFile, 'utf8')],
    now,
  });
  return [
    createWerknemersverzekeringenStub(bevolking, handtekening),
    createInkomstenStub(bevolking, handtekening),
    createWerkzoekendeStub(bevolking, handtekening),
    createDoelgroepregisterStub(bevolking, handtekening),
    createAanvraagstatusStub(bevolking, handtekening),
    createIndicatiesStub(wereld),
    createSonarStub(wereld),
  ];
}
