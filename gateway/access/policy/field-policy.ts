import { type DocumentNode, Kind, type TypeNode } from 'graphql';
import {
  type AccessNames,
  type AnyOf,
  type Requirement,
  readAccessNames,
  readRequirement,
} from './requirement.ts';
import { type Doel, doelen, doelenVanRol, type Rol, rollen } from './rollen.ts';

/** A role that looks for a purpose of its task. */
export type Blik = { readonly rol: Rol; readonly doel: Doel };

/** Which roles may see a field, a bit for each in the order of `rollen`; one number for each of `doelen`. */
export type Toegang = readonly number[];

/** Who may see which field, as the partners declare it in their SDL. */
export type FieldPolicy = {
  /** By `Type.field`, of every object type; of an interface, whoever may see it of one of its types. */
  readonly fields: ReadonlyMap<string, Toegang>;
  /** `Type.field` of fields that ask nothing of who looks, by themselves or by their type: nobody sees them. */
  readonly undeclared: readonly string[];
  /** The object types behind each interface and union, also those that the API has not. */
  readonly possibleTypes: ReadonlyMap<string, readonly string[]>;
};

/** Every role with each of its purposes. */
export const blikken: readonly Blik[] = rollen.flatMap((rol) =>
  doelenVanRol[rol].map((doel) => ({ rol, doel })),
);

const niemand: Toegang = doelen.map(() => 0);
const wieDanOok: Toegang = toegangVan(() => true);

/**
 * The field policy of a composed supergraph. A field is seen by who meets what the field asks, and what its type asks,
 * and what the type of its value asks; a field of which neither the field nor its type asks anything is closed.
 * What stands at interfaces is not read: their object types say it.
 */
export function readFieldPolicy(supergraph: DocumentNode): FieldPolicy {
  const names = readAccessNames(supergraph);
  const ofType = requirementsOfTypes(supergraph, names);
  const fields = new Map<string, Toegang>();
  const undeclared: string[] = [];
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const ofParent = ofType.get(type.name.value);
    for (const field of type.fields ?? []) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      const own = readRequirement(field.directives, names);
      const isDeclared = own !== undefined || ofParent !== undefined;
      if (!isDeclared) undeclared.push(coordinate);
      const all = [own, ofParent, ofType.get(namedType(field.type))].map(toegang);
      fields.set(coordinate, isDeclared ? all.reduce(both) : niemand);
    }
  }
  const possibleTypes = readPossibleTypes(supergraph);
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const objects = possibleTypes.get(type.name.value) ?? [];
    for (const { name } of type.fields ?? []) {
      const ofObjects = objects.map((object) => fields.get(`${object}.${name.value}`) ?? niemand);
      fields.set(`${type.name.value}.${name.value}`, ofObjects.reduce(either, niemand));
    }
  }
  return { fields, undeclared, possibleTypes };
}

/** What object types, scalars and enums ask of who looks. */
function requirementsOfTypes(supergraph: DocumentNode, names: AccessNames): ReadonlyMap<string, Requirement> {
  return new Map(
    supergraph.definitions.flatMap((type) => {
      if (
        type.kind !== Kind.OBJECT_TYPE_DEFINITION &&
        type.kind !== Kind.SCALAR_TYPE_DEFINITION &&
        type.kind !== Kind.ENUM_TYPE_DEFINITION
      ) {
        return [];
      }
      const requirement = readRequirement(type.directives, names);
      return requirement === undefined ? [] : [[type.name.value, requirement] as const];
    }),
  );
}

function readPossibleTypes(supergraph: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const possible = new Map<string, string[]>();
  const add = (abstractType: string, type: string) => {
    possible.set(abstractType, [...(possible.get(abstractType) ?? []), type]);
  };
  for (const type of supergraph.definitions) {
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const { name } of type.interfaces ?? []) add(name.value, type.name.value);
    } else if (type.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of type.types ?? []) add(type.name.value, name.value);
    }
  }
  return possible;
}

/** Everyone who may see a field, in the order of `blikken`. */
export function wieZiet(policy: FieldPolicy, coordinate: string): readonly Blik[] {
  const toegelaten = policy.fields.get(coordinate) ?? niemand;
  return blikken.filter(({ rol, doel }) => ((toegelaten[doelen.indexOf(doel)] ?? 0) & bit(rol)) !== 0);
}

export function bit(rol: Rol): number {
  return 1 << rollen.indexOf(rol);
}

function toegang(requirement: Requirement | undefined): Toegang {
  if (requirement === undefined) return wieDanOok;
  const { scopes, policies } = requirement;
  return toegangVan(({ rol, doel }) => meets(scopes, `rol:${rol}`) && meets(policies, `doel:${doel}`));
}

/** What needs two roles or two purposes at once is for nobody: a look has one of each. */
function meets(anyOf: AnyOf | undefined, has: string): boolean {
  return anyOf === undefined || anyOf.length === 0 || anyOf.some((all) => all.every((one) => one === has));
}

function toegangVan(mag: (blik: Blik) => boolean): Toegang {
  return doelen.map((doel) =>
    blikken.filter((blik) => blik.doel === doel && mag(blik)).reduce((bits, { rol }) => bits | bit(rol), 0),
  );
}

function both(left: Toegang, right: Toegang): Toegang {
  return left.map((bits, index) => bits & (right[index] ?? 0));
}

function either(left: Toegang, right: Toegang): Toegang {
  return left.map((bits, index) => bits | (right[index] ?? 0));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
