import {
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';

/** A field as it stands at one place of an answer, under one response name. */
type Entry = {
  readonly parent: GraphQLCompositeType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: string;
};

/**
 * The response names at one place of an answer, over all selection sets that are merged there, so that what is
 * drafted can be merged (GraphQL specification, 5.3.2 Field Selection Merging).
 */
export type Scope = { readonly names: Map<string, { readonly entries: Entry[]; readonly inner: Scope }> };

export function createScope(): Scope {
  return { names: new Map() };
}

/** Takes a response name for a field; the scope of its own fields, or undefined when the name does not fit. */
export function claim(
  scope: Scope,
  name: string,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  args: string,
): Scope | undefined {
  const entry: Entry = { parent, field, args };
  const taken = scope.names.get(name);
  if (taken === undefined) {
    const inner = createScope();
    scope.names.set(name, { entries: [entry], inner });
    return inner;
  }
  if (!taken.entries.every((other) => fits(entry, other))) return undefined;
  taken.entries.push(entry);
  return taken.inner;
}

/** Fields of this type that have selections here already, with the name and arguments they have. */
export function claimed(
  scope: Scope,
  parent: GraphQLCompositeType,
): readonly {
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: string;
}[] {
  return [...scope.names].flatMap(([name, { entries }]) =>
    entries
      .filter((entry) => entry.parent === parent && isCompositeType(getNamedType(entry.field.type)))
      .map(({ field, args }) => ({ name, field, args })),
  );
}

function fits(a: Entry, b: Entry): boolean {
  const apart = a.parent !== b.parent && isObjectType(a.parent) && isObjectType(b.parent);
  if (!apart) return a.field.name === b.field.name && a.args === b.args && sameShape(a, b);
  return sameShape(a, b);
}

function sameShape(a: Entry, b: Entry): boolean {
  const [left, right] = [getNamedType(a.field.type), getNamedType(b.field.type)];
  const wrapped = (entry: Entry, name: string) => String(entry.field.type).replace(name, '');
  if (wrapped(a, left.name) !== wrapped(b, right.name)) return false;
  return left === right || (isCompositeType(left) && isCompositeType(right));
}
