import {
  type BronConfig,
  type Bulkvraag,
  createHttpBron,
  createSuwiBron,
  type SuwiDienst,
} from '../../kit/index.ts';
import { type ClientSuwiBijstand, clientSuwiBijstand } from './messages.ts';

/** Settings of a SuwiML source of the municipality: `afnemer` is `wsa:From`, `https://…?oin=<20 digits>`. */
export type SuwiBijstandConfig = BronConfig & { readonly afnemer: string };

/** SuwiML Bijstandsregelingen v0500 at the Inlichtingenbureau. */
export const bijstandsregelingen: SuwiDienst = {
  bron: 'SUWI_BIJSTAND',
  naam: 'Bijstandsregelingen',
  versie: 'v0500',
  vraag: 'BijstandsregelingenInfo',
};

export type SuwiBijstandSource = {
  /** By clientnummer; one call per client. */
  readonly loadBijstand: Bulkvraag<string, ClientSuwiBijstand>;
  readonly sluit: () => Promise<void>;
};

/**
 * Opens the source. Messages are signed (WS-Security) where they leave the organisation, by its
 * SuwiML intermediary; between us and that intermediary they are protected by TLS.
 */
export function createSuwiBijstandSource(
  config: SuwiBijstandConfig,
  deps: { readonly bsnVan: (clientnummer: string) => string | undefined },
): SuwiBijstandSource {
  const http = createHttpBron({ ...config, bron: bijstandsregelingen.bron });
  return {
    loadBijstand: createSuwiBron(bijstandsregelingen, clientSuwiBijstand, { ...config, ...deps, http }),
    sluit: http.sluit,
  };
}
