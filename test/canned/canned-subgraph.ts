import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';

/**
 * What a subgraph knows, written down: by root field what it answers (root fields of queries and mutations), and
 * under `_entities` its entities. Values stand as they are sent, right or wrong; of them only these are read:
 * - `"naam({\"taal\":\"nl\"})"` is the value of a field with those arguments, `"naam"` with any;
 * - `{ "$fout": "…", "code": "…" }` is an error at that place, in an entity of its own one about the entity;
 * - an entity is the first that agrees with every field of the representation that it has.
 */
export type Known = Readonly<Record<string, unknown>>;

export type CannedRequest = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type CannedResponse = {
  readonly data?: Known;
  readonly errors?: readonly GraphQLFormattedError[];
};

type Path = readonly (string | number)[];

/**
 * Answers an operation from what is known, whatever planner wrote it. Strict where a real subgraph is: an operation
 * or variables that do not fit the schema are an error without data.
 * @throws when what is known lacks a field that is asked: the case is not finished
 */
export function answerFrom(schema: GraphQLSchema, known: Known, request: CannedRequest): CannedResponse {
  const document = parse(request.query);
  const problems = validate(schema, document);
  if (problems.length > 0) return { errors: problems.map((problem) => problem.toJSON()) };
  const definition = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (definition === undefined) throw new Error('no operation');
  const { coerced, errors: unfit } = getVariableValues(
    schema,
    definition.variableDefinitions ?? [],
    request.variables,
  );
  if (unfit !== undefined) return { errors: unfit.map((error) => error.toJSON()) };
  const fragments = fragmentsOf(document);
  const errors: GraphQLFormattedError[] = [];

  const object = (typeName: string, value: Known, set: SelectionSetNode, path: Path): Known => {
    const own = value['__typename'];
    const concrete = typeof own === 'string' ? own : typeName;
    const asked = new Map<string, FieldNode[]>();
    collect(concrete, set, asked);
    const answered = [...asked].map(([name, nodes]) => [
      name,
      field(concrete, value, nodes, [...path, name]),
    ]);
    return Object.fromEntries(answered) as Known;
  };

  const collect = (typeName: string, set: SelectionSetNode, asked: Map<string, FieldNode[]>): void => {
    for (const selection of set.selections) {
      const skip = getDirectiveValues(GraphQLSkipDirective, selection, coerced);
      const include = getDirectiveValues(GraphQLIncludeDirective, selection, coerced);
      if (skip?.['if'] === true || include?.['if'] === false) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        asked.set(name, [...(asked.get(name) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment === undefined || !applies(schema, typeName, fragment.typeCondition?.name.value)) continue;
      collect(typeName, fragment.selectionSet, asked);
    }
  };

  const field = (typeName: string, value: Known, nodes: readonly FieldNode[], path: Path): unknown => {
    const [node] = nodes;
    const name = node?.name.value ?? '';
    if (name === '__typename') return typeName;
    const type = schema.getType(typeName);
    const definition = type !== undefined && 'getFields' in type ? type.getFields()[name] : undefined;
    if (node === undefined || definition === undefined || !('args' in definition)) {
      throw new Error(`${typeName} has no field ${name}`);
    }
    const given = getArgumentValues(definition, node, coerced);
    const found = name === '_entities' ? entities(schema, value, given) : read(value, name, given);
    if (found === undefined) throw new Error(`nothing is known of ${typeName}.${name} at ${path.join('.')}`);
    const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
    const named = getNamedType(definition.type);
    const set = isCompositeType(named) ? ({ kind: Kind.SELECTION_SET, selections } as const) : undefined;
    return complete(named.name, found, set, path);
  };

  const complete = (
    typeName: string,
    value: unknown,
    set: SelectionSetNode | undefined,
    path: Path,
  ): unknown => {
    if (Array.isArray(value))
      return value.map((element, i) => complete(typeName, element, set, [...path, i]));
    if (!isKnown(value)) return value;
    if (typeof value['$fout'] === 'string') {
      const code = value['code'];
      errors.push({
        message: value['$fout'],
        path,
        ...(code === undefined ? {} : { extensions: { code } }),
      });
      return null;
    }
    return set === undefined ? value : object(typeName, value, set, path);
  };

  const root = definition.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
  const data = object(root, known, definition.selectionSet, []);
  return errors.length === 0 ? { data } : { data, errors };
}

function entities(schema: GraphQLSchema, known: Known, given: Known): readonly unknown[] {
  const all = Array.isArray(known['_entities']) ? (known['_entities'] as readonly unknown[]) : [];
  const representations = given['representations'];
  if (!Array.isArray(representations)) throw new Error('no representations');
  return representations.map(
    (wanted: unknown) => all.find((entity) => isKnown(wanted) && agrees(schema, entity, wanted)) ?? null,
  );
}

function agrees(schema: GraphQLSchema, entity: unknown, wanted: Known): boolean {
  if (!isKnown(entity)) return false;
  return Object.entries(wanted).every(([name, value]) => {
    if (!Object.hasOwn(entity, name)) return true;
    const own = entity[name];
    if (name === '__typename') return applies(schema, String(own), String(value));
    return isKnown(value) ? agrees(schema, own, value) : JSON.stringify(own) === JSON.stringify(value);
  });
}

function read(value: Known, name: string, given: Known): unknown {
  const exact = `${name}(${JSON.stringify(given)})`;
  if (Object.hasOwn(value, exact)) return value[exact];
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function applies(schema: GraphQLSchema, typeName: string, condition: string | undefined): boolean {
  if (condition === undefined || condition === typeName) return true;
  const wanted = schema.getType(condition);
  const own = schema.getType(typeName);
  return (
    isAbstractType(wanted) &&
    (own?.astNode?.kind === Kind.OBJECT_TYPE_DEFINITION ||
      own?.astNode?.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
    'getInterfaces' in own &&
    schema.isSubType(wanted, own)
  );
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [],
    ),
  );
}

function isKnown(value: unknown): value is Known {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
