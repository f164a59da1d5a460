import { z } from 'zod';
import {
  basisUrl,
  leesBronConfig,
  leesOmgeving,
  leesPseudoniemConfig,
  leesSamen,
  leesSleutelbestanden,
  type Omgeving,
  oin,
  type PseudoniemConfig,
  type Sleutelbestanden,
  type SuwiConfig,
  suwiAfnemer,
} from '../kit/index.ts';
import type { SonarConfig } from './sonar/source.ts';
import type { IndicatiesConfig } from './uwv-indicaties/source.ts';

/** Who asks: Suwinet authorises on the OIN of the organisation behind the question. */
const suwinetOmgeving = z.object({
  /** Address of this application as it stands in `wsa:From`. */
  UWV_SUWINET_AFZENDER: basisUrl,
  UWV_SUWINET_OIN: oin,
});

/** What SONAR lets us in with. */
const sonarOmgeving = z.object({
  UWV_SONAR_TOKEN: z.string().regex(/^[\x21-\x7e]{1,500}$/, 'must be printable ASCII without spaces'),
});

/** What the register of indications lets us in with. */
const indicatiesOmgeving = z.object({
  UWV_INDICATIES_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{8,500}$/, 'must be 8 to 500 printable ASCII characters'),
});

export type UwvConfig = {
  readonly pseudoniem: PseudoniemConfig;
  /** What every question to Suwinet is signed with; there is no way to ask unsigned. */
  readonly ondertekening: Sleutelbestanden;
  readonly werknemersverzekeringen: SuwiConfig;
  readonly inkomsten: SuwiConfig;
  readonly werkzoekende: SuwiConfig;
  readonly doelgroepregister: SuwiConfig;
  readonly aanvraagstatus: SuwiConfig;
  readonly indicaties: IndicatiesConfig;
  readonly sonar: SonarConfig;
};

/** Reads the settings of the README. @throws ConfiguratieFout with every problem */
export function leesConfig(env: Omgeving): UwvConfig {
  const { pseudoniem, suwinet, ondertekening, indicatiesToegang, sonarToegang, ...bronnen } = leesSamen({
    pseudoniem: () => leesPseudoniemConfig(env),
    suwinet: () => leesOmgeving(suwinetOmgeving, env),
    ondertekening: () => leesSleutelbestanden('UWV_SUWINET', env, new Date()),
    werknemersverzekeringen: () => leesBronConfig('UWV_SUWINET_WERKNEMERSVERZEKERINGEN', env),
    inkomsten: () => leesBronConfig('UWV_SUWINET_INKOMSTEN', env),
    werkzoekende: () => leesBronConfig('UWV_SUWINET_WERKZOEKENDE', env),
    doelgroepregister: () => leesBronConfig('UWV_SUWINET_DOELGROEPREGISTER', env),
    aanvraagstatus: () => leesBronConfig('UWV_SUWINET_AANVRAAGSTATUS', env),
    indicaties: () => leesBronConfig('UWV_INDICATIES', env),
    indicatiesToegang: () => leesOmgeving(indicatiesOmgeving, env),
    sonar: () => leesBronConfig('UWV_SONAR', env),
    sonarToegang: () => leesOmgeving(sonarOmgeving, env),
  });
  const afnemer = suwiAfnemer(suwinet.UWV_SUWINET_AFZENDER, suwinet.UWV_SUWINET_OIN);
  return Object.freeze({
    pseudoniem,
    ondertekening,
    werknemersverzekeringen: { ...bronnen.werknemersverzekeringen, afnemer },
    inkomsten: { ...bronnen.inkomsten, afnemer },
    werkzoekende: { ...bronnen.werkzoekende, afnemer },
    doelgroepregister: { ...bronnen.doelgroepregister, afnemer },
    aanvraagstatus: { ...bronnen.aanvraagstatus, afnemer },
    indicaties: { ...bronnen.indicaties, token: indicatiesToegang.UWV_INDICATIES_TOKEN },
    sonar: { ...bronnen.sonar, token: sonarToegang.UWV_SONAR_TOKEN },
  });
}
