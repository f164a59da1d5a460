import { setImmediate } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { formatFout, GraafFout, type Logger, verbergBsn } from '../../subgraphs/kit/index.ts';
import type { Toegang } from '../access/index.ts';
import {
  type Logboek,
  openVerantwoording,
  type Verantwoording,
  verantwoordingStatus,
} from '../accountability/index.ts';
import type { Answer, LaterPart, PreparedOperation } from '../execution/index.ts';
import type { Bronverslag, OperationContext, Verslag } from '../sources/index.ts';

/** What leaves the gateway for one operation: errors in our own words, and what the sources did. */
export type Performed = Omit<Answer, 'later'> &
  Reported & {
    readonly later?: AsyncIterable<PerformedPart>;
    /** HTTP status when it is not the one that goes with the answer. */
    readonly status?: number;
  };

/** A part that comes later, with what the sources did since the part before it. */
export type PerformedPart = LaterPart & Reported;

type Reported = { readonly extensions?: { readonly bronnen: readonly Bronverslag[] } };

export type PerformDeps = {
  readonly logger: Logger;
  /** Where an answer is recorded before it leaves; undefined where the graph is open. */
  readonly logboek: Logboek | undefined;
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

export function createPerform({ logger, logboek, opKlaar }: PerformDeps): Perform {
  return async (prepare, variables, context, toegang) => {
    const start = performance.now();
    const { correlationId, identity, verslag, looptijd } = context;
    const verantwoording =
      logboek === undefined || identity === undefined
        ? undefined
        : openVerantwoording(logboek, identity, context);
    const format = (errors: readonly GraphQLFormattedError[]) =>
      errors.map((error) => withCorrelation(formatError(logger, error), correlationId));
    let operationName: string | null = null;
    const record =
      verantwoording &&
      ((outcome: Outcome) =>
        verantwoording.legVast(operationName, outcome, toegang?.bewaking?.ontsnapping()));
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
      const told = errors === undefined ? undefined : format(errors);
      await record?.(outcomeOf(data, told));
      const report = reporting(verslag);
      return {
        ...(data === undefined ? {} : { data }),
        ...(told === undefined ? {} : { errors: told }),
        ...report(),
        ...(later === undefined
          ? {}
          : {
              later: formatLater(later, {
                format,
                report,
                finish,
                record,
                isOpen: () => verantwoording?.isOpen() === true,
              }),
            }),
      };
    } catch (error) {
      finish();
      const message = error instanceof Error ? error.message : '';
      const errors = [withCorrelation(formatError(logger, { message }, error), correlationId)];
      if (isUnaccounted(error)) return { status: verantwoordingStatus, errors };
      try {
        await record?.(outcomeOf(undefined, errors));
        return { errors };
      } catch (unaccounted) {
        const refused = formatError(logger, { message: '' }, unaccounted);
        return { status: verantwoordingStatus, errors: [withCorrelation(refused, correlationId)] };
      }
    }
  };
}

type Finishing = {
  readonly format: (errors: readonly GraphQLFormattedError[]) => readonly GraphQLFormattedError[];
  readonly report: () => Reported;
  readonly finish: () => void;
  readonly record: ((outcome: Outcome) => Promise<void>) | undefined;
  /** Whether something is still to be recorded. */
  readonly isOpen: () => boolean;
};

async function* formatLater(
  later: AsyncIterable<LaterPart>,
  { format, report, finish, record, isOpen }: Finishing,
): AsyncIterable<PerformedPart> {
  try {
    for await (const part of later) {
      const errors = part.errors === undefined ? undefined : format(part.errors);
      try {
        await record?.(outcomeOf(part.data, errors));
        yield { ...part, ...(errors === undefined ? {} : { errors }), ...report() };
      } catch (error) {
        if (!isUnaccounted(error)) throw error;
        // The part itself does not leave; the client learns why.
        const { path, label } = part;
        yield { path, ...(label === undefined ? {} : { label }), data: null, errors: format([error]) };
      }
    }
  } finally {
    finish();
    // Who asked went away: what was fetched for the parts that nobody reads is recorded all the same.
    await setImmediate();
    if (isOpen()) await record?.('MISLUKT').catch(() => undefined);
  }
}

type Outcome = Parameters<Verantwoording['legVast']>[1];

/** What the audit log says of an answer, or of a part of one. */
function outcomeOf(data: Answer['data'], errors: readonly GraphQLFormattedError[] | undefined): Outcome {
  if (data !== undefined && data !== null) {
    return errors === undefined || errors.length === 0 ? 'GEGEVEN' : 'GEDEELTELIJK';
  }
  const isRefused = errors?.some(({ extensions }) => extensions?.['code'] === 'NIET_GERECHTIGD') === true;
  return isRefused ? 'GEWEIGERD' : 'MISLUKT';
}

function isUnaccounted(error: unknown): error is GraafFout {
  return error instanceof GraafFout && error.extensions.code === 'VERANTWOORDING_NIET_MOGELIJK';
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
