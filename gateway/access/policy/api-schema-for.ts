import {
  type ASTNode,
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  parse,
  printSchema,
  visit,
} from 'graphql';
import type { PolicyView } from './view.ts';

/**
 * The part of the API that this view may use, for introspection and for who writes documents: without the fields it may
 * not see, and without the types, arguments and values that nothing then leads to. A field of an interface is there when
 * all types that are left of it have it. The root type stays, also when nothing is left of it.
 */
export function apiSchemaFor(apiSchema: GraphQLSchema, view: PolicyView): GraphQLSchema {
  const roots = [apiSchema.getQueryType(), apiSchema.getMutationType()].flatMap((type) => type?.name ?? []);
  let document = onlyVisible(parse(printSchema(apiSchema), { noLocation: true }), view);
  // What an emptied type takes with it may empty others.
  for (let before = -1; before !== size(document); ) {
    before = size(document);
    document = withoutEmpty(document, roots);
  }
  return buildASTSchema(onlyReachable(document, roots), { assumeValid: true, assumeValidSDL: true });
}

function onlyVisible(document: DocumentNode, view: PolicyView): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION
        ? {
            ...definition,
            fields: (definition.fields ?? []).filter(({ name }) =>
              view.mag(definition.name.value, name.value),
            ),
          }
        : definition,
    ),
  };
}

/** How much is left: definitions, and the names in them. */
function size(document: DocumentNode): number {
  let names = 0;
  visit(document, {
    Name: () => {
      names += 1;
    },
  });
  return names;
}

/** One round: types without fields or members go, and what speaks of types that are gone. */
function withoutEmpty(document: DocumentNode, roots: readonly string[]): DocumentNode {
  const isThere = (definition: DefinitionNode): boolean => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
        return (definition.fields ?? []).length > 0 || roots.includes(definition.name.value);
      case Kind.INTERFACE_TYPE_DEFINITION:
        return (definition.fields ?? []).length > 0;
      case Kind.UNION_TYPE_DEFINITION:
        return (definition.types ?? []).length > 0;
      default:
        return true;
    }
  };
  const definitions = document.definitions.filter(isThere);
  const builtIn = ['Int', 'Float', 'String', 'Boolean', 'ID'];
  const names = new Set([...builtIn, ...definitions.flatMap((definition) => nameOf(definition) ?? [])]);
  const known = ({ name }: NamedTypeNode) => names.has(name.value);
  /** A field is left in an interface when everything that implements it has it. */
  const isOfAll = (type: string, field: string) => {
    const implementing = definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
      definition.interfaces?.some(({ name }) => name.value === type)
        ? [definition]
        : [],
    );
    return (
      implementing.length > 0 &&
      implementing.every(({ fields }) => fields?.some(({ name }) => name.value === field))
    );
  };
  return {
    ...document,
    definitions: definitions.map((definition): DefinitionNode => {
      switch (definition.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION: {
          const type = definition.name.value;
          const isInterface = definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
          const fields = (definition.fields ?? []).filter(
            (field) =>
              namedTypes(field.type).every(known) && (!isInterface || isOfAll(type, field.name.value)),
          );
          return { ...definition, fields, interfaces: (definition.interfaces ?? []).filter(known) };
        }
        case Kind.UNION_TYPE_DEFINITION:
          return { ...definition, types: (definition.types ?? []).filter(known) };
        default:
          return definition;
      }
    }),
  };
}

/** What the roots and the directives lead to. */
function onlyReachable(document: DocumentNode, roots: readonly string[]): DocumentNode {
  const byName = new Map(
    document.definitions.flatMap((definition) => {
      const name = nameOf(definition);
      return name === undefined ? [] : [[name, definition] as const];
    }),
  );
  const reached = new Set<string>();
  const reach = (name: string): void => {
    const definition = byName.get(name);
    if (definition === undefined || reached.has(name)) return;
    reached.add(name);
    for (const type of namedTypes(definition)) reach(type.name.value);
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return;
    // Whatever implements it may be what a field of the interface gives.
    for (const [other, { kind, ...rest }] of byName) {
      if (kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      if ('interfaces' in rest && rest.interfaces?.some((one) => one.name.value === name)) reach(other);
    }
  };
  for (const root of roots) reach(root);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION) continue;
    for (const type of namedTypes(definition)) reach(type.name.value);
  }
  return {
    ...document,
    definitions: document.definitions.filter((definition) => {
      const name = nameOf(definition);
      return name === undefined || reached.has(name);
    }),
  };
}

/** The name of a type; undefined for what defines none. */
function nameOf(definition: DefinitionNode): string | undefined {
  return definition.kind === Kind.DIRECTIVE_DEFINITION || !('name' in definition)
    ? undefined
    : definition.name?.value;
}

function namedTypes(node: ASTNode): readonly NamedTypeNode[] {
  const found: NamedTypeNode[] = [];
  visit(node, {
    NamedType: (type) => {
      found.push(type);
    },
  });
  return found;
}
