/** Mercurius as a gateway of Federation 1: `mercurius.mjs <subgraphs as JSON: [{name, url, schema}]> <port>`. */
import mercuriusGateway from '@mercuriusjs/gateway';
import { fastify } from 'fastify';

const [services, port] = process.argv.slice(2);
const app = fastify();
await app.register(mercuriusGateway, { gateway: { services: JSON.parse(services) } });
await app.listen({ host: '127.0.0.1', port: Number(port) });
