import { type DocumentNode, execute, type GraphQLFormattedError, parse } from 'graphql';
import {
  createBronverbruik,
  createSubgraphSchema,
  formatSubgraphError,
  type Logger,
  type SubgraphDefinitie,
} from '../../subgraphs/kit/index.ts';
import type { SubgraphSource } from './subgraph-source.ts';

const maxDocumenten = 2_000;

/** A subgraph without a source of its own, executed in the gateway's process. */
export function createInProcessSource(
  definitie: SubgraphDefinitie,
  config: unknown,
  logger: Logger,
): SubgraphSource {
  const schema = createSubgraphSchema(definitie);
  const open = definitie.open(config, { logger });
  const format = formatSubgraphError(logger);
  const documenten = new Map<string, DocumentNode>();
  const document = (query: string): DocumentNode => {
    const bekend = documenten.get(query);
    if (bekend !== undefined) return bekend;
    if (documenten.size >= maxDocumenten) documenten.clear();
    const gelezen = parse(query);
    documenten.set(query, gelezen);
    return gelezen;
  };
  return {
    vraag: async (vraag, context) => {
      const start = performance.now();
      const raadpleging = { ...context, logger, verbruik: createBronverbruik() };
      const result = await execute({
        schema,
        document: document(vraag.query),
        operationName: vraag.operationName ?? null,
        variableValues: vraag.variables ?? null,
        contextValue: open.context(raadpleging),
      });
      context.verslag.noteerOversteek({
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
      return {
        ...(result.data === undefined ? {} : { data: result.data }),
        ...(errors === undefined ? {} : { errors }),
      };
    },
    sluit: () => open.sluit(),
  };
}
