import { z } from 'zod';
import {
  type BronConfig,
  geheim,
  leesBronConfig,
  leesOmgeving,
  leesSamen,
  type Omgeving,
  oin,
} from '../kit/index.ts';

/** Settings of this subgraph. There is no pseudonym key among them: this partner cannot learn a BSN. */
export type Config = {
  /** The CRM organisation, e.g. `https://org.crm4.dynamics.com`; the API path is added to it. */
  readonly crm: BronConfig & { readonly token: string };
  /** The KvK API, e.g. `https://api.kvk.nl`; `/api/v1/…` is added to it. */
  readonly kvk: BronConfig & { readonly apikey: string };
  /** The VUM exchange; `/api/v3/…` is added to it. */
  readonly vum: BronConfig & Partijen;
};

/** Who asks whom through VUM, by Organisatie-identificatienummer (OIN, 20 digits). */
export type Partijen = {
  /** The controller (verwerkingsverantwoordelijke) that asks: X-VUM-fromParty. */
  readonly oin: string;
  /** The processor (verwerker) that asks on its behalf; the controller itself when there is none: X-VUM-viaParty. */
  readonly oinVerwerker: string;
  /** The exchange (Inlichtingenbureau): X-VUM-toParty. */
  readonly oinVoorziening: string;
};

/** Reads `WSP_CRM_*`, `WSP_KVK_*` and `WSP_VUM_*`. @throws ConfiguratieFout with every problem at once */
export function leesConfig(env: Omgeving): Config {
  const { crm, kvk, vum, geheimen, partijen } = leesSamen({
    crm: () => leesBronConfig('WSP_CRM', env),
    kvk: () => leesBronConfig('WSP_KVK', env),
    vum: () => leesBronConfig('WSP_VUM', env),
    geheimen: () => leesOmgeving(z.object({ WSP_CRM_TOKEN: geheim, WSP_KVK_APIKEY: geheim }), env),
    partijen: () =>
      leesOmgeving(
        z.object({
          WSP_VUM_OIN: oin,
          WSP_VUM_OIN_VERWERKER: oin.optional(),
          WSP_VUM_OIN_VOORZIENING: oin,
        }),
        env,
      ),
  });
  return Object.freeze({
    crm: { ...crm, token: geheimen.WSP_CRM_TOKEN },
    kvk: { ...kvk, apikey: geheimen.WSP_KVK_APIKEY },
    vum: {
      ...vum,
      oin: partijen.WSP_VUM_OIN,
      oinVerwerker: partijen.WSP_VUM_OIN_VERWERKER ?? partijen.WSP_VUM_OIN,
      oinVoorziening: partijen.WSP_VUM_OIN_VOORZIENING,
    },
  });
}
