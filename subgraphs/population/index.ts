/** One synthetic population for all simulated sources: deterministic from region and seed. */
export { MEDISCHE_BELEMMERING } from './case-files.ts';
export { szWetten } from './codes.ts';
export { type Bevolkingstelling, populatieTelling } from './counts.ts';
export * from './facts.ts';
export { vraagdagVan } from './lives.ts';
export { type Bevolkingsopties, createBevolking } from './population.ts';
export { createPrng, type Prng } from './prng.ts';
export { type Aantallen, type Gemeente, isRegionaam, type Regio, type Regionaam, regios } from './regions.ts';
