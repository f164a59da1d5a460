import { type DocumentNode, Kind, parse, type SelectionSetNode, visit } from 'graphql';

/** The sets of fields that fields of a supergraph need (`@requires`). */
export function requiredSets(supergraph: DocumentNode): readonly SelectionSetNode[] {
  const found: SelectionSetNode[] = [];
  visit(supergraph, {
    FieldDefinition: ({ directives }) => {
      for (const { name, arguments: given } of directives ?? []) {
        if (name.value !== 'join__field') continue;
        for (const { name: argument, value } of given ?? []) {
          if (argument.value === 'requires' && value.kind === Kind.STRING) found.push(setOf(value.value));
        }
      }
      return false;
    },
  });
  return found;
}

/** @param text in the syntax of a selection set without its braces */
function setOf(text: string): SelectionSetNode {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not a set of fields');
  return definition.selectionSet;
}
