import { z } from 'zod';
import {
  basisUrl,
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

/** Who asks: Suwinet authorises on the OIN of the organisation behind the question. */
const suwinetOmgeving = z.object({
  /** Address of this application as it stands in `wsa:From`. */
  UWV_SUWINET_AFZENDER: basisUrl,
  UWV_SUWINET_OIN: oin,
});

export type UwvConfig = {
  readonly pseudoniem: PseudoniemConfig;
  readonly werknemersverzekeringen: SuwiConfig;
  readonly inkomsten: SuwiConfig;
  readonly werkzoekende: SuwiConfig;
  readonly doelgroepregister: SuwiConfig;
  readonly aanvraagstatus: SuwiConfig;
};

/** Reads the settings of the README. @throws ConfiguratieFout with every problem */
export function leesConfig(env: Omgeving): UwvConfig {
  const { pseudoniem, suwinet, ...bronnen } = leesSamen({
    pseudoniem: () => leesPseudoniemConfig(env),
    suwinet: () => leesOmgeving(suwinetOmgeving, env),
    werknemersverzekeringen: () => leesBronConfig('UWV_SUWINET_WERKNEMERSVERZEKERINGEN', env),
    inkomsten: () => leesBronConfig('UWV_SUWINET_INKOMSTEN', env),
    werkzoekende: () => leesBronConfig('UWV_SUWINET_WERKZOEKENDE', env),
    doelgroepregister: () => leesBronConfig('UWV_SUWINET_DOELGROEPREGISTER', env),
    aanvraagstatus: () => leesBronConfig('UWV_SUWINET_AANVRAAGSTATUS', env),
  });
  const afnemer = suwiAfnemer(suwinet.UWV_SUWINET_AFZENDER, suwinet.UWV_SUWINET_OIN);
  return Object.freeze({
    pseudoniem,
    werknemersverzekeringen: { ...bronnen.werknemersverzekeringen, afnemer },
    inkomsten: { ...bronnen.inkomsten, afnemer },
    werkzoekende: { ...bronnen.werkzoekende, afnemer },
    doelgroepregister: { ...bronnen.doelgroepregister, afnemer },
    aanvraagstatus: { ...bronnen.aanvraagstatus, afnemer },
  });
}
