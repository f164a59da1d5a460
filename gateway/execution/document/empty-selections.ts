import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { fromDocument, type Operation, toDocument } from './operation.ts';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * What is planned of an object of which nothing is asked, by type; `__typename` for the others. A subgraph that only
 * knows an interface (`@interfaceObject`) has to ask another for that, and its key not.
 */
export type Fillers = ReadonlyMap<string, FieldNode>;

export function createFillers(supergraph: DocumentNode, apiSchema: GraphQLSchema): Fillers {
  const fillers = new Map<string, FieldNode>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const type = apiSchema.getType(definition.name.value);
    if (!isInterfaceType(type)) continue;
    const joins = (definition.directives ?? []).filter(({ name }) => name.value === 'join__type');
    if (!joins.some((join) => argument(join, 'isInterfaceObject')?.kind === Kind.BOOLEAN)) continue;
    const key = joins
      .map((join) => keyField(join))
      .find((name) => {
        const field = type.getFields()[name ?? ''];
        return field !== undefined && isLeafType(getNamedType(field.type)) && field.args.length === 0;
      });
    if (key !== undefined) {
      fillers.set(type.name, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: key } });
    }
  }
  return fillers;
}

/** The same operation with something to ask in every selection set; of the root, its name. */
export function withEmptyFilled(operation: Operation, apiSchema: GraphQLSchema, fillers: Fillers): Operation {
  const typeInfo = new TypeInfo(apiSchema);
  return fromDocument(
    visit(
      toDocument(operation),
      visitWithTypeInfo(typeInfo, {
        SelectionSet: (set) => {
          if (set.selections.length > 0) return undefined;
          return { ...set, selections: [fillers.get(typeInfo.getParentType()?.name ?? '') ?? typename] };
        },
      }),
    ),
  );
}

/** The first field of a key. */
function keyField(join: DirectiveNode): string | undefined {
  const key = argument(join, 'key');
  if (key?.kind !== Kind.STRING) return undefined;
  const [definition] = parse(`{${key.value}}`, { noLocation: true }).definitions;
  const [first] = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  return first?.kind === Kind.FIELD ? first.name.value : undefined;
}

function argument(directive: DirectiveNode, name: string) {
  return directive.arguments?.find((given) => given.name.value === name)?.value;
}
