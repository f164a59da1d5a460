import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** A field of one response name, from all places where a selection set asks it. */
export type CollectedField = {
  readonly responseName: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** The selection sets below it. */
  readonly selections: readonly SelectionSetNode[];
};

/** A fragment that is delivered later (`@defer`). */
export type DeferredFragment = { readonly label: string; readonly set: SelectionSetNode };

export type Collected = {
  readonly fields: readonly CollectedField[];
  readonly deferred: readonly DeferredFragment[];
};

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * What selection sets ask of an object of one type (GraphQL specification, CollectFields); conditions are decided
 * before. The type is abstract for an object that does not say what it is.
 */
export function collectFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): Collected {
  const fields = new Map<string, FieldNode[]>();
  const deferred: DeferredFragment[] = [];
  const visited = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const responseName = selection.alias?.value ?? selection.name.value;
          const known = fields.get(responseName);
          if (known === undefined) fields.set(responseName, [selection]);
          else known.push(selection);
          break;
        }
        case Kind.INLINE_FRAGMENT: {
          const condition = selection.typeCondition?.name.value;
          if (condition !== undefined && !applies(schema, type, condition)) break;
          const label = deferLabel(selection.directives);
          if (label === undefined) visit(selection.selectionSet);
          else deferred.push({ label, set: selection.selectionSet });
          break;
        }
        case Kind.FRAGMENT_SPREAD: {
          const name = selection.name.value;
          const fragment = fragments.get(name);
          if (fragment === undefined || visited.has(name)) break;
          if (!applies(schema, type, fragment.typeCondition.name.value)) break;
          visited.add(name);
          visit(fragment.selectionSet);
          break;
        }
        default:
          selection satisfies never;
      }
    }
  };
  sets.forEach(visit);
  return {
    fields: [...fields].map(([responseName, nodes]) => ({
      responseName,
      name: nodes[0]?.name.value ?? responseName,
      nodes,
      selections: nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    })),
    deferred,
  };
}

/** Whether every object of the one type is of the other. */
function applies(schema: GraphQLSchema, type: GraphQLCompositeType, condition: string): boolean {
  if (type.name === condition) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && !isUnionType(type) && schema.isSubType(wanted, type);
}

/** The label of `@defer`; the engine gives every one a label before it collects. */
function deferLabel(directives: readonly DirectiveNode[] | undefined): string | undefined {
  const defer = directives?.find((directive) => directive.name.value === 'defer');
  const label = defer?.arguments?.find((argument) => argument.name.value === 'label')?.value;
  return label?.kind === Kind.STRING ? label.value : undefined;
}
