import type { BronStub, StubWereld } from '../kit/index.ts';
import type { Bevolking } from '../population/index.ts';
import { createBrpStub } from './brp/stub.ts';
import { createGwsStub } from './gws/stub.ts';
import { createKvsStub } from './kvs/stub.ts';
import { createSuwiBijstandStub } from './suwi-bijstand/stub.ts';
import { createSuwiReintegratieStub } from './suwi-reintegratie/stub.ts';

/** The systems of the municipality, simulated over their real protocols. */
export function createStubs(wereld: StubWereld): readonly BronStub[] {
  // The kit does not know the population; whoever makes a world puts one in it.
  const bewoond = wereld as StubWereld<Bevolking>;
  return [
    createBrpStub(bewoond),
    createGwsStub(bewoond),
    createSuwiBijstandStub(bewoond),
    createSuwiReintegratieStub(bewoond),
    createKvsStub(bewoond),
  ];
}
