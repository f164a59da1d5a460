import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from '../document/operation.ts';
import type { CostModel } from './cost-model.ts';
import { sizeOf } from './list-size.ts';
import { largest, product, sum, type Term } from './term.ts';

/** How many elements a list has that no `@listSize` says anything of. */
export const defaultListSize = 10;

/** Sizes that a field says its own fields have, by name. */
type Sized = ReadonlyMap<string, Term>;
const unsized: Sized = new Map();

/**
 * What an operation may cost, in one number: the weight of each field, and for each object the weight of its type (1
 * unless `@cost` says otherwise; scalars and enums 0), as often as the lists around it have elements. What is left out
 * by `@skip` and `@include` counts; of an interface or union the costliest type does.
 */
export function compileCost(operation: Operation, schema: GraphQLSchema, model: CostModel): Term {
  const ids = new Map<SelectionSetNode, number>();
  const known = new Map<string, Term>();

  /** Each set is walked once for each type, however often types and sets multiply on the way down. */
  const setCost = (type: GraphQLCompositeType, sets: readonly SelectionSetNode[], sized: Sized): Term => {
    const key = `${type.name} ${sets.map((set) => idOf(ids, set)).join()}`;
    // What is sized hangs on the field around it, and is of one level only.
    const earlier = sized.size > 0 ? undefined : known.get(key);
    if (earlier !== undefined) return earlier;
    const cost = isAbstractType(type)
      ? largest(schema.getPossibleTypes(type).map((possible) => objectCost(possible, sets, sized)))
      : isObjectType(type)
        ? objectCost(type, sets, sized)
        : 0;
    if (sized.size === 0) known.set(key, cost);
    return cost;
  };

  const objectCost = (type: GraphQLObjectType, sets: readonly SelectionSetNode[], sized: Sized): Term => {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) collect(operation, schema, type, set, fields);
    return sum([...fields.values()].map((nodes) => fieldCost(type, nodes, sized)));
  };

  const fieldCost = (type: GraphQLObjectType, nodes: readonly FieldNode[], sized: Sized): Term => {
    const [node] = nodes;
    const field = node && type.getFields()[node.name.value];
    // Of the schema itself, or __typename: nobody is asked.
    if (field === undefined) return 0;
    const coordinate = `${type.name}.${field.name}`;
    const named = getNamedType(field.type);
    const given = new Set(node?.arguments?.map(({ name }) => name.value));
    const weights = field.args
      .filter(({ name, defaultValue }) => given.has(name) || defaultValue !== undefined)
      .map(({ name }) => model.weightOf(`${coordinate}(${name})`) ?? 0);
    const size = sizing(coordinate, field, node);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const each = sum([
      model.weightOf(named.name) ?? (isCompositeType(named) ? 1 : 0),
      isCompositeType(named) ? setCost(named, sets, size.ofFields) : 0,
    ]);
    const elements = isList(field.type) ? (sized.get(field.name) ?? size.own ?? defaultListSize) : 1;
    return sum([model.weightOf(coordinate) ?? 0, ...weights, product(elements, each)]);
  };

  const sizing = (coordinate: string, field: GraphQLField<unknown, unknown>, node: FieldNode | undefined) => {
    const listSize = model.listSizeOf(coordinate);
    const size = listSize && sizeOf(listSize, field, node);
    if (listSize === undefined || size === undefined) return { own: undefined, ofFields: unsized };
    return listSize.sizedFields.length === 0
      ? { own: size, ofFields: unsized }
      : { own: undefined, ofFields: new Map(listSize.sizedFields.map((name) => [name, size])) };
  };

  const root = schema.getRootType(operation.definition.operation);
  return root ? setCost(root, [operation.definition.selectionSet], unsized) : 0;
}

/** The fields that are asked of one type, by their name in the answer. */
function collect(
  operation: Operation,
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const nodes = fields.get(name);
      if (nodes === undefined) fields.set(name, [selection]);
      else nodes.push(selection);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : operation.fragments.get(selection.name.value);
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const applies =
      condition === undefined ||
      condition === type ||
      (isAbstractType(condition) && schema.isSubType(condition, type));
    if (applies) collect(operation, schema, type, fragment.selectionSet, fields);
  }
}

function idOf(ids: Map<SelectionSetNode, number>, set: SelectionSetNode): number {
  const known = ids.get(set) ?? ids.size;
  ids.set(set, known);
  return known;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
