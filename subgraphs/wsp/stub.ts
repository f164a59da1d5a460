import type { BronStub, StubWereld } from '../kit/index.ts';
import type { Bevolking } from '../population/index.ts';
import { createCrmStub } from './crm/stub.ts';
import { createKvkStub } from './kvk/stub.ts';

/** The systems of the employer service point, simulated over their real protocols. */
export function createStubs(wereld: StubWereld): readonly BronStub[] {
  // The kit does not know the population; whoever makes a world puts one in it.
  const bewoond = wereld as StubWereld<Bevolking>;
  return [createCrmStub(bewoond), createKvkStub(bewoond)];
}
