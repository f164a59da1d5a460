import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A variable that must have a value for a selection to count (`@include`, `@skip`). */
export type Condition = { readonly variable: string; readonly value: boolean };
/** All of them must hold. */
type Conjunction = readonly Condition[];

/** A field of one response name, from all places where a selection set asks it. */
export type CollectedField = {
  readonly responseName: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** One of them must hold; undefined when the field is always asked. */
  readonly conditions: readonly Conjunction[] | undefined;
  /** The selections below it, each with the conditions under which it is asked. */
  readonly selections: readonly Guarded[];
};

/** A selection set with what must hold for it to count. */
export type Guarded = { readonly set: SelectionSetNode; readonly conditions: Conjunction };

/** A fragment that is delivered later (`@defer`). */
export type DeferredFragment = Guarded & { readonly label: string };

export type Collected = {
  readonly fields: readonly CollectedField[];
  readonly deferred: readonly DeferredFragment[];
};

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * What selection sets ask of an object of one type (GraphQL specification, CollectFields), with conditions left
 * to the request. The type is abstract for an object that does not say what it is.
 */
export function collectFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLCompositeType,
  selections: readonly Guarded[],
): Collected {
  const fields = new Map<
    string,
    { nodes: FieldNode[]; conditions: Conjunction[] | undefined; below: Guarded[] }
  >();
  const deferred: DeferredFragment[] = [];
  const visited = new Set<string>();
  const visit = (set: SelectionSetNode, outer: Conjunction): void => {
    for (const selection of set.selections) {
      const own = conditionsOf(selection);
      if (own === 'NEVER') continue;
      const conditions = own.length === 0 ? outer : [...outer, ...own];
      switch (selection.kind) {
        case Kind.FIELD: {
          add(selection, conditions);
          break;
        }
        case Kind.INLINE_FRAGMENT: {
          const condition = selection.typeCondition?.name.value;
          if (condition !== undefined && !applies(schema, type, condition)) break;
          const label = deferLabel(selection.directives);
          if (label === undefined) visit(selection.selectionSet, conditions);
          else deferred.push({ label, set: selection.selectionSet, conditions });
          break;
        }
        case Kind.FRAGMENT_SPREAD: {
          const name = selection.name.value;
          const fragment = fragments.get(name);
          // Once it was asked without conditions, it adds nothing any more.
          if (fragment === undefined || visited.has(name)) break;
          if (!applies(schema, type, fragment.typeCondition.name.value)) break;
          if (conditions.length === 0) visited.add(name);
          visit(fragment.selectionSet, conditions);
          break;
        }
        default:
          selection satisfies never;
      }
    }
  };
  const add = (node: FieldNode, conditions: Conjunction): void => {
    const responseName = node.alias?.value ?? node.name.value;
    const known = fields.get(responseName);
    const below = node.selectionSet === undefined ? [] : [{ set: node.selectionSet, conditions }];
    if (known === undefined) {
      fields.set(responseName, {
        nodes: [node],
        conditions: conditions.length === 0 ? undefined : [conditions],
        below,
      });
      return;
    }
    known.nodes.push(node);
    known.below.push(...below);
    if (conditions.length === 0) known.conditions = undefined;
    else known.conditions?.push(conditions);
  };
  for (const { set, conditions } of selections) visit(set, conditions);
  return {
    fields: [...fields].map(([responseName, { nodes, conditions, below }]) => ({
      responseName,
      name: nodes[0]?.name.value ?? responseName,
      nodes,
      conditions,
      selections: below,
    })),
    deferred,
  };
}

/** The object types that an object of this type can be of. */
export function possibleTypes(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

/** Whether every object of the one type is of the other. */
function applies(schema: GraphQLSchema, type: GraphQLCompositeType, condition: string): boolean {
  if (type.name === condition) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && !isUnionType(type) && schema.isSubType(wanted, type);
}

/** What must hold for a selection to count; NEVER when a literal says that it does not. */
export function conditionsOf(selection: SelectionNode): Conjunction | 'NEVER' {
  const conditions: Condition[] = [];
  for (const directive of selection.directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) {
      conditions.push({ variable: value.name.value, value: name === 'include' });
    } else if (value?.kind === Kind.BOOLEAN && value.value !== (name === 'include')) {
      return 'NEVER';
    }
  }
  return conditions;
}

/** The label of `@defer`; the engine gives every one a label before it collects. */
function deferLabel(directives: readonly DirectiveNode[] | undefined): string | undefined {
  const defer = directives?.find((directive) => directive.name.value === 'defer');
  const label = defer?.arguments?.find((argument) => argument.name.value === 'label')?.value;
  return label?.kind === Kind.STRING ? label.value : undefined;
}

/** Whether one of the conjunctions holds for these values of variables. */
export function holds(
  conditions: readonly Conjunction[],
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return conditions.some((all) =>
    all.every(({ variable, value }) => (variables[variable] === true) === value),
  );
}
