import { type FieldNode, Kind, OperationTypeNode, visit } from 'graphql';
import { type Operation, operationOf } from './operation.ts';

/** What a generator of operations must come up with often enough. */
export const features = [
  'alias',
  'alias of __typename',
  'argument',
  'fragment in fragment',
  'fragment spread twice',
  'inline fragment without type',
  'inline fragment with type',
  'introspection',
  'literal condition',
  'mutation',
  'mutation with several fields',
  'named fragment',
  'operation name',
  'same field twice with other fields',
  'several operations',
  'variable',
  'variable as condition',
  'variable in an input object',
  'variable left out',
  'variable null',
  'variable with default',
  'condition on a field',
  'condition on a fragment',
] as const;
export type Feature = (typeof features)[number];

/** The features of an operation. */
export function featuresOf(operation: Operation): ReadonlySet<Feature> {
  const found = new Set<Feature>();
  const definition = operationOf(operation);
  const spreads = new Set<string>();
  if (operation.operationName !== undefined) found.add('operation name');
  if (definition.operation === OperationTypeNode.MUTATION) {
    found.add('mutation');
    if (definition.selectionSet.selections.length > 1) found.add('mutation with several fields');
  }
  for (const declaration of definition.variableDefinitions ?? []) {
    found.add(declaration.defaultValue === undefined ? 'variable' : 'variable with default');
    const name = declaration.variable.name.value;
    if (!Object.hasOwn(operation.variables, name)) found.add('variable left out');
    else if (operation.variables[name] === null) found.add('variable null');
  }
  let operations = 0;
  let inFragment = false;
  visit(operation.document, {
    OperationDefinition: () => {
      operations += 1;
      if (operations > 1) found.add('several operations');
    },
    FragmentDefinition: {
      enter: () => {
        found.add('named fragment');
        inFragment = true;
      },
      leave: () => {
        inFragment = false;
      },
    },
    FragmentSpread: ({ name }) => {
      if (inFragment) found.add('fragment in fragment');
      if (spreads.has(name.value)) found.add('fragment spread twice');
      spreads.add(name.value);
    },
    InlineFragment: ({ typeCondition }) => {
      found.add(typeCondition === undefined ? 'inline fragment without type' : 'inline fragment with type');
    },
    SelectionSet: ({ selections }) => {
      const fields = selections.filter((selection): selection is FieldNode => selection.kind === Kind.FIELD);
      const composite = fields.filter(({ selectionSet }) => selectionSet !== undefined);
      const names = composite.map(({ alias, name }) => (alias ?? name).value);
      if (new Set(names).size < names.length) found.add('same field twice with other fields');
    },
    Field: ({ name, alias, arguments: args }) => {
      if (alias !== undefined) found.add(name.value === '__typename' ? 'alias of __typename' : 'alias');
      if (name.value === '__schema' || name.value === '__type') found.add('introspection');
      if ((args?.length ?? 0) > 0) found.add('argument');
    },
    ObjectField: ({ value }) => {
      if (value.kind === Kind.VARIABLE) found.add('variable in an input object');
    },
    Directive: (directive, _key, _parent, _path, ancestors) => {
      const value = directive.arguments?.[0]?.value;
      found.add(value?.kind === Kind.VARIABLE ? 'variable as condition' : 'literal condition');
      const owner = ancestors.at(-1);
      const onField = owner !== undefined && 'kind' in owner && owner.kind === Kind.FIELD;
      found.add(onField ? 'condition on a field' : 'condition on a fragment');
    },
  });
  return found;
}
