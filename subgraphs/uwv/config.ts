import { z } from 'zod';
import {
  type BronConfig,
  basisUrl,
  leesBronConfig,
  leesOmgeving,
  leesSamen,
  type Omgeving,
  pseudoniemOmgeving,
} from '../kit/index.ts';

/** Who asks: Suwinet authorises on the OIN of the organisation behind the question. */
const suwinetOmgeving = z.object({
  /** Address of this application as it stands in `wsa:From`. */
  UWV_SUWINET_AFZENDER: basisUrl,
  /** Organisatie-identificatienummer, or the sub-OIN of the social service: 20 digits. */
  UWV_SUWINET_OIN: z.string().regex(/^\d{20}$/, 'must be 20 digits'),
});

export type UwvConfig = {
  readonly pseudoniem: z.output<typeof pseudoniemOmgeving>;
  readonly suwinet: z.output<typeof suwinetOmgeving>;
  readonly werknemersverzekeringen: BronConfig;
  readonly inkomsten: BronConfig;
  readonly werkzoekende: BronConfig;
  readonly doelgroepregister: BronConfig;
  readonly aanvraagstatus: BronConfig;
};

/** Reads the settings of the README. @throws ConfiguratieFout with every problem */
export function leesConfig(env: Omgeving): UwvConfig {
  return leesSamen({
    pseudoniem: () => leesOmgeving(pseudoniemOmgeving, env),
    suwinet: () => leesOmgeving(suwinetOmgeving, env),
    werknemersverzekeringen: () => leesBronConfig('UWV_SUWINET_WERKNEMERSVERZEKERINGEN', env),
    inkomsten: () => leesBronConfig('UWV_SUWINET_INKOMSTEN', env),
    werkzoekende: () => leesBronConfig('UWV_SUWINET_WERKZOEKENDE', env),
    doelgroepregister: () => leesBronConfig('UWV_SUWINET_DOELGROEPREGISTER', env),
    aanvraagstatus: () => leesBronConfig('UWV_SUWINET_AANVRAAGSTATUS', env),
  });
}
