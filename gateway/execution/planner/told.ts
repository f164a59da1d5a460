import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import type { BatchFetchNode, FetchNode, Path, PlanNode, Requirement, Rewrite } from './plan.ts';

/** What a fetch tells its subgraph of the entities that it asks about. */
export type Telling = {
  readonly fetch: FetchNode | BatchFetchNode;
  readonly fields: readonly ToldField[];
};

export type ToldField = {
  /** `Type.field`; of the type that the plan names, which may be an interface. */
  readonly field: string;
  /** The subgraphs that gave it, as the plan has it; the one that is told may be among them. */
  readonly from: readonly string[];
};

/** What one fetch puts in the answer, and where. */
type Gift = { readonly subgraph: string; readonly at: readonly string[]; readonly given: readonly Given[] };
type Given = {
  readonly name: string;
  readonly field: string;
  /** Only of objects of this type. */
  readonly on: string | undefined;
  readonly below: readonly Given[];
};

/** Reads of a plan which fields go from which subgraphs to which: `@key` and `@requires` at work. `__typename` is left out. */
export function createTellings(supergraph: DocumentNode): (plan: PlanNode | undefined) => readonly Telling[] {
  const { fieldTypes, overlaps } = readTypes(supergraph);

  const toldIn = (
    requires: readonly Requirement[],
    type: string,
    at: readonly string[],
    gifts: readonly Gift[],
  ): readonly ToldField[] =>
    requires.flatMap((requirement): readonly ToldField[] => {
      if (requirement.kind === 'Fragment') return toldIn(requirement.selections, requirement.type, at, gifts);
      const names = [requirement.name, requirement.alias ?? requirement.name];
      if (names.includes('__typename')) return [];
      const found = gifts.flatMap((gift) =>
        givenAt(gift, at)
          .filter(({ name, on }) => names.includes(name) && (on === undefined || overlaps(on, type)))
          .map((given) => ({ subgraph: gift.subgraph, given })),
      );
      const [first] = found;
      // A planner may have fetched it under another name; what it is, the fetch says.
      const field = `${type}.${first?.given.field ?? requirement.name}`;
      const told = { field, from: [...new Set(found.map(({ subgraph }) => subgraph))] };
      const below = fieldTypes.get(field);
      if (requirement.selections === undefined || below === undefined) return [told];
      const path = [...at, first?.given.name ?? requirement.name];
      return [told, ...toldIn(requirement.selections, below, path, gifts)];
    });

  const walk = (
    node: PlanNode,
    gifts: readonly Gift[],
  ): { readonly tellings: readonly Telling[]; readonly gifts: readonly Gift[] } => {
    switch (node.kind) {
      case 'Sequence': {
        let now = gifts;
        const tellings = node.nodes.flatMap((child) => {
          const after = walk(child, now);
          now = after.gifts;
          return after.tellings;
        });
        return { tellings, gifts: now };
      }
      case 'Parallel': {
        const children = node.nodes.map((child) => walk(child, gifts));
        return {
          tellings: children.flatMap(({ tellings }) => tellings),
          gifts: [...gifts, ...children.flatMap((child) => child.gifts.slice(gifts.length))],
        };
      }
      case 'Fetch': {
        const at = names(node.path);
        const isRoot = node.requires === undefined;
        const [given = []] = asked(node.operation, [isRoot ? undefined : '_entities']);
        const gift = { subgraph: node.subgraph, at, given: rewritten(given, node.outputRewrites) };
        const fields = toldIn(node.requires ?? [], '', at, gifts);
        return { tellings: isRoot ? [] : [{ fetch: node, fields }], gifts: [...gifts, gift] };
      }
      case 'BatchFetch': {
        const given = asked(
          node.operation,
          node.batches.map(({ alias }) => alias),
        );
        const placed = node.batches.flatMap((batch, i) =>
          batch.paths.map((path) => ({ batch, at: names(path), given: given[i] ?? [] })),
        );
        return {
          tellings: [
            { fetch: node, fields: placed.flatMap(({ batch, at }) => toldIn(batch.requires, '', at, gifts)) },
          ],
          gifts: [
            ...gifts,
            ...placed.map(({ batch, at, given: own }) => ({
              subgraph: node.subgraph,
              at,
              given: rewritten(own, batch.outputRewrites),
            })),
          ],
        };
      }
      case 'Defer': {
        const primary = node.primary === undefined ? { tellings: [], gifts } : walk(node.primary, gifts);
        const deferred = node.deferred.flatMap(({ node: own }) =>
          own === undefined ? [] : walk(own, primary.gifts).tellings,
        );
        return { tellings: [...primary.tellings, ...deferred], gifts: primary.gifts };
      }
      default:
        return node satisfies never;
    }
  };
  return (plan) => (plan === undefined ? [] : walk(plan, []).tellings);
}

/** What a fetch gave of the objects at a place. */
function givenAt(gift: Gift, at: readonly string[]): readonly Given[] {
  if (gift.at.length > at.length || gift.at.some((name, i) => at[i] !== name)) return [];
  return at
    .slice(gift.at.length)
    .reduce<readonly Given[]>(
      (given, step) => given.filter(({ name }) => name === step).flatMap(({ below }) => below),
      gift.given,
    );
}

/** What an operation of a subgraph asks: below each of these fields of its root, or of the root itself. */
function asked(
  operation: string,
  below: readonly (string | undefined)[],
): readonly (readonly Given[] | undefined)[] {
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map(
    definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
  );
  const query = definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  const root = query === undefined ? [] : givenBy(query.selectionSet, undefined, fragments);
  return below.map((field) => (field === undefined ? root : root.find(({ name }) => name === field)?.below));
}

function givenBy(
  { selections }: SelectionSetNode,
  on: string | undefined,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly Given[] {
  return selections.flatMap((selection): readonly Given[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return givenBy(selection.selectionSet, selection.typeCondition?.name.value ?? on, fragments);
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment === undefined
        ? []
        : givenBy(fragment.selectionSet, fragment.typeCondition.name.value, fragments);
    }
    const { name, alias, selectionSet } = selection;
    const below = selectionSet === undefined ? [] : givenBy(selectionSet, undefined, fragments);
    return [{ name: (alias ?? name).value, field: name.value, on, below }];
  });
}

/** The same under the names that the answer gets. */
function rewritten(given: readonly Given[], rewrites: readonly Rewrite[]): readonly Given[] {
  return rewrites.reduce(
    (now, rewrite) => (rewrite.kind === 'Rename' ? renamed(now, names(rewrite.path), rewrite.to) : now),
    given,
  );
}

function renamed(given: readonly Given[], [step, ...rest]: readonly string[], to: string): readonly Given[] {
  return given.map((one) => {
    if (one.name !== step) return one;
    return rest.length === 0 ? { ...one, name: to } : { ...one, below: renamed(one.below, rest, to) };
  });
}

/** The fields of a path by response name. */
function names(path: Path): readonly string[] {
  return path.flatMap((element) => (element !== 'ELEMENTS' && 'field' in element ? [element.field] : []));
}

function readTypes(supergraph: DocumentNode) {
  const fieldTypes = new Map<string, string>();
  const members = new Map<string, Set<string>>();
  const add = (type: string, member: string) => {
    members.set(type, (members.get(type) ?? new Set([type])).add(member));
  };
  for (const d of supergraph.definitions) {
    if (d.kind === Kind.OBJECT_TYPE_DEFINITION || d.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      for (const { name, type } of d.fields ?? [])
        fieldTypes.set(`${d.name.value}.${name.value}`, namedType(type));
      for (const { name } of d.interfaces ?? []) add(name.value, d.name.value);
    } else if (d.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of d.types ?? []) add(d.name.value, name.value);
    }
  }
  const of = (type: string): ReadonlySet<string> => members.get(type) ?? new Set([type]);
  return {
    fieldTypes,
    overlaps: (one: string, other: string) => [...of(one)].some((type) => of(other).has(type)),
  };
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
