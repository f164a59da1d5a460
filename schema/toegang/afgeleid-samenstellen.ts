import {
  defaultPrintOptions,
  dnfConjunction,
  type FieldDefinition,
  type InterfaceType,
  isObjectType,
  type ObjectType,
  printSchema,
  type Schema,
  shallowOrderPrintedDefinitions,
} from '@apollo/federation-internals';
import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind, visit } from 'graphql';
import { type AnyOf, doelen, ownNames, readRequirement, rollen } from '../../gateway/access/index.ts';

/**
 * Standard composition wants of a computed field that who may see it may see all its inputs, and knows no exception
 * (`MISSING_TRANSITIVE_AUTH_REQUIREMENTS`). Fields of `afgeleid.ts` are therefore composed as if they asked for every
 * role and purpose at once, which implies any input's, and get back what their partner wrote.
 */
export type Setting = { readonly document: DocumentNode; readonly declared: ReadonlyMap<string, Declared> };

type Declared = Readonly<Record<'requiresScopes' | 'policy', AnyOf | undefined>>;

const argumentOf = { requiresScopes: 'scopes', policy: 'policies' } as const;
const names = ['requiresScopes', 'policy'] as const;

/** A partner's SDL with the fields of this list asking for everything at once, and what they asked for. */
export function setAside(document: DocumentNode, velden: ReadonlySet<string>): Setting {
  const declared = new Map<string, Declared>();
  const strictest: readonly ConstDirectiveNode[] = [
    directive('requiresScopes', [rollen.map((rol) => `rol:${rol}`)]),
    directive('policy', [doelen.map((doel) => `doel:${doel}`)]),
  ];
  const set = visit(document, {
    ObjectTypeDefinition: (type) => {
      const fields = (type.fields ?? []).map((field): FieldDefinitionNode => {
        const coordinate = `${type.name.value}.${field.name.value}`;
        const given = field.directives ?? [];
        if (!velden.has(coordinate) || !given.some(({ name }) => name.value === 'requires')) return field;
        const eis = readRequirement(given, ownNames);
        declared.set(coordinate, { requiresScopes: eis?.scopes, policy: eis?.policies });
        const others = given.filter(({ name }) => !names.some((one) => one === name.value));
        return { ...field, directives: [...others, ...strictest] };
      });
      return { ...type, fields };
    },
  });
  return { document: set, declared };
}

/** The text of a composed supergraph in which these fields ask for what their partners declared. */
export function putBack(supergraph: Schema, declared: ReadonlyMap<string, Declared>): string {
  const interfaceFields = new Map<string, FieldDefinition<InterfaceType>>();
  for (const [coordinate, { requiresScopes, policy }] of declared) {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const type = supergraph.type(typeName);
    const field = type !== undefined && isObjectType(type) ? type.field(fieldName) : undefined;
    if (type === undefined || !isObjectType(type) || field === undefined) continue;
    replace(field, 'requiresScopes', requiresScopes);
    replace(field, 'policy', policy);
    for (const implemented of type.interfaces()) {
      const ofInterface = implemented.field(fieldName);
      if (ofInterface !== undefined) interfaceFields.set(ofInterface.coordinate, ofInterface);
    }
  }
  // Composition has an interface's field ask for what all its types ask for.
  for (const field of interfaceFields.values()) {
    for (const name of names) {
      const all = field.parent
        .possibleRuntimeTypes()
        .flatMap((type) => type.field(field.name) ?? [])
        .flatMap((one) => asked(one, name));
      replace(field, name, all.length === 0 ? undefined : dnfConjunction(all));
    }
  }
  return printSchema(supergraph, shallowOrderPrintedDefinitions(defaultPrintOptions));
}

function asked(field: FieldDefinition<ObjectType>, name: keyof Declared): readonly string[][][] {
  return field.appliedDirectivesOf<Readonly<Record<string, string[][]>>>(name).flatMap((applied) => {
    const anyOf = applied.arguments()[argumentOf[name]];
    return anyOf === undefined ? [] : [anyOf.map((all) => [...all])];
  });
}

function replace(
  field: FieldDefinition<ObjectType | InterfaceType>,
  name: keyof Declared,
  anyOf: AnyOf | undefined,
): void {
  for (const applied of [...field.appliedDirectivesOf(name)]) applied.remove();
  if (anyOf !== undefined) field.applyDirective(name, { [argumentOf[name]]: anyOf.map((all) => [...all]) });
}

function directive(name: keyof Declared, anyOf: AnyOf): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: argumentOf[name] },
        value: {
          kind: Kind.LIST,
          values: anyOf.map((all) => ({
            kind: Kind.LIST,
            values: all.map((value) => ({ kind: Kind.STRING, value })),
          })),
        },
      },
    ],
  };
}
