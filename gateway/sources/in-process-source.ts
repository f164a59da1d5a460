import { type DocumentNode, execute, type GraphQLFormattedError, parse } from 'graphql';
import {
  createBronverbruik,
  createSubgraphSchema,
  formatSubgraphError,
  type Inzage,
  type Logger,
  type SubgraphDefinitie,
} from '../../subgraphs/kit/index.ts';
import { vragerOf } from './request-token.ts';
import type { SubgraphOperatie } from './subgraph-operatie.ts';
import type { SubgraphSource } from './subgraph-source.ts';
import { newSpanId, traceparentOf } from './trace.ts';

/**
 * A subgraph without a source of its own, executed in the gateway's process. It is also asked when the time of
 * the operation is spent: it computes from what came, and says what did not. Not when the client went away.
 */
export function createInProcessSource(
  definitie: SubgraphDefinitie,
  config: unknown,
  logger: Logger,
  /** What a citizen may see of the own data. */
  inzageVan?: (clientnummer: string) => Inzage,
): SubgraphSource {
  const schema = createSubgraphSchema(definitie);
  const open = definitie.open(config, { logger });
  const format = formatSubgraphError(logger);
  const documenten = new WeakMap<SubgraphOperatie, DocumentNode>();
  const document = (operatie: SubgraphOperatie): DocumentNode => {
    const bekend = documenten.get(operatie);
    if (bekend !== undefined) return bekend;
    const gelezen = parse(operatie.query, { noLocation: true });
    documenten.set(operatie, gelezen);
    return gelezen;
  };
  return {
    vraag: async (operatie, variables, { correlationId, trace, identity, looptijd, now, verslag }) => {
      // Nobody reads what would be computed.
      if (looptijd.einde() === 'AFGEBROKEN') return { soort: 'STIL', leemten: [] };
      const start = performance.now();
      const burger = identity?.clientnummer;
      const result = await execute({
        schema,
        document: document(operatie),
        operationName: operatie.operationName ?? null,
        variableValues: JSON.parse(variables) as Record<string, unknown>,
        contextValue: open.context({
          correlationId,
          traceparent: traceparentOf(trace, newSpanId()),
          signal: looptijd.signal(),
          now,
          logger,
          verbruik: createBronverbruik(),
          ...(burger === undefined || inzageVan === undefined ? {} : { inzage: inzageVan(burger) }),
          verzoek: {
            verwerking: trace.traceId,
            vrager: identity === undefined ? undefined : vragerOf(identity),
          },
        }),
      });
      verslag.noteerOversteek({
        subgraph: definitie.naam,
        duurMs: performance.now() - start,
        uitkomst: 'OK',
      });
      // Without data nothing was executed: the variables did not fit (GraphQL specification, request error).
      const extensions = result.data === undefined ? { code: 'BAD_USER_INPUT' } : undefined;
      const errors = result.errors?.map(
        (error): GraphQLFormattedError =>
          format({ ...error.toJSON(), ...(extensions === undefined ? {} : { extensions }) }, error),
      );
      return { soort: 'ANTWOORD', data: result.data, errors };
    },
    sluit: () => open.sluit(),
  };
}
