import type { GraphQLFormattedError } from 'graphql';
import type { PlanNames } from '../document/plan-names.ts';
import type { ResponsePath } from './paths.ts';

/** What is wrong with a value that a subgraph sent; no part of the value is told. */
export type Defect = {
  readonly message: string;
  readonly path: ResponsePath;
  readonly code: 'ONGELDIG_ANTWOORD' | 'NIET_GERECHTIGD';
};

/** One writing of one answer. */
export type WriteState = {
  /** Values of variables, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where the writer is: `path[0]` to `path[depth - 1]`. */
  readonly path: (string | number)[];
  /** Fields that silent subgraphs left out, as `Type.field`: one error says so for all places. */
  readonly silent: ReadonlySet<string>;
  readonly defects: Defect[];
  /** Fields of the operation of which it was told that they may not be seen: once, not at every place. */
  readonly refused: Set<object>;
  /** Places that are null because of what stood in them. */
  readonly nulled: ResponsePath[];
  /**
   * Texts of objects that stand in several places of the answer, for each place in the operation; undefined when
   * there are none.
   */
  readonly texts: Map<unknown, string>[] | undefined;
};

export function report(state: WriteState, depth: number, message: string): void {
  state.defects.push({ message, path: state.path.slice(0, depth), code: 'ONGELDIG_ANTWOORD' });
}

/** @param field stands for the field of the operation */
export function reportRefused(state: WriteState, depth: number, field: object): void {
  if (state.refused.has(field)) return;
  state.refused.add(field);
  const message = 'This role may not see this field for this purpose.';
  state.defects.push({ message, path: state.path.slice(0, depth), code: 'NIET_GERECHTIGD' });
}

/**
 * The errors of defects that no earlier error explains: a field gets one error, and a null that came with an
 * error from a subgraph has its error already (GraphQL specification §6.4.4). What may not be seen is always told.
 */
export function defectErrors(
  defects: readonly Defect[],
  errors: readonly GraphQLFormattedError[],
): readonly GraphQLFormattedError[] {
  return defects
    .filter(
      ({ path, code }) => code === 'NIET_GERECHTIGD' || !errors.some((error) => touches(error.path, path)),
    )
    .map(({ message, path, code }) => ({ message, path, extensions: { code } }));
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
