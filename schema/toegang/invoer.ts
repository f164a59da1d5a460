import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** For each computed field of a supergraph, every `Type.field` that its `@requires` names, behind interfaces too. */
export function inputsOf(supergraph: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, ReadonlyMap<string, FieldDefinitionNode>>();
  const implementing = new Map<string, string[]>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const type = definition.name.value;
    types.set(type, new Map((definition.fields ?? []).map((field) => [field.name.value, field])));
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name } of definition.interfaces ?? []) {
      implementing.set(name.value, [...(implementing.get(name.value) ?? []), type]);
    }
  }
  const named = (set: SelectionSetNode, parent: string): readonly string[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return named(selection.selectionSet, selection.typeCondition?.name.value ?? parent);
      }
      const field = types.get(parent)?.get(selection.name.value);
      if (field === undefined) return [];
      const own = (implementing.get(parent) ?? [parent]).map((type) => `${type}.${field.name.value}`);
      return [
        ...own,
        ...(selection.selectionSet ? named(selection.selectionSet, namedType(field.type)) : []),
      ];
    });
  const inputs = new Map<string, readonly string[]>();
  for (const [type, fields] of types) {
    for (const field of fields.values()) {
      const sets = (field.directives ?? []).flatMap((directive) => {
        const requires = directive.arguments?.find(({ name }) => name.value === 'requires')?.value;
        return directive.name.value === 'join__field' && requires?.kind === Kind.STRING
          ? [requires.value]
          : [];
      });
      if (sets.length === 0) continue;
      const all = sets.flatMap((set) => {
        const [query] = parse(`{${set}}`, { noLocation: true }).definitions;
        return query?.kind === Kind.OPERATION_DEFINITION ? named(query.selectionSet, type) : [];
      });
      inputs.set(`${type}.${field.name.value}`, [...new Set(all)]);
    }
  }
  return inputs;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
