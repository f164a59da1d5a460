/** `tsx commands/sources.ts <partner>`: the simulated sources of one partner, each an HTTP server of its own. */

import { poortplan, registry } from '../subgraphs/index.ts';
import { createPseudonimiseerder, startStubs } from '../subgraphs/kit/index.ts';
import { createBevolking, isRegionaam } from '../subgraphs/population/index.ts';
import { basispoort, ontwikkelOmgeving } from './development.ts';

const index = registry.findIndex(({ naam }) => naam === process.argv[2]);
const definitie = await registry[index]?.laad();
const stubs = await definitie?.laadStubs?.();
if (definitie === undefined || stubs === undefined) {
  console.error('usage: tsx commands/sources.ts <partner with simulated sources>');
  process.exit(2);
}
const env = await ontwikkelOmgeving(process.env, definitie.naam);
const regio = env['WERKPLEIN_REGIO'] ?? '';
if (!isRegionaam(regio)) {
  console.error('WERKPLEIN_REGIO is not a region with a synthetic population');
  process.exit(2);
}
const ports = poortplan(basispoort(env));
const pseudoniem = createPseudonimiseerder(env['PSEUDONIEM_SLEUTEL'] ?? '', regio);
const lopend = await startStubs(
  stubs.createStubs({
    bevolking: createBevolking({ regio, seed: Number(env['SEED'] ?? '1') }),
    ...pseudoniem,
    now: () => new Date(),
  }),
  {
    control: ports.control(index),
    bron: Object.fromEntries(definitie.bronnen.map((bron, i) => [bron, ports.bron(index, i)])),
  },
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void lopend.stop();
  });
}
