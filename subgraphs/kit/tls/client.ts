import { buildConnector } from 'undici';
import { type Gevolgd, type VolgOpties, volgBestanden } from '../volg-bestanden.ts';
import type { TlsConfig, TlsMateriaal } from './instellingen.ts';

/** How undici makes connections: each with the certificates of that moment. */
export type TlsVerbinding = {
  readonly connect: buildConnector.connector;
  readonly sluit: () => void;
};

/**
 * Connections over TLS. Those that are open when certificates change go on until they close: nothing under way is
 * dropped. @throws ConfiguratieFout when the files have become unusable since they were read first
 */
export function createTlsVerbinding(
  config: TlsConfig,
  timeoutMs: number,
  log: Pick<VolgOpties<unknown>, 'logger' | 'van'>,
): TlsVerbinding {
  const gevolgd: Gevolgd<buildConnector.connector> = volgBestanden({
    ...log,
    ...config,
    // A connector remembers TLS sessions, and one of before would be resumed with the certificate of before.
    lees: () => maakConnector(config.lees(), timeoutMs),
  });
  return {
    connect: (opties, klaar) => {
      gevolgd.huidig()(opties, klaar);
    },
    sluit: gevolgd.sluit,
  };
}

function maakConnector(materiaal: TlsMateriaal, timeoutMs: number): buildConnector.connector {
  return buildConnector({ ...materiaal, timeout: timeoutMs });
}
