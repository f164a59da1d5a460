import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { readFieldPolicy } from '../gateway/access/index.ts';
import { poortplan, type registry } from '../subgraphs/index.ts';
import {
  afgeleid,
  overbodigeRedenen,
  putBack,
  setAside,
  toegangsfouten,
  toegangstabel,
} from './toegang/index.ts';

export type Compositie = {
  readonly supergraphSdl: string;
  readonly apiSdl: string;
  /** Who sees what, for which purpose: Markdown. */
  readonly toegang: string;
  readonly hints: readonly string[];
};

/** Every error of a failed composition, each with its code: Federation's, or one of ours about access. */
export class CompositieFout extends Error {
  override readonly name = 'CompositieFout';
}

/** Composes the SDL of all subgraphs of a registry. @throws CompositieFout listing every problem */
export async function composeRegistry(partners: typeof registry): Promise<Compositie> {
  const ports = poortplan();
  const velden = new Set(afgeleid.map(({ veld }) => veld));
  const composed = await Promise.all(
    partners.map(async ({ naam, laad }, index) => {
      const { sdl } = await laad();
      const url = `http://127.0.0.1:${ports.subgraph(index)}/graphql`;
      return { name: naam, url, ...setAside(parse(sdl), velden) };
    }),
  );
  const result = composeServices(
    composed.map(({ name, url, document }) => ({ name, url, typeDefs: document })),
  );
  if (result.errors !== undefined) {
    throw new CompositieFout(
      result.errors
        .map(
          (e) => `${typeof e.extensions['code'] === 'string' ? e.extensions['code'] : 'ERROR'}: ${e.message}`,
        )
        .join('\n'),
    );
  }
  const supergraphSdl = putBack(result.schema, new Map(composed.flatMap(({ declared }) => [...declared])));
  const supergraph = parse(supergraphSdl);
  const policy = readFieldPolicy(supergraph);
  const fouten = toegangsfouten(supergraph, policy, afgeleid);
  if (fouten.length > 0) throw new CompositieFout(fouten.join('\n'));
  const supportedFeatures = ROUTER_SUPPORTED_SUPERGRAPH_FEATURES;
  const apiSchema = Supergraph.build(supergraphSdl, { supportedFeatures }).apiSchema().toGraphQLJSSchema();
  return {
    supergraphSdl: `${supergraphSdl.trimEnd()}\n`,
    apiSdl: `${printSchema(lexicographicSortSchema(apiSchema))}\n`,
    toegang: toegangstabel(policy),
    hints: [
      ...result.hints.map((h) => `${h.definition.code}: ${h.message}`),
      ...overbodigeRedenen(supergraph, policy, afgeleid),
    ],
  };
}
