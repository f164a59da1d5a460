/**
 * Settings of a development machine: every partner on loopback, sources simulated, a published key.
 * Nothing of it is secret, and nothing of it is used when NODE_ENV is production.
 */

import { poortplan, registry } from '../subgraphs/index.ts';
import { bronPrefix, type Omgeving } from '../subgraphs/kit/index.ts';
import { openOntwikkelIssuer } from './development-issuer.ts';
import { ontwikkelLogboek } from './development-logboek.ts';
import { openVerzoeksleutel } from './development-request-key.ts';

/** The pseudonym key of development, the same on every machine so that clientnummers in documents hold. */
const ontwikkelSleutel = '6f6e7477696b6b656c736c657574656c2d6e6965742d766f6f722d6563687421';

export const ontwikkelPseudoniem = {
  PSEUDONIEM_SLEUTEL: ontwikkelSleutel,
  WERKPLEIN_REGIO: 'westland',
} as const;

const standaardpoort = 4000;

/** Port of the gateway in this environment; every other port follows from it. */
export function basispoort(env: Omgeving): number {
  const port = Number(env['PORT'] ?? standaardpoort);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000) {
    throw new RangeError('PORT must be a whole number from 1024 to 65000');
  }
  const ports = poortplan(port);
  const asked = [port, ...registry.flatMap((_partner, i) => [ports.subgraph(i), ports.control(i)])];
  const refused = asked.find((one) => badPorts.has(one));
  if (refused === undefined) return port;
  throw new RangeError(`PORT must be another: it brings port ${refused}, which browsers and fetch refuse`);
}

/** Ports that nobody may fetch (Fetch Standard, "bad port"), of those that need no privileges. */
const badPorts: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10_080,
]);

/**
 * `env` with what development needs and it does not set itself: addresses of all subgraphs, and the settings of one
 * partner when it is named, else those of the gateway. In production `env` as it is.
 */
export async function ontwikkelOmgeving(env: Omgeving, partner?: string): Promise<Omgeving> {
  if (env['NODE_ENV'] === 'production') return env;
  const ports = poortplan(basispoort(env));
  const standaard: Record<string, string> = { ...ontwikkelPseudoniem };
  // Only the gateway knows who signs in, and records who looked.
  if (partner === undefined) {
    const logDir = ports.gateway === standaardpoort ? 'var/logboek' : `var/logboek-${ports.gateway}`;
    Object.assign(standaard, (await openOntwikkelIssuer()).omgeving, ontwikkelLogboek(logDir));
  }
  const { gateway, subgraph } = openVerzoeksleutel();
  Object.assign(standaard, partner === undefined ? gateway : subgraph);
  for (const [index, { naam, inProcess, laad }] of registry.entries()) {
    if (inProcess === true) continue;
    standaard[`SUBGRAPH_URL_${naam.toUpperCase()}`] = `http://127.0.0.1:${ports.subgraph(index)}/graphql`;
    // Only the partner asked for is loaded: each process of `npm start` is one partner's.
    if (naam !== partner) continue;
    const { bronnen, laadStubs } = await laad();
    Object.assign(standaard, (await laadStubs?.())?.ontwikkelOmgeving);
    for (const [bronIndex, bron] of bronnen.entries()) {
      standaard[`${bronPrefix(naam, bron)}_URL`] = `http://127.0.0.1:${ports.bron(index, bronIndex)}`;
    }
  }
  return { ...standaard, ...env };
}
