import { leesOmgeving, type Omgeving, pseudoniemOmgeving } from '../kit/index.ts';

export type WerkpleinConfig = { readonly sleutel: string; readonly regio: string };

/** Key and region: a BSN that someone searches by is turned into a clientnummer at the door. @throws ConfiguratieFout */
export function leesConfig(env: Omgeving): WerkpleinConfig {
  const gelezen = leesOmgeving(pseudoniemOmgeving, env);
  return { sleutel: gelezen.PSEUDONIEM_SLEUTEL, regio: gelezen.WERKPLEIN_REGIO };
}
