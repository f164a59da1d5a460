import {
  type DocumentNode,
  type GraphQLSchema,
  isInterfaceType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Operation, toDocument } from './operation.ts';

/** The fields of object types that need other fields first (`@requires`), as `Type.field`. */
export function requiringFields(supergraph: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const requires = (field.directives ?? []).some(
        ({ name, arguments: given }) =>
          name.value === 'join__field' &&
          given?.some((argument) => argument.name.value === 'requires') === true,
      );
      if (requires) found.add(`${definition.name.value}.${field.name.value}`);
    }
  }
  return found;
}

/**
 * Whether an operation asks a field of an interface that needs other fields first in one of its types. The native
 * planner then overlooks what is needed, or gives up (a test shows it), so that such an operation is not for it.
 */
export function asksThroughInterface(
  operation: Operation,
  schema: GraphQLSchema,
  requiring: ReadonlySet<string>,
): boolean {
  const typeInfo = new TypeInfo(schema);
  let found = false;
  visit(
    toDocument(operation),
    visitWithTypeInfo(typeInfo, {
      Field: ({ name }) => {
        const parent = typeInfo.getParentType();
        if (!isInterfaceType(parent)) return;
        const types = schema.getPossibleTypes(parent);
        found ||= types.some((type) => requiring.has(`${type.name}.${name.value}`));
      },
    }),
  );
  return found;
}
