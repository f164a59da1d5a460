import type { GraphQLFormattedError } from 'graphql';
import type { PlanNames } from '../document/plan-names.ts';
import type { ResponsePath } from './paths.ts';

/** What is wrong with a value that a subgraph sent; no part of the value is told. */
export type Defect = { readonly message: string; readonly path: ResponsePath };

/** One writing of one answer. */
export type WriteState = {
  /** Values of variables, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where the writer is: `path[0]` to `path[depth - 1]`. */
  readonly path: (string | number)[];
  /** Fields that silent subgraphs left out, as `Type.field`: one error says so for all places. */
  readonly silent: ReadonlySet<string>;
  readonly defects: Defect[];
  /** Places that are null because of what stood in them. */
  readonly nulled: ResponsePath[];
  /**
   * Texts of objects that stand in several places of the answer, for each place in the operation; undefined when
   * there are none.
   */
  readonly texts: Map<unknown, string>[] | undefined;
};

export function report(state: WriteState, depth: number, message: string): void {
  state.defects.push({ message, path: state.path.slice(0, depth) });
}

/**
 * The errors of defects that no earlier error explains: a field gets one error, and a null that came with an
 * error from a subgraph has its error already (GraphQL specification §6.4.4).
 */
export function defectErrors(
  defects: readonly Defect[],
  errors: readonly GraphQLFormattedError[],
): readonly GraphQLFormattedError[] {
  return defects
    .filter(({ path }) => !errors.some((error) => touches(error.path, path)))
    .map(({ message, path }) => ({ message, path, extensions: { code: 'ONGELDIG_ANTWOORD' } }));
}

/** Errors of fetches with the names that the client has for fields. */
export function answeredErrors(
  errors: readonly GraphQLFormattedError[],
  names: PlanNames,
): readonly GraphQLFormattedError[] {
  return errors.map((error) =>
    error.path === undefined
      ? error
      : {
          ...error,
          path: error.path.map((step) => (typeof step === 'string' ? names.answered(step) : step)),
        },
  );
}

/** An error without a path may be about anything. */
function touches(a: ResponsePath | undefined, b: ResponsePath): boolean {
  if (a === undefined) return true;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
