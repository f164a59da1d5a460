import type DataLoader from 'dataloader';
import {
  type Bronantwoord,
  type BronConfig,
  createBronloader,
  createHttpBron,
  createPseudonimiseerder,
  type OpenSubgraph,
} from '../kit/index.ts';
import type { UwvConfig } from './config.ts';
import type { SuwinetDienst, SuwinetToegang } from './suwinet.ts';
import { padVan } from './suwinet.ts';
import type { Antwoord as Aanvraagstatus } from './suwinet-aanvraagstatus/messages.ts';
import * as aanvraagstatus from './suwinet-aanvraagstatus/source.ts';
import type { Antwoord as Doelgroepregister } from './suwinet-doelgroepregister/messages.ts';
import * as doelgroepregister from './suwinet-doelgroepregister/source.ts';
import type { Antwoord as Inkomsten } from './suwinet-inkomsten/messages.ts';
import * as inkomsten from './suwinet-inkomsten/source.ts';
import type { Antwoord as WerknemersverzekeringenAntwoord } from './suwinet-werknemersverzekeringen/messages.ts';
import * as werknemersverzekeringen from './suwinet-werknemersverzekeringen/source.ts';
import type { Antwoord as WerkzoekendeAntwoord } from './suwinet-werkzoekende/messages.ts';
import * as werkzoekende from './suwinet-werkzoekende/source.ts';

type Lader<T> = DataLoader<string, Bronantwoord<T>>;

/** One loader for each service, keyed on clientnummer: a client is asked once per service and request. */
export type Context = {
  readonly werknemersverzekeringen: Lader<WerknemersverzekeringenAntwoord>;
  readonly inkomsten: Lader<Inkomsten>;
  readonly werkzoekende: Lader<WerkzoekendeAntwoord>;
  readonly doelgroepregister: Lader<Doelgroepregister>;
  readonly aanvraagstatus: Lader<Aanvraagstatus>;
};

/** Suwinet takes one person per question, so this bounds only how many wait together. */
const maxPerVraag = 1_000;

/** Opens a pool for each service; loaders are made for one request at a time. */
export function open(config: UwvConfig): OpenSubgraph<Context> {
  const { bsnVan } = createPseudonimiseerder(
    config.pseudoniem.PSEUDONIEM_SLEUTEL,
    config.pseudoniem.WERKPLEIN_REGIO,
  );
  const afzender = config.suwinet.UWV_SUWINET_AFZENDER.href;
  const toegang = (dienst: SuwinetDienst, bron: BronConfig): SuwinetToegang => ({
    http: createHttpBron({ bron: dienst.bron, ...bron }),
    naar: bron.url.href.replace(/\/$/, '') + padVan(dienst),
    van: `${afzender}?oin=${config.suwinet.UWV_SUWINET_OIN}`,
    bsnVan,
  });
  const toegangen = {
    werknemersverzekeringen: toegang(werknemersverzekeringen.dienst, config.werknemersverzekeringen),
    inkomsten: toegang(inkomsten.dienst, config.inkomsten),
    werkzoekende: toegang(werkzoekende.dienst, config.werkzoekende),
    doelgroepregister: toegang(doelgroepregister.dienst, config.doelgroepregister),
    aanvraagstatus: toegang(aanvraagstatus.dienst, config.aanvraagstatus),
  };
  const bronnen = {
    werknemersverzekeringen: werknemersverzekeringen.createWerknemersverzekeringenBron(
      toegangen.werknemersverzekeringen,
    ),
    inkomsten: inkomsten.createInkomstenBron(toegangen.inkomsten),
    werkzoekende: werkzoekende.createWerkzoekendeBron(toegangen.werkzoekende),
    doelgroepregister: doelgroepregister.createDoelgroepregisterBron(toegangen.doelgroepregister),
    aanvraagstatus: aanvraagstatus.createAanvraagstatusBron(toegangen.aanvraagstatus),
  };
  return {
    context: (raadpleging) => ({
      werknemersverzekeringen: createBronloader(raadpleging, bronnen.werknemersverzekeringen, {
        maxPerVraag,
      }),
      inkomsten: createBronloader(raadpleging, bronnen.inkomsten, { maxPerVraag }),
      werkzoekende: createBronloader(raadpleging, bronnen.werkzoekende, { maxPerVraag }),
      doelgroepregister: createBronloader(raadpleging, bronnen.doelgroepregister, { maxPerVraag }),
      aanvraagstatus: createBronloader(raadpleging, bronnen.aanvraagstatus, { maxPerVraag }),
    }),
    sluit: async () => {
      await Promise.all(Object.values(toegangen).map(({ http }) => http.sluit()));
    },
  };
}
