import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  print,
  type SelectionSetNode,
} from 'graphql';
import { fieldsIn } from './fieldset.ts';
import { readSubgraph, type SubgraphFacts } from './subgraph-facts.ts';

/** Where a type allows null; `item` for a list. */
export type Shape = { readonly nullable: boolean; readonly item?: Shape };

/** What all subgraphs together say of a field. */
export type FieldFacts = {
  /** The strictest of their types: what all of them can give. */
  readonly shape: Shape;
  readonly named: string;
  readonly key: boolean;
  /** Never an error, and null only where allowed: else what else is lost with it would depend on the plan. */
  readonly reliable: boolean;
  /** Enum values or concrete types that every subgraph with this field knows; empty when they share none. */
  readonly choices: readonly string[];
  /** Subgraphs that can be asked for it. */
  readonly owners: readonly string[];
};

/** Entities with one identity: a type with keys, or all that implement an interface with keys. */
export type Family = { readonly name: string; readonly types: readonly string[] };

export type GraphFacts = {
  readonly subgraphs: ReadonlyMap<string, SubgraphFacts>;
  /** By `Type.field`. */
  readonly fields: ReadonlyMap<string, FieldFacts>;
  /** By type, the interface included. */
  readonly families: ReadonlyMap<string, Family>;
  /** `subgraph:Type.field` of what another subgraph took over. */
  readonly overridden: ReadonlySet<string>;
  /**
   * `subgraph:Type` of entities that a subgraph may not know without the plan making a difference: nobody else gives
   * these fields, there is one key, and what refers to them from within is this subgraph's own.
   */
  readonly exclusive: ReadonlySet<string>;
  /** Subgraphs none of whose fields another gives: may be out of order. */
  readonly alone: ReadonlySet<string>;
};

export function readGraph(sdl: Readonly<Record<string, string>>): GraphFacts {
  const subgraphs = Object.entries(sdl).map(([name, text]) => readSubgraph(name, text));
  const families = readFamilies(subgraphs);
  const overridden = new Set(
    subgraphs.flatMap((s) => [...s.overrides].map(([coordinate, from]) => `${from}:${coordinate}`)),
  );
  const keyFields = new Set(
    subgraphs.flatMap(({ schema, keys }) =>
      [...keys].flatMap(([type, sets]) => sets.flatMap((set) => fieldsIn(schema, type, set))),
    ),
  );
  const required = new Set(
    subgraphs.flatMap(({ schema, requires }) =>
      [...requires].flatMap(([coordinate, set]) =>
        fieldsIn(schema, coordinate.slice(0, coordinate.indexOf('.')), set),
      ),
    ),
  );
  const fields = new Map<string, FieldFacts>();
  for (const [coordinate, declarations] of declarationsOf(subgraphs)) {
    const key = keyFields.has(coordinate);
    const given = declarations.filter(
      ({ subgraph: s }) =>
        !overridden.has(`${s.name}:${coordinate}`) &&
        (key || !s.external.has(coordinate) || s.provided.has(coordinate)),
    );
    const shape = declarations.map(({ type }) => shapeOf(type)).reduce(strictest);
    const equal = declarations.every(({ type }) => String(type) === String(declarations[0]?.type));
    fields.set(coordinate, {
      shape,
      named: getNamedType((given[0] ?? declarations[0])?.type as GraphQLOutputType).name,
      key,
      reliable: key || !equal || (required.has(coordinate) && !shape.nullable),
      choices:
        given
          .flatMap(({ subgraph, type }) => choicesOf(subgraph, getNamedType(type), families))
          .reduce<readonly string[] | undefined>(
            (a, b) => a?.filter((name) => b.includes(name)) ?? b,
            undefined,
          ) ?? [],
      owners: given.map(({ subgraph }) => subgraph.name),
    });
  }
  const facts = { subgraphs: new Map(subgraphs.map((s) => [s.name, s])), fields, families, overridden };
  const sole = (subgraph: SubgraphFacts, type: string): boolean =>
    fieldNames(subgraph, type).every((name) => {
      const field = fields.get(`${type}.${name}`);
      return field === undefined || field.key || field.owners.every((owner) => owner === subgraph.name);
    });
  const keyTexts = (type: string): ReadonlySet<string> =>
    new Set(
      subgraphs.flatMap(({ keys }) =>
        (families.get(type)?.types ?? [])
          .concat(type)
          .flatMap((t) => keys.get(t) ?? [])
          .map(print),
      ),
    );
  /** Fields of a subgraph that lead to a type; not those that others give too, for these must agree. */
  const referredToByOthers = (subgraph: SubgraphFacts, type: string): boolean =>
    [...fields.values()].some(
      ({ named, choices, owners }) =>
        (named === type || choices.includes(type)) && owners.includes(subgraph.name) && owners.length > 1,
    );
  return {
    ...facts,
    exclusive: new Set(
      subgraphs.flatMap((s) =>
        [...s.keys.keys()]
          .filter((type) => keyTexts(type).size === 1 && sole(s, type) && !referredToByOthers(s, type))
          .map((type) => `${s.name}:${type}`),
      ),
    ),
    alone: new Set(
      subgraphs
        .filter((s) => [...s.keys.keys(), 'Query', 'Mutation'].every((type) => sole(s, type)))
        .map((s) => s.name),
    ),
  };
}

type Declaration = { readonly subgraph: SubgraphFacts; readonly type: GraphQLOutputType };

function declarationsOf(subgraphs: readonly SubgraphFacts[]): ReadonlyMap<string, readonly Declaration[]> {
  const declarations = new Map<string, Declaration[]>();
  for (const subgraph of subgraphs) {
    for (const type of Object.values(subgraph.schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('_')) continue;
      for (const field of Object.values(type.getFields())) {
        if (field.name.startsWith('_')) continue;
        const coordinate = `${type.name}.${field.name}`;
        declarations.set(coordinate, [
          ...(declarations.get(coordinate) ?? []),
          { subgraph, type: field.type },
        ]);
      }
    }
  }
  return declarations;
}

function readFamilies(subgraphs: readonly SubgraphFacts[]): ReadonlyMap<string, Family> {
  const families = new Map<string, Family>();
  for (const { schema, keys } of subgraphs) {
    for (const name of keys.keys()) {
      const type = schema.getType(name);
      if (!isInterfaceType(type)) continue;
      const types = schema
        .getPossibleTypes(type)
        .map((possible) => possible.name)
        .sort();
      for (const member of [name, ...types]) families.set(member, { name, types });
    }
  }
  for (const name of subgraphs.flatMap(({ keys }) => [...keys.keys()])) {
    if (!families.has(name)) families.set(name, { name, types: [name] });
  }
  return families;
}

/** One list of what the type can be in this subgraph; none when it does not limit the choice. */
function choicesOf(
  subgraph: SubgraphFacts,
  type: GraphQLNamedType,
  families: ReadonlyMap<string, Family>,
): readonly (readonly string[])[] {
  if (isEnumType(type)) return [type.getValues().map((value) => value.name)];
  if (subgraph.interfaceObjects.has(type.name)) return [families.get(type.name)?.types ?? []];
  if (isAbstractType(type))
    return [
      subgraph.schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ];
  return isObjectType(type) ? [[type.name]] : [];
}

function fieldNames({ schema }: SubgraphFacts, typeName: string): readonly string[] {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
}

function shapeOf(type: GraphQLOutputType): Shape {
  const nullable = !isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  return isListType(inner) ? { nullable, item: shapeOf(inner.ofType) } : { nullable };
}

function strictest(a: Shape, b: Shape): Shape {
  const nullable = a.nullable && b.nullable;
  return a.item !== undefined && b.item !== undefined
    ? { nullable, item: strictest(a.item, b.item) }
    : { nullable };
}

/** Every key of a type in a subgraph. */
export function keysOf(subgraph: SubgraphFacts, type: string): readonly SelectionSetNode[] {
  return subgraph.keys.get(type) ?? [];
}
