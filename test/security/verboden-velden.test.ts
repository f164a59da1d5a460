/**
 * What is left of drawn operations never has a field that the view forbids, and has everything that it allows: over our
 * own API for every role and purpose, and over graphs full of interfaces and unions for views drawn at random.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  buildSchema,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  apiSchemaFor,
  blikken,
  type PolicyView,
  readFieldPolicy,
  viewOf,
  withoutForbidden,
} from '../../gateway/access/index.ts';
import { decideConditions } from '../../gateway/execution/document/conditions.ts';
import { withEmptyFilled } from '../../gateway/execution/document/empty-selections.ts';
import { type Operation, selectOperation, toDocument } from '../../gateway/execution/document/operation.ts';
import { composeTestGraph } from '../differential/composed-graph.ts';
import { generateOperation } from '../differential/operations/index.ts';
import { testGraphs } from '../differential/supergraphs/index.ts';

const lees = (file: string) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');
const eigen = buildSchema(lees('api.graphql'));
const policy = readFieldPolicy(parse(lees('supergraph.graphql')));

function trek(schema: GraphQLSchema, seed: string): Operation | undefined {
  const drawn = generateOperation(schema, seed, { fields: 60, depth: 6 });
  return drawn && decideConditions(selectOperation(drawn.document, drawn.operationName), drawn.variables);
}

/** Each `path Type.field` that an operation asks, for every type that an object on the way may be of. */
function gevraagd({ definition, fragments }: Operation, schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>();
  type Groep = { readonly field: FieldNode; readonly sets: readonly SelectionSetNode[] };
  const verzamel = (
    set: SelectionSetNode,
    type: GraphQLObjectType,
    groepen: Map<string, Groep>,
  ): ReadonlyMap<string, Groep> => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const naam = selection.alias?.value ?? selection.name.value;
        const sets = selection.selectionSet === undefined ? [] : [selection.selectionSet];
        groepen.set(naam, { field: selection, sets: [...(groepen.get(naam)?.sets ?? []), ...sets] });
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const on = fragment?.typeCondition?.name.value ?? type.name;
      const conditie = schema.getType(on);
      const past = on === type.name || (isAbstractType(conditie) && schema.isSubType(conditie, type));
      if (fragment !== undefined && past) verzamel(fragment.selectionSet, type, groepen);
    }
    return groepen;
  };
  const volg = (sets: readonly SelectionSetNode[], type: GraphQLObjectType, path: string): void => {
    const groepen = new Map<string, Groep>();
    for (const set of sets) verzamel(set, type, groepen);
    for (const [naam, { field, sets: onder }] of groepen) {
      const gegeven = type.getFields()[field.name.value];
      if (gegeven === undefined) continue;
      const hier = `${path}.${naam}`;
      found.add(`${hier} ${type.name}.${field.name.value}`);
      const below = getNamedType(gegeven.type);
      for (const object of objecten(below, schema)) volg(onder, object, `${hier}:${object.name}`);
    }
  };
  const root = schema.getRootType(definition.operation);
  if (root) volg([definition.selectionSet], root, '');
  return found;
}

function objecten(type: unknown, schema: GraphQLSchema): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** Every `Type.field` in the text of an operation of which some type behind it is forbidden. */
function verboden(operation: Operation, schema: GraphQLSchema, { mag }: PolicyView): readonly string[] {
  const found: string[] = [];
  const zoek = (set: SelectionSetNode, parent: GraphQLCompositeType): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const field = isUnionType(parent) ? undefined : parent.getFields()[selection.name.value];
        if (field === undefined) continue;
        const mis = objecten(parent, schema).filter((object) => !mag(object.name, field.name));
        found.push(...mis.map((object) => `${object.name}.${field.name}`));
        const below = getNamedType(field.type);
        if (selection.selectionSet !== undefined && isCompositeType(below))
          zoek(selection.selectionSet, below);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = schema.getType(selection.typeCondition?.name.value ?? parent.name);
        if (isCompositeType(type)) zoek(selection.selectionSet, type);
      }
    }
  };
  const root = schema.getRootType(operation.definition.operation);
  if (root) zoek(operation.definition.selectionSet, root);
  for (const { selectionSet, typeCondition } of operation.fragments.values()) {
    const type = schema.getType(typeCondition.name.value);
    if (isCompositeType(type)) zoek(selectionSet, type);
  }
  return found;
}

/** What holds of every operation and every view. */
function klopt(schema: GraphQLSchema, operation: Operation, view: PolicyView): void {
  const over = withoutForbidden(operation, schema, view);
  expect(verboden(over, schema, view)).toEqual([]);
  // A path is left when all fields on it may be seen.
  const alles = [...gevraagd(operation, schema)];
  const weg = new Set(
    alles.filter((een) => !view.mag(...(een.slice(een.lastIndexOf(' ') + 1).split('.') as [string, string]))),
  );
  const wegpaden = [...weg].map((een) => een.slice(0, een.lastIndexOf(' ')));
  const verwacht = alles.filter((een) => {
    const pad = een.slice(0, een.lastIndexOf(' '));
    return !wegpaden.some((ander) => pad === ander || pad.startsWith(`${ander}:`));
  });
  expect([...gevraagd(over, schema)].sort()).toEqual(verwacht.sort());
  // An emptied operation has nothing to validate but its name.
  const gevuld = withEmptyFilled(over, schema, new Map());
  expect(validate(schema, toDocument(gevuld)).map(({ message }) => message)).toEqual([]);
}

describe('over our own API', () => {
  it.each(blikken)('$rol for $doel', ({ rol, doel }) => {
    const view = viewOf(policy, { rollen: [rol], doel });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const operation = trek(eigen, `eigen ${seed}`);
        if (operation !== undefined) klopt(eigen, operation, view);
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(testGraphs.map((graph) => ({ naam: graph.name, graph })))('over graph $naam', ({ graph }) => {
  const { apiSchema } = composeTestGraph(graph);
  const objects = Object.values(apiSchema.getTypeMap()).filter((type) => isObjectType(type));
  const velden = objects
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

  it('for views drawn at random', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.subarray(velden), (seed, weg) => {
        const operation = trek(apiSchema, `${graph.name} ${seed}`);
        if (operation === undefined) return;
        const dicht = new Set(weg);
        const view: PolicyView = {
          key: 'a',
          mag: (type, field) => field === '__typename' || !dicht.has(`${type}.${field}`),
          possibleTypes: (type) => objecten(apiSchema.getType(type), apiSchema).map(({ name }) => name),
        };
        klopt(apiSchema, operation, view);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the schema that a role may use', () => {
  it.each(blikken)('has for $rol and $doel what may be seen, and is one to ask by', ({ rol, doel }) => {
    const view = viewOf(policy, { rollen: [rol], doel });
    const deel = apiSchemaFor(eigen, view);
    const velden = Object.values(deel.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) =>
        isObjectType(type) ? Object.keys(type.getFields()).map((veld) => [type.name, veld] as const) : [],
      );
    expect(velden.filter(([type, veld]) => !view.mag(type, veld))).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        if (Object.keys(deel.getQueryType()?.getFields() ?? {}).length === 0) return;
        const drawn = generateOperation(deel, `deel ${seed}`, { fields: 40, depth: 5 });
        if (drawn === undefined) return;
        expect(validate(eigen, drawn.document)).toEqual([]);
        const operation = decideConditions(
          selectOperation(drawn.document, drawn.operationName),
          drawn.variables,
        );
        const over = withoutForbidden(operation, eigen, view);
        expect(gevraagd(over, deel)).toEqual(gevraagd(operation, deel));
      }),
      { numRuns: 10 },
    );
  });
});
