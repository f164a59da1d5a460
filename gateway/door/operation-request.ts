import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { GraafFout } from '../../subgraphs/kit/index.ts';
import type { Identity } from '../access/index.ts';
import { createVerslag, type OperationContext, startLooptijd, startTrace } from '../sources/index.ts';

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export type RequestOptions = {
  readonly now: () => Date;
  /** Time of an operation whose request names none, milliseconds. */
  readonly budgetMs: number;
  /** The most that a request can ask for, milliseconds. */
  readonly maxBudgetMs: number;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The least that is of use: less is taken for a mistake and raised to this, milliseconds. */
const minBudgetMs = 50;
const wholeNumber = /^\d{1,9}$/;

/** The caller's own id in the form of a UUID, else a new one. */
export function correlationIdOf(headers: RequestHeaders): string {
  const given = headers['x-correlation-id'];
  return typeof given === 'string' && uuid.test(given) ? given : randomUUID();
}

/**
 * The budget of an operation: what `X-Tijdbudget-Ms` asks, within bounds.
 * @throws GraafFout ONGELDIGE_VRAAG when that is not a whole number of milliseconds
 */
function budgetOf(headers: RequestHeaders, { budgetMs, maxBudgetMs }: RequestOptions): number {
  const given = headers['x-tijdbudget-ms'];
  if (given === undefined) return budgetMs;
  if (typeof given !== 'string' || !wholeNumber.test(given)) {
    throw new GraafFout('ONGELDIGE_VRAAG', 'X-Tijdbudget-Ms must be a whole number of milliseconds.');
  }
  return Math.min(Math.max(Number(given), minBudgetMs), maxBudgetMs);
}

/**
 * Starts the time of an operation; it ends when the client goes away before the answer is out.
 * @throws GraafFout ONGELDIGE_VRAAG for a budget that is none
 */
export function startOperation(
  headers: RequestHeaders,
  correlationId: string,
  mayDefer: boolean,
  identity: Identity | undefined,
  options: RequestOptions,
  response: ServerResponse,
): OperationContext {
  const looptijd = startLooptijd(budgetOf(headers, options));
  response.once('close', () => {
    if (response.writableFinished) looptijd.rondAf();
    else looptijd.breekAf();
  });
  return {
    correlationId,
    trace: startTrace(headers['traceparent']),
    identity,
    looptijd,
    mayDefer,
    now: options.now,
    verslag: createVerslag(),
  };
}
