import {
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Operation, toDocument } from './operation.ts';

/** An argument of a field of the root, by its name in the schema, with its value. */
export type RootArgument = { readonly field: string; readonly name: string; readonly value: unknown };

/**
 * Reads the arguments of the fields of the root, defaults filled in, wherever in the document they stand and whether
 * or not they are included: who decides by them decides on the safe side.
 */
export function compileRootArguments(
  operation: Operation,
  schema: GraphQLSchema,
): (variables: Readonly<Record<string, unknown>>) => readonly RootArgument[] {
  const root = schema.getRootType(operation.definition.operation);
  const asked: { readonly node: FieldNode; readonly definition: GraphQLField<unknown, unknown> }[] = [];
  const typeInfo = new TypeInfo(schema);
  visit(
    toDocument(operation),
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const definition = typeInfo.getFieldDef();
        if (typeInfo.getParentType() !== root || definition === null || definition === undefined) return;
        if (definition.args.length > 0) asked.push({ node, definition });
      },
    }),
  );
  return (variables) =>
    asked.flatMap(({ node, definition }) =>
      Object.entries(getArgumentValues(definition, node, { ...variables })).map(([name, value]) => ({
        field: definition.name,
        name,
        value,
      })),
    );
}
