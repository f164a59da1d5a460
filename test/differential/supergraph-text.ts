import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLSchema, isAbstractType, isEnumType, isObjectType, Kind, parse } from 'graphql';
import type { ComposedGraph } from './composed-graph.ts';

/** What the SDL of a supergraph says beyond its API schema. */
export type SupergraphText = {
  /** Enums, unions and interfaces of which a value or a type is `@inaccessible`. */
  readonly partlyHidden: ReadonlySet<string>;
  /** Interfaces that some subgraph knows as an object only (`@interfaceObject`), and the types that implement them. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** `Type.field` of fields that need others first (`@requires`). */
  readonly requiring: ReadonlySet<string>;
};

const texts = new WeakMap<ComposedGraph, SupergraphText>();

export function readSupergraphText(graph: ComposedGraph): SupergraphText {
  const known = texts.get(graph);
  if (known !== undefined) return known;
  const { apiSchema, supergraphSdl } = graph;
  const whole = Supergraph.build(supergraphSdl).schema.toGraphQLJSSchema();
  const names = Object.keys(apiSchema.getTypeMap());
  const interfaceObjects = interfaceObjectsOf(supergraphSdl);
  const made = {
    partlyHidden: new Set(names.filter((name) => choicesOf(whole, name) > choicesOf(apiSchema, name))),
    interfaceObjects: new Set(
      names.filter((name) => {
        const type = apiSchema.getType(name);
        return (
          interfaceObjects.has(name) ||
          (isObjectType(type) && type.getInterfaces().some((one) => interfaceObjects.has(one.name)))
        );
      }),
    ),
    requiring: requiringOf(supergraphSdl, apiSchema),
  };
  texts.set(graph, made);
  return made;
}

/** How many values an enum has, or types an abstract type. */
function choicesOf(schema: GraphQLSchema, name: string): number {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().length;
  return isAbstractType(type) ? schema.getPossibleTypes(type).length : 0;
}

function interfaceObjectsOf(supergraphSdl: string): ReadonlySet<string> {
  const interfaces = parse(supergraphSdl, { noLocation: true }).definitions.filter(
    (definition) => definition.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const marks = (definition: (typeof interfaces)[number]) =>
    (definition.directives ?? []).flatMap((directive) => directive.arguments ?? []);
  return new Set(
    interfaces
      .filter((definition) => marks(definition).some(({ name }) => name.value === 'isInterfaceObject'))
      .map(({ name }) => name.value),
  );
}

/** Also by the types that implement an interface, where the interface itself is one to a subgraph. */
function requiringOf(supergraphSdl: string, schema: GraphQLSchema): ReadonlySet<string> {
  return new Set(
    parse(supergraphSdl, { noLocation: true }).definitions.flatMap((definition) => {
      if (
        definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
        definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
      ) {
        return [];
      }
      const type = schema.getType(definition.name.value);
      const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
      return (definition.fields ?? [])
        .filter(({ directives }) =>
          directives?.some((one) => one.arguments?.some(({ name }) => name.value === 'requires')),
        )
        .flatMap(({ name }) => types.map((one) => `${String(one)}.${name.value}`));
    }),
  );
}
