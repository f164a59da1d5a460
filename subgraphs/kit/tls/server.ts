import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type VolgOpties, volgBestanden } from '../volg-bestanden.ts';
import type { ServerTlsConfig } from './instellingen.ts';

export type TlsServer = { readonly server: Server; readonly sluit: () => void };

/** An HTTPS server that shows the certificate of the moment; connections that are open go on with theirs. */
export function createTlsServer(
  config: ServerTlsConfig,
  handler: RequestListener,
  log: Pick<VolgOpties<unknown>, 'logger' | 'van'>,
): TlsServer {
  const { vraagtCertificaat, ...bestanden } = config;
  const gevolgd = volgBestanden({
    ...log,
    ...bestanden,
    bij: (materiaal) => {
      server.setSecureContext(materiaal);
    },
  });
  const server = createServer(
    { ...gevolgd.huidig(), requestCert: vraagtCertificaat, rejectUnauthorized: vraagtCertificaat },
    handler,
  );
  // As fastify has it where it makes its own: longer than callers keep a connection that is not used.
  server.keepAliveTimeout = 72_000;
  return { server, sluit: gevolgd.sluit };
}
