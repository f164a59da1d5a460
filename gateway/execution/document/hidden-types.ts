import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { fromDocument, type Operation, toDocument } from './operation.ts';

/** The interfaces and unions of the API behind which an object may be of a type that the API has not. */
export function hidingTypes(supergraph: DocumentNode, apiSchema: GraphQLSchema): ReadonlySet<string> {
  const hiding = new Set<string>();
  const isHidden = (type: string) => apiSchema.getType(type) === undefined;
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION && isHidden(definition.name.value)) {
      for (const { name } of definition.interfaces ?? []) hiding.add(name.value);
    } else if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      const members = definition.types ?? [];
      if (members.some(({ name }) => isHidden(name.value))) hiding.add(definition.name.value);
    }
  }
  return hiding;
}

/**
 * The same operation, asking what an object is wherever it may be of a hidden type: the native planner does not ask
 * it where only fields of the interface are wanted, and what is hidden would be answered.
 */
export function withTypesAsked(
  operation: Operation,
  apiSchema: GraphQLSchema,
  hiding: ReadonlySet<string>,
): Operation {
  if (hiding.size === 0) return operation;
  const typeInfo = new TypeInfo(apiSchema);
  return fromDocument(
    visit(
      toDocument(operation),
      visitWithTypeInfo(typeInfo, {
        SelectionSet: (set) =>
          hiding.has(typeInfo.getParentType()?.name ?? '')
            ? { ...set, selections: [typename, ...set.selections] }
            : undefined,
      }),
    ),
  );
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
