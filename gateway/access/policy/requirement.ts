import { type DirectiveNode, type DocumentNode, Kind, type ValueNode } from 'graphql';

/** Any of these, each of which is all of its own: a disjunction of conjunctions. Without one, nothing is asked. */
export type AnyOf = readonly (readonly string[])[];

/**
 * What one element asks of who looks, by the directives of Federation 2.9 (`@authenticated`, `@requiresScopes`,
 * `@policy`); undefined where it has none of them.
 */
export type Requirement = { readonly scopes: AnyOf | undefined; readonly policies: AnyOf | undefined };

/** The names of the three directives in a supergraph, by its `@link`s; undefined for one that it does not link. */
export type AccessNames = Readonly<Record<AccessFeature, string | undefined>>;

/** What the directives are called where nobody renames them. */
export const ownNames: AccessNames = {
  authenticated: 'authenticated',
  requiresScopes: 'requiresScopes',
  policy: 'policy',
};

export const accessFeatures = ['authenticated', 'requiresScopes', 'policy'] as const;
export type AccessFeature = (typeof accessFeatures)[number];

const specs = 'https://specs.apollo.dev/';

/** The versions of the features that are read here; there are no others yet. */
export const accessFeatureUrls = accessFeatures.map((feature) => `${specs}${feature}/v0.1`);

/** Which of the three features a `@link` is of, in whatever version. */
export function linkedFeature(link: DirectiveNode): AccessFeature | undefined {
  const url = link.name.value === 'link' ? argument(link, 'url') : undefined;
  if (url?.kind !== Kind.STRING) return undefined;
  return accessFeatures.find((feature) => url.value.startsWith(`${specs}${feature}/`));
}

/** A feature keeps its own name unless a link renames it (`as`, or a rename in `import`). */
export function readAccessNames(supergraph: DocumentNode): AccessNames {
  const names: Record<AccessFeature, string | undefined> = {
    authenticated: undefined,
    requiresScopes: undefined,
    policy: undefined,
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const link of definition.directives ?? []) {
      const feature = linkedFeature(link);
      if (feature !== undefined) names[feature] = renamed(link, feature) ?? feature;
    }
  }
  return names;
}

export function readRequirement(
  directives: readonly DirectiveNode[] | undefined,
  names: AccessNames,
): Requirement | undefined {
  const anyOf = (name: string | undefined, key: string): AnyOf | undefined => {
    const own = (directives ?? []).find((directive) => directive.name.value === name);
    return own && readAnyOf(argument(own, key));
  };
  const scopes = anyOf(names.requiresScopes, 'scopes');
  const policies = anyOf(names.policy, 'policies');
  const isAuthenticated = (directives ?? []).some(({ name }) => name.value === names.authenticated);
  return scopes === undefined && policies === undefined && !isAuthenticated
    ? undefined
    : { scopes, policies };
}

function renamed(link: DirectiveNode, feature: AccessFeature): string | undefined {
  const imports = argument(link, 'import');
  for (const item of imports?.kind === Kind.LIST ? imports.values : []) {
    if (item.kind !== Kind.OBJECT) continue;
    const part = (key: string) => {
      const value = item.fields.find(({ name }) => name.value === key)?.value;
      return value?.kind === Kind.STRING ? value.value : undefined;
    };
    if (part('name') === `@${feature}`) return part('as')?.slice(1);
  }
  const as = argument(link, 'as');
  return as?.kind === Kind.STRING ? as.value : undefined;
}

/** As GraphQL coerces lists: a value that is no list is a list of one. */
function readAnyOf(value: ValueNode | undefined): AnyOf {
  return listed(value).map((all) =>
    listed(all).flatMap((one) => (one.kind === Kind.STRING ? [one.value] : [])),
  );
}

function listed(value: ValueNode | undefined): readonly ValueNode[] {
  if (value === undefined) return [];
  return value.kind === Kind.LIST ? value.values : [value];
}

function argument(directive: DirectiveNode, name: string): ValueNode | undefined {
  return directive.arguments?.find((given) => given.name.value === name)?.value;
}
