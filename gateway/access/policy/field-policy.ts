import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { type AnyOf, type Requirement, readAccessNames, readRequirement } from './requirement.ts';
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
  const ofTypes = new Map<string, Requirement>();
  const objects: ObjectTypeDefinitionNode[] = [];
  const possibleTypes = new Map<string, string[]>();
  const interfaceFields: string[] = [];
  const addPossible = (abstract: string, type: string) => {
    possibleTypes.set(abstract, [...(possibleTypes.get(abstract) ?? []), type]);
  };
  for (const definition of supergraph.definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
        objects.push(definition);
        for (const { name } of definition.interfaces ?? []) addPossible(name.value, definition.name.value);
        break;
      case Kind.UNION_TYPE_DEFINITION:
        for (const { name } of definition.types ?? []) addPossible(definition.name.value, name.value);
        continue;
      case Kind.INTERFACE_TYPE_DEFINITION:
        interfaceFields.push(
          ...(definition.fields ?? []).map(({ name }) => `${definition.name.value}.${name.value}`),
        );
        continue;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
        break;
      default:
        continue;
    }
    const requirement = readRequirement(definition.directives, names);
    if (requirement !== undefined) ofTypes.set(definition.name.value, requirement);
  }

  const fields = new Map<string, Toegang>();
  const undeclared: string[] = [];
  const ofField = (field: FieldDefinitionNode) => readRequirement(field.directives, names);
  for (const type of objects) {
    const ofType = ofTypes.get(type.name.value);
    for (const field of type.fields ?? []) {
      const own = ofField(field);
      const coordinate = `${type.name.value}.${field.name.value}`;
      if (own === undefined && ofType === undefined) {
        undeclared.push(coordinate);
        fields.set(coordinate, niemand);
        continue;
      }
      const all = [own, ofType, ofTypes.get(namedType(field.type))];
      fields.set(
        coordinate,
        all.map(toegang).reduce((left, right) => perDoel(left, right, (a, b) => a & b)),
      );
    }
  }
  for (const coordinate of interfaceFields) {
    const [type = '', field = ''] = coordinate.split('.');
    const ofObjects = (possibleTypes.get(type) ?? []).map(
      (object) => fields.get(`${object}.${field}`) ?? niemand,
    );
    fields.set(
      coordinate,
      ofObjects.reduce((left, right) => perDoel(left, right, (a, b) => a | b), niemand),
    );
  }
  return { fields, undeclared, possibleTypes };
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

function perDoel(left: Toegang, right: Toegang, combine: (a: number, b: number) => number): Toegang {
  return left.map((bits, index) => combine(bits, right[index] ?? 0));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
