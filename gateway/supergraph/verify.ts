import { setImmediate as letOthersRun } from 'node:timers/promises';
import {
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  errorCauses,
  Supergraph as Federation,
} from '@apollo/federation-internals';
import { type DocumentNode, GraphQLError, validateSchema } from 'graphql';
import { accessFeatureUrls } from '../access/index.ts';
import { type Probleem, type Probleemcode, SupergraphFout } from './problems.ts';
import { parseSdl, readBronnen, type Supergraph, versionOf } from './supergraph.ts';

/** Largest supergraph that is read, bytes. */
export const maxSupergraphBytes = 10 * 1024 * 1024;

/**
 * Features with `for: SECURITY` or `for: EXECUTION` that may stand in a supergraph. One that is not
 * enforced here must not: its fields would be served as if they were open. Who may see a field is (`gateway/access`).
 */
const supportedFeatures = new Set([...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, ...accessFeatureUrls]);

/**
 * A supergraph that can be served, from the bytes of its SDL (UTF-8): its schema, its API schema and the
 * schema of each subgraph hold, and every `@bron` names its source. Requests go on between the steps.
 * @throws SupergraphFout with every problem that was found
 */
export async function verifySupergraph(bytes: Uint8Array): Promise<Supergraph> {
  const sdl = readText(bytes);
  const document = parseSdl(sdl);
  const { problems, bronnenVan } = readBronnen(document);
  const alle = [...(await schemaProblems(document)), ...problems];
  if (alle.length > 0) throw new SupergraphFout(alle);
  return { sdl, version: versionOf(bytes), bronnenVan };
}

function readText(bytes: Uint8Array): string {
  if (bytes.length > maxSupergraphBytes) {
    throw new SupergraphFout([{ code: 'TE_GROOT', message: `is larger than ${maxSupergraphBytes} bytes` }]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SupergraphFout([{ code: 'GEEN_TEKST', message: 'is not text in UTF-8' }]);
  }
}

/** Each step rests on the one before, so the first with problems is the last. */
async function schemaProblems(document: DocumentNode): Promise<readonly Probleem[]> {
  let code: Probleemcode = 'ONGELDIG_SCHEMA';
  try {
    await letOthersRun();
    const supergraph = Federation.build(document, { supportedFeatures });
    code = 'ONGELDIG_API_SCHEMA';
    await letOthersRun();
    const apiSchema = supergraph.apiSchema();
    await letOthersRun();
    const fouten = validateSchema(apiSchema.toGraphQLJSSchema());
    if (fouten.length > 0) return fouten.map((fout) => alsProbleem(code, fout));
    code = 'ONGELDIGE_SUBGRAPH';
    await letOthersRun();
    supergraph.subgraphs();
    return [];
  } catch (error) {
    return (errorCauses(asError(error)) ?? [error]).map((oorzaak) => alsProbleem(code, oorzaak));
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('not an Error');
}

/** Codes of Federation that say more than the step in which they came up. */
const vertaling: Readonly<Record<string, Probleemcode>> = {
  INVALID_FEDERATION_SUPERGRAPH: 'GEEN_SUPERGRAPH',
  UNSUPPORTED_LINKED_FEATURE: 'NIET_ONDERSTEUND',
};

function alsProbleem(stap: Probleemcode, error: unknown): Probleem {
  if (!(error instanceof GraphQLError)) return { code: stap, message: asError(error).message };
  const reden = error.extensions['code'];
  const line = error.locations?.[0]?.line;
  return {
    code:
      (typeof reden === 'string' && Object.hasOwn(vertaling, reden) ? vertaling[reden] : undefined) ?? stap,
    message: error.message,
    ...(typeof reden === 'string' && /^[A-Z][A-Z0-9_]{0,63}$/.test(reden) ? { reden } : {}),
    ...(line === undefined ? {} : { line }),
  };
}
