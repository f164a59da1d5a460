import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLSchema, parse, print } from 'graphql';
import { registry } from '../../subgraphs/index.ts';
import { withoutFieldPolicy } from '../without-field-policy.ts';
import type { TestGraph } from './supergraphs/index.ts';

/** A supergraph with what stands behind it and what stands before it. */
export type ComposedGraph = {
  readonly name: string;
  readonly supergraphSdl: string;
  /** SDL by name of the subgraph. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** What a client may ask. */
  readonly apiSchema: GraphQLSchema;
  readonly beyondApollo: (text: string) => boolean;
};

/** @throws Error with every problem of the composition */
export function composeTestGraph({ name, subgraphs, beyondApollo }: TestGraph): ComposedGraph {
  const result = composeServices(
    Object.entries(subgraphs).map(([subgraph, sdl]) => ({
      name: subgraph,
      url: `http://${subgraph}.example/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (result.errors !== undefined) throw new Error(result.errors.map((e) => e.message).join('\n'));
  return {
    name,
    subgraphs,
    supergraphSdl: result.supergraphSdl,
    apiSchema: apiSchemaOf(result.supergraphSdl),
    beyondApollo: beyondApollo ?? (() => false),
  };
}

/** Our own supergraph, as it is committed, over the SDL of the registered partners. */
export async function readOwnGraph(): Promise<ComposedGraph> {
  // Without who may see what: Apollo's gateway refuses to serve what it does not enforce.
  const supergraphSdl = print(
    withoutFieldPolicy(
      parse(readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')),
    ),
  );
  const partners = await Promise.all(
    registry.map(async ({ naam, laad }) => [naam, (await laad()).sdl] as const),
  );
  return {
    name: 'werkplein',
    supergraphSdl,
    subgraphs: Object.fromEntries(partners),
    apiSchema: apiSchemaOf(supergraphSdl),
    beyondApollo: () => false,
  };
}

function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
}
