import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { fieldsIn, parseFieldset } from './fieldset.ts';

/** What the SDL of one subgraph says; fields are named `Type.field`. */
export type SubgraphFacts = {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly keys: ReadonlyMap<string, readonly SelectionSetNode[]>;
  readonly requires: ReadonlyMap<string, SelectionSetNode>;
  readonly external: ReadonlySet<string>;
  /** External fields that the subgraph gives all the same, on some path. */
  readonly provided: ReadonlySet<string>;
  /** Fields it takes over, with the subgraph that it takes them from. */
  readonly overrides: ReadonlyMap<string, string>;
  readonly interfaceObjects: ReadonlySet<string>;
};

export function readSubgraph(name: string, sdl: string): SubgraphFacts {
  const document = parse(sdl);
  const schema = buildSubgraphSchema({ typeDefs: document });
  const keys = new Map<string, SelectionSetNode[]>();
  const requires = new Map<string, SelectionSetNode>();
  const external = new Set<string>();
  const provided = new Set<string>();
  const overrides = new Map<string, string>();
  const interfaceObjects = new Set<string>();
  for (const type of typesIn(document)) {
    const typeName = type.name.value;
    for (const directive of type.directives ?? []) {
      if (directive.name.value === 'interfaceObject') interfaceObjects.add(typeName);
      if (directive.name.value !== 'key') continue;
      keys.set(typeName, [...(keys.get(typeName) ?? []), parseFieldset(textArgument(directive, 'fields'))]);
    }
    const wholeTypeExternal = has(type.directives, 'external');
    for (const field of type.fields ?? []) {
      const coordinate = `${typeName}.${field.name.value}`;
      if (wholeTypeExternal) external.add(coordinate);
      for (const directive of field.directives ?? []) {
        if (directive.name.value === 'external') external.add(coordinate);
        if (directive.name.value === 'override') overrides.set(coordinate, textArgument(directive, 'from'));
        if (directive.name.value === 'requires') {
          requires.set(coordinate, parseFieldset(textArgument(directive, 'fields')));
        }
        if (directive.name.value === 'provides') {
          const owner = schema.getType(typeName);
          if (!isObjectType(owner) && !isInterfaceType(owner)) continue;
          const result = owner.getFields()[field.name.value];
          if (result === undefined) continue;
          const set = parseFieldset(textArgument(directive, 'fields'));
          for (const given of fieldsIn(schema, getNamedType(result.type).name, set)) provided.add(given);
        }
      }
    }
  }
  return { name, schema, keys, requires, external, provided, overrides, interfaceObjects };
}

function typesIn(document: DocumentNode) {
  return document.definitions.filter(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_EXTENSION,
  );
}

function has(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
  return directives?.some((directive) => directive.name.value === name) ?? false;
}

function textArgument(directive: ConstDirectiveNode, name: string): string {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind !== Kind.STRING) throw new Error(`@${directive.name.value} without ${name}`);
  return value.value;
}
