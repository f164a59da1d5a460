/** The four partners of the bench behind a gateway, one of them silent, and many who ask at once. */
import { Pool } from 'undici';
import { expect, onTestFinished } from 'vitest';
import {
  composeGraph,
  operation,
  type Silence,
  startPartners,
  variables,
} from '../../bench/deadline/index.ts';
import type { Antwoord } from '../../commands/in-one-process.ts';
import { createSupergraph, leesGatewayConfig, startGateway } from '../../gateway/index.ts';
import { createLogger, type Omgeving } from '../../subgraphs/kit/index.ts';

/** Starts both for one test. @param env settings of the gateway @returns where the gateway is */
export async function startGraaf(silence: Silence, env: Omgeving): Promise<URL> {
  const partners = await startPartners(silence);
  onTestFinished(partners.stop);
  const adressen = Object.fromEntries(
    Object.entries(partners.urls).map(([naam, url]) => [`SUBGRAPH_URL_${naam.toUpperCase()}`, url]),
  );
  const config = leesGatewayConfig({
    ACCESS: 'open',
    PORT: '0',
    SUBGRAPH_TIMEOUT_MS: '60000',
    ...adressen,
    ...env,
  });
  const gateway = await startGateway(config, {
    supergraph: createSupergraph(composeGraph()),
    logger: createLogger('test', { level: 'silent' }),
    inProcess: [],
  });
  onTestFinished(gateway.stop);
  return new URL(gateway.url);
}

export type Vraag = { readonly budgetMs: number; readonly query?: string };

/** The answers to so many at once, their sources by subgraph; and whether each took all the time it had. */
export async function vraagSamen(
  { origin, pathname }: URL,
  aantal: number,
  { budgetMs, query = operation }: Vraag,
) {
  const pool = new Pool(origin, { connections: aantal });
  const vraag = async () => {
    const begin = performance.now();
    const { body } = await pool.request({
      method: 'POST',
      path: pathname,
      headers: { 'content-type': 'application/json', 'x-tijdbudget-ms': String(budgetMs) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors, extensions } = (await body.json()) as Antwoord;
    const bronnen = extensions?.bronnen?.toSorted((a, b) => a.subgraph.localeCompare(b.subgraph));
    return { data, errors, bronnen, heeftGewacht: performance.now() - begin >= budgetMs };
  };
  try {
    return await Promise.all(Array.from({ length: aantal }, vraag));
  } finally {
    await pool.destroy();
  }
}

/** What a part that is missing says to people. */
export const meldingen = {
  TE_LAAT: 'De bron heeft niet op tijd geantwoord.',
  TIJD_OP: 'De tijd voor deze vraag was op; de bron is niet meer gevraagd.',
};

/** A line of `extensions.bronnen`. */
export const regel = (bron: string, subgraph: string, uitkomst: string, aanroepen: number) => ({
  bron,
  subgraph,
  uitkomst,
  aanroepen,
  duurMs: expect.any(Number) as number,
  geraadpleegdOp: expect.stringMatching(/^\d{4}-.*Z$/) as string,
});
