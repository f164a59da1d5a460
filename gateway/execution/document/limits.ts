import { Kind, type SelectionSetNode } from 'graphql';
import { GraafFout } from '../../../subgraphs/kit/index.ts';
import type { Operation } from './operation.ts';

/** What an operation may be at most, after its fragments are put in place. */
export type OperationLimits = {
  /** Fields. */
  readonly maxFields: number;
  /** Levels of fields. */
  readonly maxDepth: number;
};

type Size = { readonly fields: number; readonly depth: number };

/**
 * Refuses an operation that is too large before anything is made of it. Fragments are counted wherever they are
 * used but measured once: a document that doubles at every fragment is refused in the time it takes to read it.
 * @throws GraafFout ONGELDIGE_VRAAG
 */
export function checkSize({ definition, fragments }: Operation, limits: OperationLimits): void {
  const known = new Map<string, Size>();
  const fragmentSize = (name: string): Size => {
    const earlier = known.get(name);
    if (earlier !== undefined) return earlier;
    // Validation refuses a fragment that uses itself; here it must only not hang.
    known.set(name, { fields: 0, depth: 0 });
    const set = fragments.get(name)?.selectionSet;
    const size = set === undefined ? { fields: 0, depth: 0 } : setSize(set);
    known.set(name, size);
    return size;
  };
  const setSize = ({ selections }: SelectionSetNode): Size => {
    let fields = 0;
    let depth = 0;
    for (const selection of selections) {
      const { kind } = selection;
      const below =
        kind === Kind.FRAGMENT_SPREAD
          ? fragmentSize(selection.name.value)
          : selection.selectionSet === undefined
            ? { fields: 0, depth: 0 }
            : setSize(selection.selectionSet);
      const own = kind === Kind.FIELD ? 1 : 0;
      // Sums stay finite, however often a document doubles.
      fields = Math.min(fields + below.fields + own, Number.MAX_SAFE_INTEGER);
      depth = Math.max(depth, below.depth + own);
    }
    return { fields, depth };
  };
  const { fields, depth } = setSize(definition.selectionSet);
  if (fields > limits.maxFields) {
    throw new GraafFout('ONGELDIGE_VRAAG', `An operation may have ${limits.maxFields} fields at most.`);
  }
  if (depth > limits.maxDepth) {
    throw new GraafFout('ONGELDIGE_VRAAG', `An operation may be ${limits.maxDepth} levels deep at most.`);
  }
}
