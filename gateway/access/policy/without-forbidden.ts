import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Operation } from '../../execution/index.ts';
import type { PolicyView } from './view.ts';

/**
 * The same operation without what this view may not see, so that no planner sees it. A field of an interface that may
 * be seen of some of its types only is asked of those. Where nothing is left of an object its selection set is empty:
 * that it is there may be seen. Fragments and variables of which nothing is left go. What asks for the schema itself
 * (`__schema`, `__type`) stays: `apiSchemaFor` is what it is answered from.
 *
 * `operation` is valid against `apiSchema` and has no conditions any more.
 */
export function withoutForbidden(
  operation: Operation,
  apiSchema: GraphQLSchema,
  view: PolicyView,
): Operation {
  const fragments = new Map<string, FragmentDefinitionNode | undefined>();

  const fragment = (name: string): FragmentDefinitionNode | undefined => {
    if (fragments.has(name)) return fragments.get(name);
    const asked = operation.fragments.get(name);
    const left = asked && {
      ...asked,
      selectionSet: set(asked.selectionSet, typeOf(asked.typeCondition.name.value)),
    };
    const kept = left === undefined || left.selectionSet.selections.length === 0 ? undefined : left;
    fragments.set(name, kept);
    return kept;
  };

  const typeOf = (name: string): GraphQLCompositeType => {
    const type = apiSchema.getType(name);
    if (!isCompositeType(type))
      throw new TypeError(`the operation asks for ${name}, which is no composite type`);
    return type;
  };

  const set = (asked: SelectionSetNode, parent: GraphQLCompositeType): SelectionSetNode => ({
    ...asked,
    selections: asked.selections.flatMap((selection) => left(selection, parent)),
  });

  const left = (selection: SelectionNode, parent: GraphQLCompositeType): readonly SelectionNode[] => {
    // What describes the schema is no data of anybody.
    if (parent.name.startsWith('__')) return [selection];
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value.startsWith('__') ? [selection] : leftOfField(selection, parent);
      case Kind.INLINE_FRAGMENT: {
        const { typeCondition } = selection;
        const on = typeCondition === undefined ? parent : typeOf(typeCondition.name.value);
        const selectionSet = set(selection.selectionSet, on);
        return selectionSet.selections.length === 0 ? [] : [{ ...selection, selectionSet }];
      }
      case Kind.FRAGMENT_SPREAD:
        return fragment(selection.name.value) === undefined ? [] : [selection];
    }
  };

  const leftOfField = (field: FieldNode, parent: GraphQLCompositeType): readonly SelectionNode[] => {
    const name = field.name.value;
    const definition = isUnionType(parent) ? undefined : parent.getFields()[name];
    if (definition === undefined) return [];
    const type = getNamedType(definition.type);
    const below = (): FieldNode =>
      field.selectionSet === undefined || !isCompositeType(type)
        ? field
        : { ...field, selectionSet: set(field.selectionSet, type) };
    if (isObjectType(parent)) return view.mag(parent.name, name) ? [below()] : [];
    const behind = view.possibleTypes(parent.name);
    if (behind.length > 0 && behind.every((object) => view.mag(object, name))) return [below()];
    const allowed = apiSchema.getPossibleTypes(parent).filter((object) => view.mag(object.name, name));
    if (allowed.length === 0) return [];
    const kept = below();
    return allowed.map((object) => onType(object.name, kept));
  };

  const definition = {
    ...operation.definition,
    selectionSet: set(operation.definition.selectionSet, rootType(apiSchema, operation)),
  };
  return onlyUsed(definition, fragments);
}

function rootType(apiSchema: GraphQLSchema, { definition }: Operation): GraphQLCompositeType {
  const type = apiSchema.getRootType(definition.operation);
  if (type === undefined || type === null) throw new TypeError(`the API has no ${definition.operation}`);
  return type;
}

function onType(type: string, field: FieldNode): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  };
}

/** With the fragments that are spread and the variables that stand somewhere, and no others. */
function onlyUsed(
  definition: Operation['definition'],
  fragments: ReadonlyMap<string, FragmentDefinitionNode | undefined>,
): Operation {
  const used = new Map<string, FragmentDefinitionNode>();
  const variables = new Set<string>();
  const follow = (node: Operation['definition'] | FragmentDefinitionNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        variables.add(name.value);
      },
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || used.has(name.value)) return;
        used.set(name.value, fragment);
        follow(fragment);
      },
    });
  };
  follow(definition);
  const variableDefinitions = definition.variableDefinitions?.filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  return {
    definition: { ...definition, ...(variableDefinitions === undefined ? {} : { variableDefinitions }) },
    fragments: used,
  };
}
