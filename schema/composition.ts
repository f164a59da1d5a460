import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { type DocumentNode, lexicographicSortSchema, parse, printSchema } from 'graphql';
import {
  type FieldPolicy,
  type Gegevensstroom,
  leesGegevensstromen,
  readFieldPolicy,
} from '../gateway/access/index.ts';
import { poortplan, type registry } from '../subgraphs/index.ts';
import { stromentabel, stroomfouten } from './gegevensstromen/index.ts';
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
  /** Which partner's fields may reach which other: Markdown. */
  readonly gegevensstromen: string;
  readonly hints: readonly string[];
};

/** Every error of a failed composition, each with its code: Federation's, or one of ours about access or data flows. */
export class CompositieFout extends Error {
  override readonly name = 'CompositieFout';
}

/** The data flows between the partners, as they are declared. @throws ConfiguratieFout with every problem */
export function verklaardeStromen(): readonly Gegevensstroom[] {
  return leesGegevensstromen(fileURLToPath(new URL('gegevensstromen/', import.meta.url))).alle;
}

/** A supergraph of which it is right who may see what; whether the data flows are is not known yet. */
export type Samengesteld = {
  readonly supergraphSdl: string;
  readonly supergraph: DocumentNode;
  readonly policy: FieldPolicy;
  readonly hints: readonly string[];
};

/**
 * Composes the SDL of all subgraphs of a registry, between which these data flows are declared.
 * @throws CompositieFout listing every problem
 */
export async function composeRegistry(
  partners: typeof registry,
  stromen: readonly Gegevensstroom[] = verklaardeStromen(),
): Promise<Compositie> {
  const { supergraphSdl, supergraph, policy, hints } = await composeSupergraph(partners);
  const fouten = stroomfouten(supergraph, policy, stromen);
  if (fouten.length > 0) throw new CompositieFout(fouten.join('\n'));
  const supportedFeatures = ROUTER_SUPPORTED_SUPERGRAPH_FEATURES;
  const apiSchema = Supergraph.build(supergraphSdl, { supportedFeatures }).apiSchema().toGraphQLJSSchema();
  return {
    supergraphSdl: `${supergraphSdl.trimEnd()}\n`,
    apiSdl: `${printSchema(lexicographicSortSchema(apiSchema))}\n`,
    toegang: toegangstabel(policy),
    gegevensstromen: stromentabel(stromen),
    hints,
  };
}

/** Composes the SDL of all subgraphs of a registry. @throws CompositieFout listing every problem */
export async function composeSupergraph(partners: typeof registry): Promise<Samengesteld> {
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
  return {
    supergraphSdl,
    supergraph,
    policy,
    hints: [
      ...result.hints.map((h) => `${h.definition.code}: ${h.message}`),
      ...overbodigeRedenen(supergraph, policy, afgeleid),
    ],
  };
}
