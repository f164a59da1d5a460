import {
  type ASTNode,
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  isTypeDefinitionNode,
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
  return visit(document, {
    ObjectTypeDefinition: (type) => ({
      ...type,
      fields: (type.fields ?? []).filter(({ name }) => view.mag(type.name.value, name.value)),
    }),
  });
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
  const definitions = document.definitions.filter((definition) => !isEmpty(definition, roots));
  const names = new Set(definitions.flatMap((definition) => nameOf(definition) ?? []));
  const isThere = ({ name }: NamedTypeNode) => names.has(name.value) || builtIn.includes(name.value);
  const isOfAll = (type: string, field: string) => {
    const all = objectsOf(definitions, type);
    return all.length > 0 && all.every(({ fields }) => fields?.some(({ name }) => name.value === field));
  };
  return visit(
    { ...document, definitions },
    {
      ObjectTypeDefinition: (type) => ({
        ...type,
        interfaces: (type.interfaces ?? []).filter(isThere),
        fields: (type.fields ?? []).filter((field) => namedTypes(field.type).every(isThere)),
      }),
      InterfaceTypeDefinition: (type) => ({
        ...type,
        interfaces: (type.interfaces ?? []).filter(isThere),
        fields: (type.fields ?? []).filter(
          (field) => namedTypes(field.type).every(isThere) && isOfAll(type.name.value, field.name.value),
        ),
      }),
      UnionTypeDefinition: (type) => ({ ...type, types: (type.types ?? []).filter(isThere) }),
    },
  );
}

const builtIn = ['Int', 'Float', 'String', 'Boolean', 'ID'];

function isEmpty(definition: DefinitionNode, roots: readonly string[]): boolean {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) return (definition.types ?? []).length === 0;
  return (
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
    (definition.fields ?? []).length === 0 &&
    !roots.includes(definition.name.value)
  );
}

/** What the roots and the directives lead to. */
function onlyReachable(document: DocumentNode, roots: readonly string[]): DocumentNode {
  const { definitions } = document;
  const byName = new Map(
    definitions.flatMap((definition) => {
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
    // Whatever implements an interface may be what a field of that interface gives.
    for (const object of objectsOf(definitions, name)) reach(object.name.value);
  };
  for (const root of roots) reach(root);
  for (const definition of definitions) {
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION) continue;
    for (const type of namedTypes(definition)) reach(type.name.value);
  }
  return {
    ...document,
    definitions: definitions.filter(
      (definition) => reached.has(nameOf(definition) ?? '') || !isTypeDefinitionNode(definition),
    ),
  };
}

/** The object types that implement this interface. */
function objectsOf(definitions: readonly DefinitionNode[], type: string) {
  return definitions
    .filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ interfaces }) => (interfaces ?? []).some(({ name }) => name.value === type));
}

/** The name of a type; undefined for what defines none. */
function nameOf(definition: DefinitionNode): string | undefined {
  return isTypeDefinitionNode(definition) ? definition.name.value : undefined;
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
