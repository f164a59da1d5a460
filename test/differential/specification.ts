import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  print,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { Path } from './compare.ts';
import type { ComposedGraph } from './composed-graph.ts';
import { type Operation, operationOf } from './operations/index.ts';

/** What can stand at a place of an answer: one for each type that the objects on the way can have. */
export type Place = {
  /** `Type.field` of the field whose value, or an element of it, this is. */
  readonly coordinate: string;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
};

type Execution = {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * The orders that the fields of the object at a path may have, one for each type that it can have, each with
 * the names joined (GraphQL specification, 6.3.2 CollectFields, as graphql-js has it).
 */
export function fieldOrders(graph: ComposedGraph, operation: Operation, path: Path): readonly string[] {
  const execution = start(graph, operation);
  if (path.length === 0) return [[...rootFields(execution, operation).keys()].join()];
  return placesAt(graph, operation, path).flatMap((place) =>
    possibleTypes(execution, place).map((type) => [...subfields(execution, type, place).keys()].join()),
  );
}

/** Everything that can stand at a path; empty when the operation does not come there. */
export function placesAt(graph: ComposedGraph, operation: Operation, path: Path): readonly Place[] {
  const execution = start(graph, operation);
  const [first, ...rest] = path;
  const { schema } = execution;
  const root = schema.getRootType(operationOf(operation).operation);
  const nodes = rootFields(execution, operation).get(String(first));
  const field = root?.getFields()[nodes?.[0]?.name.value ?? ''];
  if (root === undefined || root === null || nodes === undefined || field === undefined) return [];
  return rest.reduce<readonly Place[]>(
    (places, part) => places.flatMap((place) => stepInto(execution, place, part)),
    [{ coordinate: `${root.name}.${field.name}`, type: field.type, nodes }],
  );
}

/** Whether the value at a path may not be null, whatever the objects on the way are. */
export function isNeverNull(graph: ComposedGraph, operation: Operation, path: Path): boolean {
  const places = placesAt(graph, operation, path);
  return places.length > 0 && places.every(({ type }) => isNonNullType(type));
}

/** The place that an error at a path makes null: the nearest at or above it that may be (6.4.4). */
export function undoneBy(graph: ComposedGraph, operation: Operation, path: Path): Path {
  const kept = path.findLastIndex((_, index) => !isNeverNull(graph, operation, path.slice(0, index + 1)));
  return path.slice(0, kept + 1);
}

/** How many fields a mutation runs. */
export function mutationCount(graph: ComposedGraph, operation: Operation): number {
  if (operationOf(operation).operation !== OperationTypeNode.MUTATION) return 0;
  const fields = [...rootFields(start(graph, operation), operation).values()];
  return fields.filter(([field]) => field?.name.value !== '__typename').length;
}

/** The same operation with every `@skip` and `@include` left out. */
export function withoutConditions(operation: Operation): Operation {
  const document = visit(operation.document, { Directive: () => null });
  return { ...operation, document, text: print(document) };
}

function stepInto(execution: Execution, place: Place, part: string | number): readonly Place[] {
  const type = getNullableType(place.type);
  if (typeof part === 'number') return isListType(type) ? [{ ...place, type: type.ofType }] : [];
  return possibleTypes(execution, place).flatMap((object) => {
    const nodes = subfields(execution, object, place).get(part);
    const name = nodes?.[0]?.name.value ?? '';
    const field = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : object.getFields()[name];
    if (nodes === undefined || field === undefined) return [];
    return [{ coordinate: `${object.name}.${field.name}`, type: field.type, nodes }];
  });
}

function possibleTypes({ schema }: Execution, { type }: Place) {
  const named = getNamedType(type);
  if (isAbstractType(named)) return schema.getPossibleTypes(named);
  return isObjectType(named) ? [named] : [];
}

function start({ apiSchema }: ComposedGraph, operation: Operation): Execution {
  const declared = operationOf(operation).variableDefinitions ?? [];
  const fragments = operation.document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);
  return {
    schema: apiSchema,
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: getVariableValues(apiSchema, declared, operation.variables).coerced ?? {},
  };
}

function rootFields({ schema, fragments, variables }: Execution, operation: Operation) {
  const definition = operationOf(operation);
  const root = schema.getRootType(definition.operation);
  if (root === undefined || root === null) throw new Error(`no type for a ${definition.operation}`);
  return collectFields(schema, fragments, variables, root, definition.selectionSet);
}

function subfields(
  { schema, fragments, variables }: Execution,
  type: ReturnType<typeof possibleTypes>[number],
  { nodes }: Place,
) {
  return collectSubfields(schema, fragments, variables, type, [...nodes]);
}
