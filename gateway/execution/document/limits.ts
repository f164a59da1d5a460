import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { GraafFout } from '../../../subgraphs/kit/index.ts';

/** What an operation may be at most, after its fragments are put in place. */
export type OperationLimits = {
  /** Fields. */
  readonly maxFields: number;
  /** Levels of fields. */
  readonly maxDepth: number;
  /** Fields under another name than their own. */
  readonly maxAliases: number;
  /** Fields of the root. */
  readonly maxRootFields: number;
  /** Directives. */
  readonly maxDirectives: number;
  /** Fields that stand once more in a selection set, under the same name: each is compared with all others. */
  readonly maxRepeated: number;
};

export const unlimited: OperationLimits = {
  maxFields: Infinity,
  maxDepth: Infinity,
  maxAliases: Infinity,
  maxRootFields: Infinity,
  maxDirectives: Infinity,
  maxRepeated: Infinity,
};

/** Of a selection set; what merges with what stands around it is still apart. */
type Size = {
  readonly fields: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Below this level. */
  readonly repeated: number;
  /** How often each response name stands at this level. */
  readonly names: ReadonlyMap<string, number>;
};

const nothing: Size = { fields: 0, depth: 0, aliases: 0, directives: 0, repeated: 0, names: new Map() };

/**
 * Refuses a document of which an operation or a fragment is too large, before anything is made of it: validation is
 * quadratic in what is repeated. Fragments are counted wherever they are used but measured once: a document that
 * doubles at every fragment is refused in the time it takes to read it.
 * @throws GraafFout ONGELDIGE_VRAAG
 */
export function checkSize({ definitions }: DocumentNode, limits: OperationLimits): void {
  const fragments = new Map(
    definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
  );
  const known = new Map<string, Size>();
  const fragmentSize = (name: string): Size => {
    const earlier = known.get(name);
    if (earlier !== undefined) return earlier;
    // Validation refuses a fragment that uses itself; here it must only not hang.
    known.set(name, nothing);
    const fragment = fragments.get(name);
    const size = fragment === undefined ? nothing : setSize(fragment.selectionSet);
    known.set(name, size);
    return size;
  };
  const setSize = ({ selections }: SelectionSetNode): Size => {
    let { fields, depth, aliases, directives, repeated } = nothing;
    const names = new Map<string, number>();
    const add = (name: string, times: number) => names.set(name, (names.get(name) ?? 0) + times);
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragmentSize(selection.name.value)
          : selection.selectionSet === undefined
            ? nothing
            : setSize(selection.selectionSet);
      fields += below.fields + (isField ? 1 : 0);
      depth = Math.max(depth, below.depth + (isField ? 1 : 0));
      aliases += below.aliases + (isField && selection.alias !== undefined ? 1 : 0);
      directives += below.directives + (selection.directives?.length ?? 0);
      repeated += isField ? repeatedIn(below) : below.repeated;
      if (isField) add((selection.alias ?? selection.name).value, 1);
      else for (const [name, times] of below.names) add(name, times);
      // At once: what doubles is not counted to its end.
      check(fields, 'maxFields', limits);
    }
    return { fields, depth, aliases, directives, repeated, names };
  };
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      checkOne(fragmentSize(definition.name.value), limits);
    } else if (definition.kind === Kind.OPERATION_DEFINITION) {
      const { directives = [], variableDefinitions = [], selectionSet } = definition;
      const onVariables = variableDefinitions.map((variable) => variable.directives?.length ?? 0);
      const size = setSize(selectionSet);
      check(directives.length + sum(onVariables), 'maxDirectives', limits);
      checkOne(size, limits);
      check(sum([...size.names.values()]), 'maxRootFields', limits);
    }
  }
}

function checkOne(size: Size, limits: OperationLimits): void {
  check(size.depth, 'maxDepth', limits);
  check(size.aliases, 'maxAliases', limits);
  check(size.directives, 'maxDirectives', limits);
  check(repeatedIn(size), 'maxRepeated', limits);
}

function repeatedIn({ repeated, names }: Size): number {
  return repeated + sum([...names.values()].map((times) => times - 1));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const sentences: Readonly<Record<keyof OperationLimits, (max: number) => string>> = {
  maxFields: (max) => `An operation may have ${max} fields at most.`,
  maxDepth: (max) => `An operation may be ${max} levels deep at most.`,
  maxAliases: (max) => `An operation may have ${max} aliases at most.`,
  maxRootFields: (max) => `An operation may have ${max} fields of the root at most.`,
  maxDirectives: (max) => `An operation may have ${max} directives at most.`,
  maxRepeated: (max) => `An operation may repeat ${max} fields at most.`,
};

function check(size: number, limit: keyof OperationLimits, limits: OperationLimits): void {
  const max = limits[limit];
  if (size > max) throw new GraafFout('ONGELDIGE_VRAAG', sentences[limit](max));
}
