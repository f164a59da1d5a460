import { readdirSync, readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, Kind, parse } from 'graphql';

export type Entity = Readonly<Record<string, unknown>>;
type RootField = (args: Readonly<Record<string, unknown>>) => unknown;

/**
 * A federated graph over made-up data. Its subgraphs are written in Federation 1, which every contestant
 * reads. Each subgraph serves its part of one world of plain objects, so that one server over the
 * whole world gives the answer that every gateway must give.
 */
export type Graph = {
  readonly name: string;
  readonly subgraphs: readonly { readonly name: string; readonly sdl: string }[];
  readonly query: Readonly<Record<string, RootField>>;
  /** Finds an entity by the representation a gateway sends. */
  readonly entities: Readonly<Record<string, (representation: Entity) => Entity | undefined>>;
  /** Documents by name. */
  readonly operations: Readonly<Record<string, string>>;
  /** The folder the documents are in, for a gateway that takes trusted documents only. */
  readonly operationsFolder: URL;
};

/** The parts of a graph that are files in its folder: SDL and documents. */
export function readGraphFiles(
  folder: URL,
  subgraphs: readonly string[],
  valueTypes = '',
): Pick<Graph, 'subgraphs' | 'operations' | 'operationsFolder'> {
  const operationsFolder = new URL('operations/', folder);
  return {
    subgraphs: subgraphs.map((name) => {
      const sdl = readFileSync(new URL(`${name}.graphql`, folder), 'utf8');
      return { name, sdl: [sdl, ...usedTypes(sdl, valueTypes)].join('\n') };
    }),
    operations: Object.fromEntries(
      readdirSync(operationsFolder).map((file) => [
        file.replace(/\.graphql$/, ''),
        readFileSync(new URL(file, operationsFolder), 'utf8'),
      ]),
    ),
    operationsFolder,
  };
}

/** Those of the shared types that this SDL uses, directly or through one another. */
function usedTypes(sdl: string, valueTypes: string): readonly string[] {
  const all = valueTypes
    .split(/\n(?=type )/)
    .map((text) => ({ text, name: /^type (\w+)/.exec(text)?.[1] ?? '' }));
  const used = new Set<string>();
  const addFrom = (text: string): void => {
    for (const { name, text: own } of all) {
      if (used.has(own) || !new RegExp(`: \\[?${name}\\b`).test(text)) continue;
      used.add(own);
      addFrom(own);
    }
  };
  if (valueTypes !== '') addFrom(sdl);
  return [...used];
}

/** One subgraph as a schema that runs: its own fields of the world, and what a gateway hands it. */
export function buildSubgraph(graph: Graph, sdl: string): GraphQLSchema {
  const typeDefs = parse(sdl);
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const definition of typeDefs.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) {
      continue;
    }
    const type = definition.name.value;
    const find = graph.entities[type];
    if (type === 'Query') {
      resolvers[type] = Object.fromEntries(
        (definition.fields ?? []).map(({ name: { value } }) => [
          value,
          (_root: unknown, args: Entity) => graph.query[value]?.(args),
        ]),
      );
    } else if (find !== undefined) {
      // What is external here is known only if the gateway sends it.
      const external = (definition.fields ?? [])
        .filter(({ directives }) => directives?.some(({ name }) => name.value === 'external'))
        .map(({ name }) => name.value);
      resolvers[type] = {
        __resolveReference: (representation: Entity) => {
          const entity = find(representation);
          if (entity === undefined) return null;
          const own = Object.entries(entity).filter(([field]) => !external.includes(field));
          return { ...Object.fromEntries(own), ...representation };
        },
      };
    }
  }
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
}

/** Composes the supergraph with these addresses. @throws with every composition error */
export function composeGraph(graph: Graph, urls: Readonly<Record<string, string>>): string {
  const result = composeServices(
    graph.subgraphs.map(({ name, sdl }) => ({ name, url: urls[name] ?? '', typeDefs: parse(sdl) })),
  );
  if (result.errors !== undefined) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

/** What one server over the whole world answers: the data every gateway must give. */
export async function answerOf(
  graph: Graph,
  supergraphSdl: string,
  operation: string,
  variables: Entity,
): Promise<unknown> {
  const { data, errors } = await graphql({
    schema: Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema(),
    source: graph.operations[operation] ?? '',
    rootValue: graph.query,
    variableValues: variables,
  });
  if (errors !== undefined) throw new Error(`${operation} has errors: ${String(errors[0])}`);
  return JSON.parse(JSON.stringify(data));
}
