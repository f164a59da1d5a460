import { z } from 'zod';
import {
  basisUrl,
  geheim,
  leesBronConfig,
  leesOmgeving,
  leesPseudoniemConfig,
  leesSamen,
  type Omgeving,
  oin,
  type PseudoniemConfig,
  type SuwiConfig,
  suwiAfnemer,
} from '../kit/index.ts';
import type { BrpConfig } from './brp/source.ts';
import type { GwsConfig } from './gws/source.ts';
import type { KvsConfig } from './kvs/source.ts';

export type Config = {
  readonly pseudoniem: PseudoniemConfig;
  readonly brp: BrpConfig;
  readonly gws: GwsConfig;
  readonly suwiBijstand: SuwiConfig;
  readonly suwiReintegratie: SuwiConfig;
  readonly kvs: KvsConfig;
};

/** A value of an HTTP header: printable ASCII, no line breaks. */
const headerwaarde = z.string().regex(/^[\x21-\x7e][\x20-\x7e]{0,199}$/, 'must be printable ASCII');

/** Who the municipality is to its sources, and what it shows them to be let in. */
const aanmelding = z.object({
  GEMEENTE_OIN: oin,
  GEMEENTE_CODE: z.string().regex(/^\d{4}$/, 'must be a CBS municipality code of 4 digits'),
  GEMEENTE_BRP_API_KEY: geheim,
  GEMEENTE_BRP_DOELBINDING: headerwaarde.default('Participatiewet'),
  GEMEENTE_BRP_VERWERKING: headerwaarde.default('Dienstverlening Werkplein'),
  GEMEENTE_BRP_GEBRUIKER: headerwaarde.default('Werkplein'),
  GEMEENTE_GWS_APPLICATIE: headerwaarde.default('Werkplein'),
  GEMEENTE_SUWINET_AFZENDER: basisUrl,
  GEMEENTE_KVS_TOKEN: geheim,
});

/** The municipality's settings. @throws ConfiguratieFout with every problem of every source */
export function leesConfig(env: Omgeving): Config {
  const gelezen = leesSamen({
    pseudoniem: () => leesPseudoniemConfig(env),
    aanmelding: () => leesOmgeving(aanmelding, env),
    brp: () => leesBronConfig('GEMEENTE_BRP', env),
    gws: () => leesBronConfig('GEMEENTE_GWS', env),
    suwiBijstand: () => leesBronConfig('GEMEENTE_SUWI_BIJSTAND', env),
    suwiReintegratie: () => leesBronConfig('GEMEENTE_SUWI_REINTEGRATIE', env),
    kvs: () => leesBronConfig('GEMEENTE_KVS', env),
  });
  const { pseudoniem, aanmelding: wij } = gelezen;
  const afnemer = suwiAfnemer(wij.GEMEENTE_SUWINET_AFZENDER, wij.GEMEENTE_OIN);
  return Object.freeze({
    pseudoniem,
    brp: {
      ...gelezen.brp,
      apiKey: wij.GEMEENTE_BRP_API_KEY,
      doelbinding: wij.GEMEENTE_BRP_DOELBINDING,
      verwerking: wij.GEMEENTE_BRP_VERWERKING,
      gebruiker: wij.GEMEENTE_BRP_GEBRUIKER,
      originOin: wij.GEMEENTE_OIN,
    },
    gws: {
      ...gelezen.gws,
      gemeentecode: wij.GEMEENTE_CODE,
      applicatieNaam: wij.GEMEENTE_GWS_APPLICATIE,
    },
    suwiBijstand: { ...gelezen.suwiBijstand, afnemer },
    suwiReintegratie: { ...gelezen.suwiReintegratie, afnemer },
    kvs: { ...gelezen.kvs, token: wij.GEMEENTE_KVS_TOKEN },
  });
}
