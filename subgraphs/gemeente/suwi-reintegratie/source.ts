import {
  type BronConfig,
  type Bulkvraag,
  createHttpBron,
  createSuwiBron,
  type SuwiDienst,
} from '../../kit/index.ts';
import { type ClientSuwiReintegratie, clientSuwiReintegratie } from './messages.ts';

/** Settings: `afnemer` is `wsa:From`, `https://…?oin=<20 digits>`. */
export type SuwiReintegratieConfig = BronConfig & { readonly afnemer: string };

/** SuwiML GSDDossierReintegratie v0200 at the Inlichtingenbureau. */
export const gsdDossierReintegratie: SuwiDienst = {
  bron: 'SUWI_REINTEGRATIE',
  naam: 'GSDDossierReintegratie',
  versie: 'v0200',
  vraag: 'GSDReintegratieInfo',
};

export type SuwiReintegratieSource = {
  /** By clientnummer; one call per client. */
  readonly loadReintegratie: Bulkvraag<string, ClientSuwiReintegratie>;
  readonly sluit: () => Promise<void>;
};

/** Opens the source. Signing (WS-Security) is done by the organisation's SuwiML intermediary. */
export function createSuwiReintegratieSource(
  config: SuwiReintegratieConfig,
  deps: { readonly bsnVan: (clientnummer: string) => string | undefined },
): SuwiReintegratieSource {
  const http = createHttpBron({ ...config, bron: gsdDossierReintegratie.bron });
  return {
    loadReintegratie: createSuwiBron(gsdDossierReintegratie, clientSuwiReintegratie, {
      ...config,
      ...deps,
      http,
    }),
    sluit: http.sluit,
  };
}
