/** The sources of all partners, and the outcome that each way of failing must give. */
import { registry } from '../../subgraphs/index.ts';
import { bronPrefix, type StubFault } from '../../subgraphs/kit/index.ts';

export const uitkomsten: Readonly<Record<Exclude<StubFault, 'none'>, string>> = {
  'nothing-found': 'NIETS_GEVONDEN',
  warning: 'GEDEELTELIJK',
  'server-error': 'FOUT',
  malformed: 'FOUT',
  'wrong-shape': 'FOUT',
  refused: 'BRON_NIET_BESCHIKBAAR',
  hang: 'BRON_NIET_BESCHIKBAAR',
  maintenance: 'BRON_NIET_BESCHIKBAAR',
  'rate-limited': 'BRON_NIET_BESCHIKBAAR',
};

/**
 * A source that is one file a night, of which the last whole one stands in for a broken or absent one
 * (docs/adr/0008): data with a reservation, under the day of that file. Nothing found stays nothing found, for
 * a whole file without the client is an answer. Without a kept file it fails as every source does.
 */
const metLaatsteHele = {
  'server-error': 'GEDEELTELIJK',
  malformed: 'GEDEELTELIJK',
  'wrong-shape': 'GEDEELTELIJK',
  refused: 'GEDEELTELIJK',
  hang: 'GEDEELTELIJK',
  maintenance: 'GEDEELTELIJK',
  'rate-limited': 'GEDEELTELIJK',
} as const;

export const uitzonderingen: Readonly<Record<string, Partial<typeof uitkomsten>>> = {
  SW_WACHTLIJST: metLaatsteHele,
};

const partners = await Promise.all(
  registry.map(async ({ naam, laad }) => ({ naam, bronnen: (await laad()).bronnen })),
);

/** Every source of every partner in the registry. */
export const bronnen: readonly { readonly partner: string; readonly bron: string }[] = partners.flatMap(
  ({ naam, bronnen: eigen }) => eigen.map((bron) => ({ partner: naam, bron })),
);

/** Short times, so that a hanging source is given up soon; a 429 asks to wait longer than this. */
export const korteTijden = Object.fromEntries(
  bronnen.map(({ partner, bron }) => [`${bronPrefix(partner, bron)}_TIMEOUT_MS`, '1000']),
);
