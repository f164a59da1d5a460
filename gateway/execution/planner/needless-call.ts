import { type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import type { Path, PlanNode, Requirement } from './plan.ts';

/** What one fetch puts in the answer: from where, and which fields by response name, as deep as they go. */
type Gift = { readonly subgraph: string; readonly at: readonly string[]; readonly tree: Tree };
type Tree = ReadonlyMap<string, Tree>;

/** Entities that a fetch asks more of: of which subgraph, where they stand, and what it must know of them. */
type Question = {
  readonly subgraph: string;
  readonly at: readonly string[];
  readonly requires: readonly Requirement[];
};

/**
 * Whether a plan goes back to a subgraph for more of entities which that subgraph itself gave, with nothing that
 * others gave in between: it could have been asked at once. The native planner (0.0.38) does so for what a
 * computed field rests on (`@requires`).
 */
export function hasNeedlessCall(plan: PlanNode | undefined): boolean {
  return plan !== undefined && walk(plan, []).found;
}

/** Goes through a plan in its order; `given` is what was fetched before a node begins. */
function walk(
  node: PlanNode,
  given: readonly Gift[],
): { readonly found: boolean; readonly given: readonly Gift[] } {
  switch (node.kind) {
    case 'Sequence': {
      let now = given;
      for (const child of node.nodes) {
        const after = walk(child, now);
        if (after.found) return after;
        now = after.given;
      }
      return { found: false, given: now };
    }
    case 'Parallel': {
      const children = node.nodes.map((child) => walk(child, given));
      return {
        found: children.some(({ found }) => found),
        given: [...given, ...children.flatMap((child) => child.given.slice(given.length))],
      };
    }
    case 'Fetch': {
      const at = names(node.path);
      const [tree] = trees(node.operation, [node.requires === undefined ? undefined : '_entities']);
      const { subgraph, requires } = node;
      const found = requires !== undefined && isNeedless({ subgraph, at, requires }, given);
      return { found, given: [...given, { subgraph, at, tree: tree ?? new Map() }] };
    }
    case 'BatchFetch': {
      const { subgraph } = node;
      const asked = trees(
        node.operation,
        node.batches.map(({ alias }) => alias),
      );
      const questions = node.batches.flatMap(({ paths, requires }) =>
        paths.map((path) => ({ subgraph, at: names(path), requires })),
      );
      const gifts = node.batches.flatMap(({ paths }, i) =>
        paths.map((path) => ({ subgraph, at: names(path), tree: asked[i] ?? new Map() })),
      );
      return {
        found: questions.some((question) => isNeedless(question, given)),
        given: [...given, ...gifts],
      };
    }
    // Only Apollo's planner defers.
    case 'Defer':
      return { found: false, given };
    default:
      return node satisfies never;
  }
}

function isNeedless({ subgraph, at, requires }: Question, given: readonly Gift[]): boolean {
  return given.some((gift) => {
    if (gift.subgraph !== subgraph || at.length <= gift.at.length) return false;
    if (gift.at.some((name, i) => at[i] !== name)) return false;
    const entity = at
      .slice(gift.at.length)
      .reduce<Tree | undefined>((tree, name) => tree?.get(name), gift.tree);
    return entity !== undefined && requires.every((requirement) => isIn(requirement, entity));
  });
}

/** Whether the fetch that gave an entity gave this of it too. */
function isIn(requirement: Requirement, tree: Tree): boolean {
  if (requirement.kind === 'Fragment') return requirement.selections.every((s) => isIn(s, tree));
  if (requirement.name === '__typename') return true;
  const below = tree.get(requirement.name);
  return below !== undefined && (requirement.selections ?? []).every((s) => isIn(s, below));
}

/** What an operation of a subgraph asks: below each of these fields of its root, or of the root itself. */
function trees(operation: string, below: readonly (string | undefined)[]): readonly (Tree | undefined)[] {
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map(
    definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
  );
  const asked = definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  const root = asked === undefined ? undefined : toTree([asked.selectionSet], fragments);
  return below.map((name) => (name === undefined ? root : root?.get(name)));
}

function toTree(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Tree {
  const below = new Map<string, SelectionSetNode[]>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) collect(fragment.selectionSet);
      } else {
        const name = (selection.alias ?? selection.name).value;
        const earlier = below.get(name) ?? [];
        below.set(
          name,
          selection.selectionSet === undefined ? earlier : [...earlier, selection.selectionSet],
        );
      }
    }
  };
  for (const set of sets) collect(set);
  return new Map([...below].map(([name, own]) => [name, toTree(own, fragments)]));
}

/** The fields of a path by response name. */
function names(path: Path): readonly string[] {
  return path.flatMap((element) => (element !== 'ELEMENTS' && 'field' in element ? [element.field] : []));
}
