import type { GraphQLFormattedError } from 'graphql';
import type { ResponsePath } from './paths.ts';
import type { Run } from './step.ts';

/**
 * Says that a source is silent, at the first place where it is missed in this part of the answer; more fetches of the
 * same source add nothing to it.
 */
export function reportSilence(
  run: Run,
  error: Pick<GraphQLFormattedError, 'message' | 'extensions'>,
  path: ResponsePath,
): void {
  const { code, subgraph, bron } = error.extensions ?? {};
  const isKnown = run.errors.some(
    ({ extensions }) =>
      extensions?.['code'] === code && extensions?.['subgraph'] === subgraph && extensions?.['bron'] === bron,
  );
  if (!isKnown) run.errors.push({ ...error, path });
}
