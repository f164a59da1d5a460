/** The token with which the gateway asks a subgraph: one for each question, taken once (docs/adr/0019). */
export { bewaakVerzoeken, type Verzoekbewaking } from './bewaking.ts';
export {
  maxGeldigSeconds,
  type Verzoek,
  type Vrager,
  verzoekHash,
  verzoekKop,
  verzoekUitgever,
} from './claims.ts';
export { createVerzoekcontrole, type Verzoekcontrole } from './controle.ts';
export { jwksVan, kidVan, leesJwks } from './sleutels.ts';
export { leesSubgraphToegang, type SubgraphToegang } from './toegang.ts';
export { Verzoekweigering } from './weigering.ts';
