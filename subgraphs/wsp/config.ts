import { z } from 'zod';
import {
  type BronConfig,
  geheim,
  leesBronConfig,
  leesOmgeving,
  leesSamen,
  type Omgeving,
} from '../kit/index.ts';

/** Settings of this subgraph. There is no pseudonym key among them: this partner cannot learn a BSN. */
export type Config = {
  /** The CRM organisation, e.g. `https://org.crm4.dynamics.com`; the API path is added to it. */
  readonly crm: BronConfig & { readonly token: string };
  /** The KvK API, e.g. `https://api.kvk.nl`; `/api/v1/…` is added to it. */
  readonly kvk: BronConfig & { readonly apikey: string };
};

/** Reads `WSP_CRM_*` and `WSP_KVK_*`. @throws ConfiguratieFout with every problem at once */
export function leesConfig(env: Omgeving): Config {
  const { crm, kvk, geheimen } = leesSamen({
    crm: () => leesBronConfig('WSP_CRM', env),
    kvk: () => leesBronConfig('WSP_KVK', env),
    geheimen: () => leesOmgeving(z.object({ WSP_CRM_TOKEN: geheim, WSP_KVK_APIKEY: geheim }), env),
  });
  return Object.freeze({
    crm: { ...crm, token: geheimen.WSP_CRM_TOKEN },
    kvk: { ...kvk, apikey: geheimen.WSP_KVK_APIKEY },
  });
}
