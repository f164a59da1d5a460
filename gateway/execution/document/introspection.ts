import {
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  visit,
} from 'graphql';
import { GraafFout } from '../../../subgraphs/kit/index.ts';
import { fromDocument, type Operation, toDocument } from './operation.ts';

/**
 * What is left of an operation for the subgraphs: without `__schema` and `__type`, which the gateway answers, and
 * with `__typename` under its own name, so that the gateway can tell what an object is. Selection sets may be left
 * empty. Undefined when that is nothing.
 */
export function withoutIntrospection(operation: Operation): Operation | undefined {
  const stripped = visit(toDocument(operation), {
    Field: ({ name, alias, directives }) => {
      if (isIntrospection(name.value)) return null;
      const isPlain = alias === undefined && (directives ?? []).length === 0;
      return name.value === typename.name.value && !isPlain ? typename : undefined;
    },
    FragmentDefinition: ({ typeCondition }) => (typeCondition.name.value.startsWith('__') ? null : undefined),
  });
  const left = fromDocument(stripped);
  return asksAnything(left.definition.selectionSet, left) ? left : undefined;
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function isIntrospection(name: string): boolean {
  return name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name;
}

/** @throws GraafFout INTROSPECTIE_UIT when an operation asks `__schema` or `__type` */
export function checkIntrospection(operation: Operation): void {
  visit(toDocument(operation), {
    Field: ({ name }) => {
      if (isIntrospection(name.value)) {
        throw new GraafFout('INTROSPECTIE_UIT', 'This gateway does not tell its schema.');
      }
    },
  });
}

/** Whether the root asks more than its own name. */
function asksAnything({ selections }: SelectionSetNode, operation: Operation): boolean {
  return selections.some((selection: SelectionNode) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value !== typename.name.value;
      case Kind.INLINE_FRAGMENT:
        return asksAnything(selection.selectionSet, operation);
      case Kind.FRAGMENT_SPREAD: {
        const fragment = operation.fragments.get(selection.name.value);
        return fragment !== undefined && asksAnything(fragment.selectionSet, operation);
      }
      default:
        return selection satisfies never;
    }
  });
}

/** Answers introspection fields from the API schema, as JSON text; the same answer is made once. */
export function createIntrospection(
  schemaOf: () => GraphQLSchema,
  { definition, fragments }: Operation,
): (nodes: readonly FieldNode[], variables: Readonly<Record<string, unknown>>) => string {
  const answers = new WeakMap<readonly FieldNode[], string>();
  const isConstant = (definition.variableDefinitions ?? []).length === 0;
  return (nodes, variables) => {
    const earlier = answers.get(nodes);
    if (earlier !== undefined) return earlier;
    const { data } = executeSync({
      schema: schemaOf(),
      document: {
        kind: Kind.DOCUMENT,
        definitions: [
          {
            kind: Kind.OPERATION_DEFINITION,
            operation: OperationTypeNode.QUERY,
            ...(definition.variableDefinitions === undefined
              ? {}
              : { variableDefinitions: definition.variableDefinitions }),
            selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
          },
          ...fragments.values(),
        ],
      },
      variableValues: variables,
    });
    const [node] = nodes;
    const name = node?.alias?.value ?? node?.name.value ?? '';
    const text = JSON.stringify(data?.[name] ?? null);
    if (isConstant) answers.set(nodes, text);
    return text;
  };
}
