import { leesPseudoniemConfig, type PseudoniemConfig } from '../kit/index.ts';

/** Key and region: a BSN that someone searches by is turned into a clientnummer at the door. */
export type WerkpleinConfig = PseudoniemConfig;

/** @throws ConfiguratieFout with every problem */
export const leesConfig = leesPseudoniemConfig;
