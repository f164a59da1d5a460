import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { poortplan, type registry } from '../subgraphs/index.ts';

export type Compositie = {
  readonly supergraphSdl: string;
  readonly apiSdl: string;
  readonly hints: readonly string[];
};

/** Every error of a failed composition, each with its Federation code. */
export class CompositieFout extends Error {
  override readonly name = 'CompositieFout';
}

/** Composes the SDL of all subgraphs of a registry. @throws CompositieFout listing every problem */
export async function composeRegistry(partners: typeof registry): Promise<Compositie> {
  const ports = poortplan();
  const services = await Promise.all(
    partners.map(async ({ naam, laad }, index) => {
      const { sdl } = await laad();
      return { name: naam, url: `http://127.0.0.1:${ports.subgraph(index)}/graphql`, typeDefs: parse(sdl) };
    }),
  );
  const result = composeServices(services);
  if (result.errors !== undefined) {
    throw new CompositieFout(
      result.errors
        .map(
          (e) => `${typeof e.extensions['code'] === 'string' ? e.extensions['code'] : 'ERROR'}: ${e.message}`,
        )
        .join('\n'),
    );
  }
  const supergraphSdl = result.supergraphSdl;
  const apiSchema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  return {
    supergraphSdl: `${supergraphSdl.trimEnd()}\n`,
    apiSdl: `${printSchema(lexicographicSortSchema(apiSchema))}\n`,
    hints: result.hints.map((h) => `${h.definition.code}: ${h.message}`),
  };
}
