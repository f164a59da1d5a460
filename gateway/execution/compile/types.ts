import { type DocumentNode, Kind } from 'graphql';

/** Which types are which in a supergraph, `@inaccessible` ones included. */
export type TypeSystem = {
  /** Whether an object that says it is of the one type is of the other: itself, an interface, a union. */
  readonly isOf: (typename: string, type: string) => boolean;
};

export function createTypeSystem(supergraph: DocumentNode): TypeSystem {
  const members = new Map<string, Set<string>>();
  const add = (type: string, member: string) => {
    const known = members.get(type);
    if (known === undefined) members.set(type, new Set([member]));
    else known.add(member);
  };
  for (const definition of supergraph.definitions) {
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      for (const { name } of definition.interfaces ?? []) add(name.value, definition.name.value);
    } else if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of definition.types ?? []) add(definition.name.value, name.value);
    }
  }
  return {
    isOf: (typename, type) => typename === type || members.get(type)?.has(typename) === true,
  };
}
