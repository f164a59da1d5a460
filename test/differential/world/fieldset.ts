import {
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** The selection in a `fields` argument of `@key`, `@requires` or `@provides`. */
export function parseFieldset(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`no fieldset: ${fields}`);
  return definition.selectionSet;
}

/** Every field of a fieldset as `Type.field`; under an interface or union that of every type it can be. */
export function fieldsIn(schema: GraphQLSchema, typeName: string, set: SelectionSetNode): readonly string[] {
  const type = schema.getType(typeName);
  const types = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
  return set.selections.flatMap((selection): readonly string[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return fieldsIn(schema, selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
    }
    return types.flatMap((possible) => {
      if (!isObjectType(possible) && !isInterfaceType(possible)) return [];
      const field = possible.getFields()[selection.name.value];
      if (field === undefined) return [];
      const inner = selection.selectionSet;
      return [
        `${possible.name}.${field.name}`,
        ...(inner === undefined ? [] : fieldsIn(schema, getNamedType(field.type).name, inner)),
      ];
    });
  });
}

/** The part of a representation that a fieldset names, in its order; undefined when a field of it is missing. */
export function project(given: unknown, set: SelectionSetNode): unknown {
  if (given === null || given === undefined) return given;
  if (Array.isArray(given)) {
    const items = given.map((item) => project(item, set));
    return items.includes(undefined) ? undefined : items;
  }
  if (typeof given !== 'object') return undefined;
  const source = given as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const selection of set.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (source['__typename'] !== selection.typeCondition?.name.value) continue;
      const part = project(source, selection.selectionSet);
      if (part === undefined) return undefined;
      Object.assign(result, part);
      continue;
    }
    const name = selection.name.value;
    const inner = selection.selectionSet;
    const value = inner === undefined ? source[name] : project(source[name], inner);
    if (value === undefined) return undefined;
    result[name] = value;
  }
  return result;
}
