import { z } from 'zod';
import { leesOmgeving, leesSamen, type Omgeving } from '../config.ts';
import { ConfiguratieFout } from '../configuratie-fout.ts';
import { leesServerTls, type ServerTlsConfig } from './instellingen.ts';

/** Where a subgraph listens; its port is whoever starts it's to say. */
export type Luisteraar = { readonly host: string; readonly tls?: ServerTlsConfig };

const loopback = ['127.0.0.1', '::1', 'localhost'];

/**
 * Reads `SUBGRAPH_HOST` and the certificates of `leesServerTls('SUBGRAPH_TLS')`. In production only this machine is
 * listened to in the clear. @throws ConfiguratieFout
 */
export function leesLuisteraar(env: Omgeving): Luisteraar {
  const { gelezen, tls } = leesSamen({
    gelezen: () => leesOmgeving(z.object({ SUBGRAPH_HOST: z.string().default('127.0.0.1') }), env),
    tls: () => leesServerTls('SUBGRAPH_TLS', env),
  });
  const host = gelezen.SUBGRAPH_HOST;
  if (tls !== undefined) return Object.freeze({ host, tls });
  if (env['NODE_ENV'] === 'production' && !loopback.includes(host)) {
    throw new ConfiguratieFout([
      'SUBGRAPH_HOST: must be loopback in production, or have SUBGRAPH_TLS_CERT_FILE',
    ]);
  }
  return Object.freeze({ host });
}
