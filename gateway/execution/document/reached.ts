import {
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from './operation.ts';

/** A field of an object, with the field that leads to the object: `Zoektreffers.clienten` and `persoon`. */
export type Reached = { readonly via: string; readonly field: string };

/** What an operation asks of objects, by the fields that lead to them, through its fragments; each pair once. */
export function readReached(operation: Operation, schema: GraphQLSchema): readonly Reached[] {
  const found = new Map<string, Reached>();
  const seen = new Set<string>();
  const walk = (typeName: string, via: string | undefined, set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const field = selection.name.value;
          if (field === '__typename') break;
          if (via !== undefined) found.set(`${via} ${field}`, { via, field });
          const parent = schema.getType(typeName);
          const definition =
            isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field] : undefined;
          const of = definition === undefined ? undefined : getNamedType(definition.type);
          if (selection.selectionSet === undefined || !isCompositeType(of)) break;
          walk(of.name, `${typeName}.${field}`, selection.selectionSet);
          break;
        }
        case Kind.INLINE_FRAGMENT:
          walk(selection.typeCondition?.name.value ?? typeName, via, selection.selectionSet);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = operation.fragments.get(selection.name.value);
          const key = `${selection.name.value} ${via ?? ''}`;
          if (fragment === undefined || seen.has(key)) break;
          seen.add(key);
          walk(fragment.typeCondition.name.value, via, fragment.selectionSet);
          break;
        }
        default:
          selection satisfies never;
      }
    }
  };
  const root = schema.getRootType(operation.definition.operation);
  if (root !== null && root !== undefined) walk(root.name, undefined, operation.definition.selectionSet);
  return [...found.values()];
}
