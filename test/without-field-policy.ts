import { type DocumentNode, visit } from 'graphql';
import { linkedFeature, readAccessNames } from '../gateway/access/index.ts';

/**
 * A supergraph without its field policy: for a planner or gateway that refuses a supergraph with features for security
 * that it does not carry out itself. Who hands it over has to have carried them out.
 */
export function withoutFieldPolicy(supergraph: DocumentNode): DocumentNode {
  const names = Object.values(readAccessNames(supergraph)).filter((name) => name !== undefined);
  const isOfPolicy = (name: string) => names.some((one) => name === one || name.startsWith(`${one}__`));
  return visit(supergraph, {
    DirectiveDefinition: ({ name }) => (isOfPolicy(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (isOfPolicy(name.value) ? null : undefined),
    Directive: (directive) =>
      isOfPolicy(directive.name.value) || linkedFeature(directive) !== undefined ? null : undefined,
  });
}
