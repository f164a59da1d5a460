/** What composition asks of the access directives in the partners' SDL: each problem in words that say what to write. */
import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import {
  type Blik,
  blikken,
  type FieldPolicy,
  isDoel,
  isRol,
  type Requirement,
  readAccessNames,
  readRequirement,
  wieZiet,
} from '../../gateway/access/index.ts';
import type { Afgeleid } from './afgeleid.ts';
import { inputsOf } from './invoer.ts';

const watTeSchrijven =
  '@requiresScopes(scopes: [["rol:…"], …]) and @policy(policies: [["doel:…"], …]), or @authenticated on a value type that only guarded fields lead to';

/** @returns every problem, none when the policy holds */
export function toegangsfouten(
  supergraph: DocumentNode,
  policy: FieldPolicy,
  afgeleid: readonly Afgeleid[],
): readonly string[] {
  return [
    ...zonderBeleid(supergraph, policy),
    ...onbekendeNamen(supergraph),
    ...halfBeleid(supergraph),
    ...zonderKijker(policy),
    ...onthullingen(supergraph, policy, afgeleid),
  ];
}

/** Fields that ask nothing of who looks; and of the root, fields that ask no role. */
function zonderBeleid(supergraph: DocumentNode, policy: FieldPolicy): readonly string[] {
  const namen = readAccessNames(supergraph);
  const leeg = new Set(policy.undeclared);
  return objecttypes(supergraph).flatMap((type) =>
    (type.fields ?? []).flatMap((field) => {
      const veld = `${type.name.value}.${field.name.value}`;
      const eis = readRequirement(field.directives, namen);
      const isWortel = type.name.value === 'Query' || type.name.value === 'Mutation';
      if (!leeg.has(veld) && !(isWortel && (eis?.scopes === undefined || eis.policies === undefined)))
        return [];
      return partnersVan(supergraph, type, field).map(
        (partner) =>
          `TOEGANG_ONTBREEKT: [${partner}] nothing says who may see ${veld}: write on the field${
            isWortel ? '' : `, or on type ${type.name.value} when it goes for all its fields,`
          } ${watTeSchrijven} (subgraphs/${partner}/schema.graphql)`,
      );
    }),
  );
}

/** Roles and purposes that nobody has: a slip of the pen would close a field without a word. */
function onbekendeNamen(supergraph: DocumentNode): readonly string[] {
  return eisen(supergraph).flatMap(({ plaats, eis }) => [
    ...(eis.scopes ?? [])
      .flat()
      .filter((naam) => !naam.startsWith('rol:') || !isRol(naam.slice('rol:'.length)))
      .map(
        (naam) =>
          `TOEGANG_ONBEKEND: ${plaats} asks for scope "${naam}", which is no role ("rol:klantmanager")`,
      ),
    ...(eis.policies ?? [])
      .flat()
      .filter((naam) => !naam.startsWith('doel:') || !isDoel(naam.slice('doel:'.length)))
      .map(
        (naam) =>
          `TOEGANG_ONBEKEND: ${plaats} asks for policy "${naam}", which is no purpose ("doel:intake")`,
      ),
  ]);
}

/** Roles without purposes, or purposes without roles: one of both was forgotten. */
function halfBeleid(supergraph: DocumentNode): readonly string[] {
  const namen = readAccessNames(supergraph);
  return objecttypes(supergraph).flatMap((type) => {
    const vanType = readRequirement(type.directives, namen);
    return (type.fields ?? []).flatMap((field) => {
      const vanVeld = readRequirement(field.directives, namen);
      const heeft = (deel: keyof Requirement) =>
        vanType?.[deel] !== undefined || vanVeld?.[deel] !== undefined;
      if (heeft('scopes') === heeft('policies')) return [];
      const mist = heeft('scopes') ? 'a purpose (@policy)' : 'a role (@requiresScopes)';
      return partnersVan(supergraph, type, field).map(
        (partner) =>
          `TOEGANG_HALF: [${partner}] ${type.name.value}.${field.name.value} does not ask for ${mist}`,
      );
    });
  });
}

/** Fields that nobody may see for anything: the lists of type and field, or of two partners, exclude each other. */
function zonderKijker(policy: FieldPolicy): readonly string[] {
  const leeg = new Set(policy.undeclared);
  return [...policy.fields.keys()]
    .filter((veld) => !leeg.has(veld) && wieZiet(policy, veld).length === 0)
    .map((veld) => `TOEGANG_NIEMAND: no role may see ${veld} for any purpose of its own`);
}

/** Computed fields that would tell someone of an input that this person may not see. */
function onthullingen(
  supergraph: DocumentNode,
  policy: FieldPolicy,
  afgeleid: readonly Afgeleid[],
): readonly string[] {
  return onthuld(supergraph, policy).flatMap(({ veld, blik, verborgen }) =>
    afgeleid.some((een) => dekt(een, veld, blik))
      ? []
      : [
          `TOEGANG_AFGELEID: ${veld} would tell ${blik.rol} for ${blik.doel} of ${verborgen.join(', ')}: close the field to them, or say in schema/toegang/afgeleid.ts why it says less`,
        ],
  );
}

/** Excuses that are not needed: who has one sees all inputs of the field, or not the field. */
export function overbodigeRedenen(
  supergraph: DocumentNode,
  policy: FieldPolicy,
  afgeleid: readonly Afgeleid[],
): readonly string[] {
  const alle = onthuld(supergraph, policy);
  return afgeleid.flatMap((een) =>
    blikken
      .filter((blik) => dekt(een, een.veld, blik))
      .filter((blik) => !alle.some((ander) => ander.veld === een.veld && ander.blik === blik))
      .map(({ rol, doel }) => `TOEGANG_OVERBODIG: ${een.veld} needs no excuse for ${rol} and ${doel}`),
  );
}

type Onthuld = { readonly veld: string; readonly blik: Blik; readonly verborgen: readonly string[] };

/** Each computed field with each look that sees it, and inputs that this look does not see. */
function onthuld(supergraph: DocumentNode, policy: FieldPolicy): readonly Onthuld[] {
  return [...inputsOf(supergraph)].flatMap(([veld, inputs]) =>
    wieZiet(policy, veld).flatMap((blik) => {
      const verborgen = inputs.filter((input) => !wieZiet(policy, input).includes(blik));
      return verborgen.length === 0 ? [] : [{ veld, blik, verborgen }];
    }),
  );
}

function dekt({ veld, voor }: Afgeleid, computed: string, { rol, doel }: Blik): boolean {
  return (
    veld === computed && voor.some(({ rollen, doelen }) => rollen.includes(rol) && doelen.includes(doel))
  );
}

type Element = { readonly plaats: string; readonly eis: Requirement };

/** Everything in the supergraph that asks something of who looks. */
function eisen(supergraph: DocumentNode): readonly Element[] {
  const namen = readAccessNames(supergraph);
  const element = (
    plaats: string,
    directives: readonly ConstDirectiveNode[] | undefined,
  ): readonly Element[] => {
    const eis = readRequirement(directives, namen);
    return eis === undefined ? [] : [{ plaats, eis }];
  };
  return supergraph.definitions.flatMap((definition) => {
    if (
      definition.kind === Kind.SCALAR_TYPE_DEFINITION ||
      definition.kind === Kind.ENUM_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_DEFINITION
    ) {
      const type = definition.name.value;
      const fields = definition.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.fields ?? []) : [];
      return [
        ...element(type, definition.directives),
        ...fields.flatMap(({ name, directives }) => element(`${type}.${name.value}`, directives)),
      ];
    }
    return [];
  });
}

function objecttypes(supergraph: DocumentNode) {
  return supergraph.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
}

/** The partners that have a field, by the names of their folders. */
function partnersVan(
  supergraph: DocumentNode,
  type: ReturnType<typeof objecttypes>[number],
  field: FieldDefinitionNode,
): readonly string[] {
  const graphs = (directives: readonly ConstDirectiveNode[] | undefined, name: string) =>
    (directives ?? [])
      .filter((directive) => directive.name.value === name && argument(directive, 'external') !== true)
      .flatMap((directive) => {
        const graph = argument(directive, 'graph');
        return typeof graph === 'string' ? [graph] : [];
      });
  const own = graphs(field.directives, 'join__field');
  const all = own.length > 0 ? own : graphs(type.directives, 'join__type');
  return [...new Set(all)].map((graph) => naamVan(supergraph, graph));
}

function naamVan(supergraph: DocumentNode, graph: string): string {
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    const value = definition.values?.find(({ name }) => name.value === graph);
    const name = value?.directives?.map((directive) => argument(directive, 'name'))[0];
    if (typeof name === 'string') return name;
  }
  return graph.toLowerCase();
}

function argument(directive: ConstDirectiveNode, name: string): string | boolean | undefined {
  const value = directive.arguments?.find((given) => given.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM || value?.kind === Kind.BOOLEAN
    ? value.value
    : undefined;
}
