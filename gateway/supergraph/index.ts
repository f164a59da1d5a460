/** The supergraph: what the gateway serves, and which source stands behind which field of it. */
import { readFileSync } from 'node:fs';
import { type DirectiveNode, Kind, parse } from 'graphql';

export type Supergraph = {
  readonly sdl: string;
  /** Names of the sources behind a field (`@bron`); empty for a field without one. */
  readonly bronnenVan: (type: string, field: string) => readonly string[];
};

/** @throws Error when the file cannot be read or is not GraphQL SDL */
export function leesSupergraph(file: string): Supergraph {
  return createSupergraph(readFileSync(file, 'utf8'));
}

export function createSupergraph(sdl: string): Supergraph {
  const bronnen = new Map<string, readonly string[]>();
  for (const definition of parse(sdl).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const namen = (field.directives ?? []).flatMap(bronnaam);
      if (namen.length > 0) bronnen.set(`${definition.name.value}.${field.name.value}`, namen);
    }
  }
  return { sdl, bronnenVan: (type, field) => bronnen.get(`${type}.${field}`) ?? [] };
}

function bronnaam(directive: DirectiveNode): readonly string[] {
  if (directive.name.value !== 'bron') return [];
  return (directive.arguments ?? []).flatMap((argument) =>
    argument.name.value === 'naam' && argument.value.kind === Kind.STRING ? [argument.value.value] : [],
  );
}
