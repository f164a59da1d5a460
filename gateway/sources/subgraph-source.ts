import type { GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
import { createTlsVerbinding, type Logger, type TlsConfig } from '../../subgraphs/kit/index.ts';
import { createBeurten } from './beurten.ts';
import { type Calling, call, Refused } from './http-call.ts';
import type { Einde } from './looptijd.ts';
import type { OperationContext } from './operation-context.ts';
import type { RequestSigner } from './request-token.ts';
import { type Leemte, stilte } from './stilte.ts';
import { leesAntwoord } from './subgraph-antwoord.ts';
import type { SubgraphOperatie } from './subgraph-operatie.ts';
import { newSpanId, traceparentOf } from './trace.ts';
import { verwerktAlsGevraagd } from './verwerkt.ts';
import { zonderBsn } from './zonder-bsn.ts';

/** One subgraph as the engine sees it: it always answers, if need be with the gap it leaves. */
export type SubgraphSource = {
  /** @param variables JSON text of the object of variables */
  readonly vraag: (
    operatie: SubgraphOperatie,
    variables: string,
    context: OperationContext,
  ) => Promise<SubgraphAntwoord>;
  readonly sluit: () => Promise<void>;
};

export type SubgraphAntwoord =
  | {
      readonly soort: 'ANTWOORD';
      /** Of this answer only: whoever asked may change it. */
      readonly data: Record<string, unknown> | null | undefined;
      readonly errors: readonly GraphQLFormattedError[] | undefined;
    }
  | { readonly soort: 'STIL'; readonly leemten: readonly Leemte[] };

export type SubgraphSourceOpties = {
  readonly naam: string;
  readonly url: URL;
  /** Time for one call, milliseconds, when the operation has more left. */
  readonly timeoutMs: number;
  readonly connections: number;
  /** Sources behind a field, from the supergraph. */
  readonly bronnenVan: (type: string, field: string) => readonly string[];
  /** Signs each question; undefined where they have no token. */
  readonly sign?: RequestSigner | undefined;
  /** What is shown over https, and trusted. */
  readonly tls?: TlsConfig;
  readonly logger: Logger;
};

const vasteHeaders = ['content-type', 'application/json', 'accept', 'application/json'];
const maxAntwoordBytes = 64 * 1024 * 1024;

/** What came of one call. */
type Afloop =
  | { readonly soort: 'GEKREGEN'; readonly body: unknown }
  | { readonly soort: 'MISLUKT'; readonly error: unknown }
  | { readonly soort: Einde; readonly isGevraagd: boolean };

/** A subgraph over HTTP, on a pool of kept connections. */
export function createSubgraphSource(opties: SubgraphSourceOpties): SubgraphSource {
  const { naam, timeoutMs, logger } = opties;
  const tls =
    opties.tls === undefined || opties.url.protocol !== 'https:'
      ? undefined
      : createTlsVerbinding(opties.tls, timeoutMs, { logger, van: { subgraph: naam } });
  const pool = new Pool(opties.url.origin, {
    connections: opties.connections,
    connect: tls?.connect ?? { timeout: opties.timeoutMs },
  });
  const path = opties.url.pathname + opties.url.search;
  const beurten = createBeurten(opties.connections);

  const bel = (
    operatie: SubgraphOperatie,
    variables: string,
    context: OperationContext,
    budgetMs: number,
  ): Calling => {
    const body = `${operatie.kop}${operatie.soort === 'mutation' ? zonderBsn(variables) : variables}}`;
    const headers = [
      ...vasteHeaders,
      'x-correlation-id',
      context.correlationId,
      'traceparent',
      traceparentOf(context.trace, newSpanId()),
      'x-tijdbudget-ms',
      String(budgetMs),
    ];
    if (opties.sign !== undefined) {
      headers.push('authorization', `Bearer ${opties.sign(opties.naam, body, budgetMs, context)}`);
    }
    return call(pool, { path, headers, body, maxBytes: maxAntwoordBytes });
  };

  const haalBinnenTijd = (
    operatie: SubgraphOperatie,
    variables: string,
    context: OperationContext,
  ): Promise<Afloop> =>
    new Promise((resolve) => {
      const { looptijd } = context;
      const uiterlijk = performance.now() + opties.timeoutMs;
      let belt: Calling | undefined;
      const verlaatRij = beurten.neem(() => {
        const budgetMs = Math.min(looptijd.resterendMs(), Math.floor(uiterlijk - performance.now()));
        if (budgetMs <= 0) return false;
        belt = bel(operatie, variables, context, budgetMs);
        void belt.answered
          .then(
            (tekst): Afloop => gelezen(tekst),
            (error: unknown): Afloop => ({ soort: 'MISLUKT', error }),
          )
          .then((afloop) => {
            terug();
            resolve(afloop);
            beurten.geefTerug();
          });
        return true;
      });
      const terug = looptijd.bijEinde((soort) => {
        // First of all: a call without a connection is only told that it was given up when it has one.
        resolve({ soort, isGevraagd: belt !== undefined });
        verlaatRij();
        belt?.abort(new Error('the time is up'));
      }, opties.timeoutMs);
    });

  return {
    vraag: async (operatie, variables, context) => {
      if (context.looptijd.resterendMs() === 0) return stilte(opties, operatie, context, 'TIJD_OP', 0);
      const start = performance.now();
      const afloop = await haalBinnenTijd(operatie, variables, context);
      const duurMs = performance.now() - start;
      if ('isGevraagd' in afloop && !afloop.isGevraagd) {
        return stilte(opties, operatie, context, 'TIJD_OP', duurMs);
      }
      const alsGevraagd = (gelukt: boolean) => {
        const einde = context.now().getTime();
        const tijden = { begin: einde - Math.round(duurMs), einde, gelukt };
        const burger = context.identity?.clientnummer;
        return verwerktAlsGevraagd(operatie, variables, opties.bronnenVan, burger, tijden);
      };
      const antwoord = afloop.soort === 'GEKREGEN' ? leesAntwoord(afloop.body) : undefined;
      if (antwoord !== undefined) {
        context.verslag.noteerOversteek({ subgraph: opties.naam, duurMs, uitkomst: 'OK' });
        for (const regel of antwoord.bronnen) context.verslag.noteerBron(opties.naam, regel);
        context.verslag.noteerVerwerkingen(opties.naam, antwoord.verwerkingen ?? alsGevraagd(true));
        return { soort: 'ANTWOORD', data: antwoord.data, errors: antwoord.errors };
      }
      context.verslag.noteerOversteek({ subgraph: opties.naam, duurMs, uitkomst: 'FOUT' });
      // It may have asked its sources, whatever came of it.
      context.verslag.noteerVerwerkingen(opties.naam, alsGevraagd(false));
      const reden = redenVan(afloop);
      const velden = {
        correlationId: context.correlationId,
        subgraph: opties.naam,
        durationMs: Math.round(duurMs),
        reden,
      };
      if (reden === 'AANMELDING_GEWEIGERD') {
        // Not a matter of waiting: keys, clocks or names are set up wrong.
        opties.logger.error(velden, 'subgraph refuses the token of the gateway');
      } else if (afloop.soort !== 'AFGEBROKEN') {
        // A client that went away says nothing of the subgraph.
        const error = 'error' in afloop ? { error: afloop.error } : {};
        opties.logger.warn({ ...velden, ...error }, 'subgraph did not answer');
      }
      return stilte(opties, operatie, context, reden, duurMs);
    },
    sluit: async () => {
      tls?.sluit();
      await pool.destroy();
    },
  };
}

function redenVan(afloop: Afloop): 'TE_LAAT' | 'AANMELDING_GEWEIGERD' | 'ONBEREIKBAAR' {
  if (afloop.soort === 'TIJD_OP') return 'TE_LAAT';
  return 'error' in afloop && afloop.error instanceof Refused ? 'AANMELDING_GEWEIGERD' : 'ONBEREIKBAAR';
}

function gelezen(tekst: string): Afloop {
  try {
    return { soort: 'GEKREGEN', body: JSON.parse(tekst) as unknown };
  } catch (error) {
    return { soort: 'MISLUKT', error };
  }
}
