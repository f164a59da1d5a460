/** TLS towards systems and subgraphs, and of a subgraph itself, with certificates that may change (docs/adr/0020). */
export { createTlsVerbinding, type TlsVerbinding } from './client.ts';
export {
  leesServerTls,
  leesTls,
  type ServerTlsConfig,
  type TlsConfig,
  type TlsMateriaal,
} from './instellingen.ts';
export { type Luisteraar, leesLuisteraar } from './luisteraar.ts';
export { createTlsServer, type TlsServer } from './server.ts';
