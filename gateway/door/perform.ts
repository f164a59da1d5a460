import type { GraphQLFormattedError } from 'graphql';
import { formatFout, type Logger, verbergBsn } from '../../subgraphs/kit/index.ts';
import type { Toegang } from '../access/index.ts';
import type { Answer, LaterPart, PreparedOperation } from '../execution/index.ts';
import type { Bronverslag, OperationContext, Verslag } from '../sources/index.ts';

/** What leaves the gateway for one operation: errors in our own words, and what the sources did. */
export type Performed = Omit<Answer, 'later'> & Reported & { readonly later?: AsyncIterable<PerformedPart> };

/** A part that comes later, with what the sources did since the part before it. */
export type PerformedPart = LaterPart & Reported;

type Reported = { readonly extensions?: { readonly bronnen: readonly Bronverslag[] } };

export type PerformDeps = {
  readonly logger: Logger;
  /** Sees what each finished operation did; for the bench and tests that count. */
  readonly opKlaar?: (context: OperationContext) => void;
};

/**
 * Prepares and runs an operation; never rejects. Both doors come here, so that neither can do less than the other.
 * Without `data` nothing was executed.
 */
export type Perform = (
  prepare: () => Promise<PreparedOperation> | PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
  context: OperationContext,
  /** What the caller may do; undefined where the graph is open. */
  toegang: Toegang | undefined,
) => Promise<Performed>;

const maxNameLength = 64;

export function createPerform({ logger, opKlaar }: PerformDeps): Perform {
  return async (prepare, variables, context, toegang) => {
    const start = performance.now();
    const { correlationId, verslag, looptijd } = context;
    const format = (errors: readonly GraphQLFormattedError[]) =>
      errors.map((error) => withCorrelation(formatError(logger, error), correlationId));
    let operationName: string | null = null;
    const finish = () => {
      looptijd.rondAf();
      opKlaar?.(context);
      logger.info(
        {
          correlationId,
          operationName:
            operationName === null ? undefined : verbergBsn(operationName.slice(0, maxNameLength)),
          durationMs: Math.round(performance.now() - start),
          count: verslag.oversteken().length,
        },
        'operation done',
      );
    };
    try {
      const operation = await prepare();
      ({ operationName } = operation);
      const { data, errors, later } = await operation.run(variables, context, toegang);
      if (later === undefined) finish();
      const report = reporting(verslag);
      return {
        ...(data === undefined ? {} : { data }),
        ...(errors === undefined ? {} : { errors: format(errors) }),
        ...report(),
        ...(later === undefined ? {} : { later: formatLater(later, format, report, finish) }),
      };
    } catch (error) {
      finish();
      const message = error instanceof Error ? error.message : '';
      return { errors: [withCorrelation(formatError(logger, { message }, error), correlationId)] };
    }
  };
}

async function* formatLater(
  later: AsyncIterable<LaterPart>,
  format: (errors: readonly GraphQLFormattedError[]) => readonly GraphQLFormattedError[],
  report: () => Reported,
  finish: () => void,
): AsyncIterable<PerformedPart> {
  try {
    for await (const part of later) {
      const { errors } = part;
      yield { ...part, ...(errors === undefined ? {} : { errors: format(errors) }), ...report() };
    }
  } finally {
    finish();
  }
}

/** Tells of each source what it did, again when there is more to tell. */
function reporting(verslag: Verslag): () => Reported {
  const told = new Set<Bronverslag>();
  return () => {
    const bronnen = verslag.bronnen().filter((bron) => !told.has(bron));
    for (const bron of bronnen) told.add(bron);
    return bronnen.length === 0 ? {} : { extensions: { bronnen } };
  };
}

/** An error as it may leave: a code of ours, our own words, nothing of what was sent. */
export function formatError(logger: Logger, formatted: GraphQLFormattedError, error: unknown = formatted) {
  return formatFout(formatted, error, (oorzaak, path) => {
    logger.error({ error: oorzaak, path: path?.join('.') }, 'operation failed');
  });
}

export function withCorrelation(error: GraphQLFormattedError, correlationId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, correlationId } };
}
