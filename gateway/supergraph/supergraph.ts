import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DirectiveNode, type DocumentNode, GraphQLError, Kind, parse } from 'graphql';
import { type Probleem, SupergraphFout } from './problems.ts';

export type Supergraph = {
  readonly sdl: string;
  /** First eight hexadecimal digits of the SHA-256 of `sdl`: for people, in logs and health. */
  readonly version: string;
  /** Names of the sources behind a field (`@bron`); empty for a field without one. */
  readonly bronnenVan: (type: string, field: string) => readonly string[];
};

/** @throws Error when the file cannot be read; SupergraphFout when it is not GraphQL SDL */
export function leesSupergraph(file: string | URL): Supergraph {
  return createSupergraph(readFileSync(file, 'utf8'));
}

/** A supergraph as it stands; `verifySupergraph` says whether it can be served. @throws SupergraphFout */
export function createSupergraph(sdl: string): Supergraph {
  const { problems, bronnenVan } = readBronnen(parseSdl(sdl));
  if (problems.length > 0) throw new SupergraphFout(problems);
  return { sdl, version: versionOf(sdl), bronnenVan };
}

/** Never nine digits in a row, so never what the log takes for a BSN. */
export function versionOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

/** @throws SupergraphFout GEEN_SDL */
export function parseSdl(sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    // What is no GraphQLError is a stack that was too short for how deep the text nests.
    const message = error instanceof GraphQLError ? error.message : 'nests too deeply to be read';
    const line = error instanceof GraphQLError ? error.locations?.[0]?.line : undefined;
    throw new SupergraphFout([{ code: 'GEEN_SDL', message, ...(line === undefined ? {} : { line }) }]);
  }
}

/** The sources behind each field of each object type, and the `@bron` that names none. */
export function readBronnen(document: DocumentNode): {
  readonly problems: readonly Probleem[];
  readonly bronnenVan: Supergraph['bronnenVan'];
} {
  const bronnen = new Map<string, readonly string[]>();
  const problems: Probleem[] = [];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const plaats = `${definition.name.value}.${field.name.value}`;
      const richtlijnen = (field.directives ?? []).filter(({ name }) => name.value === 'bron');
      const namen = richtlijnen.flatMap((richtlijn) => bronnaam(richtlijn) ?? []);
      if (namen.length > 0) bronnen.set(plaats, namen);
      if (namen.length === richtlijnen.length) continue;
      const line = field.loc?.startToken.line;
      problems.push({
        code: 'BRON_ONLEESBAAR',
        message: `@bron on ${plaats} must name its source in capitals: @bron(naam: "SUWINET_INKOMSTEN")`,
        ...(line === undefined ? {} : { line }),
      });
    }
  }
  return { problems, bronnenVan: (type, field) => bronnen.get(`${type}.${field}`) ?? [] };
}

function bronnaam(directive: DirectiveNode): string | undefined {
  const waarde = directive.arguments?.find(({ name }) => name.value === 'naam')?.value;
  return waarde?.kind === Kind.STRING && /^[A-Z][A-Z0-9_]{0,63}$/.test(waarde.value)
    ? waarde.value
    : undefined;
}
