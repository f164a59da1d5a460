import { type ASTNode, type DirectiveNode, Kind, type SelectionNode, visit } from 'graphql';
import { fromDocument, type Operation, toDocument } from './operation.ts';

/**
 * Whether each `@skip` and `@include` of an operation leaves out what it stands at, decided before planning: a plan
 * for what is asked has no conditions in it. Both planners at hand were seen to lose one, to ask what is skipped, and
 * to refuse an operation that is skipped whole (`test/differential`).
 */
export type Values = Readonly<Record<string, unknown>>;

/**
 * The variables on which it hangs what an operation asks, each with the value by which most is asked; one that stands
 * at a `@skip` and an `@include` has the value of where it stands first.
 */
export function conditionVariables(operation: Operation): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  visit(toDocument(operation), {
    Directive: (directive) => {
      const condition = conditionOf(directive);
      if (condition === undefined || typeof condition.on !== 'string' || found.has(condition.on)) return;
      found.set(condition.on, condition.value);
    },
  });
  return found;
}

/**
 * What an operation asks for these values: without what is left out, and without conditions. Where everything is left
 * out the selection set is empty, as the answer is.
 */
export function decideConditions(operation: Operation, variables: Values): Operation {
  const decide = (node: SelectionNode): ASTNode | null | undefined => {
    const directives = node.directives ?? [];
    const conditions = directives.map(conditionOf).filter((condition) => condition !== undefined);
    if (conditions.length === 0) return undefined;
    if (!conditions.every(({ on, value }) => decided(on, variables) === value)) return null;
    return { ...node, directives: directives.filter((directive) => conditionOf(directive) === undefined) };
  };
  return fromDocument(
    visit(toDocument(operation), {
      Field: decide,
      FragmentSpread: decide,
      InlineFragment: {
        enter: decide,
        leave: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined),
      },
    }),
  );
}

/** A condition: it holds when the variable, or the literal, has this value. */
type Condition = { readonly on: string | boolean; readonly value: boolean };

function conditionOf({ name, arguments: given }: DirectiveNode): Condition | undefined {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  const on = given?.find((argument) => argument.name.value === 'if')?.value;
  const value = name.value === 'include';
  if (on?.kind === Kind.VARIABLE) return { on: on.name.value, value };
  return on?.kind === Kind.BOOLEAN ? { on: on.value, value } : undefined;
}

function decided(on: Condition['on'], variables: Values): boolean {
  return typeof on === 'boolean' ? on : variables[on] === true;
}
